/// Counts and sizes of one segment.
public struct SegmentStatistics: Equatable, Sendable {
    /// The name of its file.
    public var name: String
    /// Documents in it that can be found.
    public var documents: Int
    /// Passages in it, deleted ones included.
    public var passages: Int
    /// Documents in it that are marked deleted.
    public var deletedDocuments: Int
    /// Tokens in it.
    public var tokens: Int
    /// Distinct terms in it.
    public var terms: Int
    /// Distinct adjacent pairs in it.
    public var pairs: Int
    /// Bytes of its files.
    public var indexBytes: Int
    /// Bytes of stored text and metadata within `indexBytes`.
    public var storedBytes: Int

    /// A segment's numbers.
    public init(
        name: String, documents: Int, passages: Int, deletedDocuments: Int, tokens: Int, terms: Int, pairs: Int,
        indexBytes: Int, storedBytes: Int
    ) {
        self.name = name
        self.documents = documents
        self.passages = passages
        self.deletedDocuments = deletedDocuments
        self.tokens = tokens
        self.terms = terms
        self.pairs = pairs
        self.indexBytes = indexBytes
        self.storedBytes = storedBytes
    }
}

/// Counts and sizes of a snapshot of an index.
public struct IndexStatistics: Equatable, Sendable {
    /// Documents that can be found.
    public var documents: Int
    /// Passages that can be found.
    public var passages: Int
    /// Documents that are marked deleted and still take space.
    public var deletedDocuments: Int
    /// Tokens in the index.
    public var tokens: Int
    /// Segments.
    public var segments: Int
    /// Distinct terms of the segment that has most; the others mostly repeat them.
    public var terms: Int
    /// Distinct adjacent pairs of the segment that has most.
    public var pairs: Int
    /// Bytes of all files.
    public var indexBytes: Int
    /// Bytes of stored text and metadata within `indexBytes`.
    public var storedBytes: Int
    /// Which commit the snapshot shows; rises by one with each.
    public var generation: Int
    /// The Unicode version its keys were made with, such as `15.0`.
    public var unicodeVersion: String
    /// The same numbers of each segment.
    public var segmentDetails: [SegmentStatistics]

    /// The numbers of an index.
    public init(
        documents: Int, passages: Int, deletedDocuments: Int, tokens: Int, segments: Int, terms: Int, pairs: Int,
        indexBytes: Int, storedBytes: Int, generation: Int, unicodeVersion: String,
        segmentDetails: [SegmentStatistics]
    ) {
        self.documents = documents
        self.passages = passages
        self.deletedDocuments = deletedDocuments
        self.tokens = tokens
        self.segments = segments
        self.terms = terms
        self.pairs = pairs
        self.indexBytes = indexBytes
        self.storedBytes = storedBytes
        self.generation = generation
        self.unicodeVersion = unicodeVersion
        self.segmentDetails = segmentDetails
    }
}
