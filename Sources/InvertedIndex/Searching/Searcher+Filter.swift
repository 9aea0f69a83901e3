extension Searcher {
    /// The passages of a segment, deleted ones too, that the query's filter admits; `nil` where it has none.
    func admitted(_ resolved: ResolvedQuery, _ index: Int) -> UnitSet? {
        guard let filter = resolved.query.filter else { return nil }
        let segment = snapshot.segments[index]
        let query = resolved.query
        let evaluation = PredicateEvaluation(
            segment: segment, words: resolved.words[index], gatherer: gatherer,
            dense: { self.sums.dense($0, segment, self.table(query), k1: query.k1, b: query.b) })
        return evaluation.passages(filter)
    }
}
