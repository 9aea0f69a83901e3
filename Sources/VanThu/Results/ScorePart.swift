/// One addend of a hit's score, as `explain` shows it.
public struct ScorePart: Equatable, Sendable {
    /// What was found, as the query or the index spells it.
    public var text: String
    /// What sort of thing that is, such as `word`, `pair`, `reference` or `title`.
    public var kind: String
    /// How often it stands in what was scored.
    public var frequency: Int
    /// How many units of the index have it.
    public var documentFrequency: Int
    /// The weight of its rarity.
    public var idf: Double
    /// What it adds to the score.
    public var contribution: Double

    /// An addend with its numbers.
    public init(
        text: String, kind: String, frequency: Int, documentFrequency: Int, idf: Double, contribution: Double
    ) {
        self.text = text
        self.kind = kind
        self.frequency = frequency
        self.documentFrequency = documentFrequency
        self.idf = idf
        self.contribution = contribution
    }
}
