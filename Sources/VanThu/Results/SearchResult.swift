/// One answer to a search: a document by its passage.
public struct SearchHit: Equatable, Sendable {
    /// Its place in the list, from 1.
    public var rank: Int
    /// Its score; comparable within one result only.
    public var score: Double
    /// The document it is, or is part of.
    public var document: DocumentSummary
    /// The passage; with documents as the unit, the best one.
    public var passage: PassageResult
    /// With documents as the unit, the document's other passages that answer best, as far as they were asked for.
    public var otherPassages: [PassageResult]
    /// The addends of the score, when they were asked for.
    public var explanation: [ScorePart]?

    /// A hit with all it shows.
    public init(
        rank: Int, score: Double, document: DocumentSummary, passage: PassageResult,
        otherPassages: [PassageResult] = [], explanation: [ScorePart]? = nil
    ) {
        self.rank = rank
        self.score = score
        self.document = document
        self.passage = passage
        self.otherPassages = otherPassages
        self.explanation = explanation
    }
}

/// What a search gives back.
public struct SearchResult: Equatable, Sendable {
    /// The number of units that match, of which `hits` are the best.
    public var total: Int
    /// Whether `total` was counted; otherwise it is a lower bound.
    public var totalIsExact: Bool
    /// The time from query text to finished hits, in microseconds.
    public var elapsedMicroseconds: Double
    /// The best hits, best first.
    public var hits: [SearchHit]
    /// How the query was understood where that may surprise, such as an unclosed quote.
    public var notes: [String]
    /// The query as it was understood, in the query language.
    public var understood: String
    /// The counts that were asked for, over all matching documents.
    public var facets: [FacetResult]
    /// Where the next page begins; nil where there is none.
    public var next: PagePlace?

    /// A result with all it brings.
    public init(
        total: Int, totalIsExact: Bool, elapsedMicroseconds: Double, hits: [SearchHit], notes: [String] = [],
        understood: String = "", facets: [FacetResult] = [], next: PagePlace? = nil
    ) {
        self.total = total
        self.totalIsExact = totalIsExact
        self.elapsedMicroseconds = elapsedMicroseconds
        self.hits = hits
        self.notes = notes
        self.understood = understood
        self.facets = facets
        self.next = next
    }
}
