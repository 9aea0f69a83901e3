import Testing

@testable import InvertedIndex

@Suite("Searching: the oracle") struct SearcherOracleTests {
    #if DEBUG
        static let queriesPerShape = 3
    #else
        static let queriesPerShape = 40
    #endif

    private func compareAll(_ index: ComparedIndex, seed: UInt64, queries: Int) {
        let comparison = OracleComparison(index)
        var random = SeededRandom(seed: seed &* 7919)
        for shape in QueryMaker.Shape.allCases {
            for number in 0..<queries {
                let query = QueryMaker.query(shape, index.words, texts: index.texts, &random)
                let limit = [1, 3, 10, 40, 1000].randomElement(using: &random) ?? 10
                comparison.compare(query, limit: limit, "seed \(seed), \(shape), query \(number), limit \(limit)")
            }
        }
    }

    @Test("small random indexes answer as the oracle does", arguments: 1...60)
    func small(seed: UInt64) throws {
        let index = try ComparedIndex(
            seed: seed, passages: 1...300, vocabulary: 3 + Int(seed * 7 % 38),
            longestPassage: [6, 14, 40][Int(seed % 3)],
            segmentCount: 1 + Int(seed % 4))
        compareAll(index, seed: seed, queries: Self.queriesPerShape)
    }

    @Test("lists of many blocks, sparse and dense, answer as the oracle does", arguments: 1001...1003)
    func long(seed: UInt64) throws {
        let index = try ComparedIndex(
            seed: seed, passages: 5000...6000, vocabulary: 40, longestPassage: 4, segmentCount: 1 + Int(seed % 2))
        compareAll(index, seed: seed, queries: max(1, Self.queriesPerShape / 4))
    }

    @Test("the parts that are explained add up to the score", arguments: 1...6)
    func explained(seed: UInt64) throws {
        let index = try ComparedIndex(
            seed: seed + 80, passages: 100...200, vocabulary: 20, longestPassage: 12, segmentCount: 2)
        let searcher = Searcher(index.snapshot)
        var random = SeededRandom(seed: seed)
        for shape in QueryMaker.Shape.allCases {
            for _ in 0..<3 {
                let query = QueryMaker.query(shape, index.words, texts: index.texts, &random)
                func expectSum(_ parts: [ScorePart], _ hit: Hit, _ what: Comment) {
                    let sum = parts.reduce(Float(0)) { $0 + $1.score }
                    #expect(abs(sum - hit.score) <= 1e-4 * max(hit.score, 0.01), what)
                }
                for hit in searcher.passages(query, limit: 5).hits {
                    expectSum(searcher.explain(query, hit), hit, "seed \(seed), \(shape), a passage")
                }
                for hit in searcher.documents(query, limit: 5).hits {
                    expectSum(searcher.explain(query, document: hit), hit, "seed \(seed), \(shape), a document")
                }
            }
        }
    }

    @Test("weights below zero, and such that are no numbers, are survived")
    func oddWeights() throws {
        let index = try ComparedIndex(seed: 7, passages: 60...80, vocabulary: 9, longestPassage: 9, segmentCount: 1)
        let searcher = Searcher(index.snapshot)
        let odd: [Float] = [-1, -0.999, 0, 1, 1e30, .infinity, -.infinity, .nan]
        for first in odd {
            for second in odd {
                var query = RankedQuery()
                let numbers = index.words.prefix(2).map { query.select(.anyForm(folded: $0.folded)) }
                query.addTerm(numbers[0], weight: first)
                query.addTerm(numbers[1], weight: second)
                query.addPair(numbers[0], numbers[1], weight: second)
                query.addTitleTerm(index.words[0].folded, weight: first)
                for _ in 0..<2 {
                    #expect(searcher.passages(query, limit: 5, countTotal: true).hits.count <= 5)
                    #expect(searcher.documents(query, limit: 5, countTotal: true).hits.count <= 5)
                    query.require(.term(numbers[0]))
                }
            }
        }
    }

    @Test("searchers on several threads share a snapshot and answer as one does")
    func threads() async throws {
        let index = try ComparedIndex(
            seed: 12, passages: 200...300, vocabulary: 20, longestPassage: 12, segmentCount: 2)
        let (snapshot, words, texts) = (index.snapshot, index.words, index.texts)
        @Sendable func answers() -> [[Hit]] {
            let searcher = Searcher(snapshot)
            var random = SeededRandom(seed: 99)
            return (0..<80).map { number in
                let shape = QueryMaker.Shape.allCases[number % QueryMaker.Shape.allCases.count]
                return searcher.passages(QueryMaker.query(shape, words, texts: texts, &random), limit: 10).hits
            }
        }
        let all = await withTaskGroup(of: [[Hit]].self) { group in
            for _ in 0..<4 { group.addTask { answers() } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(all.allSatisfy { $0 == all[0] } && all[0].contains { !$0.isEmpty })
    }

    @Test("hundreds of required words are all required, and none of them loses a match")
    func manyRequired() throws {
        var passage = SampleDocument.Passage()
        var document = SampleDocument(identity: [1], sequence: 1)
        for number in 0..<300 {
            let surface = Array("w\(number)".utf8)
            passage.places.append(document.text.count..<document.text.count + surface.count)
            passage.words.append(SampleWord(surface: surface, exact: surface, folded: surface))
            document.text += surface + [0x20]
        }
        passage.range = 0..<document.text.count
        passage.unit = passage.range
        document.passages = [passage]
        let searcher = Searcher(Snapshot([(try [document].segment(), nil)], generation: 1))
        for isScored in [true, false] {
            var query = RankedQuery()
            for word in passage.words {
                let number = query.select(.anyForm(folded: word.folded))
                query.require(.term(number))
                if isScored { query.addTerm(number, weight: 1) }
            }
            #expect(searcher.passages(query, limit: 10, countTotal: true).hits.count == 1)
            query.require(.term(query.select(.anyForm(folded: Array("absent".utf8)))))
            #expect(searcher.passages(query, limit: 10, countTotal: true).total == 0)
        }
    }

    @Test("a query that nothing can match finds nothing, and an empty index too")
    func nothing() throws {
        let index = try ComparedIndex(seed: 9, passages: 20...30, vocabulary: 5, longestPassage: 9, segmentCount: 2)
        let searchers = [
            Searcher(index.snapshot), Searcher(Snapshot([], generation: 0)),
            Searcher(Snapshot([(try [SampleDocument]().segment(), nil)], generation: 1)),
        ]
        for searcher in searchers {
            #expect(searcher.passages(RankedQuery(), limit: 10, countTotal: true).hits.isEmpty)
            var query = RankedQuery()
            let absent = query.select(.anyForm(folded: Array("absent".utf8)))
            query.addTerm(absent, weight: 1)
            query.addPair(absent, absent, weight: 1)
            for _ in 0..<2 {
                #expect(searcher.passages(query, limit: 10, countTotal: true).total == 0)
                #expect(searcher.documents(query, limit: 10, countTotal: true).total == 0)
                query.require(.phrase([absent, absent, absent]))
            }
        }
    }
}
