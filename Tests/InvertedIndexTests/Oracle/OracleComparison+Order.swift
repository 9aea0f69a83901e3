import Testing

@testable import InvertedIndex

extension OracleComparison {
    /// All answers in order are the oracle's, and pages of any size, one behind the other, are these answers.
    func comparePages(_ query: RankedQuery, pageSize: Int, _ what: Comment) {
        var query = query
        query.isExact = true
        let answer = index.oracle.answer(query)
        let passages = searcher.passages(query, limit: 100_000, countTotal: true)
        #expect(passages.total == answer.scores.count && passages.hits.count == answer.scores.count, what)
        let numbers = passages.hits.compactMap { passageNumbers[$0.segment][$0.passage] }
        #expect(Set(numbers) == Set(answer.scores.keys), what)
        if query.order == .score, !index.oracle.isOnlyFilter(query) {
            expectByScore(passages.hits, what)
        } else {
            #expect(numbers == index.oracle.inOrder(passages: numbers, query.order), what)
        }
        for (hit, number) in zip(passages.hits, numbers) {
            #expect(Self.isClose(Double(hit.score), answer.scores[number] ?? -1), what)
        }
        expectPages(query, pageSize, passages, what) {
            $0.passages($1, limit: $2, countTotal: true)
        } place: {
            $0.place(ofPassage: $1, $2)
        }

        let found = index.oracle.documents(query, answer)
        let documents = searcher.documents(query, limit: 100_000, countTotal: true)
        #expect(documents.total == found.count && documents.hits.count == found.count, what)
        let documentsFound = documents.hits.compactMap { documentNumbers[$0.segment][$0.document] }
        #expect(Set(documentsFound) == Set(found.keys), what)
        if query.order == .score, !index.oracle.isOnlyFilter(query) {
            expectByScore(documents.hits, what)
            for (hit, number) in zip(documents.hits, documentsFound) {
                // Every passage is scored in full, so the one shown is the best.
                #expect(Self.isClose(Double(hit.score), found[number]?.score ?? -1), what)
            }
        } else {
            #expect(documentsFound == documentsFound.sorted { index.oracle.isBefore($0, $1, query.order) }, what)
        }
        expectPages(query, pageSize, documents, what) {
            $0.documents($1, limit: $2, countTotal: true)
        } place: {
            $0.place(ofDocument: $1, $2)
        }
    }

    private func expectByScore(_ hits: [Hit], _ what: Comment) {
        for (a, b) in zip(hits, hits.dropFirst()) {
            #expect(a.score > b.score || a.score == b.score && arrival(a) < arrival(b), what)
        }
    }

    private func arrival(_ hit: Hit) -> (UInt64, Int) {
        (index.snapshot.segments[hit.segment].reader.documents.sequence(of: hit.document), hit.passage)
    }

    private func expectPages(
        _ query: RankedQuery, _ pageSize: Int, _ all: RankedHits, _ what: Comment,
        page: (Searcher, RankedQuery, Int) -> RankedHits, place: (Searcher, Hit, RankedQuery) -> RankedQuery.Place
    ) {
        var query = query
        var read: [Hit] = []
        while read.count <= all.hits.count {
            let next = page(searcher, query, pageSize)
            #expect(next.total == all.total, what)
            read += next.hits
            guard let last = next.hits.last, next.hits.count == pageSize else { break }
            query.after = place(searcher, last, query)
        }
        #expect(read == all.hits, what)
    }
}
