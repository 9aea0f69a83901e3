import Foundation
import Testing

/// Indexes that are damaged, and runs that were killed.
@Suite(.enabled(if: BuiltCommand.binary != nil)) struct DamagedIndexTests {
    private func indexed(_ documents: Int) throws -> Workplace {
        let place = try Workplace()
        try place.write("first.jsonl", lines(0..<documents, "ban đầu"))
        let outcome = try place.vanthu("index", "--index", "i", "--quiet", "first.jsonl")
        #expect(outcome.status == 0, "\(outcome.error)")
        return place
    }

    private func lines(_ ids: Range<Int>, _ text: String) -> String {
        ids.map { #"{"id":"d\#($0)","text":"Văn bản số \#($0) \#(text) về đất và nước."}"# + "\n" }.joined()
    }

    private func segment(_ place: Workplace) throws -> String {
        let files = try FileManager.default.contentsOfDirectory(atPath: place.path + "/i")
        return try #require(files.first { $0.hasSuffix(".seg") })
    }

    @Test func aFlippedByteAnywhereIsFoundAndItsPlaceNamed() throws {
        let place = try indexed(20)
        let name = try segment(place)
        let whole = try place.read("i/" + name)
        var sections = Set<Substring>()
        let places = 24
        for number in 0..<places {
            var bytes = whole
            let at = number * (bytes.count - 1) / (places - 1)
            bytes[at] ^= 1 << UInt8(number % 8)
            try place.write("i/" + name, bytes)
            let check = try place.vanthu("check", "--index", "i")
            #expect(check.status == 3 && check.output.isEmpty, "byte \(at)")
            #expect(check.error.hasPrefix("vanthu: i/\(name)"), "byte \(at): \(check.error)")
            #expect(check.error.contains("damaged"), "byte \(at): \(check.error)")
            for line in check.error.split(separator: "\n") {
                if let section = line.split(separator: "section ").dropFirst().first { sections.insert(section) }
            }
            let search = try place.vanthu("search", "--index", "i", "đất")
            #expect([0, 3].contains(search.status), "byte \(at): \(search.error)")
        }
        #expect(sections.count > 2, "\(sections)")
        try place.write("i/" + name, whole)
        #expect(try place.vanthu("check", "--index", "i").status == 0)
    }

    @Test func aShortenedFileIsRefusedByEverything() throws {
        let place = try indexed(20)
        let name = try segment(place)
        for file in [name, "manifest"] {
            let whole = try place.read("i/" + file)
            for count in [0, 1, 15, whole.count / 2, whole.count - 1] {
                try place.write("i/" + file, Array(whole[..<count]))
                for command in [
                    ["search", "--index", "i", "đất"], ["stats", "--index", "i"], ["check", "--index", "i"],
                ] {
                    let outcome = try BuiltCommand.run(command, in: place.path)
                    #expect(outcome.status == 3 && outcome.output.isEmpty, "\(file) \(count) \(command)")
                    #expect(outcome.error.contains("i/\(file) is damaged"), "\(outcome.error)")
                }
                let writer = try place.vanthu("index", "--index", "i", "first.jsonl")
                #expect(writer.status == 3, "a writer does not bury damage: \(writer.error)")
            }
            try place.write("i/" + file, whole)
        }
        try FileManager.default.removeItem(atPath: place.path + "/i/" + name)
        #expect(try place.vanthu("search", "--index", "i", "đất").status == 3)
    }

    @Test func aKilledRunLeavesTheLastCommit() throws {
        let place = try indexed(50)
        try place.write("second.jsonl", lines(0..<20_000, "về sau"))
        var killed = 0
        for milliseconds in [20.0, 60, 120, 250] {
            let run = try place.vanthu(
                "index", "--index", "i", "--quiet", "second.jsonl", killedAfter: milliseconds / 1000)
            if run.status == -9 { killed += 1 }
            #expect(try place.vanthu("check", "--index", "i").status == 0)
            let stats = try place.vanthu("stats", "--index", "i", "--json").object
            let count = try #require(stats["documents"] as? Int)
            #expect(count == 50 || count == 20_000)
            #expect(try place.found("+đầu", by: "document").count == (count == 50 ? 50 : 0))
        }
        #expect(killed > 0)
        let last = try place.vanthu("index", "--index", "i", "--json", "second.jsonl")
        #expect(last.status == 0)
        #expect(try place.vanthu("check", "--index", "i").status == 0)
        let files = try FileManager.default.contentsOfDirectory(atPath: place.path + "/i")
        #expect(!files.contains { $0.hasSuffix(".tmp") } && files.count { $0.hasSuffix(".seg") } <= 2)
    }
}
