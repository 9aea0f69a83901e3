/// What a commit says of one segment.
public struct SegmentEntry: Equatable, Sendable {
    /// The segment's name, made by `IndexFileName.segment`; never used again for another segment.
    public var name: String
    /// Size of the segment's file.
    public var byteCount: UInt64
    /// CRC-32C of the segment's file, up to its own trailing checksum where it has one.
    ///
    /// A sum over that checksum too would be the same number for every file.
    public var checksum: UInt32
    /// Number of documents in it, deleted ones included.
    public var documents: UInt32
    /// Number of passages in it, those of deleted documents included.
    public var passages: UInt32
    /// Number of tokens in it, those of deleted documents included.
    public var tokens: UInt64
    /// Which of its documents are deleted; `nil`: none.
    public var deletions: DeletionsEntry?

    /// Makes an entry.
    public init(
        name: String, byteCount: UInt64, checksum: UInt32, documents: UInt32, passages: UInt32, tokens: UInt64,
        deletions: DeletionsEntry? = nil
    ) {
        self.name = name
        self.byteCount = byteCount
        self.checksum = checksum
        self.documents = documents
        self.passages = passages
        self.tokens = tokens
        self.deletions = deletions
    }

    /// The file that holds the segment.
    public var fileName: String { IndexFileName.segmentFile(name) }
}

/// What a commit says of the deletions of one segment.
public struct DeletionsEntry: Equatable, Sendable {
    /// The file that holds them, made by `IndexFileName.deletionsFile`.
    public var fileName: String
    /// Size of that file.
    public var byteCount: UInt64
    /// Number of deleted documents.
    public var count: UInt32
    /// The CRC-32C that the file ends in.
    public var checksum: UInt32

    /// Makes an entry; `DeletionSet.write` does that for its callers.
    public init(fileName: String, byteCount: UInt64, count: UInt32, checksum: UInt32) {
        self.fileName = fileName
        self.byteCount = byteCount
        self.count = count
        self.checksum = checksum
    }
}
