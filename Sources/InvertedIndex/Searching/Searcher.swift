internal import CIndexKernels

/// A found passage, or a found document with its best passage.
public struct Hit: Equatable, Sendable {
    /// BM25 score in floating point.
    public var score: Float
    /// Number of the segment in the snapshot.
    public var segment: Int
    /// Passage in the segment.
    public var passage: Int
    /// Its document in the segment.
    public var document: Int
}

/// The answer to a query.
public struct RankedHits: Sendable {
    /// Best first.
    public var hits: [Hit] = []
    /// Passages or documents that match, where it was asked for.
    public var total = 0
    /// Whether `total` is exact; of long phrases it is an upper bound.
    public var totalIsExact = true

    /// No answer.
    public init() {}
}

/// Executes queries over a snapshot.
///
/// One thread's; its buffers are used again for each query.
///
/// The 16-bit sums choose the candidates, a few more than asked for; these are scored again in floating point, so that scores
/// and order are BM25's own. Which candidates there are is exact but for near-ties at the last place: with twenty candidates
/// for ten hits, 11 of 2,000 short queries gave another score somewhere among the ten than with a hundred candidates, and
/// none of 600 questions did.
public final class Searcher {
    /// What is searched.
    public let snapshot: Snapshot
    let sums = PassageSums()
    let gatherer = ListGatherer()
    /// The passages that the query's filter admits, of the segment that was summed last; `nil` where it has no filter.
    private(set) var admitted: UnitSet?
    private var tables: [TableKey: ImpactTable] = [:]

    private struct TableKey: Hashable {
        var k1: Float
        var b: Float
    }

    /// A searcher over a snapshot.
    public init(_ snapshot: Snapshot) { self.snapshot = snapshot }

    func table(_ query: RankedQuery) -> ImpactTable {
        let key = TableKey(k1: query.k1, b: query.b)
        if let known = tables[key] { return known }
        if tables.count > 16 { tables.removeAll() }
        let made = ImpactTable(k1: query.k1, b: query.b, averageLength: snapshot.averagePassageLength)
        tables[key] = made
        return made
    }

    /// The best passages.
    ///
    /// - Parameters:
    ///   - query: what is looked for.
    ///   - limit: how many hits at most.
    ///   - countTotal: whether all matches are counted, too.
    public func passages(_ query: RankedQuery, limit: Int, countTotal: Bool = false) -> RankedHits {
        var result = RankedHits()
        guard limit > 0 || countTotal, !query.isEmpty else { return result }
        let resolved = ResolvedQuery(query, snapshot, gatherer: gatherer)
        let table = table(query)
        guard query.isByCandidates else { return passagesInOrder(resolved, table, limit: limit) }
        if Self.isLonePhrase(query) { return passages(ofLonePhrase: resolved, table, limit: limit) }
        var top = TopHits<UInt16>(capacity: Self.candidates(for: limit))
        for index in snapshot.segments.indices where snapshot.segments[index].reader.passageCount > 0 {
            guard sum(resolved, index, table) else { continue }
            if countTotal { result.total += sums.matches }
            // At least as many passages as are wanted reach the floor, so nothing below it can be among them.
            let floor = sums.floor(ofBest: top.capacity)
            var threshold = max(top.worst ?? 0, floor > 0 ? floor - 1 : 0)
            var passage = sums.next(above: threshold, from: 0)
            while passage < sums.padded {
                top.offer(sums.sums[passage], segment: index, unit: passage)
                threshold = max(top.worst ?? 0, threshold)
                passage = sums.next(above: threshold, from: passage + 1)
            }
        }
        let scores = rescore(top.entries.map { ($0.segment, $0.unit) }, resolved, table)
        var hits: [Hit] = []
        for (entry, score) in zip(top.entries, scores) {
            hits.append(
                Hit(
                    score: score, segment: Int(entry.segment), passage: Int(entry.unit),
                    document: snapshot.segments[Int(entry.segment)].reader.documents.document(of: Int(entry.unit))))
        }
        result.hits = best(hits, limit)
        return result
    }

    /// The best of some hits: by score, of equal ones the document that arrived first, and its passages in order.
    ///
    /// So the order does not depend on how the documents are spread over segments.
    func best(_ hits: [Hit], _ limit: Int) -> [Hit] {
        func arrival(_ hit: Hit) -> UInt64 {
            snapshot.segments[hit.segment].reader.documents.sequence(of: hit.document)
        }
        let sorted = hits.sorted { a, b in
            if a.score != b.score { return a.score > b.score }
            if a.segment == b.segment, a.document == b.document { return a.passage < b.passage }
            let (first, second) = (arrival(a), arrival(b))
            return first == second ? (a.segment, a.document) < (b.segment, b.document) : first < second
        }
        return Array(sorted.prefix(limit))
    }

    /// How many candidates the sums choose for so many hits.
    static func candidates(for limit: Int) -> Int { min(limit, 1 << 30) + max(10, min(limit, 200)) }

    // MARK: Sums of a segment

    /// Fills the sums of a segment's passages that are not deleted; false where nothing in it can match.
    func sum(_ resolved: ResolvedQuery, _ index: Int, _ table: ImpactTable) -> Bool {
        let segment = snapshot.segments[index]
        admitted = resolved.query.filter == nil ? nil : admitted(resolved, index)
        if let admitted, admitted.isEmpty { return false }
        sums.begin(passages: segment.reader.passageCount)
        if let admitted, resolved.query.isOnlyFilter {
            sums.mark(admitted)
        } else if resolved.query.required.isEmpty {
            let hasAny = sumAny(resolved, index, table)
            if let admitted, resolved.query.filterSuffices {
                if hasAny { sums.raise(admitted) } else { sums.mark(admitted) }
            } else if !hasAny {
                return false
            }
        } else {
            guard sumRequired(resolved, index, table) else { return false }
        }
        for condition in resolved.query.excluded {
            switch condition {
            case .term(let word): sums.exclude(resolved.words[index][word])
            case .phrase(let words):
                let matcher = PhraseMatcher(
                    segment, words: words.map { resolved.words[index][$0].first }, gatherer: gatherer)
                for passage in matcher.verified().passages { sums.sums[Int(passage)] = 0 }
            }
        }
        if let admitted { sums.keep(admitted) }
        for passages in segment.deletedPassages { sums.clear(passages) }
        return true
    }

    private func sumAny(_ resolved: ResolvedQuery, _ index: Int, _ table: ImpactTable) -> Bool {
        let segment = snapshot.segments[index]
        var dense: [(DenseImpacts, UInt16)] = []
        var hasAny = false
        for item in resolved.items where !item.perSegment[index].isEmpty {
            hasAny = true
            if PassageSums.isDense(item.perSegment[index], segment.reader) {
                dense.append(
                    (
                        sums.dense(
                            item.perSegment[index], segment, table, k1: resolved.query.k1, b: resolved.query.b),
                        item.quantised
                    ))
            }
        }
        guard hasAny else { return false }
        sums.addDense(dense)
        table.bytes.withUnsafeBufferPointer { bytes in
            guard let bytes = bytes.baseAddress else { return }
            for item in resolved.items {
                let lists = item.perSegment[index]
                guard !lists.isEmpty, !PassageSums.isDense(lists, segment.reader) else { continue }
                sums.addSparse(lists, segment.reader, bytes, item.quantised)
            }
        }
        return true
    }
}
