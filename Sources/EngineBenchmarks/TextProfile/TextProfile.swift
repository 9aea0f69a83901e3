/// What texts are like, in figures that decide how an index of them behaves.
public struct TextProfile: Sendable {
    /// Distinct things met by the time so many tokens were read.
    public struct Growth: Sendable, Equatable {
        /// Tokens read.
        public var tokens: Int
        /// Distinct forms as they are written.
        public var surfaces: Int
        /// Distinct exact keys.
        public var exactTerms: Int
        /// Distinct folded keys.
        public var foldedTerms: Int
        /// Distinct pairs of neighbouring exact terms of a passage.
        public var pairs: Int
    }

    /// Inputs counted.
    public var documents = 0
    /// Passages they were cut into.
    public var passages = 0
    /// Bytes of text, without what a file format adds.
    public var textBytes = 0
    /// Tokens of all texts.
    public var tokens = 0
    /// At 10⁴, 10⁵ … tokens and at the end.
    public var growth: [Growth] = []
    /// The slope of distinct exact terms over tokens, both as logarithms, by least squares from 10⁴ tokens on.
    public var heapsExponent = Double.nan
    /// The same of pairs.
    public var pairHeapsExponent = Double.nan
    /// The share of tokens that the most frequent exact terms are: of 1, 10, 100, 1,000 and 10,000 of them.
    public var topShares: [(terms: Int, share: Double)] = []
    /// The share of pairs of neighbours that the most frequent distinct pairs are: of 10, 1,000 and 100,000.
    public var topPairShares: [(pairs: Int, share: Double)] = []
    /// Exact terms that more than half of the passages hold.
    public var termsInHalf = 0
    /// Exact terms that more than an eighth of the passages hold.
    public var termsInEighth = 0
    /// Exact terms that more than a hundredth of the passages hold.
    public var termsInHundredth = 0
    /// Distinct terms of each passage, summed: what an index has to list.
    public var termPostings = 0
    /// Distinct pairs of each passage, summed.
    public var pairPostings = 0
    /// The share of distinct exact terms that occur once.
    public var termsOnce = Double.nan
    /// The share of distinct pairs that occur once.
    public var pairsOnce = Double.nan
    /// Bits an exact term has by its frequency alone.
    public var termEntropy = Double.nan
    /// Bits an exact term has when the one before is known.
    public var conditionalEntropy = Double.nan
    /// Bytes of passages: tenth, quarter, half, three quarters, nine tenths, ninety-nine hundredths, longest.
    public var passageBytes: [(percent: Int, bytes: Int)] = []
    /// The same of documents.
    public var documentBytes: [(percent: Int, bytes: Int)] = []
    /// Distinct terms among 200 tokens in a row, as a share of 200, on average: low where words recur.
    public var distinctIn200 = Double.nan
    /// Tokens a sentence on average, as sentence ends are found.
    public var tokensASentence = Double.nan
    /// Inputs that could not be read.
    public var skipped: [String] = []

    /// A profile of nothing.
    public init() {}
}
