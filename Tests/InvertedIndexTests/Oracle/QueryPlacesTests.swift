import Testing

@testable import InvertedIndex

@Suite("A query holds each of its parts once, be they few or many")
struct QueryPlacesTests {
    /// Beyond the length up to which lists are gone through.
    @Test("Parts that come again add to the first", arguments: [1, 12, 13, 14, 40])
    func partsThatComeAgainAddToTheFirst(count: Int) {
        var query = RankedQuery()
        for round in 1...2 {
            for part in 0..<count {
                let key = Array("w\(part)".utf8)
                #expect(query.select(.exact(TermKey(exact: key, folded: key))) == part)
                query.addTerm(part, weight: 1)
                query.addPair(part, part + 1, weight: 1)
                query.addTitleTerm(key, weight: 1)
                query.require(.term(part), weight: Float(round))
            }
        }
        #expect(query.selections.count == count)
        #expect(query.terms.map(\.weight) == Array(repeating: 2, count: count))
        #expect(query.terms.map(\.selection) == Array(0..<count))
        #expect(query.pairs.map(\.weight) == Array(repeating: 2, count: count))
        #expect(query.titleTerms.map(\.weight) == Array(repeating: 2, count: count))
        #expect(query.required == (0..<count).map { .term($0) })
        #expect(query.requiredWeights == Array(repeating: 2, count: count))
    }
}
