internal import InvertedIndex
internal import VietnameseText

/// More like this.
extension IndexSearcher {
    /// What is like a document, or like one of its passages; the document itself is left out.
    ///
    /// - Parameters:
    ///   - name: the document's number or identity; of several with one number the newest is taken, and a note says so.
    ///   - passage: which of its passages, from 0; the whole document where it is nil.
    ///   - options: how many hits, of what; a filter, order, pages and facets play no part.
    /// - Returns: nothing where there is no such document or passage.
    public func similar(to name: String, passage: Int? = nil, _ options: SearchOptions) -> SearchResult? {
        let clock = RunClock()
        let places = places(named: name)
        guard let place = places.first else { return nil }
        let reader = snapshot.segments[place.segment].reader
        let passages = reader.passages(ofDocument: place.document)
        var plan = QueryPlan()
        if let passage {
            guard passage >= 0, passage < passages.count else { return nil }
            plan.query = searcher.similar(toPassage: passages.lowerBound + passage, ofSegment: place.segment)
        } else {
            plan.query = searcher.similar(toDocument: place.document, ofSegment: place.segment)
        }
        plan.query.k1 = options.ranking.k1
        plan.query.b = options.ranking.b
        for term in plan.query.terms {
            guard case .exact(let key) = plan.query.selections[term.selection] else { continue }
            plan.marks.exact.insert(key.exact)
            plan.labels[term.selection] = String(decoding: key.exact, as: UTF8.self)
        }
        for number in plan.query.selections.indices where plan.labels[number] == nil {
            if case .exact(let key) = plan.query.selections[number] {
                plan.labels[number] = String(decoding: key.exact, as: UTF8.self)
            }
        }
        let found =
            options.by == .document
            ? searcher.documents(plan.query, limit: options.top, countTotal: true)
            : searcher.passages(plan.query, limit: options.top, countTotal: true)
        let notes =
            places.count > 1
            ? [
                "\(places.count) documents are called \(name); taken was \(summary(of: place.document, in: place.segment).id)"
            ]
            : []
        return SearchResult(
            total: found.total, totalIsExact: found.totalIsExact, elapsedMicroseconds: clock.elapsed.seconds * 1e6,
            hits: shown(found.hits, plan, options, behind: 0), notes: notes)
    }
}
