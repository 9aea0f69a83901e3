import Foundation
import Testing

@testable import VanThu

/// Small random collections with random settings: what is indexed is found, counted and given back as it was.
@Suite struct RandomCollections {
    private static let words =
        "ủy ban nhân dân tỉnh quyết định ban hành kế hoạch phòng chống hạn hán xâm nhập mặn đường Dương 15/2020/QĐ-TTg 23/6/2020 18.015 UBND"
        .split(separator: " ").map(String.init)
    private static let gaps = [
        " ", " ", " ", "\n", "\r\n", "  ", "\t", ". ", ", ", ".\n\n", ";\r\n\r\n", "\u{A0}", " – ",
    ]

    private struct Sample {
        var id: String
        var text: String
        /// Words that stand in no other text.
        var rare: [String]
    }

    private func sample(_ number: Int, _ version: Int, _ random: inout SeededGenerator) -> Sample {
        var text = Bool.random(using: &random) ? Self.gaps.randomElement(using: &random) ?? "" : ""
        var rare: [String] = []
        let count = [1, 5, 60, 900].randomElement(using: &random) ?? 1
        let places = Set((0..<3).map { _ in Int.random(in: 0..<count, using: &random) })
        for place in 0..<count {
            var word = Self.words.randomElement(using: &random) ?? ""
            if places.contains(place) {
                word =
                    "hiếm" + (["x", "ê", "đ", "ư"].randomElement(using: &random) ?? "")
                    + "\(number)q\(version)q\(rare.count)z"
                rare.append(word)
            }
            if Int.random(in: 0..<4, using: &random) == 0 { word = word.decomposedStringWithCanonicalMapping }
            if Int.random(in: 0..<9, using: &random) == 0 { word = word.uppercased() }
            text += word + (Self.gaps.randomElement(using: &random) ?? " ")
        }
        return Sample(id: "d\(number)", text: text, rare: rare)
    }

    @Test(arguments: 0..<6) func whatIsIndexedIsFoundCountedAndGivenBack(round: Int) throws {
        let seed = UInt64.random(in: 0...UInt64.max) &+ UInt64(round)
        var random = SeededGenerator(seed: seed)
        let unit = IndexUnit.allCases.randomElement(using: &random) ?? .passages
        let index = try SampleIndex()
        var live: [String: Sample] = [:]
        var old: [Sample] = []
        var version = 0
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            var batch: [Sample] = []
            for _ in 0..<Int.random(in: 1...25, using: &random) {
                version += 1
                let made = sample(Int.random(in: 0..<30, using: &random), version, &random)
                batch.append(made)
                if let before = live.updateValue(made, forKey: made.id) { old.append(before) }
            }
            try index.add(batch.map { ($0.id, $0.text) }, unit: unit, threads: Int.random(in: 1...3, using: &random))
            if Bool.random(using: &random), let gone = live.keys.sorted().randomElement(using: &random) {
                #expect(try index.delete(gone).isEmpty)
                if let before = live.removeValue(forKey: gone) { old.append(before) }
            }
            if Int.random(in: 0..<3, using: &random) == 0 { try index.compact() }
        }
        let note: Comment = "seed \(seed)"
        let opened = try index.open()
        let searcher = opened.makeSearcher()
        func search(_ query: String, _ match: MatchMode = .any, _ by: ResultUnit = .document) -> SearchResult {
            searcher.search(query, SearchOptions(top: 10_000, by: by, match: match))
        }

        for sample in live.values {
            for word in sample.rare {
                for query in [
                    word, word.decomposedStringWithCanonicalMapping, word.uppercased(), "+" + word, "\"\(word)\"",
                ] {
                    #expect(search(query).ids == [sample.id], "\(query) \(note)")
                }
            }
            #expect(search(sample.rare.joined(separator: " "), .any, .document).ids == [sample.id], note)
        }
        for sample in old {
            for word in sample.rare { #expect(search(word).hits.isEmpty, "\(word) \(note)") }
        }

        let statistics = try opened.statistics()
        #expect(statistics.documents == live.count, note)
        let check = try VanThuIndex.check(index.path) { _, _ in }
        #expect(check.problems.isEmpty && check.documents == live.count, note)
        #expect(check.passages == statistics.passages, note)

        for word in ["ban", "ủy", "đường", "quyết định", "15/2020/qd-ttg", "han", "\"ban hành\"", "mặn -hạn"] {
            for match in MatchMode.allCases {
                for by in ResultUnit.allCases {
                    let result = search(word, match, by)
                    #expect(result.total == result.hits.count, "\(word) \(match) \(by) \(note)")
                    #expect(
                        Set(result.hits.map { "\($0.document.id)#\($0.passage.ordinal)" }).count == result.hits.count,
                        "\(word) \(match) \(by) \(note)")
                    if by == .document { #expect(Set(result.ids).count == result.hits.count, note) }
                    #expect(result.hits.allSatisfy { isSlice($0, of: live[$0.document.id]?.text, unit) }, note)
                }
            }
        }
    }

    /// Whether a hit's text and marks are parts of the text that was indexed.
    private func isSlice(_ hit: SearchHit, of text: String?, _ unit: IndexUnit) -> Bool {
        guard let text else { return false }
        let source = Array(text.utf8)
        let passage = hit.passage
        guard 0 <= passage.start, passage.start < passage.end, passage.end <= source.count,
            Array(source[passage.start..<passage.end]) == passage.text
        else { return false }
        if unit == .whole, passage.start != 0 || passage.end != source.count { return false }
        var end = passage.start
        for mark in passage.highlights {
            guard mark.lowerBound >= end, !mark.isEmpty, mark.upperBound <= passage.end,
                String(validating: source[mark], as: UTF8.self) != nil
            else { return false }
            end = mark.upperBound
        }
        return true
    }
}
