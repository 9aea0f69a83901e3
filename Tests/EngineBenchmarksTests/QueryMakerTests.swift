import EngineBenchmarks
import Foundation
import Testing
import VanThu
import VietnameseText

/// Queries made of a small corpus, checked against its text by other means than those that made them.
@Suite struct QueryMakerTests {
    /// Documents of words whose frequency falls with their rank, some of them with what no query may hold.
    private static let corpus: [String] = {
        let words = [
            "điều", "và", "của", "các", "Quyết", "định", "tỉnh", "người", "nước", "HỘ", "nghèo", "xã", "đường", "trữ",
            "mặn", "bồn", "sở", "thủy", "lợi", "cống",
        ]
        var state: UInt64 = 7
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(limit))
        }
        return (0..<400).map { document in
            var text = document % 90 == 0 ? "hiếm hoi " : document % 20 == 0 ? "vừa phải " : ""
            for _ in 0..<60 {
                text += words[min(random(words.count), random(words.count))]
                text += [" ", " ", " ", " ", " ", ", ", "\n", "  ", " 15/2020 ", " hoa\u{300} "][random(10)]
            }
            return text
        }
    }()

    private func withCorpus<Result>(_ body: (CorpusPassages) throws -> Result) throws -> Result {
        let folder = try TemporaryFolder()
        let path = folder.path + "/corpus.jsonl"
        let lines = try Self.corpus.enumerated().map { number, text in
            String(
                decoding: try JSONSerialization.data(withJSONObject: ["id": "d\(number)", "text": text]), as: UTF8.self)
        }
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
        return try body(CorpusPassages(paths: [path], unit: .whole))
    }

    private func made(seed: UInt64 = 1, count: Int = 60) throws -> [QueryShape: [BenchmarkQuery]] {
        try withCorpus { corpus in
            let sets = try QueryMaker(seed: seed, count: count).make(from: corpus).sets
            return Dictionary(uniqueKeysWithValues: sets.map { ($0.shape, $0.queries) })
        }
    }

    @Test func theSameSeedMakesTheSameQueries() throws {
        let first = try made()
        let (again, other) = (try made(), try made(seed: 2))
        #expect(first == again && first != other)
        for (shape, queries) in first {
            #expect(Set(queries.map(\.text)).count == queries.count && queries.count <= 60, "\(shape)")
            #expect(Set(queries.map(\.id)).count == queries.count && !queries.isEmpty, "\(shape)")
        }
    }

    @Test func bandsHold() throws {
        let holding = Self.corpus.map { Set($0.split { !$0.isLetter }.map { foldedKey(of: String($0)) }) }
        let sets = try made()
        for shape in [QueryShape.term, .words] {
            for query in try #require(sets[shape]) {
                let counts = query.text.split(separator: " ").map { word in
                    let key = foldedKey(of: String(word))
                    return holding.count { $0.contains(key) }
                }
                let share = Double(counts.min() ?? 0) / Double(holding.count)
                #expect(query.band == (share < 0.01 ? .rare : share <= 0.1 ? .middling : .common), "\(query)")
                #expect(query.id.hasPrefix(query.band?.rawValue ?? "?"))
            }
        }
        #expect(Set(sets[.words]?.map(\.band) ?? []).count >= 2)
    }

    @Test func wordsStandInTheTextSideBySide() throws {
        let sets = try made()
        let texts = Self.corpus.map { $0.lowercased() }
        for shape in [QueryShape.term, .words] {
            for query in try #require(sets[shape]) {
                #expect(texts.contains { $0.contains(query.text) }, "\(query.text)")
                let words = query.text.split(separator: " ")
                #expect(shape == .term ? words.count == 1 : (2...5).contains(words.count))
                #expect(words.allSatisfy { $0.allSatisfy(\.isLetter) })
            }
        }
        // Decomposed text is not what keyboards give.
        #expect(!(sets[.term] ?? []).contains { $0.text.unicodeScalars.contains("\u{300}") })
    }

    @Test func questionsHaveTwelveToTwentyFiveWords() throws {
        let questions = try #require(try made()[.questions])
        let lengths = questions.map { $0.text.split(separator: " ").count }
        #expect(lengths.allSatisfy { (12...25).contains($0) } && Set(lengths).count > 4, "\(lengths)")
    }

    @Test func strippedQueriesAreTheTypedOnesWithoutMarks() throws {
        for query in try made().values.joined() { #expect(query.stripped == unmarkedText(query.text)) }
    }

    @Test func aBandIsReadFromTheNamesOfMadeQueriesOnly() {
        #expect(BenchmarkQuery(id: "r00017", text: "đất").band == .rare)
        #expect(
            ["c1", "m02", "q01", "r", "rare", "r1a", ""].map { BenchmarkQuery(id: $0, text: "đất").band } == [
                .common, .middling, nil, nil, nil, nil, nil,
            ])
        #expect(BenchmarkQuery(id: "r1", text: "đất", stripped: "dat").stripped == "dat")
        #expect(
            [0, 0.0099, 0.01, 0.1, 0.1001, 1].map { QueryBand(share: $0) } == [
                .rare, .rare, .middling, .middling, .common, .common,
            ])
    }

    @Test func aCorpusWithoutTextIsRefused() throws {
        let folder = try TemporaryFolder()
        #expect(throws: VanThuError.self) {
            _ = try QueryMaker(seed: 1, count: 9).make(from: CorpusPassages(paths: [folder.path], unit: .whole))
        }
    }
}
