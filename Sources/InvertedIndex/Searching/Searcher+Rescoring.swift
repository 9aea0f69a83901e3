/// What one word, pair or phrase adds to a score.
public struct ScorePart: Sendable {
    /// What kind of part.
    public enum Kind: String, Sendable { case term, pair, phrase, documentPair, title }
    /// What kind of part.
    public var kind: Kind
    /// The words' numbers in the query; for titles, the number of the title term.
    public var words: [Int]
    /// How often the passage holds it.
    public var frequency: Int
    /// Passages that hold it.
    public var count: Int
    /// Its idf times its factor.
    public var idf: Float
    /// What it adds.
    public var score: Float
}

extension Searcher {
    /// Scores passages in floating point, in the order given.
    func rescore(_ units: [(segment: Int32, passage: UInt32)], _ resolved: ResolvedQuery, _ table: ImpactTable)
        -> [Float]
    {
        var scores = [Float](repeating: 0, count: units.count)
        forEachPart(units, resolved) { unit, _, _, frequency, _, weight, norm in
            scores[unit] += weight * table.quotient(frequency, norm)
        }
        return scores
    }

    /// Scores ascending passages of one segment in floating point.
    func rescore(_ passages: [UInt32], _ index: Int, _ resolved: ResolvedQuery, _ table: ImpactTable) -> [Float] {
        var scores = [Float](repeating: 0, count: passages.count)
        forEachPart(of: passages, numbered: Array(passages.indices), index, resolved) {
            place, _, _, frequency, _, weight, norm in
            scores[place] += weight * table.quotient(frequency, norm)
        }
        return scores
    }

    /// All parts of one passage's score.
    public func explain(_ query: RankedQuery, _ hit: Hit) -> [ScorePart] {
        let resolved = ResolvedQuery(query, snapshot, gatherer: gatherer)
        let table = table(query)
        var parts: [ScorePart] = []
        forEachPart([(Int32(hit.segment), UInt32(hit.passage))], resolved) {
            _, kind, words, frequency, count, weight, norm in
            parts.append(
                ScorePart(
                    kind: kind, words: words, frequency: Int(frequency), count: count, idf: weight,
                    score: weight * table.quotient(frequency, norm)))
        }
        return parts
    }

    /// How often lists hold each of some ascending passages: of frequent lists read from their dense array.
    private func frequencies(
        of lists: ResolvedLists, at passages: [UInt32], _ segment: Snapshot.Segment, _ query: RankedQuery
    ) -> [UInt32] {
        guard PassageSums.isDense(lists, segment.reader) else { return gatherer.frequencies(of: lists, at: passages) }
        let array = sums.dense(lists, segment, table(query), k1: query.k1, b: query.b)
        let frequencies = passages.map { UInt32(array.frequencies[Int($0)]) }
        // 255 stands for that and more.
        return frequencies.contains(255) ? gatherer.frequencies(of: lists, at: passages) : frequencies
    }

    /// Gives `body` each item of the query that a passage holds, with its frequency there.
    private func forEachPart(
        _ units: [(segment: Int32, passage: UInt32)], _ resolved: ResolvedQuery,
        _ body: (
            _ unit: Int, ScorePart.Kind, _ words: [Int], _ frequency: UInt32, _ count: Int, _ weight: Float,
            _ norm: UInt8
        ) ->
            Void
    ) {
        for index in snapshot.segments.indices {
            let order = units.indices.filter { units[$0].segment == index }
                .sorted { units[$0].passage < units[$1].passage }
            if order.isEmpty { continue }
            forEachPart(of: order.map { units[$0].passage }, numbered: order, index, resolved, body)
        }
    }

    /// The same for ascending passages of one segment, of which `body` gets the numbers.
    @inline(__always)
    private func forEachPart(
        of passages: [UInt32], numbered order: [Int], _ index: Int, _ resolved: ResolvedQuery,
        _ body: (
            _ unit: Int, ScorePart.Kind, _ words: [Int], _ frequency: UInt32, _ count: Int, _ weight: Float,
            _ norm: UInt8
        ) ->
            Void
    ) {
        let query = resolved.query
        let segment = snapshot.segments[index]
        let norms = segment.reader.norms
        for item in resolved.items where !item.perSegment[index].isEmpty {
            let words: [Int] =
                item.isPair
                ? [query.pairs[item.place].first, query.pairs[item.place].second]
                : [query.terms[item.place].selection]
            let frequencies = frequencies(of: item.perSegment[index], at: passages, segment, resolved.query)
            for (i, frequency) in frequencies.enumerated() where frequency > 0 {
                body(
                    order[i], item.isPair ? .pair : .term, words, frequency, item.count, item.weight,
                    norms[Int(passages[i])])
            }
        }
        var phrase = 0
        for case .phrase(let numbers) in query.required {
            let matcher = PhraseMatcher(
                segment, words: numbers.map { resolved.words[index][$0].first }, gatherer: gatherer)
            var buffer: [UInt32] = []
            for (i, passage) in passages.enumerated() {
                let count = matcher.occurrences(in: Int(passage), &buffer)
                if count > 0 {
                    body(
                        order[i], .phrase, numbers, UInt32(count), 0, resolved.phraseWeights[phrase],
                        norms[Int(passage)])
                }
            }
            phrase += 1
        }
    }
}
