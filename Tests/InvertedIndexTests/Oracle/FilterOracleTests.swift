import Testing

@testable import InvertedIndex

@Suite("Searching: filters and orders, the oracle") struct FilterOracleTests {
    #if DEBUG
        static let queriesPerShape = 1
        static let indexes: UInt64 = 16
    #else
        static let queriesPerShape = 30
        static let indexes: UInt64 = 40
    #endif

    private func index(_ seed: UInt64) throws -> ComparedIndex {
        try ComparedIndex(
            seed: seed, passages: 1...250, vocabulary: 3 + Int(seed * 7 % 38),
            longestPassage: [6, 14, 40][Int(seed % 3)], segmentCount: 1 + Int(seed % 4))
    }

    @Test("filtered answers, of passages and of documents, are the oracle's", arguments: 201...200 + indexes)
    func filtered(seed: UInt64) throws {
        let index = try index(seed)
        let comparison = OracleComparison(index)
        var random = SeededRandom(seed: seed &* 7919)
        for shape in QueryMaker.Shape.allCases {
            for number in 0..<Self.queriesPerShape {
                var query = QueryMaker.query(shape, index.words, texts: index.texts, &random)
                query.filter = QueryMaker.predicate(&query, index.words, texts: index.texts, &random)
                query.filterSuffices = Int.random(in: 0..<4, using: &random) == 0
                let limit = [1, 3, 10, 1000].randomElement(using: &random) ?? 10
                comparison.compare(query, limit: limit, "seed \(seed), \(shape), query \(number), limit \(limit)")
            }
        }
    }

    @Test("a query of nothing but a filter finds all it admits, in order of arrival", arguments: 301...300 + indexes)
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
        "pages in any order, one behind the other, are all answers, none twice and none missing",
        arguments: 401...400 + indexes)
    func pages(seed: UInt64) throws {
        let index = try index(seed)
        let comparison = OracleComparison(index)
        var random = SeededRandom(seed: seed &* 7919)
        for shape in QueryMaker.Shape.allCases {
            for number in 0..<Self.queriesPerShape {
                var query = QueryMaker.query(shape, index.words, texts: index.texts, &random)
                if Bool.random(using: &random) {
                    query.filter = QueryMaker.predicate(&query, index.words, texts: index.texts, &random)
                    query.filterSuffices = Int.random(in: 0..<4, using: &random) == 0
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
        // Once with nothing but documents of one passage, which are looked at 64 at a time.
        let index = try ComparedIndex(
            seed: seed, passages: 5000...6000, vocabulary: 40, longestPassage: 4, segmentCount: 1 + Int(seed % 2),
            perDocument: seed % 2 == 0 ? 1...1 : 0...6)
        let comparison = OracleComparison(index)
        var random = SeededRandom(seed: seed)
        for shape in QueryMaker.Shape.allCases.prefix(Self.queriesPerShape * 3) {
            var query = QueryMaker.query(shape, index.words, texts: index.texts, &random)
            query.filter = QueryMaker.predicate(&query, index.words, texts: index.texts, &random)
            comparison.compare(query, limit: 10, "seed \(seed), \(shape)")
        }
        var onlyFilter = RankedQuery()
        onlyFilter.filter = .or([
            .category("kind", anyOf: [Array("plan".utf8)]), .not(.integer("both", -500_000...500_000)),
        ])
        comparison.comparePages(onlyFilter, pageSize: 1000, "seed \(seed), a filter alone")
    }

    @Test("facets count each value once for every matching document", arguments: 501...500 + indexes)
    func facets(seed: UInt64) throws {
        let index = try index(seed)
        let searcher = Searcher(index.snapshot)
        let columns =
            (SampleMaker.categoryColumns + ["absent"]).map { ColumnName(.category, $0) }
            + (SampleMaker.integerColumns + ["absent"]).map { ColumnName(.integer, $0) }
        var random = SeededRandom(seed: seed &* 7919)
        for shape in QueryMaker.Shape.allCases {
            var query = QueryMaker.query(shape, index.words, texts: index.texts, &random)
            if Bool.random(using: &random) {
                query.filter = QueryMaker.predicate(&query, index.words, texts: index.texts, &random)
            }
            query.order = QueryMaker.order(&random)
            let answer = index.oracle.answer(query)
            let byTitle = Bool.random(using: &random)
            let found: Set<Int> =
                byTitle
                ? Set(index.oracle.documents(query, answer).keys)
                : Set(answer.scores.keys.map { index.oracle.passages[$0].document })
            let limit = [1, 5, 1000].randomElement(using: &random) ?? 5
            let counted = searcher.facets(query, columns: columns, limit: limit, byTitle: byTitle)
            #expect(counted.documents == found.count, "seed \(seed), \(shape)")
            for (column, facet) in zip(columns, counted.facets) {
                var counts: [Facet.Value: Int] = [:]
                var missing = 0
                for document in found.map({ index.oracle.documents[$0].source }) {
                    let values: [Facet.Value] =
                        column.kind == .category
                        ? document.values(of: column.name).map { .category($0) }
                        : document.integers[column.name].map { [.integer($0)] } ?? []
                    for value in values { counts[value, default: 0] += 1 }
                    missing += values.isEmpty ? 1 : 0
                }
                let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                #expect(facet.column == column && facet.missing == missing && facet.distinct == counts.count)
                #expect(
                    facet.counts == sorted.prefix(limit).map { Facet.Count(value: $0.key, documents: $0.value) },
                    "seed \(seed), \(shape), \(column)")
            }
        }
        #expect(searcher.facets(RankedQuery(), columns: columns, limit: 3).documents == 0)
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
