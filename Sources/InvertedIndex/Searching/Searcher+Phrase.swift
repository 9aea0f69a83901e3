extension Searcher {
    /// Whether a query is one phrase of three and more words, and nothing else.
    static func isLonePhrase(_ query: RankedQuery) -> Bool {
        guard query.required.count == 1, query.terms.isEmpty, query.pairs.isEmpty, query.excluded.isEmpty,
            case .phrase(let words) = query.required[0]
        else { return false }
        return words.count > 2
    }

    /// The best passages of such a query: candidates are verified in their stored words, best first, and only as many as are
    /// needed to know the best.
    ///
    /// The lists of pairs bound how often a passage can hold the phrase, so they bound its score, too; as soon as the next
    /// bound is below the worst hit kept, the rest need not be read. The total is then an upper bound.
    func passages(ofLonePhrase resolved: ResolvedQuery, _ table: ImpactTable, limit: Int) -> RankedHits {
        var result = RankedHits()
        guard case .phrase(let numbers) = resolved.query.required[0] else { return result }
        var candidates: [Candidate] = []
        let matchers = snapshot.segments.indices.map { index in
            PhraseMatcher(
                snapshot.segments[index], words: numbers.map { resolved.words[index][$0].first }, gatherer: gatherer)
        }
        for (index, segment) in snapshot.segments.enumerated() {
            let gathered = matchers[index].candidates()
            if gathered.isEmpty { continue }
            let admitted = admitted(resolved, index)
            let norms = segment.reader.norms
            var deleted = segment.deletedPassages[...]
            for (place, passage) in gathered.passages.enumerated() {
                while let first = deleted.first, first.upperBound <= Int(passage) { deleted.removeFirst() }
                if let first = deleted.first, first.contains(Int(passage)) { continue }
                if let admitted, !admitted.contains(Int(passage)) { continue }
                let bound = table.quotient(gathered.frequencies[place], norms[Int(passage)])
                candidates.append(Candidate(bound: bound, segment: UInt32(index), passage: passage))
            }
        }
        result.total = candidates.count
        candidates.sort()
        var top = TopHits<Float>(capacity: max(limit, 1))
        var buffer: [UInt32] = []
        var found = 0
        for (rank, candidate) in candidates.enumerated() {
            if let worst = top.worst, candidate.bound < worst || limit == 0 {
                result.total = found + candidates.count - rank
                result.totalIsExact = false
                break
            }
            let passage = Int(candidate.passage)
            let index = Int(candidate.segment)
            let count = matchers[index].occurrences(in: passage, &buffer)
            guard count > 0 else { continue }
            found += 1
            let norm = snapshot.segments[index].reader.norms[passage]
            top.offer(table.quotient(UInt32(count), norm), segment: index, unit: passage)
        }
        if result.totalIsExact { result.total = found }
        let weight = resolved.phraseWeights[0]
        let hits = top.entries.map { entry in
            let reader = snapshot.segments[Int(entry.segment)].reader
            return Hit(
                score: weight * entry.score, segment: Int(entry.segment), passage: Int(entry.unit),
                document: reader.documents.document(of: Int(entry.unit)))
        }
        result.hits = best(hits, limit)
        return result
    }

    /// A passage that may hold the phrase; the highest bound first, of equal ones the earlier.
    private struct Candidate: Comparable {
        var bound: Float
        var segment: UInt32
        var passage: UInt32

        static func < (a: Candidate, b: Candidate) -> Bool {
            if a.bound != b.bound { return a.bound > b.bound }
            return (a.segment, a.passage) < (b.segment, b.passage)
        }
    }
}
