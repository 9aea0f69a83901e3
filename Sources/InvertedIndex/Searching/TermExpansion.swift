/// The terms of an index that a prefix or a misspelt word stands for: what `TermSelection.anyOf` is made of.
public struct TermExpansion: Sendable {
    /// A term of the index.
    public struct Term: Hashable, Sendable {
        /// Its keys.
        public var key: TermKey
        /// Passages that hold it, those of deleted documents included.
        public var count: Int
        /// How far it is from what was asked for, in whatever steps it was measured; 0 for a prefix.
        public var distance: Int
    }

    /// The terms, best first: the nearest, of equally near ones the commonest.
    public var terms: [Term] = []
    /// How many there are in the index, those beyond the limit included.
    public var found = 0

    /// No terms.
    public init() {}

    init(terms: [Term], found: Int) {
        self.terms = terms
        self.found = found
    }

    /// Whether there are more than the limit allowed.
    public var isCut: Bool { found > terms.count }
    /// What a query takes.
    public var selection: TermSelection { .anyOf(terms.map(\.key)) }
}

extension Snapshot {
    /// The terms whose folded key begins with some bytes, the commonest first.
    ///
    /// - Parameters:
    ///   - folded: the beginning of the folded key.
    ///   - limit: how many terms at most.
    ///   - admits: says which of them are meant, since a folded key says nothing of how a word is spelled in full.
    public func terms(
        withPrefix folded: [UInt8], limit: Int, where admits: (TermKey) -> Bool = { _ in true }
    ) -> TermExpansion {
        var gathered = GatheredTerms()
        for segment in segments {
            var cursor = TermGroupCursor(segment.reader.terms, from: folded)
            while cursor.advance(), cursor.folded.starts(with: folded) {
                gathered.add(&cursor) { admits($0) ? 0 : nil }
            }
        }
        return gathered.expansion(limit)
    }

    /// Whether a title holds a word, by its folded key.
    public func hasTitleWord(_ folded: [UInt8]) -> Bool {
        segments.contains { segment in folded.withUnsafeBytes { segment.reader.titles.group($0) } != nil }
    }

    /// The folded words of titles that begin with some bytes, those in most titles first.
    public func titleWords(withPrefix folded: [UInt8], limit: Int) -> (words: [[UInt8]], found: Int) {
        var counts: [[UInt8]: Int] = [:]
        for segment in segments {
            var cursor = TermGroupCursor(segment.reader.titles, from: folded)
            while cursor.advance(), cursor.folded.starts(with: folded) {
                let word = cursor.folded
                cursor.forEachForm { _, _, entry in counts[word, default: 0] += entry.count }
            }
        }
        let sorted = counts.sorted { $0.value == $1.value ? isBelow($0.key, $1.key) : $0.value > $1.value }
        return (sorted.prefix(max(limit, 0)).map(\.key), sorted.count)
    }

    /// The terms whose folded key is some letters from another one, the nearest first.
    ///
    /// A letter is a character of UTF-8; one left out, put in or changed is a distance of one, and so are two neighbours swapped.
    ///
    /// - Parameters:
    ///   - folded: the folded key that is meant.
    ///   - letters: how many letters a key may be away.
    ///   - shared: how many letters at the start must be the same; with none the whole dictionary is gone through.
    ///   - limit: how many terms at most.
    ///   - measure: gives how far a term is, in steps of its own, from its keys and its distance in letters; `nil` where it is not meant.
    public func terms(
        near folded: [UInt8], letters: Int, sharing shared: Int = 1, limit: Int,
        measure: (_ term: TermKey, _ letters: Int) -> Int? = { $1 }
    ) -> TermExpansion {
        var gathered = GatheredTerms()
        let start = FuzzyKeys.start(of: folded, letters: shared)
        for segment in segments {
            var keys = FuzzyKeys(folded, distance: max(letters, 0), sharedLetters: shared)
            var cursor = TermGroupCursor(segment.reader.terms, from: start)
            while cursor.advance(), cursor.folded.starts(with: start) {
                guard let distance = keys.distance(cursor.folded, shared: cursor.shared) else { continue }
                gathered.add(&cursor) { measure($0, distance) }
            }
        }
        return gathered.expansion(limit)
    }

    /// Terms of several segments, each once.
    private struct GatheredTerms {
        private var terms: [TermKey: (count: Int, distance: Int)] = [:]

        /// Adds the forms of the group that a cursor stands at, as far as they have a distance.
        mutating func add(_ cursor: inout TermGroupCursor, _ distance: (TermKey) -> Int?) {
            let folded = cursor.folded
            cursor.forEachForm { same, tail, entry in
                let key = TermKey(exact: Array(same) + Array(tail), folded: folded)
                if let known = terms[key] {
                    terms[key] = (known.count + entry.count, known.distance)
                } else if let distance = distance(key) {
                    terms[key] = (entry.count, distance)
                }
            }
        }

        func expansion(_ limit: Int) -> TermExpansion {
            let all = terms.map { TermExpansion.Term(key: $0.key, count: $0.value.count, distance: $0.value.distance) }
            let sorted = all.sorted { a, b in
                if a.distance != b.distance { return a.distance < b.distance }
                if a.count != b.count { return a.count > b.count }
                return isBelow(a.key.exact, b.key.exact)
            }
            return TermExpansion(terms: Array(sorted.prefix(max(limit, 0))), found: sorted.count)
        }
    }
}
