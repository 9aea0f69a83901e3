/// How one search is done.
public struct SearchOptions: Equatable, Sendable {
    /// The most hits to return, best first.
    public var top: Int
    /// What one hit is: a passage or a document.
    public var by: ResultUnit
    /// Which words of the query a passage must hold.
    public var match: MatchMode
    /// The numbers of the ranking formula.
    public var ranking: RankingSettings
    /// Whether each hit brings the parts of its score.
    public var explain: Bool

    /// Options that differ from the defaults where named.
    public init(
        top: Int = 10, by: ResultUnit = .passage, match: MatchMode = .any,
        ranking: RankingSettings = RankingSettings(), explain: Bool = false
    ) {
        self.top = top
        self.by = by
        self.match = match
        self.ranking = ranking
        self.explain = explain
    }
}
