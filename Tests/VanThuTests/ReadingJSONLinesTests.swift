import Foundation
import Testing

@testable import VanThu

@Suite struct ReadingJSONLines {
    private func read(_ text: String, _ reader: InputReader = InputReader()) throws -> ReadingOutcome {
        let folder = try ReadingFolder()
        return try ReadingOutcome([try folder.write("a.jsonl", text)], reader)
    }

    @Test func fieldsAreTakenAndTheRestIsMetadataAsWritten() throws {
        let outcome = try read(
            #"{"id": 12, "year": 2020, "title":"Quy\u1ebft \"định\"", "tags" : ["a", {"b": null}], "text":"\r\n\t\u00ea\ud83d\ude00\/"}"#
        )
        let document = try #require(outcome.documents.first)
        #expect(document.id == "12")
        #expect(document.title == "Quyết \"định\"")
        #expect(document.text == Array("\r\n\tê😀/".utf8))
        #expect(document.metadata.map(\.key) == ["year", "tags"])
        #expect(document.metadata.map(\.value) == ["2020", #"["a", {"b": null}]"#])
        #expect(document.source.hasSuffix("a.jsonl:1"))
    }

    @Test func ofADuplicateKeyTheLastValueCounts() throws {
        let outcome = try read(
            #"{"id":"1","x":1,"text":"a","x":2,"i\u0064":"2","\u0074ext":"b","title":"t","title":null}"#)
        let document = try #require(outcome.documents.first)
        #expect(document.id == "2")
        #expect(document.text == Array("b".utf8))
        #expect(document.title == "")
        #expect(document.metadata.map(\.value) == ["2"])
    }

    @Test func manyMetadataKeysStayDistinctByTheirBytes() throws {
        let keys = (0..<40).map { "k\($0)" } + ["ệ", "e\u{302}\u{323}"]
        let fields = (keys + keys).enumerated().map { "\"\($1)\":\($0)" }.joined(separator: ",")
        let document = try #require(try read("{\"id\":\"1\",\"text\":\"x\",\(fields)}").documents.first)
        #expect(document.metadata.map { Array($0.key.utf8) } == keys.map { Array($0.utf8) })
        #expect(document.metadata.map(\.value) == (42..<84).map(String.init))
    }

    @Test(arguments: [
        (#"{"id":"1"}"#, 0, "no \"text\""), (#"{"text":"1"}"#, 0, "no \"id\""),
        (#"{"id":"","text":"1"}"#, 6, "\"id\" is empty"),
        (#"{"id":1.5,"text":"1"}"#, 6, "\"id\" is neither a string nor an integer"),
        (#"{"id":true,"text":"1"}"#, 6, "\"id\" is neither a string nor an integer"),
        (#"{"id":"1","text":["1"]}"#, 17, "\"text\" is not a string"),
        (#"{"id":"1","text":"\ud800"}"#, 18, "lone surrogate"),
        (#"{"id":"1","text":"\ud800\u0041"}"#, 18, "lone surrogate"),
        (#"{"id":"1","text":"\udc00"}"#, 18, "lone surrogate"),
        (#"{"id":"1","text":"\x"}"#, 18, "unknown escape"),
        (#"{"id":"1","text":"\u12g4"}"#, 22, "not a hexadecimal digit"),
        (#"{"id":"1","text":"a"#, 17, "string without an end"),
        (#"{"id":"1","text":"a"} x"#, 22, "something follows the object"),
        (#"{"id":01,"text":"a"}"#, 6, "number with a leading zero"), (#"{"id":"1" "text":"a"}"#, 10, "expected ','"),
        (#"{"id":"1","n":-,"text":"a"}"#, 15, "number without digits"), ("[1]", 0, "expected '{'"),
        ("{\"id\":\"1\",\"text\":\"a\tb\"}", 19, "control character in a string"),
        (#"{"id":"1","n":nul,"text":"a"}"#, 14, "unknown word"), (#"{"id":"1","text":"a","#, 21, "expected a string"),
    ])
    func aBadLineIsNamedByLineAndByteAndTheRestGoesOn(line: String, byte: Int, reason: String) throws {
        let good = "{\"id\":\"good\",\"text\":\"văn bản\"}\n"
        let outcome = try read(good + line + "\n \r\n" + good)
        #expect(outcome.documents.map(\.id) == ["good", "good"])
        let skipped = try #require(outcome.skipped.first)
        #expect(skipped.line == 2)
        #expect(skipped.byte == good.utf8.count + byte)
        #expect(skipped.reason == reason)
        #expect(outcome.documents.last?.source.hasSuffix(":4") == true)
    }

    @Test func nestingIsBounded() throws {
        func line(_ depth: Int) -> String {
            "{\"id\":\"1\",\"text\":\"\",\"deep\":" + String(repeating: "[", count: depth)
                + String(repeating: "]", count: depth) + "}"
        }
        #expect(try read(line(500)).documents.count == 1)
        #expect(try read(line(100_000)).skipped.map(\.reason) == ["nested too deeply"])
    }

    @Test func invalidUTF8LeavesOneLineOutOrIsRepaired() throws {
        let folder = try ReadingFolder()
        let bytes =
            Array("{\"id\":1,\"text\":\"a\"}\n{\"id\":2,\"text\":\"b".utf8) + [0xC3]
            + Array("\"}\n{\"id\":3,\"text\":\"c\"}".utf8)
        let file = try folder.write("a.jsonl", bytes)
        let strict = try ReadingOutcome([file])
        #expect(strict.documents.map(\.id) == ["1", "3"])
        #expect(strict.skipped == [SkippedInput(path: file, line: 2, byte: 37, reason: "invalid UTF-8")])
        let lenient = try ReadingOutcome([file], InputReader(lenient: true))
        #expect(lenient.documents.map { String(decoding: $0.text, as: UTF8.self) } == ["a", "b\u{FFFD}", "c"])
    }

    @Test(arguments: [1, 7, 64, 1000, 1 << 20]) func linesAreTheSameWhateverTheBatchSize(batchBytes: Int) throws {
        var text = "\u{FEFF}"
        for id in 0..<300 {
            text +=
                "{\"id\":\(id),\"text\":\"\(String(repeating: "văn bản ", count: id % 37))\"}\(id % 3 == 0 ? "\r\n" : "\n")"
            if id % 50 == 0 { text += "\n" }
        }
        text.removeLast()
        let folder = try ReadingFolder()
        let file = try folder.write("a.jsonl", text)
        var reader = InputReader()
        reader.batchBytes = batchBytes
        let outcome = try ReadingOutcome([file], reader)
        #expect(outcome.documents.map(\.id) == (0..<300).map(String.init))
        #expect(
            outcome.documents.map(\.text) == (0..<300).map { Array(String(repeating: "văn bản ", count: $0 % 37).utf8) }
        )
        #expect(outcome.documents.map(\.source) == (0..<300).map { "\(file):\($0 + 1 + ($0 + 49) / 50)" })
        #expect(outcome.skipped.isEmpty)
    }

    @Test func aLineTooLongIsNamedAndPassedOver() throws {
        let folder = try ReadingFolder()
        let long = String(repeating: "dài ", count: 100_000)
        let first = "{\"id\":1,\"text\":\"a\"}\n"
        let file = try folder.write(
            "a.jsonl",
            first + "{\"id\":2,\"text\":\"\(long)\"}\n{\"id\":3,\"text\":\"c\"}\n{\"id\":4,\"text\":\"\(long)\"}")
        var reader = InputReader()
        reader.maximumDocumentBytes = 10_000
        let outcome = try ReadingOutcome([file], reader)
        #expect(outcome.documents.map(\.id) == ["1", "3"])
        #expect(outcome.skipped.map(\.line) == [2, 4])
        #expect(outcome.skipped.first?.byte == first.utf8.count)
        #expect(outcome.skipped.first?.reason == "line longer than 10000 bytes")
    }

    @Test func workersReadTheSameAsOneThread() throws {
        let folder = try ReadingFolder()
        for file in 0..<20 {
            try folder.write(
                "\(file).jsonl",
                (0..<50).map { "{\"id\":\"\(file)-\($0)\",\"text\":\"Điều \($0)\"}" }.joined(separator: "\n"))
            try folder.write("\(file).txt", "văn bản \(file)")
        }
        var reader = InputReader()
        reader.batchBytes = 500
        let shared = reader
        let batches = reader.batches(of: [folder.path])
        let collected = Collected()
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            while let batch = batches.next() {
                let ids = shared.parse(batch).compactMap { event -> String? in
                    if case .document(let document, _) = event { document.id } else { nil }
                }
                collected.add(batch.ordinal, ids)
            }
        }
        #expect(collected.inOrder == (try ReadingOutcome([folder.path])).documents.map(\.id))
    }

    @Test func generatedObjectsReadAsFoundationReadsThem() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for round in 0..<3000 {
            var line =
                "{\"id\":\"x\",\"text\":\(Self.string(&generator)),\"value\":\(Self.value(&generator, depth: 0))}"
            if Int.random(in: 0..<3, using: &generator) == 0 {
                var bytes = Array(line.utf8)
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
                    in: 0x20..<0x7F, using: &generator)
                line = String(decoding: bytes, as: UTF8.self)
            }
            let object = (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any]
            let expected = object.flatMap { $0["text"] as? String }
            let bytes = Array(line.utf8)
            let document = bytes.withUnsafeBytes { buffer -> SourceDocument? in
                guard let base = buffer.baseAddress else { return nil }
                return try? JSONLine.document(in: base, range: 0..<buffer.count, source: "")
            }
            guard let document else {
                // Refused for its fields, or refused by both; a comma behind the last field, which RFC 8259 does not
                // allow, Foundation lets pass.
                let isRefusedForFields =
                    expected == nil || !(object?["id"] is String) || line.contains("\"id\":\"\"")
                let hasLastComma = line.contains(",}") || line.contains(",]")
                #expect(
                    object == nil || isRefusedForFields || hasLastComma, "seed \(seed) round \(round): \(line)")
                continue
            }
            #expect(object != nil, "seed \(seed) round \(round): \(line)")
            #expect(expected.map { Array($0.utf8) } == document.text, "seed \(seed) round \(round): \(line)")
            for (key, raw) in document.metadata {
                let ours =
                    try JSONSerialization.jsonObject(with: Data(raw.utf8), options: .fragmentsAllowed) as? NSObject
                #expect(ours == object?[key] as? NSObject, "seed \(seed) round \(round): \(line)")
            }
        }
    }

    private static func string(_ generator: inout SeededGenerator) -> String {
        let parts = [
            "a", "ệ", "😀", "\\n", "\\\"", "\\\\", "\\/", "\\u00ea", "\\ud83d\\ude00", " ", "\\u0000", "{", ",",
            "xin chào các bạn",
        ]
        let count = Int.random(in: 0..<8, using: &generator)
        return "\"" + (0..<count).map { _ in parts.randomElement(using: &generator) ?? "" }.joined() + "\""
    }

    private static func value(_ generator: inout SeededGenerator, depth: Int) -> String {
        switch Int.random(in: 0..<(depth < 4 ? 8 : 6), using: &generator) {
        case 0: "null"
        case 1: "true"
        case 2: "\(Int.random(in: -1000...1000, using: &generator))"
        case 3: "-0.\(Int.random(in: 0...99, using: &generator))e\(Int.random(in: -5...5, using: &generator))"
        case 4, 5: string(&generator)
        case 6:
            "[ "
                + (0..<Int.random(in: 0..<4, using: &generator)).map { _ in value(&generator, depth: depth + 1) }
                .joined(separator: " , ") + "]"
        default:
            "{"
                + (0..<Int.random(in: 0..<4, using: &generator)).map {
                    "\"k\($0)\" :\(value(&generator, depth: depth + 1))"
                }
                .joined(separator: ",\t") + "}"
        }
    }
}

/// Results of several threads by their ordinal.
private final class Collected: @unchecked Sendable {
    private let lock = NSLock()
    private var parts: [Int: [String]] = [:]

    func add(_ ordinal: Int, _ ids: [String]) { lock.withLock { parts[ordinal] = ids } }

    var inOrder: [String] { lock.withLock { parts.sorted { $0.key < $1.key }.flatMap(\.value) } }
}
