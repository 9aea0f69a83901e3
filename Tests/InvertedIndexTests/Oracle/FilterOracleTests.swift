import Testing

@testable import InvertedIndex

@Suite("Searching: filters and orders, the oracle") struct FilterOracleTests {
    #if DEBUG
        static let queriesPerShape = 1
    #else
        static let queriesPerShape = 30
    #endif

    private func index(_ seed: UInt64) throws -> ComparedIndex {
        try ComparedIndex(
            seed: seed, passages: 1...250, vocabulary: 3 + Int(seed * 7 % 38),
            longestPassage: [6, 14, 40][Int(seed % 3)], segmentCount: 1 + Int(seed % 4))
    }

    @Test("filtered answers, of passages and of documents, are the oracle's", arguments: 201...240)
    func filtered(seed: UInt64) throws {
        let index = try index(seed)
        let comparison = OracleComparison(index)
        var random = SeededRandom(seed: seed &* 7919)
        for shape in QueryMaker.Shape.allCases {
            for number in 0..<Self.queriesPerShape {
                var query = QueryMaker.query(shape, index.words, texts: index.texts, &random)
                query.filter = QueryMaker.predicate(&query, index.words, texts: index.texts, &random)
                let limit = [1, 3, 10, 1000].randomElement(using: &random) ?? 10
                comparison.compare(query, limit: limit, "seed \(seed), \(shape), query \(number), limit \(limit)")
            }
        }
    }

    @Test("a query of nothing but a filter finds all it admits, in order of arrival", arguments: 301...330)
    func onlyFilters(seed: UInt64) throws {
        let index = try index(seed)
        let comparison = OracleComparison(index)
        var random = SeededRandom(seed: seed &* 7919)
        for number in 0..<5 * Self.queriesPerShape {
            var query = RankedQuery()
            query.filter = QueryMaker.predicate(&query, index.words, texts: index.texts, &random)
            if Int.random(in: 0..<4, using: &random) == 0 {
                query.exclude(.term(query.select(.anyForm(folded: index.words[0].folded))))
            }
            comparison.compare(query, limit: 7, "seed \(seed), query \(number)")
            query.order = QueryMaker.order(&random)
            comparison.comparePages(
                query, pageSize: [1, 4, 50].randomElement(using: &random) ?? 4, "seed \(seed), query \(number)")
        }
    }

    @Test(
        "pages in any order, one behind the other, are all answers, none twice and none missing", arguments: 401...440)
    func pages(seed: UInt64) throws {
        let index = try index(seed)
        let comparison = OracleComparison(index)
        var random = SeededRandom(seed: seed &* 7919)
        for shape in QueryMaker.Shape.allCases {
            for number in 0..<Self.queriesPerShape {
                var query = QueryMaker.query(shape, index.words, texts: index.texts, &random)
                if Bool.random(using: &random) {
                    query.filter = QueryMaker.predicate(&query, index.words, texts: index.texts, &random)
                }
                query.order = QueryMaker.order(&random)
                let size = [2, 5, 10, 100].randomElement(using: &random) ?? 10
                comparison.comparePages(
                    query, pageSize: size, "seed \(seed), \(shape), query \(number), pages of \(size)")
            }
        }
    }

    @Test(
        "lists of many blocks, sparse and dense, and many documents are filtered as the oracle does",
        arguments: 1201...1202)
    func long(seed: UInt64) throws {
        let index = try ComparedIndex(
            seed: seed, passages: 5000...6000, vocabulary: 40, longestPassage: 4, segmentCount: 1 + Int(seed % 2))
        let comparison = OracleComparison(index)
        var random = SeededRandom(seed: seed)
        for shape in QueryMaker.Shape.allCases.prefix(Self.queriesPerShape * 3) {
            var query = QueryMaker.query(shape, index.words, texts: index.texts, &random)
            query.filter = QueryMaker.predicate(&query, index.words, texts: index.texts, &random)
            comparison.compare(query, limit: 10, "seed \(seed), \(shape)")
        }
    }

    @Test("a place of another order is behind nothing")
    func placeOfAnotherOrder() throws {
        let index = try index(7)
        let searcher = Searcher(index.snapshot)
        var query = RankedQuery()
        query.addTerm(query.select(.anyForm(folded: index.words[0].folded)), weight: 1)
        query.order = .integer("year", descending: true)
        let all = searcher.passages(query, limit: 20).hits
        query.after = RankedQuery.Place(key: .score(0.5), sequence: 3, passage: 0)
        #expect(!all.isEmpty && searcher.passages(query, limit: 20).hits == all)
    }
}
