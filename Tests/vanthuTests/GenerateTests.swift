import Foundation
import Testing

/// `vanthu generate` and `vanthu benchmark text` as the build left them.
@Suite(.enabled(if: BuiltCommand.binary != nil)) struct GenerateTests {
    private static let corpus: String = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return folder.path + "/Corpus/documents"
    }()

    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "vanthu-generate-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    private func generate(_ arguments: String...) throws -> BuiltCommand.Outcome {
        try BuiltCommand.run(["generate", "--from", Self.corpus, "--quiet"] + arguments)
    }

    @Test func aLongerRunBeginsWithAShorterOne() throws {
        let short = try generate("--documents", "3", "--seed", "7", "--output", "-")
        let long = try generate("--documents", "5", "--seed", "7", "--threads", "1", "--output", "-")
        #expect(short.status == 0 && short.error.isEmpty && !short.output.isEmpty)
        #expect(long.output.utf8.starts(with: short.output.utf8))
        #expect(try generate("--documents", "3", "--seed", "8", "--output", "-").output != short.output)
    }

    @Test func linesAndFilesHoldTheSameTexts() throws {
        try withFolder { folder in
            let lines = try generate("--documents", "3", "--output", "-").output.split(separator: "\n").map {
                try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: String])
            }
            #expect(lines.count == 3)
            #expect(try generate("--documents", "3", "--output", folder + "/texts/").status == 0)
            let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/texts").sorted()
            try #require(files.count == 3)
            for (line, file) in zip(lines, files) {
                #expect(Set(line.keys) == ["id", "title", "text"])
                let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/texts/" + file))
                #expect(Data((line["text"] ?? "").utf8) == bytes)
            }
        }
    }

    @Test func passagesNameTheirDocument() throws {
        let lines = try generate("--unit", "passages", "--passages", "40", "--output", "-").output.split(
            separator: "\n")
        #expect(lines.count == 40)
        for line in lines {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
            #expect(object["id"]?.contains("#") == true && object["text"]?.isEmpty == false)
        }
    }

    @Test func whatCannotBeLearntFromIsSaidInALine() throws {
        try withFolder { folder in
            let empty = try BuiltCommand.run(["generate", "--from", folder, "--documents", "1", "--output", "-"])
            #expect(empty.status == 4 && empty.output.isEmpty)
            #expect(empty.error.split(separator: "\n").count == 1)
            #expect(try generate("--size", "1XB", "--output", "-").status == 2)
        }
    }

    @Test func textsAreDescribedSideBySide() throws {
        try withFolder { folder in
            #expect(try generate("--documents", "4", "--output", folder + "/made.jsonl").status == 0)
            let outcome = try BuiltCommand.run(["benchmark", "text", "--json", Self.corpus, folder + "/made.jsonl"])
            #expect(outcome.status == 0)
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
            let texts = try #require(object["texts"] as? [[String: Any]])
            #expect(texts.count == 2)
            for text in texts { #expect((text["tokens"] as? Int ?? 0) > 1000) }
        }
    }
}
