/// What texts are like, in figures that decide how an index of them behaves.
public struct TextProfile: Sendable {
    /// Distinct things met by the time so many tokens were read.
    public struct Growth: Sendable, Equatable {
        public var tokens: Int
        public var surfaces: Int
        public var exactTerms: Int
        public var foldedTerms: Int
        public var pairs: Int
    }

    public var documents = 0
    public var passages = 0
    /// Bytes of text, without what a file format adds.
    public var textBytes = 0
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
    /// Exact terms that more than half, an eighth, a hundredth of the passages hold.
    public var termsInHalf = 0
    public var termsInEighth = 0
    public var termsInHundredth = 0
    /// Distinct terms, and distinct pairs, of each passage, summed: what an index has to list.
    public var termPostings = 0
    public var pairPostings = 0
    /// The share of distinct exact terms, and pairs, that occur once.
    public var termsOnce = Double.nan
    public var pairsOnce = Double.nan
    /// Bits an exact term has by its frequency alone, and when the one before is known.
    public var termEntropy = Double.nan
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
