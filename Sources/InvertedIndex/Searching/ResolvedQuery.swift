/// The posting lists of one word, pair or phrase in one segment; their frequencies add up.
struct ResolvedLists {
    /// Largest first.
    var lists: [PostingList] = []
    /// Sum of their postings.
    var postings = 0
    /// What names them for the cache of dense arrays.
    var first = OrdinalSet()
    var second: OrdinalSet?

    var isEmpty: Bool { lists.isEmpty }

    mutating func add(_ list: PostingList) {
        lists.append(list)
        postings += list.count
    }
}

/// One scored item of a query: its lists in every segment, and its weight.
struct ScoredItem {
    var perSegment: [ResolvedLists]
    /// Passages that hold it, over all segments; for pairs of several forms the sum over the forms.
    var count: Int
    /// Factor × idf.
    var weight: Float
    /// The same in the 16-bit sums.
    var quantised: UInt16 = 0
    /// Whether it is a pair.
    var isPair: Bool
    /// Its place among the query's terms or pairs.
    var place: Int
}

/// A query with its lists looked up in all segments of a snapshot.
struct ResolvedQuery {
    let query: RankedQuery
    let snapshot: Snapshot
    /// For each segment and selection, its ordinals and lists.
    private(set) var words: [[ResolvedLists]] = []
    /// For each selection, the passages that hold it over all segments.
    private(set) var wordCounts: [Int] = []
    /// Terms and pairs that occur.
    private(set) var items: [ScoredItem] = []
    /// For each required phrase, the sum of its words' idf times its factor as weight; quantised beside it.
    private(set) var phraseWeights: [Float] = []
    private(set) var phraseQuantised: [UInt16] = []

    init(_ query: RankedQuery, _ snapshot: Snapshot, gatherer: ListGatherer) {
        self.query = query
        self.snapshot = snapshot
        let total = snapshot.scoredPassages
        wordCounts = [Int](repeating: 0, count: query.selections.count)
        for segment in snapshot.segments {
            var resolved: [ResolvedLists] = []
            resolved.reserveCapacity(query.selections.count)
            for (number, selection) in query.selections.enumerated() {
                let (lists, count) = Self.resolve(selection, segment.reader, gatherer)
                wordCounts[number] += count
                resolved.append(lists)
            }
            words.append(resolved)
        }
        items.reserveCapacity(query.terms.count + query.pairs.count)
        for (place, term) in query.terms.enumerated() where wordCounts[term.selection] > 0 {
            let idf = inverseDocumentFrequency(count: wordCounts[term.selection], of: total)
            items.append(
                ScoredItem(
                    perSegment: words.map { $0[term.selection] }, count: wordCounts[term.selection],
                    weight: term.weight * idf, isPair: false, place: place))
        }
        for (place, pair) in query.pairs.enumerated() where wordCounts[pair.first] > 0 && wordCounts[pair.second] > 0 {
            var lists: [ResolvedLists] = []
            var count = 0
            for (index, segment) in snapshot.segments.enumerated() {
                let found = Self.resolve(
                    words[index][pair.first].first, words[index][pair.second].first, segment.reader, gatherer.pairs)
                count += found.postings
                lists.append(found)
            }
            guard count > 0 else { continue }
            items.append(
                ScoredItem(
                    perSegment: lists, count: count,
                    weight: pair.weight * inverseDocumentFrequency(count: count, of: total), isPair: true,
                    place: place))
        }
        for (condition, weight) in zip(query.required, query.requiredWeights) {
            guard case .phrase(let numbers) = condition else { continue }
            phraseWeights.append(
                weight * numbers.reduce(0) { $0 + inverseDocumentFrequency(count: wordCounts[$1], of: total) })
        }
        quantise()
    }

    /// Chooses the 16-bit weights: in proportion, and so that no sum of impacts exceeds 65,535.
    ///
    /// A weight of 256 or more makes every impact at least 1, so that a passage's sum is zero only where nothing matches;
    /// with more than a hundred items there is no room for that, and the least of them may vanish.
    private mutating func quantise() {
        // Weights below zero, or no number at all, must not bring down a search: they count as zero here.
        let sum = items.reduce(Float(0)) { $0 + max(0, $1.weight) } + phraseWeights.reduce(0, +)
        // Required words that are not scored leave a mark of their own, and need room for it.
        let n = items.count + query.required.count
        isMarking = n <= 100
        let least: Float = isMarking ? 256 : 1
        let scale = sum > 0 ? (65_000 - least * Float(n)) / sum : 0
        for index in items.indices { items[index].quantised = UInt16(max(least, items[index].weight * scale)) }
        phraseQuantised = phraseWeights.map { UInt16(max(least, $0 * scale)) }
        unit = sum > 0 ? 256 / (255 * scale) : 0
    }

    /// Whether every weight is large enough for every impact to leave a mark in the sums.
    private(set) var isMarking = true

    /// What one step of a 16-bit sum is worth (an impact of 255 adds 255 / 256 of the quantised weight).
    private(set) var unit: Float = 0

    // MARK: Looking up

    static func resolve(
        _ selection: TermSelection, _ reader: SegmentReader, _ gatherer: ListGatherer
    ) -> (lists: ResolvedLists, count: Int) {
        var resolved = ResolvedLists()
        switch selection {
        case .exact(let key):
            let entry = key.exact.withUnsafeBytes { exact in
                key.folded.withUnsafeBytes { reader.terms.term(exact: exact, folded: $0) }
            }
            guard let entry else { return (resolved, 0) }
            resolved.add(reader.list(entry))
            resolved.first = OrdinalSet(entry.ordinal)
            return (resolved, entry.count)
        case .forms(let keys, let folded):
            var union = 0
            for key in keys {
                let entry = key.withUnsafeBytes { exact in
                    folded.withUnsafeBytes { reader.terms.term(exact: exact, folded: $0) }
                }
                guard let entry, !resolved.first.contains(entry.ordinal) else { continue }
                resolved.add(reader.list(entry))
                resolved.first.insert(entry.ordinal)
                union += entry.count
            }
            // How many passages hold both is not known; the sum bounds it.
            return (resolved, min(union, reader.passageCount))
        case .anyForm(let folded):
            guard let group = folded.withUnsafeBytes({ reader.terms.group($0) }) else { return (resolved, 0) }
            for form in group.forms { resolved.add(reader.list(form)) }
            if group.forms.count > 1 { resolved.lists.sort { $0.count > $1.count } }
            resolved.first = OrdinalSet(group.ordinals)
            return (resolved, group.unionCount)
        case .anyOf(let keys):
            var entries: [TermEntry] = []
            for key in keys {
                let entry = key.exact.withUnsafeBytes { exact in
                    key.folded.withUnsafeBytes { reader.terms.term(exact: exact, folded: $0) }
                }
                if let entry { entries.append(entry) }
            }
            entries.sort { $0.ordinal < $1.ordinal }
            for (place, entry) in entries.enumerated() where place == 0 || entries[place - 1].ordinal < entry.ordinal {
                resolved.add(reader.list(entry))
            }
            resolved.first = OrdinalSet(ascending: entries.map(\.ordinal))
            if resolved.lists.count == 1 { return (resolved, resolved.postings) }
            resolved.lists.sort { $0.count > $1.count }
            // The sum of many is far from the truth, and nothing says how many passages hold several.
            var union = UnitSet(units: reader.passageCount)
            gatherer.insertPassages(of: resolved, into: &union)
            return (resolved, union.count)
        }
    }

    static func resolve(
        _ first: OrdinalSet, _ second: OrdinalSet, _ reader: SegmentReader, _ scratch: PairScratch
    ) -> ResolvedLists {
        var resolved = ResolvedLists()
        resolved.first = first
        resolved.second = second
        for ordinal in first {
            for seconds in second.runs {
                reader.pairs.forEach(first: ordinal, seconds: seconds, scratch: scratch) { entry in
                    resolved.add(reader.list(entry))
                }
            }
        }
        if resolved.lists.count > 1 { resolved.lists.sort { $0.count > $1.count } }
        return resolved
    }
}
