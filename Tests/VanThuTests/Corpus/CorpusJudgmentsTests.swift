import Foundation
import Testing
import VanThu

/// The questions of Corpus/ and their judgments hold together, and the derived files are derived.
@Suite struct CorpusJudgmentsTests {
    private struct Question {
        var id: String
        var kind: String
        var isStripped: Bool
        var hasTypo: Bool
        var text: String
    }

    private func questions() throws -> [Question] {
        try CorpusFolder.rows("questions.tsv", columns: 5).map {
            Question(id: $0[0], kind: $0[1], isStripped: $0[2] == "stripped", hasTypo: $0[3] == "1", text: $0[4])
        }
    }

    @Test func aThirdOfEachKindHalfOfThemWithoutDiacritics() throws {
        let questions = try questions()
        #expect(questions.count >= 150)
        #expect(Set(questions.map(\.id)).count == questions.count)
        for kind in ["question", "words", "reference"] {
            let share = Double(questions.count { $0.kind == kind }) / Double(questions.count)
            #expect((0.28...0.40).contains(share), "\(kind): \(share)")
        }
        let stripped = Double(questions.count(where: \.isStripped)) / Double(questions.count)
        #expect((0.45...0.55).contains(stripped))
        #expect(questions.count(where: \.hasTypo) >= 10)
    }

    /// A document's bytes with every run of white space as one space, and where each of them stood.
    private struct Collapsed {
        var bytes: [UInt8] = []
        var offsets: [Int] = []

        init(_ text: [UInt8]) {
            for (offset, byte) in text.enumerated() {
                let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
                // A no-break space is white space, too: C2 A0.
                if isSpace || (byte == 0xC2 && offset + 1 < text.count && text[offset + 1] == 0xA0) {
                    if bytes.last != 0x20 { add(0x20, offset) }
                } else if !(byte == 0xA0 && offset > 0 && text[offset - 1] == 0xC2) {
                    add(byte, offset)
                }
            }
        }

        private mutating func add(_ byte: UInt8, _ offset: Int) {
            bytes.append(byte)
            offsets.append(offset)
        }

        func places(of quote: [UInt8]) -> [Int] {
            guard let first = quote.first, bytes.count >= quote.count else { return [] }
            return (0...(bytes.count - quote.count)).filter {
                bytes[$0] == first && bytes[$0..<($0 + quote.count)].elementsEqual(quote)
            }
        }
    }

    /// An own reading of the judgments, not that of derive.py.
    @Test func everyQuoteStandsOnceAndTheJudgmentsOfPassagesFollowFromIt() throws {
        var texts: [String: Collapsed] = [:]
        var cuts: [String: [DocumentReport.Passage]] = [:]
        let inspector = Inspector()
        for file in try CorpusFolder.documents() {
            let bytes = try CorpusFolder.bytes(ofDocument: file)
            texts[file] = Collapsed(bytes)
            cuts[file] =
                inspector.inspect(SourceDocument(id: file, title: "", text: bytes, metadata: [], source: file)).passages
        }
        var passages: [String: Int] = [:]
        var documents: [String: Int] = [:]
        var answered: Set<String> = []
        for row in try CorpusFolder.rows("judgments.tsv", columns: 4) {
            let (id, file, quote) = (row[0], row[2], Collapsed(Array(row[3].utf8)).bytes)
            let grade = try #require(Int(row[1]))
            let text = try #require(texts[file], "\(file)")
            let places = text.places(of: quote)
            try #require(places.count == 1, "\(id) \(file): \(row[3]) stands \(places.count) times")
            let start = text.offsets[places[0]]
            let end = text.offsets[places[0] + quote.count - 1] + 1
            for (ordinal, passage) in try #require(cuts[file]).enumerated() {
                let shared = min(end, passage.end) - max(start, passage.start)
                guard shared * 3 > end - start else { continue }
                passages["\(id) 0 Corpus/documents/\(file)#\(ordinal)", default: 0].raise(to: grade)
            }
            documents["\(id) 0 Corpus/documents/\(file)", default: 0].raise(to: grade)
            if grade > 1 { answered.insert(id) }
        }
        let space = UInt8(ascii: " ")
        func listed(_ name: String) throws -> [String: Int] {
            Dictionary(
                try CorpusFolder.rows(name, separator: space, columns: 4).map {
                    ($0[0...2].joined(separator: " "), Int($0[3]) ?? -1)
                }, uniquingKeysWith: { _, _ in -1 })
        }
        #expect(try listed("qrels.txt") == passages, "run Corpus/derive.py")
        #expect(try listed("qrels.documents.txt") == documents, "run Corpus/derive.py")
        #expect(try answered == Set(questions().map(\.id)))
    }

    @Test func topicsAreTheQuestionsAsTyped() throws {
        let questions = try questions()
        func topics(_ name: String) throws -> [String] {
            try CorpusFolder.rows(name, columns: 2).map { $0[0] + " " + $0[1] }
        }
        let bare = questions.map { $0.id + " " + Bare.text($0.text) }
        let typed = questions.map { $0.id + " " + $0.text }
        #expect(try topics("topics.typed.tsv") == typed)
        #expect(try topics("topics.khongdau.tsv") == bare)
        #expect(try topics("topics.tsv") == questions.indices.map { questions[$0].isStripped ? bare[$0] : typed[$0] })
    }
}

/// Text without diacritics, by Foundation's decomposition.
private enum Bare {
    static func text(_ text: String) -> String {
        let plain = text.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            $0.properties.generalCategory != .nonspacingMark
        }
        return String(String.UnicodeScalarView(plain)).replacingOccurrences(of: "đ", with: "d")
            .replacingOccurrences(of: "Đ", with: "D")
    }
}

extension Int {
    fileprivate mutating func raise(to other: Int) { self = Swift.max(self, other) }
}
