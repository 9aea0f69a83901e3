extension Searcher {
    /// The best documents: best passage + pairs over the whole document + title.
    ///
    /// What was measured best, on 3,464 judged questions, among signals that need no list of their own: the pairs of a document are the sum of its
    /// passages' pairs (a pair across a passage's end is not seen), scored with a small b, and their idf counts documents.
    ///
    /// - Parameters:
    ///   - query: what is looked for.
    ///   - limit: how many documents at most.
    ///   - countTotal: whether all matching documents are counted, too.
    public func documents(_ query: RankedQuery, limit: Int, countTotal: Bool = false) -> RankedHits {
        var result = RankedHits()
        guard limit > 0 || countTotal, !query.isEmpty else { return result }
        let resolved = ResolvedQuery(query, snapshot, gatherer: gatherer)
        let table = table(query)
        guard query.isByCandidates else { return documentsInOrder(resolved, table, limit: limit) }
        let whole = documentScores(resolved)
        let findsByTitle = query.findsByTitleAlone
        var top = TopHits<Float>(capacity: Self.candidates(for: limit))
        var bestPassages: [[UInt32]] = []
        for (index, segment) in snapshot.segments.enumerated() {
            let reader = segment.reader
            var best = [UInt32](repeating: 0, count: reader.documentCount)
            let hasPassages = reader.passageCount > 0 && sum(resolved, index, table)
            for document in 0..<reader.documentCount where segment.isLive(document) {
                var highest: UInt16 = 0
                let passages = reader.documents.passages(of: document)
                best[document] = UInt32(passages.lowerBound)
                if hasPassages {
                    for passage in passages where sums.sums[passage] > highest {
                        highest = sums.sums[passage]
                        best[document] = UInt32(passage)
                    }
                }
                if highest == 0 {
                    guard findsByTitle, whole[index][document] > 0, let passage = passageShown(passages) else {
                        continue
                    }
                    best[document] = UInt32(passage)
                }
                let score = Float(highest) * resolved.unit + whole[index][document]
                if countTotal { result.total += 1 }
                if top.worst.map({ score > $0 }) ?? true { top.offer(score, segment: index, unit: document) }
            }
            bestPassages.append(best)
        }
        let units = top.entries.map { ($0.segment, bestPassages[Int($0.segment)][Int($0.unit)]) }
        let scores = rescore(units, resolved, table)
        var hits: [Hit] = []
        for (i, entry) in top.entries.enumerated() {
            let segment = Int(entry.segment)
            hits.append(
                Hit(
                    score: scores[i] + whole[segment][Int(entry.unit)], segment: segment, passage: Int(units[i].1),
                    document: Int(entry.unit)))
        }
        result.hits = best(hits, limit)
        return result
    }

    /// The passage that is shown of a document of which none matches: the first, or the first that the filter admits.
    func passageShown(_ passages: Range<Int>) -> Int? {
        guard let admitted else { return passages.first }
        return admitted.first(in: passages)
    }

    /// What the pairs of whole documents and their titles add, for each segment and document.
    func documentScores(_ resolved: ResolvedQuery) -> [[Float]] {
        var scores = snapshot.segments.map { [Float](repeating: 0, count: $0.reader.documentCount) }
        forEachDocumentPart(resolved) { segment, document, _, _, _, _, _, score in scores[segment][document] += score }
        return scores
    }

    /// All parts of a found document's score: those of its best passage, of its pairs and of its title.
    public func explain(_ query: RankedQuery, document hit: Hit) -> [ScorePart] {
        var parts = explain(query, hit)
        forEachDocumentPart(ResolvedQuery(query, snapshot, gatherer: gatherer)) {
            segment, document, kind, words, frequency, count, weight, score in
            guard segment == hit.segment, document == hit.document else { return }
            parts.append(
                ScorePart(
                    kind: kind, words: words, frequency: Int(frequency), count: count, idf: weight, score: score))
        }
        return parts
    }

    /// Gives `body` each pair and title term that a document holds, with its frequency, how many documents
    /// hold it, its weight, and what it adds.
    private func forEachDocumentPart(
        _ resolved: ResolvedQuery,
        _ body: (
            _ segment: Int, _ document: Int, ScorePart.Kind, _ words: [Int], _ frequency: UInt32, _ count: Int,
            _ weight: Float, _ score: Float
        ) -> Void
    ) {
        let query = resolved.query
        let total = snapshot.scoredDocuments
        if query.documentPairWeight > 0 {
            let saturation = LengthSaturation(query.k1, query.documentB, snapshot.averageDocumentLength)
            let strongest = max(query.pairs.map(\.weight).max() ?? 1, 0.0001)
            for item in resolved.items where item.isPair {
                let runs = snapshot.segments.indices.map { documentRun(item.perSegment[$0], $0) }
                let count = runs.reduce(0) { $0 + $1.count }
                let pair = query.pairs[item.place]
                let words = [pair.first, pair.second]
                let weight =
                    query.documentPairWeight * (pair.weight / strongest)
                    * inverseDocumentFrequency(count: count, of: total)
                for (index, run) in runs.enumerated() {
                    let documents = snapshot.segments[index].reader.documents
                    for (document, frequency) in run {
                        let tf = Float(frequency)
                        let s = saturation.value(documents.tokens(of: Int(document)))
                        body(
                            index, Int(document), .documentPair, words, frequency, count, weight, weight * tf / (tf + s)
                        )
                    }
                }
            }
        }
        for (place, term) in query.titleTerms.enumerated() {
            let groups = snapshot.segments.map { segment in
                term.folded.withUnsafeBytes { segment.reader.titles.group($0) }
            }
            let count = groups.reduce(0) { $0 + ($1?.unionCount ?? 0) }
            if count == 0 { continue }
            let table = ImpactTable(k1: query.k1, b: query.b, averageLength: snapshot.averageTitleLength)
            let weight = term.weight * inverseDocumentFrequency(count: count, of: total)
            let block = PostingBlock()
            for (index, group) in groups.enumerated() {
                guard let form = group?.forms.first else { continue }
                let reader = snapshot.segments[index].reader
                let list = reader.titleList(form)
                let norms = reader.titleNorms
                for number in 0..<list.blocks {
                    list.decode(block: number, into: block)
                    for i in 0..<block.count {
                        let document = Int(block.passages[i])
                        let frequency = block.frequencies[i]
                        let score = weight * table.quotient(frequency, norms[document])
                        body(index, document, .title, [place], frequency, count, weight, score)
                    }
                }
            }
        }
    }

    /// A pair's occurrences by document.
    private func documentRun(_ lists: ResolvedLists, _ index: Int) -> [(document: UInt32, frequency: UInt32)] {
        guard !lists.isEmpty else { return [] }
        let documents = snapshot.segments[index].reader.documents
        let postings = gatherer.union(lists)
        var run: [(document: UInt32, frequency: UInt32)] = []
        run.reserveCapacity(min(postings.passages.count, documents.count))
        var document = 0
        var end = 0
        for (passage, frequency) in zip(postings.passages, postings.frequencies) {
            if passage < end {
                run[run.count - 1].frequency += frequency
            } else {
                document = documents.document(of: Int(passage), from: document)
                end = documents.passages(of: document).upperBound
                run.append((UInt32(document), frequency))
            }
        }
        return run
    }

    /// k1 (1 − b + b · length / average) for exact lengths.
    private struct LengthSaturation {
        let base: Float
        let slope: Float

        init(_ k1: Float, _ b: Float, _ average: Float) {
            base = k1 * (1 - b)
            slope = k1 * b / max(average, 1)
        }

        func value(_ length: Int) -> Float { base + slope * Float(length) }
    }
}
