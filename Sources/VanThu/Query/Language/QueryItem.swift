/// What stands in a query before it is decided which words are operators and which parentheses group.
indirect enum QueryItem {
    /// Plain text from one chunk's begin to another's end.
    case text(Range<Int>, hasWord: Bool)
    /// A phrase, prefix, fuzzy word, or a field with its value.
    case leaf(QueryNode)
    /// In a field's parentheses, a phrase or a word with `*`.
    case value(Range<Int>, isPrefix: Bool)
    case group(QueryGroup)
    /// `loai:(…)`.
    case fieldGroup(QueryField, QueryGroup)
    /// `+` or `-`, and what it governs.
    case signed(isMust: Bool, QueryItem)
    /// `^2`, and what it is on.
    case weighted(QueryItem, Double)
    /// A word that is an operator where it stands between operands.
    case operation(QueryOperator, Range<Int>)

    /// Whether a letter or digit is asked for.
    var hasWord: Bool {
        switch self {
        case .text(_, let hasWord): hasWord
        case .group(let group): group.hasWord
        case .leaf, .value, .fieldGroup, .signed, .weighted, .operation: true
        }
    }
}

/// What stands in a pair of parentheses.
struct QueryGroup {
    var items: [QueryItem]
    /// With the parentheses.
    var range: Range<Int>
    /// Whether nothing in it but the parentheses says that it is no text: `(khoản 2)`, `(-điều)`.
    var isPlain: Bool
    var hasWord: Bool

    init(_ items: [QueryItem], _ range: Range<Int>) {
        self.items = items
        self.range = range
        hasWord = items.contains(where: \.hasWord)
        isPlain = items.enumerated().allSatisfy { place, item in
            switch item {
            case .text: true
            case .group(let group): group.isPlain
            // A sign counts behind white space; directly behind a parenthesis it may be a hyphen.
            case .signed(_, .text(let text, _)): place == 0 && text.lowerBound == range.lowerBound + 2
            case .leaf, .value, .fieldGroup, .signed, .weighted, .operation: false
            }
        }
    }
}

/// A stretch of the query that holds letters or digits which are in no leaf of the tree as they stand.
struct QueryMark: Equatable {
    enum Role: Equatable {
        /// A field's name with its colon.
        case field(QueryField)
        /// An operator's word.
        case `operator`
        /// A slop, distance or weight with its sign.
        case modifier
        /// A date or year, which the tree holds as days or years.
        case value
    }

    var role: Role
    /// In UTF-8 bytes of the query.
    var range: Range<Int>
}
