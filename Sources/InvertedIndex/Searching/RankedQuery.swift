/// The keys of one exact term.
public struct TermKey: Hashable, Sendable {
    /// The exact key.
    public var exact: [UInt8]
    /// The folded key, by which the dictionary is ordered.
    public var folded: [UInt8]

    /// Makes the keys of a term.
    public init(exact: [UInt8], folded: [UInt8]) {
        self.exact = exact
        self.folded = folded
    }
}

/// Which terms a word of a query stands for.
public enum TermSelection: Hashable, Sendable {
    /// One exact term.
    case exact(TermKey)
    /// Every term of a folded key.
    case anyForm(folded: [UInt8])
    /// Some exact terms of one folded key.
    case forms([[UInt8]], folded: [UInt8])
    /// Some exact terms of any folded keys: what a prefix or a misspelt word was found to stand for (`TermExpansion`).
    case anyOf([TermKey])
}

/// A query as the index executes it: terms, pairs and phrases with weights, and what must and must not be there.
///
/// It is a value and knows no segment: another engine could execute it too. BM25 with Lucene's idf is the score; a word that
/// stands for several terms is scored as one term whose frequency is the sum of theirs. Terms, pairs and conditions name
/// their words by the number `select(_:)` gave.
public struct RankedQuery: Sendable {
    /// A word and the factor of its score.
    public struct Term: Sendable {
        /// Number of the word's selection.
        public var selection: Int
        /// Factor of its BM25 score.
        public var weight: Float
    }

    /// Two adjacent words and the factor of their score.
    public struct Pair: Sendable {
        /// Number of the first word's selection.
        public var first: Int
        /// Number of the second word's selection.
        public var second: Int
        /// Factor of its BM25 score.
        public var weight: Float
    }

    /// What a passage must or must not hold.
    public enum Condition: Hashable, Sendable {
        /// A word.
        case term(Int)
        /// Two or more words, one behind the other.
        case phrase([Int])
    }

    /// A folded word that is looked for in titles.
    public struct TitleTerm: Sendable {
        /// The folded key.
        public var folded: [UInt8]
        /// Factor of its BM25 score.
        public var weight: Float
    }

    /// The words, by number.
    public private(set) var selections: [TermSelection] = []
    // Where each stands in its list: a query may be a whole document.
    private var numbers = PlaceTable<TermSelection>()
    private var termPlaces = PlaceTable<Int>()
    private var pairPlaces = PlaceTable<Couple>()
    private var requiredPlaces = PlaceTable<Condition>()
    private var titlePlaces = PlaceTable<[UInt8]>()
    /// Words that add to a passage's score.
    public private(set) var terms: [Term] = []
    /// Pairs that add to a passage's score, and to its document's.
    public private(set) var pairs: [Pair] = []
    /// Conditions that every hit fulfils; their phrases add to the score with the sum of their words' idf.
    public private(set) var required: [Condition] = []
    /// For each of them, the factor of its score if it is a phrase.
    public private(set) var requiredWeights: [Float] = []
    /// Conditions that no hit fulfils.
    public private(set) var excluded: [Condition] = []
    /// Words looked for in titles, when documents are ranked.
    public private(set) var titleTerms: [TitleTerm] = []

    private struct Couple: Hashable {
        var first: Int
        var second: Int
    }

    /// What every hit fulfils beside, without a share in its score.
    ///
    /// A query of nothing but a filter is answered with everything it admits, in order of arrival unless another order is asked for.
    public var filter: PassagePredicate?
    /// Whether a passage that the filter admits is found even where it holds none of the words that are scored.
    ///
    /// Without a filter it means nothing, and with required words these alone decide.
    public var filterSuffices = false
    /// The order of answers.
    public var order = Order.score
    /// Where answers begin: behind this place; from the start where it is `nil`, or of another order.
    public var after: Place?
    /// Whether every match is scored in full, so that no near-tie at the end of the answers is missed: for the first page of several,
    /// as those behind a place are scored so in any case.
    public var isExact = false

    /// Whether a document may be found by its title alone: titles are compared by folded keys, which is too little where a
    /// word was typed with diacritics.
    public var titlesMatchAlone = true

    /// BM25's k1 for everything.
    public var k1: Float = 1.2
    /// BM25's b for passages and titles.
    public var b: Float = 0.75
    /// Documents are ranked by best passage + this × the pairs over the whole document + titles.
    public var documentPairWeight: Float = 1.3
    /// b for whole documents; small, as long documents are many-sided rather than wordy.
    public var documentB: Float = 0.3

    /// An empty query.
    public init() {}

    /// The number of a word, the same for the same selection.
    public mutating func select(_ selection: TermSelection) -> Int {
        if let known = numbers.place(of: selection, among: selections) { return known }
        selections.append(selection)
        numbers.extend(to: selections)
        return selections.count - 1
    }

    /// Adds a scored word; one that is there already gets the sum of the weights.
    public mutating func addTerm(_ selection: Int, weight: Float) {
        if let index = termPlaces.place(of: selection, among: terms.lazy.map(\.selection)) {
            terms[index].weight += weight
        } else {
            terms.append(Term(selection: selection, weight: weight))
            termPlaces.extend(to: terms.lazy.map(\.selection))
        }
    }

    /// Adds a scored pair; one that is there already gets the sum of the weights.
    public mutating func addPair(_ first: Int, _ second: Int, weight: Float) {
        let couple = Couple(first: first, second: second)
        if let index = pairPlaces.place(
            of: couple, among: pairs.lazy.map { Couple(first: $0.first, second: $0.second) })
        {
            pairs[index].weight += weight
        } else {
            pairs.append(Pair(first: first, second: second, weight: weight))
            pairPlaces.extend(to: pairs.lazy.map { Couple(first: $0.first, second: $0.second) })
        }
    }

    /// Adds a condition for every hit; one that is there already keeps the greater weight.
    ///
    /// - Parameters:
    ///   - condition: what every hit fulfils.
    ///   - weight: the factor of its score, if it is a phrase.
    public mutating func require(_ condition: Condition, weight: Float = 1) {
        if let known = requiredPlaces.place(of: condition, among: required) {
            requiredWeights[known] = max(requiredWeights[known], weight)
        } else {
            required.append(condition)
            requiredPlaces.extend(to: required)
            requiredWeights.append(weight)
        }
    }

    /// Adds a condition that no hit may fulfil.
    public mutating func exclude(_ condition: Condition) {
        if !excluded.contains(condition) { excluded.append(condition) }
    }

    /// Adds a word looked for in titles.
    public mutating func addTitleTerm(_ folded: [UInt8], weight: Float) {
        if let index = titlePlaces.place(of: folded, among: titleTerms.lazy.map(\.folded)) {
            titleTerms[index].weight += weight
        } else {
            titleTerms.append(TitleTerm(folded: folded, weight: weight))
            titlePlaces.extend(to: titleTerms.lazy.map(\.folded))
        }
    }

    /// Whether nothing could be found with it.
    public var isEmpty: Bool {
        terms.isEmpty && pairs.isEmpty && required.isEmpty && titleTerms.isEmpty && filter == nil
    }
}
