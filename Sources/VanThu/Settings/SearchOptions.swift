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
    /// A query that every hit fulfils and that adds nothing to its score: `loai:quyet-dinh nam:2020`.
    public var filter: String
    /// The order of hits.
    public var order: SearchOrder
    /// Where the hits begin: behind those of the page before, as its `next` says; from the start where it is nil.
    public var after: PagePlace?
    /// Whether another page may be asked for: then every match is scored in full, so that pages neither repeat nor miss a hit.
    ///
    /// Else a near-tie at the end of the hits may stand the other way round.
    public var isPaged: Bool
    /// What the matching documents are counted by.
    public var facets: [FacetField]
    /// The most values that a facet gives.
    public var facetValues: Int
    /// With documents as the unit, how many of its best passages a hit brings, the best one included.
    public var passagesPerDocument: Int

    /// Options that differ from the defaults where named.
    public init(
        top: Int = 10, by: ResultUnit = .passage, match: MatchMode = .any,
        ranking: RankingSettings = RankingSettings(), explain: Bool = false, filter: String = "",
        order: SearchOrder = .score, after: PagePlace? = nil, isPaged: Bool = false, facets: [FacetField] = [],
        facetValues: Int = 10, passagesPerDocument: Int = 1
    ) {
        self.top = top
        self.by = by
        self.match = match
        self.ranking = ranking
        self.explain = explain
        self.filter = filter
        self.order = order
        self.after = after
        self.isPaged = isPaged
        self.facets = facets
        self.facetValues = facetValues
        self.passagesPerDocument = passagesPerDocument
    }
}
