/// One commit of an index, or one state of a writer: segments and what is deleted in them.
///
/// Immutable.
public final class Snapshot: Sendable {
    /// A segment of the snapshot.
    public struct Segment: Sendable {
        /// The segment's file or memory.
        public let reader: SegmentReader
        /// Its deleted documents.
        public let deletions: DeletionSet?
        let dense: DenseCache
        /// The passages of deleted documents, neighbours as one range.
        let deletedPassages: [Range<Int>]

        /// Whether a document is there.
        public func isLive(_ document: Int) -> Bool { deletions.map { !$0.contains(document) } ?? true }
    }

    /// The segments, in the order of their making.
    public let segments: [Segment]
    /// The commit's generation; 0 for none.
    public let generation: UInt64
    /// Documents that are not deleted.
    public let documentCount: Int
    /// Passages of documents that are not deleted.
    public let passageCount: Int
    /// Passages that count for idf: deleted ones too, until their segment is rewritten.
    let scoredPassages: Int
    let scoredDocuments: Int
    let averagePassageLength: Float
    let averageDocumentLength: Float
    let averageTitleLength: Float

    /// Bytes of dense arrays a snapshot keeps, over all segments.
    public static let denseBudget = 256 << 20

    /// A snapshot of opened segments.
    public init(_ opened: [(reader: SegmentReader, deletions: DeletionSet?)], generation: UInt64) {
        let passages = max(1, opened.reduce(0) { $0 + $1.reader.passageCount })
        segments = opened.map { reader, deletions in
            let share = Double(reader.passageCount) / Double(passages)
            return Segment(
                reader: reader, deletions: deletions,
                dense: DenseCache(budget: Int(Double(Self.denseBudget / 2) * share)),
                deletedPassages: Self.deletedPassages(reader, deletions))
        }
        self.generation = generation
        var documents = 0
        var livePassages = 0
        var tokens = 0
        var titleTokens = 0
        var allDocuments = 0
        for segment in segments {
            let reader = segment.reader
            allDocuments += reader.documentCount
            documents += reader.documentCount - (segment.deletions?.count ?? 0)
            livePassages += reader.passageCount - segment.deletedPassages.reduce(0) { $0 + $1.count }
            tokens += reader.tokenCount
            titleTokens += Int(reader.counts.titleTokens)
        }
        documentCount = documents
        passageCount = livePassages
        scoredPassages = opened.reduce(0) { $0 + $1.reader.passageCount }
        scoredDocuments = allDocuments
        averagePassageLength = Float(tokens) / Float(passages)
        averageDocumentLength = Float(tokens) / Float(max(1, allDocuments))
        averageTitleLength = Float(titleTokens) / Float(max(1, allDocuments))
    }

    private static func deletedPassages(_ reader: SegmentReader, _ deletions: DeletionSet?) -> [Range<Int>] {
        guard let deletions, !deletions.isEmpty else { return [] }
        var ranges: [Range<Int>] = []
        for document in 0..<reader.documentCount where deletions.contains(document) {
            let passages = reader.documents.passages(of: document)
            if passages.isEmpty { continue }
            if let last = ranges.last, last.upperBound == passages.lowerBound {
                ranges[ranges.count - 1] = last.lowerBound..<passages.upperBound
            } else {
                ranges.append(passages)
            }
        }
        return ranges
    }

    /// Opens the last commit in a directory; `nil` where there is no index.
    public static func open(in directory: any IndexDirectory) throws(StorageError) -> Snapshot? {
        guard let files = try SnapshotFiles.open(in: directory) else { return nil }
        var opened: [(reader: SegmentReader, deletions: DeletionSet?)] = []
        for segment in files.segments {
            let reader = try segment.reader(in: directory)
            opened.append((reader, segment.deletions))
        }
        return Snapshot(opened, generation: files.manifest.generation)
    }
}
