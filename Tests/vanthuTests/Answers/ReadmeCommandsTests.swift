import Foundation
import Testing

/// The commands of README and of --help, run as they are written.
@Suite(.enabled(if: BuiltCommand.binary != nil)) struct ReadmeCommandsTests {
    /// Commands that only need an index; others name files that are anybody's.
    private static let commands: Set<String> = ["search", "show", "similar", "stats", "inspect"]

    /// The arguments of a line as a shell reads them, without what stands behind `vanthu`; nil for what is no such command or is broken off.
    private func arguments(_ line: String) -> [String]? {
        guard line.hasPrefix("vanthu ") else { return nil }
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in line {
            if let open = quote {
                if character == open { quote = nil } else { word?.append(character) }
            } else if character == "\"" || character == "'" {
                quote = character
                word = word ?? ""
            } else if character == " " {
                if let done = word { words.append(done) }
                word = nil
            } else if character == "#", word == nil {
                break
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
        guard quote == nil, words.count > 1, Self.commands.contains(words[1]) else { return nil }
        // Pipes and redirections are the shell's.
        return Array(words.dropFirst().prefix { $0 != "|" && $0 != ">" })
    }

    @Test func allOfREADMEFindSomethingInCorpus() throws {
        let readme = String(decoding: try CorpusIndex.bytes("README.md"), as: UTF8.self)
        let index = try CorpusIndex()
        try FileManager.default.createSymbolicLink(
            atPath: index.place.path + "/my-index", withDestinationPath: index.path)
        try FileManager.default.createSymbolicLink(
            atPath: index.place.path + "/Corpus", withDestinationPath: CorpusIndex.package.path + "/Corpus")
        var ran = 0
        let lines = readme.split(separator: "\n").map(String.init)
        for line in lines where !line.contains("$place") {
            guard let words = arguments(line) else { continue }
            let outcome = try BuiltCommand.run(words, in: index.place.path)
            #expect(outcome.status == 0 && outcome.error.isEmpty, "\(line): \(outcome.error)")
            #expect(outcome.output.split(separator: "\n").count > 5, "\(line): \(outcome.output)")
            ran += 1
        }
        #expect(ran >= 15)
    }

    @Test("The queries of README's tables are read as they are meant")
    func queriesOfTables() throws {
        let readme = String(decoding: try CorpusIndex.bytes("README.md"), as: UTF8.self)
        let start = try #require(readme.range(of: "| In a query | Means |"))
        let end = try #require(readme.range(of: "### Facets and pages"))
        let index = try CorpusIndex()
        var read = 0
        for row in readme[start.upperBound..<end.lowerBound].split(separator: "\n") where row.hasPrefix("| `") {
            let cells = row.split(separator: "|").map(String.init)
            let cell = try #require(cells.count > 2 ? cells.last : cells.first)
            for (place, query) in cell.split(separator: "`").enumerated() where place % 2 == 1 {
                if ["AND", "OR", "NOT", "VÀ"].contains(query) { continue }
                let outcome = try index.vanthu("search", "--json", "--", String(query))
                #expect(outcome.status == 0, "\(query)")
                let notes = try #require(try outcome.object["notes"] as? [String])
                // Only a query that does nothing but leave out has something to be told.
                #expect(notes.isEmpty || query.hasPrefix("-"), "\(query): \(notes)")
                read += 1
            }
        }
        #expect(read >= 20)
    }

    @Test func examplesOfHelpAreCommandsThatRun() throws {
        let index = try CorpusIndex()
        try FileManager.default.createSymbolicLink(atPath: index.place.path + "/kho", withDestinationPath: index.path)
        for command in Self.commands {
            let help = try BuiltCommand.run([command, "--help"]).output
            let lines = help.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("vanthu ") }
            #expect(lines.count >= 2, "\(command)")
            for line in lines {
                let words = try #require(self.arguments(String(line)), "\(line)")
                if command == "inspect" { continue }
                let outcome = try BuiltCommand.run(words, in: index.place.path)
                #expect(outcome.status == 0 && outcome.error.isEmpty, "\(line): \(outcome.error)")
            }
        }
    }
}
