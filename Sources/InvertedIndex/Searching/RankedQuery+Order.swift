extension RankedQuery {
    /// The order of answers.
    public enum Order: Hashable, Sendable {
        /// The best first.
        case score
        /// By a column of integers, lowest or highest first; documents that have no value come last.
        case integer(String, descending: Bool)
    }

    /// A place in the order of answers, behind which more answers begin.
    ///
    /// Of equal scores or values the document that arrived first comes first, and its passages in order: so there are no two answers at
    /// one place, and a place means the same however the documents are spread over segments.
    public struct Place: Hashable, Sendable {
        /// What the order goes by.
        public enum Key: Hashable, Sendable {
            /// The score.
            case score(Float)
            /// The column's value.
            case integer(Int32)
            /// The document has no value in the column.
            case missing
        }

        /// What the order goes by.
        public var key: Key
        /// The document's place in the order of arrival over the whole index.
        public var sequence: UInt64
        /// The passage's number in its document; 0 where documents are ranked.
        public var passage: Int

        /// Makes a place.
        public init(key: Key, sequence: UInt64, passage: Int) {
            self.key = key
            self.sequence = sequence
            self.passage = passage
        }
    }

    /// Whether it asks for no word, but only for what its filter admits.
    public var isOnlyFilter: Bool {
        filter != nil && terms.isEmpty && pairs.isEmpty && required.isEmpty && titleTerms.isEmpty
    }

    /// Whether a document may be found where no passage of it matches.
    ///
    /// With conditions on passages a title alone, or pairs in passages that are left out, do not make a document match.
    var findsByTitleAlone: Bool {
        titlesMatchAlone && required.isEmpty && excluded.isEmpty && filter?.isAboutDocuments ?? true
    }

    /// Whether the sums choose a few candidates among all matches: what every plain query does.
    var isByCandidates: Bool { order == .score && after == nil && !isExact && !isOnlyFilter }
}

/// Where an answer stands; the earlier one is the greater, as the best score is.
struct RankKey: Comparable, Sendable {
    /// The lower the earlier.
    var primary: Int64
    var sequence: UInt64
    var passage: UInt32

    init(primary: Int64, sequence: UInt64, passage: Int) {
        self.primary = primary
        self.sequence = sequence
        self.passage = UInt32(clamping: passage)
    }

    /// `nil` for a place of another order: nothing is behind or before it.
    init?(_ place: RankedQuery.Place, _ order: RankedQuery.Order) {
        let primary: Int64
        switch (place.key, order) {
        case (.score(let score), .score): primary = Self.primary(score: score)
        case (.integer(let value), .integer(_, let descending)):
            primary = Self.primary(value: value, descending: descending)
        case (.missing, .integer): primary = Self.primary(value: nil, descending: false)
        default: return nil
        }
        self.init(primary: primary, sequence: place.sequence, passage: place.passage)
    }

    /// Floats of one sign are ordered as their bits are.
    @inline(__always)
    static func primary(score: Float) -> Int64 {
        let bits = Int32(bitPattern: score.bitPattern)
        return -Int64(bits >= 0 ? bits : bits ^ 0x7FFF_FFFF)
    }

    @inline(__always)
    static func primary(value: Int32?, descending: Bool) -> Int64 {
        guard let value else { return .max }
        return descending ? -Int64(value) : Int64(value)
    }

    @inline(__always)
    static func < (a: RankKey, b: RankKey) -> Bool {
        if a.primary != b.primary { return a.primary > b.primary }
        if a.sequence != b.sequence { return a.sequence > b.sequence }
        return a.passage > b.passage
    }
}
