import Foundation
import Testing

@testable import VanThu

@Suite struct ReadingFiles {
    @Test func aFolderIsWalkedInNameOrderAndHiddenFilesAreLeftAlone() throws {
        let folder = try ReadingFolder()
        for name in ["b.txt", "a/z.md", "a/y", ".hidden", "c.MARKDOWN", ".git/x"] {
            try folder.write(name, "văn bản \(name)")
        }
        let outcome = try ReadingOutcome([folder.path])
        #expect(outcome.documents.map(\.id) == ["a/y", "a/z.md", "b.txt", "c.MARKDOWN"].map { folder.path + "/" + $0 })
        #expect(outcome.skipped.isEmpty)
        #expect(outcome.documents[2].text == Array("văn bản b.txt".utf8))
        #expect(InputReader().totalBytes(of: [folder.path]) == outcome.inputBytes)
    }

    @Test func theTextIsKeptByteForByteButForAByteOrderMark() throws {
        let folder = try ReadingFolder()
        let text = "Điều 1.\r\n  Phạm vi\r\r\n\u{0}\te\u{302}\u{323}".replacingOccurrences(of: "\u{0}", with: "")
        let plain = try folder.write("plain", text)
        let marked = try folder.write("marked", [0xEF, 0xBB, 0xBF] + Array(text.utf8))
        let outcome = try ReadingOutcome([plain, marked])
        #expect(outcome.documents.map(\.text) == [Array(text.utf8), Array(text.utf8)])
    }

    @Test(arguments: [false, true]) func utf16WithAMarkIsTranscoded(isBigEndian: Bool) throws {
        let folder = try ReadingFolder()
        let text = "Ủy ban nhân dân tỉnh 😀 Cà Mau"
        func encoded(_ text: String) -> [UInt8] {
            ([0xFEFF] + Array(text.utf16)).flatMap { unit in
                isBigEndian ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
            }
        }
        let file = try folder.write("a.txt", encoded(text))
        let lines = try folder.write(
            "b.jsonl", encoded("{\"id\":\"1\",\"text\":\"\(text)\"}\r\n{\"id\":2,\"text\":\"x\"}\n"))
        var reader = InputReader()
        reader.batchBytes = 16
        let outcome = try ReadingOutcome([file, lines], reader)
        #expect(outcome.documents.map(\.text) == [Array(text.utf8), Array(text.utf8), Array("x".utf8)])
        #expect(outcome.skipped.isEmpty)
    }

    @Test func aLoneSurrogateInUTF16IsNamedOrRepaired() throws {
        let folder = try ReadingFolder()
        let file = try folder.write("a.txt", [0xFF, 0xFE, 0x41, 0, 0x00, 0xD8, 0x42, 0, 0x43])
        #expect(try ReadingOutcome([file]).skipped == [SkippedInput(path: file, byte: 1, reason: "invalid UTF-8")])
        let repaired = try ReadingOutcome([file], InputReader(lenient: true)).documents.map(\.text)
        #expect(repaired == [Array("A\u{FFFD}\u{FFFD}\u{FFFD}B\u{FFFD}".utf8)])
    }

    @Test func invalidUTF8IsNamedByItsByteAndRepairedOnRequest() throws {
        let folder = try ReadingFolder()
        let file = try folder.write("a.txt", Array("Đi".utf8) + [0xE1, 0xBB, 0x20, 0xFF, 0x41])
        #expect(try ReadingOutcome([file]).skipped == [SkippedInput(path: file, byte: 3, reason: "invalid UTF-8")])
        let repaired = try ReadingOutcome([file], InputReader(lenient: true)).documents
        #expect(repaired.map(\.text) == [Array("Đi\u{FFFD} \u{FFFD}A".utf8)])
    }

    @Test func whatCannotBeReadIsNamedAndTheRestGoesOn() throws {
        let folder = try ReadingFolder()
        try folder.write("a-empty.txt", "")
        try folder.write("b-binary.bin", [0x50, 0x4B, 0, 4])
        try folder.write("c.json", "{}")
        try folder.write("d.txt", "còn lại")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/e-nothing", withDestinationPath: "nowhere")
        let outcome = try ReadingOutcome([folder.path, folder.path + "/absent"])
        #expect(outcome.documents.map(\.id) == [folder.path + "/d.txt"])
        #expect(
            outcome.skipped.map(\.reason) == [
                "empty file", "binary file (NUL at byte 2)",
                "one JSON value is no document; JSON lines (.jsonl) are read",
                "symbolic link to nothing", "no such file",
            ])
    }

    @Test func aCircleOfLinksIsReportedOnce() throws {
        let folder = try ReadingFolder()
        try folder.write("a/b/text.txt", "văn bản")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/a/b/up", withDestinationPath: "../..")
        let outcome = try ReadingOutcome([folder.path])
        #expect(outcome.documents.count == 1)
        #expect(outcome.skipped.map(\.path) == [folder.path + "/a/b/up"])
        #expect(outcome.skipped.map(\.reason) == ["leads back to the folder \(folder.path)"])
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything"))
    func aFolderWithoutPermissionIsReported() throws {
        let folder = try ReadingFolder()
        try folder.write("closed/text.txt", "văn bản")
        chmod(folder.path + "/closed", 0)
        defer { chmod(folder.path + "/closed", 0o700) }
        #expect(try ReadingOutcome([folder.path]).skipped.map(\.reason) == ["no permission"])
    }

    @Test func aFileThatVanishesAfterListingIsReported() throws {
        let folder = try ReadingFolder()
        try folder.write("a.txt", "một")
        try folder.write("b.txt", "hai")
        var reader = InputReader()
        reader.batchBytes = 1
        let batches = reader.batches(of: [folder.path])
        _ = batches.next()
        try FileManager.default.removeItem(atPath: folder.path + "/b.txt")
        let rest = try #require(batches.next())
        guard case .skipped(let skipped)? = reader.parse(rest).first else {
            Issue.record("a vanished file must be reported")
            return
        }
        #expect(skipped.reason == "vanished before it was read")
    }

    @Test func aPipeIsReadToItsEnd() throws {
        let folder = try ReadingFolder()
        let pipe = folder.path + "/pipe.jsonl"
        #expect(mkfifo(pipe, 0o600) == 0)
        let writer = Thread {
            guard let file = fopen(pipe, "w") else { return }
            for id in 0..<5000 { fputs("{\"id\":\(id),\"text\":\"văn bản số \(id)\"}\n", file) }
            fclose(file)
        }
        writer.start()
        let outcome = try ReadingOutcome([pipe])
        #expect(outcome.documents.map(\.id) == (0..<5000).map(String.init))
        #expect(InputReader().totalBytes(of: [pipe]) == nil)
    }

    @Test func validationAgreesWithTheStandardLibraryOnRandomBytes() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let pool: [UInt8] = [
            0x41, 0x20, 0x7F, 0x80, 0xBF, 0xC0, 0xC2, 0xC3, 0xE0, 0xA0, 0x9F, 0xE1, 0xED, 0xEF, 0xF0, 0x90, 0xF4, 0x8F,
            0xF5, 0xFF,
        ]
        for round in 0..<20_000 {
            var bytes: [UInt8] = round % 2 == 0 ? Array("Quyết định của Ủy ban nhân dân tỉnh 😀 về việc".utf8) : []
            for _ in 0..<Int.random(in: 0..<6, using: &generator) {
                let place = Int.random(in: 0...bytes.count, using: &generator)
                bytes.insert(pool.randomElement(using: &generator) ?? 0, at: place)
            }
            let expected = String(validating: bytes, as: UTF8.self) != nil
            bytes.withUnsafeBytes { buffer in
                #expect(UTF8Validation.isValid(buffer) == expected, "seed \(seed)")
                #expect((UTF8Validation.firstInvalid(in: buffer) == nil) == expected, "seed \(seed)")
                #expect(
                    UTF8Validation.repaired(buffer) == Array(String(decoding: buffer, as: UTF8.self).utf8),
                    "seed \(seed)")
            }
        }
    }
}
