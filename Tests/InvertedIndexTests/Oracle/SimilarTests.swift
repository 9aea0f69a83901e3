import Testing

@testable import InvertedIndex

@Suite("Searching: more like this") struct SimilarTests {
    private func index(_ seed: UInt64, segments: Int) throws -> ComparedIndex {
        try ComparedIndex(
            seed: seed, passages: 60...160, vocabulary: 120, longestPassage: 25, segmentCount: segments)
    }

    @Test("the words chosen are those with the highest frequency × idf that others hold, too", arguments: 601...612)
    func words(seed: UInt64) throws {
        let index = try index(seed, segments: 1 + Int(seed % 3))
        let searcher = Searcher(index.snapshot)
        let total = Double(index.oracle.passages.count)
        var random = SeededRandom(seed: seed)
        for _ in 0..<4 {
            let segment = Int.random(in: 0..<index.segments.count, using: &random)
            guard !index.segments[segment].isEmpty else { continue }
            let document = Int.random(in: 0..<index.segments[segment].count, using: &random)
            let limit = [1, 5, 25].randomElement(using: &random) ?? 5
            let query = searcher.similar(toDocument: document, ofSegment: segment, terms: limit, pairs: 4)
            let own = index.segments[segment][document].passages
            func key(_ word: SampleWord) -> TermKey { TermKey(exact: word.exact, folded: word.folded) }
            let all = index.segments.flatMap { $0.flatMap(\.passages) }
            var scores: [TermKey: Double] = [:]
            for word in Set(own.flatMap { $0.words.map(key) }) {
                let count = all.count { $0.words.map(key).contains(word) || $0.extras.map(key).contains(word) }
                guard count > own.count(where: { $0.words.map(key).contains(word) }) else { continue }
                let frequency = own.reduce(0) { $0 + $1.words.count { key($0) == word } }
                scores[word] = Double(frequency) * logarithm(1 + (total - Double(count) + 0.5) / (Double(count) + 0.5))
            }
            let chosen = query.terms.compactMap { term -> TermKey? in
                guard case .exact(let key) = query.selections[term.selection] else { return nil }
                return key
            }
            #expect(chosen.count == min(limit, scores.count), "seed \(seed)")
            let least = chosen.compactMap { scores[$0] }.min() ?? 0
            let rest = scores.filter { !chosen.contains($0.key) }.values.max() ?? 0
            #expect(chosen.allSatisfy { scores[$0] != nil } && least >= rest - 1e-4, "seed \(seed)")
            #expect(query.pairs.count <= 4 && query.terms.allSatisfy { $0.weight > 0 && $0.weight < 1 })
        }
    }

    @Test("a copy is the most similar, of a document and of a passage; the original is left out unless asked for")
    func copies() throws {
        var maker = SampleMaker(seed: 77, vocabulary: 150, longestPassage: 30)
        var documents = (0..<60).map {
            maker.document(identity: Array("d\($0)".utf8), sequence: UInt64($0), passages: 1 + $0 % 3)
        }
        var passage = SampleDocument.Passage()
        var original = SampleDocument(identity: Array("original".utf8), sequence: 100)
        for _ in 0..<40 {
            let word = maker.word()
            passage.places.append(original.text.count..<original.text.count + word.surface.count)
            passage.words.append(word)
            original.text += word.surface + [0x20]
        }
        passage.range = 0..<original.text.count
        passage.unit = passage.range
        original.passages = [passage]
        var copy = original
        copy.identity = Array("copy".utf8)
        copy.sequence = 101
        documents.insert(original, at: 20)
        let first = try documents.segment()
        let searcher = Searcher(Snapshot([(first, nil), (try [copy].segment(), nil)], generation: 1))
        for amongOthers in [true, false] {
            let alike = searcher.similar(toDocument: 20, ofSegment: 0, amongOthers: amongOthers)
            let hit = try #require(searcher.documents(alike, limit: 3).hits.first)
            #expect((hit.segment, hit.document) == (amongOthers ? (1, 0) : (0, 20)))
            let place = first.passages(ofDocument: 20).lowerBound
            let passages = searcher.similar(toPassage: place, ofSegment: 0, amongOthers: amongOthers)
            let found = try #require(searcher.passages(passages, limit: 3).hits.first)
            #expect((found.segment, found.passage) == (amongOthers ? (1, 0) : (0, place)))
        }
    }

    @Test("an empty passage is like nothing")
    func nothing() throws {
        var document = SampleDocument(identity: [1], sequence: 1, text: [0x2D])
        document.passages = [.init(range: 0..<1, unit: 0..<1)]
        let searcher = Searcher(Snapshot([(try [document].segment(), nil)], generation: 1))
        let query = searcher.similar(toPassage: 0, ofSegment: 0)
        #expect(query.isEmpty && searcher.passages(query, limit: 3, countTotal: true).total == 0)
    }
}
