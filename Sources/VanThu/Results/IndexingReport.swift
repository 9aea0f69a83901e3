/// How far an indexing run has come.
public struct IndexingProgress: Equatable, Sendable {
    /// What the run is doing.
    public enum Phase: String, Sendable, CaseIterable {
        case reading, merging, committing
    }

    /// Documents indexed so far.
    public var documents: Int
    /// Passages indexed so far.
    public var passages: Int
    /// Bytes of input read so far.
    public var bytesRead: Int
    /// Bytes of input in all, where that is known beforehand (not for standard input).
    public var totalBytes: Int?
    /// What the run is doing.
    public var phase: Phase

    /// A state of the run.
    public init(documents: Int, passages: Int, bytesRead: Int, totalBytes: Int?, phase: Phase) {
        self.documents = documents
        self.passages = passages
        self.bytesRead = bytesRead
        self.totalBytes = totalBytes
        self.phase = phase
    }
}

/// What an indexing run did, from opening its input to the finished commit.
public struct IndexingReport: Equatable, Sendable {
    /// Documents added.
    public var documents: Int
    /// Passages they were cut into.
    public var passages: Int
    /// Tokens of their text.
    public var tokens: Int
    /// Bytes of text read.
    public var inputBytes: Int
    /// Wall-clock seconds.
    public var seconds: Double
    /// Processor seconds of all threads, user and system.
    public var cpuSeconds: Double
    /// Bytes of all files of the index after the commit.
    public var indexBytes: Int
    /// Bytes of stored text and metadata within `indexBytes`.
    public var storedBytes: Int
    /// The largest resident size of the process so far, in bytes.
    public var peakRSSBytes: Int
    /// What was left out, in the order it was met.
    public var skipped: [SkippedInput]

    /// A report with all its numbers.
    public init(
        documents: Int, passages: Int, tokens: Int, inputBytes: Int, seconds: Double, cpuSeconds: Double,
        indexBytes: Int, storedBytes: Int, peakRSSBytes: Int, skipped: [SkippedInput]
    ) {
        self.documents = documents
        self.passages = passages
        self.tokens = tokens
        self.inputBytes = inputBytes
        self.seconds = seconds
        self.cpuSeconds = cpuSeconds
        self.indexBytes = indexBytes
        self.storedBytes = storedBytes
        self.peakRSSBytes = peakRSSBytes
        self.skipped = skipped
    }
}
