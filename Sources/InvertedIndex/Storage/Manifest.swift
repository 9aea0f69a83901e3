/// A commit: the one small file that says which segments make up the index.
///
/// A generation of the index *is* its manifest. Everything else in the directory is either named by it or a leftover.
public struct Manifest: Equatable, Sendable {
    /// The name under which the last commit stands.
    public static let fileName = "manifest"
    /// The name under which the next commit is being written.
    static let temporaryFileName = "manifest.tmp"

    /// Counts the commits; each is one or more above the one before.
    public var generation: UInt64
    /// The sequence number that the next document will get.
    public var nextSequence: UInt64
    /// The number that the next segment will get; above those of all segments.
    public var nextSegment: UInt64
    /// What the index was made with and must be read with: names and values, opaque here.
    public var settings: [String: String]
    /// The segments, in the order of their documents.
    public var segments: [SegmentEntry]

    /// An index without a segment, which was never committed.
    public init(
        generation: UInt64 = 0, nextSequence: UInt64 = 0, nextSegment: UInt64 = 0, settings: [String: String] = [:],
        segments: [SegmentEntry] = []
    ) {
        self.generation = generation
        self.nextSequence = nextSequence
        self.nextSegment = nextSegment
        self.settings = settings
        self.segments = segments
    }

    /// The names of all files that the commit needs, with their sizes in bytes.
    public var files: [(name: String, byteCount: UInt64)] {
        segments.flatMap { segment in
            [(segment.fileName, segment.byteCount)] + (segment.deletions.map { [($0.fileName, $0.byteCount)] } ?? [])
        }
    }
}
