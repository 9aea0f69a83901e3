/// Joins segments into one, leaving out what was deleted.
///
/// Documents keep their order, sources one behind the other, so lists are the sources' lists one behind the other; they are
/// decoded and encoded again, since short tails and deletions would leave holes otherwise. Memory stays at the dictionaries,
/// one list, and eight bytes a term.
public struct SegmentMerger {
    /// A segment to be joined.
    public struct Source {
        /// The segment.
        public var reader: SegmentReader
        /// What is deleted in it.
        public var deletions: DeletionSet?

        /// Makes a source.
        public init(reader: SegmentReader, deletions: DeletionSet?) {
            self.reader = reader
            self.deletions = deletions
        }
    }

    /// Stands for a document or passage that is left out.
    static let none = UInt32.max

    let sources: [Source]
    /// New number of each source's documents and passages.
    public private(set) var documentMaps: [[UInt32]] = []
    private(set) var passageMaps: [[UInt32]] = []
    private(set) var documentCount = 0
    private(set) var passageCount = 0
    private var damagedTable: String?
    /// Whether every byte of the sources is compared with its checksum before it is joined.
    ///
    /// What is damaged would get a good checksum in the joined segment, and never be found again.
    var verifiesSources = true

    /// Prepares the join of segments, in their order.
    public init(_ sources: [Source]) {
        self.sources = sources
        for source in sources {
            let reader = source.reader
            var documents = [UInt32](repeating: Self.none, count: reader.documentCount)
            var passages = [UInt32](repeating: Self.none, count: reader.passageCount)
            for document in 0..<reader.documentCount where !(source.deletions?.contains(document) ?? false) {
                documents[document] = UInt32(documentCount)
                documentCount += 1
                for passage in reader.documents.passages(of: document) {
                    if passages[passage] != Self.none { damagedTable = reader.file.name }
                    passages[passage] = UInt32(passageCount)
                    passageCount += 1
                }
            }
            documentMaps.append(documents)
            passageMaps.append(passages)
        }
    }

    /// Writes the joined segment.
    ///
    /// - Parameters:
    ///   - file: where to.
    ///   - name: the segment's name for the manifest.
    ///   - progress: is told the share done, 0 to 1, from time to time.
    /// - Throws: what the file throws; `.damaged` where a source's bytes are not what was written.
    public func write(
        to file: any OutputFile, name: String, progress: (Double) -> Void = { _ in }
    ) throws(StorageError) -> SegmentEntry {
        if verifiesSources {
            for source in sources {
                if let problem = source.reader.verify().first { throw StorageError(.damaged, problem) }
                source.reader.file.mapped.releasePages()
            }
        }
        if let damagedTable { throw .damaged(damagedTable, "a passage is in two of its documents") }
        guard max(documentCount, passageCount) < SegmentCounts.unitLimit else {
            throw StorageError(.io, "\(name) would hold \(passageCount) passages; a segment holds fewer than 2^23")
        }
        let writer = try SegmentFileWriter(file)
        var counts = SegmentCounts()
        counts.documents = UInt64(documentCount)
        counts.passages = UInt64(passageCount)
        let ordinals = try mergeTerms(writer, &counts)
        progress(0.25)
        try mergePairs(ordinals, writer, &counts)
        progress(0.6)
        try mergeTitles(writer, &counts)
        try mergeTables(writer, &counts)
        try mergeColumns(writer)
        try mergeNotes(writer)
        try TextJoin(self, ordinals).write(to: writer)
        progress(0.95)
        try writer.write(.counts, array: counts.fields)
        let (byteCount, checksum) = try writer.finish()
        progress(1)
        return SegmentEntry(
            name: name, byteCount: byteCount, checksum: checksum, documents: UInt32(documentCount),
            passages: UInt32(passageCount), tokens: counts.tokens)
    }

    /// Lets go of the sources' pages, so that a join's memory does not grow with what it has read.
    func releaseSources() {
        for source in sources { source.reader.file.mapped.releasePages() }
    }

    /// Appends the postings of a list that are kept, renumbered.
    static func append(_ list: PostingList, _ map: [UInt32], _ block: PostingBlock, to run: PostingRun) {
        map.withUnsafeBufferPointer { map in
            for index in 0..<list.blocks {
                list.decode(block: index, into: block)
                for i in 0..<block.count {
                    let unit = map[Int(block.passages[i])]
                    if unit != none { run.append(unit, block.frequencies[i]) }
                }
            }
        }
    }

    private func mergeTables(_ writer: SegmentFileWriter, _ counts: inout SegmentCounts) throws(StorageError) {
        var norms: [UInt8] = []
        var titleNorms: [UInt8] = []
        var starts: [UInt32] = []
        var tokens: [UInt32] = []
        var ranges: [UInt32] = []
        var identities = StringArena()
        var sequences: [UInt64] = []
        var textLengths: [UInt32] = []
        var titleLengths: [UInt32] = []
        for source in sources {
            let reader = source.reader
            let table = reader.documents
            for document in 0..<reader.documentCount where !(source.deletions?.contains(document) ?? false) {
                starts.append(UInt32(norms.count))
                for passage in table.passages(of: document) {
                    norms.append(reader.norms[passage])
                    let range = table.range(of: passage)
                    ranges.append(UInt32(range.lowerBound))
                    ranges.append(UInt32(range.upperBound))
                }
                titleNorms.append(reader.titleNorms[document])
                tokens.append(UInt32(table.tokens(of: document)))
                counts.tokens += UInt64(table.tokens(of: document))
                counts.textBytes += UInt64(table.textLength(of: document))
                _ = identities.append(table.identity(of: document))
                sequences.append(table.sequence(of: document))
                textLengths.append(UInt32(table.textLength(of: document)))
                titleLengths.append(UInt32(table.titleLength(of: document)))
            }
        }
        starts.append(UInt32(norms.count))
        try writer.write(.norms, array: norms)
        try writer.write(.titleNorms, array: titleNorms)
        try writer.write(.documentStarts, array: starts)
        try writer.write(.documentTokens, array: tokens)
        try writer.write(.passageRanges, array: ranges)
        try DocumentTable.write(
            identities: identities, sequences: sequences, textLengths: textLengths, titleLengths: titleLengths,
            to: writer)
    }
}
