/// The numbers of the ranking formula: BM25 over words and adjacent pairs.
///
/// The defaults were chosen on judged questions over 8,531 Vietnamese legal texts (a set kept for tuning; README reports on
/// another). All of them are flat: k1 from 0.9 to 1.6, b from 0.6 to 0.9, a pair weight from 0.5 to 1, a title weight from 0.3 to
/// 0.5 and a document pair weight from 0.7 to 1.5 move nDCG@10 by less than 0.01. Lucene's k1 and b therefore stayed.
public struct RankingSettings: Equatable, Sendable {
    /// How soon repetitions of a word stop counting: 0 counts presence only; the default is Lucene's.
    public var k1: Float
    /// How much long passages are held back: 0 not at all, 1 in full proportion; the default is Lucene's.
    public var b: Float
    /// What two adjacent words of the query standing side by side add, as a share of a word's score.
    ///
    /// On 1,000 of those questions nDCG@10 is 0.671 without pairs, 0.775 with half, 0.772 with the full weight.
    public var pairWeight: Float

    /// What a word of the query in a document's title adds, as a share of its score there, when documents are ranked.
    public var titleWeight: Float
    /// What the adjacent pairs of a whole document add to its best passage, when documents are ranked.
    public var documentPairWeight: Float

    /// Settings that differ from the defaults where named.
    public init(
        k1: Float = 1.2, b: Float = 0.75, pairWeight: Float = 0.5, titleWeight: Float = 0.4,
        documentPairWeight: Float = 1.3
    ) {
        self.k1 = k1
        self.b = b
        self.pairWeight = pairWeight
        self.titleWeight = titleWeight
        self.documentPairWeight = documentPairWeight
    }
}
