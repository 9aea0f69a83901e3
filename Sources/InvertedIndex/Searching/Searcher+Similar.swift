/// More like this: the words and pairs that tell a passage or document from the rest, as a query.
///
/// They are chosen by frequency × idf, as is usual (Lucene's MoreLikeThis chooses so); what nothing else holds is left out, since it finds
/// nothing. In the query each counts by how far its frequency is saturated, and the index's idf comes on top.
extension Searcher {
    /// A query for passages like one passage.
    ///
    /// - Parameters:
    ///   - passage: its number in the segment.
    ///   - segment: the segment's number in the snapshot.
    ///   - terms: how many words at most.
    ///   - pairs: how many pairs of neighbours at most.
    ///   - amongOthers: whether the passage's own document is left out.
    public func similar(
        toPassage passage: Int, ofSegment segment: Int, terms: Int = 25, pairs: Int = 15, amongOthers: Bool = true
    ) -> RankedQuery {
        let document = snapshot.segments[segment].reader.document(ofPassage: passage)
        return similar(to: passage..<passage + 1, document, segment, terms, pairs, amongOthers)
    }

    /// A query for what is like one document.
    ///
    /// - Parameters:
    ///   - document: its number in the segment.
    ///   - segment: the segment's number in the snapshot.
    ///   - terms: how many words at most.
    ///   - pairs: how many pairs of neighbours at most.
    ///   - amongOthers: whether the document itself is left out.
    public func similar(
        toDocument document: Int, ofSegment segment: Int, terms: Int = 25, pairs: Int = 15, amongOthers: Bool = true
    ) -> RankedQuery {
        let passages = snapshot.segments[segment].reader.passages(ofDocument: document)
        return similar(to: passages, document, segment, terms, pairs, amongOthers)
    }

    private func similar(
        to passages: Range<Int>, _ document: Int, _ segment: Int, _ terms: Int, _ pairs: Int, _ amongOthers: Bool
    ) -> RankedQuery {
        let reader = snapshot.segments[segment].reader
        var query = RankedQuery()
        let words = StoredWords(reader, passages)
        let total = snapshot.scoredPassages
        func weight(_ use: StoredWords.Use) -> Float { Float(use.frequency) / (Float(use.frequency) + query.k1) }

        for (key, use) in tellingTerms(words, segment, total, terms) {
            query.addTerm(query.select(.exact(key)), weight: weight(use))
        }
        let pairs = tellingPairs(words, segment, total, pairs)
        let keys = reader.terms.keys(of: Set(pairs.flatMap { [$0.first, $0.second] }).sorted())
        for pair in pairs {
            guard let first = keys[pair.first], let second = keys[pair.second] else { continue }
            query.addPair(
                query.select(.exact(first.key)), query.select(.exact(second.key)), weight: 0.5 * weight(pair.use))
        }
        // A filter alone would find everything, where nothing is like it.
        if amongOthers, !query.isEmpty { query.filter = .not(.identity(reader.identity(ofDocument: document))) }
        return query
    }

    /// The words that tell most, with their keys.
    ///
    /// Those that the segment's own counts put first are looked up in the other segments, too.
    private func tellingTerms(
        _ words: StoredWords, _ segment: Int, _ total: Int, _ limit: Int
    ) -> [(key: TermKey, use: StoredWords.Use)] {
        struct Candidate {
            var key: TermKey
            var use: StoredWords.Use
            var count: Int

            func score(_ total: Int) -> Float {
                Float(use.frequency) * inverseDocumentFrequency(count: count, of: total)
            }
        }
        guard limit > 0 else { return [] }
        var candidates: [Candidate] = []
        for (ordinal, found) in snapshot.segments[segment].reader.terms.keys(of: words.terms.keys.sorted()) {
            guard let use = words.terms[ordinal] else { continue }
            candidates.append(Candidate(key: found.key, use: use, count: found.entry.count))
        }
        func sort() {
            let scored = candidates.map { ($0.score(total), $0) }
            candidates = scored.sorted { $0.0 == $1.0 ? isBelow($0.1.key.exact, $1.1.key.exact) : $0.0 > $1.0 }.map(\.1)
        }
        sort()
        let others = snapshot.segments.indices.filter { $0 != segment }
        if !others.isEmpty { candidates.removeSubrange(min(8 * limit, candidates.count)...) }
        for place in candidates.indices {
            let key = candidates[place].key
            for other in others {
                let entry = key.exact.withUnsafeBytes { exact in
                    key.folded.withUnsafeBytes { snapshot.segments[other].reader.terms.term(exact: exact, folded: $0) }
                }
                candidates[place].count += entry?.count ?? 0
            }
        }
        candidates.removeAll { $0.count <= $0.use.passages }
        sort()
        return candidates.prefix(limit).map { ($0.key, $0.use) }
    }

    /// The pairs that tell most, as ordinals of the segment; pairs are so many that its own counts must do.
    private func tellingPairs(
        _ words: StoredWords, _ segment: Int, _ total: Int, _ limit: Int
    ) -> [(first: UInt32, second: UInt32, use: StoredWords.Use)] {
        guard limit > 0 else { return [] }
        var scored: [(score: Float, pair: UInt64, use: StoredWords.Use)] = []
        for pair in words.pairs.keys.sorted() {
            guard let use = words.pairs[pair] else { continue }
            let second = UInt32(truncatingIfNeeded: pair)
            var count = 0
            snapshot.segments[segment].reader.pairs.forEach(
                first: UInt32(pair >> 32), seconds: second..<second + 1, scratch: gatherer.pairs
            ) { count = $0.count }
            // In an index of several segments others may hold what only this passage of its own does.
            guard count > use.passages || snapshot.segments.count > 1 else { continue }
            scored.append((Float(use.frequency) * inverseDocumentFrequency(count: count, of: total), pair, use))
        }
        scored.sort { $0.score == $1.score ? $0.pair < $1.pair : $0.score > $1.score }
        return scored.prefix(limit).map { (UInt32($0.pair >> 32), UInt32(truncatingIfNeeded: $0.pair), $0.use) }
    }
}

/// The words of some passages as they are stored, counted.
private struct StoredWords {
    struct Use {
        var frequency = 0
        /// How many of the passages hold it.
        var passages = 0
        fileprivate var last = -1

        fileprivate mutating func add(_ passage: Int) {
            frequency += 1
            if last != passage { passages += 1 }
            last = passage
        }
    }

    private(set) var terms: [UInt32: Use] = [:]
    /// First ordinal in the high half, second in the low.
    private(set) var pairs: [UInt64: Use] = [:]

    init(_ reader: SegmentReader, _ passages: Range<Int>) {
        var ordinals: [UInt32] = []
        for passage in passages {
            guard let part = reader.text.part(ofPassage: passage) else { continue }
            ordinals.removeAll(keepingCapacity: true)
            reader.text.appendOrdinals(reader.text.codes(passage: passage, in: part), part, to: &ordinals)
            var before: UInt32?
            for ordinal in ordinals {
                guard ordinal < UInt32(reader.termCount) else {
                    before = nil
                    continue
                }
                terms[ordinal, default: Use()].add(passage)
                if let before { pairs[UInt64(before) << 32 | UInt64(ordinal), default: Use()].add(passage) }
                before = ordinal
            }
        }
    }
}
