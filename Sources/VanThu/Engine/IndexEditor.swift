internal import InvertedIndex
internal import Synchronization
internal import VietnameseText

/// Changes an index: adds, replaces and removes documents, and joins segments.
///
/// Holds the index's writer lock. Everything it does is committed as a whole: until the end a reader sees the index as it
/// was, and a crash leaves it so.
public final class IndexEditor: Sendable {
    private let writer: IndexWriter
    private let options: IndexingOptions
    /// Documents added one by one that no segment on disk holds yet.
    private let collecting: Mutex<DocumentIndexer>
    /// Held by each change from its start to its end, so that changes follow one another.
    private let changing = Mutex(())

    private init(_ writer: IndexWriter, _ options: IndexingOptions) {
        self.writer = writer
        self.options = options
        collecting = Mutex(DocumentIndexer(unit: options.unit))
    }

    deinit { writer.close() }

    /// Opens the index in the folder `path` for writing, and makes it where there is none.
    ///
    /// - Throws: `.indexLocked` where another writer has it, `.indexDamaged`, `.system`.
    public static func open(_ path: String, _ options: IndexingOptions) throws(VanThuError) -> IndexEditor {
        do throws(StorageError) {
            let directory = try FileSystemDirectory(path: path, create: true)
            return IndexEditor(try IndexWriter(directory), options)
        } catch {
            // No index is missing where one may be made: the place for it cannot be had.
            throw error.kind == .notFound ? .system(error.message) : VanThuError(error)
        }
    }

    /// Lets go of the lock.
    public func close() { writer.close() }

    // MARK: Adding

    private struct Tally {
        var documents = 0
        var passages = 0
        var tokens = 0
        var inputBytes = 0
        var batches = 0
        var skipped: [(batch: Int, input: SkippedInput)] = []
        var failure: VanThuError?
    }

    /// Reads, indexes and commits.
    ///
    /// - Parameters:
    ///   - paths: files, folders, or `-` for standard input.
    ///   - progress: is told how far it is, from any thread, one call at a time.
    /// - Returns: what was done, and what input was left out and why.
    /// - Throws: `.usage` where the index was made with another unit; what the disk or the system refuses. Then nothing of the
    ///   run is committed, and the editor is closed.
    public func add(
        paths: [String], progress: @Sendable (IndexingProgress) -> Void
    ) throws(VanThuError) -> IndexingReport {
        try changing.withLock { _ throws(VanThuError) in
            try withoutActuallyEscaping(progress) { progress throws(VanThuError) in
                try addAll(paths: paths, progress: progress)
            }
        }
    }

    private func addAll(
        paths: [String], progress: @escaping @Sendable (IndexingProgress) -> Void
    ) throws(VanThuError) -> IndexingReport {
        let clock = RunClock()
        try settle()
        try writeCollected()
        let reader = InputReader(lenient: options.lenient)
        let totalBytes = reader.totalBytes(of: paths)
        let batches = reader.batches(of: paths)
        let firstSequence = writer.takeSequences(0)
        let tally = Mutex(Tally())
        // Each thread needs a few megabytes to be of use.
        let threads = max(1, min(options.threads, options.memoryBytes >> 24, 256))
        let share = Self.share(of: options.memoryBytes, threads: threads)
        let unit = options.unit
        let writer = writer
        WorkerThreads.run(threads) { _ in
            let indexer = DocumentIndexer(unit: unit)
            func flush() throws(StorageError) {
                try writer.add(indexer.builder)
                indexer.removeDocuments(keepingVocabularyBelow: share / 4)
                while try writer.joinSomeSegments() {}
            }
            do throws(StorageError) {
                while tally.withLock({ $0.failure == nil }), let batch = batches.next() {
                    var documents = 0
                    var passages = 0
                    var tokens = 0
                    var skipped: [SkippedInput] = []
                    var failure: StorageError?
                    reader.parse(batch) { event in
                        switch event {
                        case .document(let document, _):
                            let sequence = firstSequence + UInt64(batch.ordinal) << 24 + UInt64(documents)
                            let added = indexer.add(document, sequence: sequence)
                            documents += 1
                            passages += added.passages
                            tokens += added.tokens
                            if failure == nil, indexer.isFull(share) {
                                do throws(StorageError) { try flush() } catch { failure = error }
                            }
                        case .skipped(let input): skipped.append(input)
                        }
                    }
                    if let failure { throw failure }
                    tally.withLock { tally in
                        tally.documents += documents
                        tally.passages += passages
                        tally.tokens += tokens
                        tally.inputBytes += batch.byteCount
                        tally.batches = max(tally.batches, batch.ordinal + 1)
                        tally.skipped += skipped.map { (batch.ordinal, $0) }
                        progress(
                            IndexingProgress(
                                documents: tally.documents, passages: tally.passages, bytesRead: tally.inputBytes,
                                totalBytes: totalBytes, phase: .reading))
                    }
                }
                if tally.withLock({ $0.failure == nil }) { try flush() }
            } catch {
                tally.withLock { $0.failure = $0.failure ?? VanThuError(error) }
            }
        }
        let done = tally.withLock { $0 }
        if let failure = done.failure {
            // Part of the input is in segments that no commit names; a later commit must not name them either.
            writer.close()
            throw failure
        }
        _ = writer.takeSequences((done.batches + 1) << 24)
        progress(
            IndexingProgress(
                documents: done.documents, passages: done.passages, bytesRead: done.inputBytes, totalBytes: totalBytes,
                phase: .committing))
        try commitAll()
        let sizes = try sizes()
        let (seconds, cpuSeconds) = clock.elapsed
        return IndexingReport(
            documents: done.documents, passages: done.passages, tokens: done.tokens, inputBytes: done.inputBytes,
            seconds: seconds, cpuSeconds: cpuSeconds, indexBytes: sizes.index, storedBytes: sizes.stored,
            peakRSSBytes: RunClock.peakMemory,
            skipped: done.skipped.sorted { $0.batch < $1.batch }.map(\.input))
    }

    /// What a thread may hold of the memory budget: the rest is for input, for the files' buffers and for joining.
    private static func share(of budget: Int, threads: Int) -> Int {
        max(4 << 20, (budget - (64 << 20)) / threads)
    }

    /// Records what the index is made with, and refuses to mix.
    private func settle() throws(VanThuError) {
        var settings = writer.settings
        if let unit = settings["unit"], unit != options.unit.rawValue, !writer.isEmpty {
            throw .usage(
                "this index was made with --unit \(unit), so it can't take documents with --unit \(options.unit)")
        }
        settings["unit"] = options.unit.rawValue
        settings["unicode"] = "\(unicodeVersion >> 8).\(unicodeVersion & 255)"
        writer.settings = settings
    }

    /// Makes everything that was added or removed durable and visible to readers, at once.
    public func commit() throws(VanThuError) {
        try changing.withLock { _ throws(VanThuError) in try commitAll() }
    }

    private func commitAll() throws(VanThuError) {
        try writeCollected()
        let writer = writer
        try mapped { () throws(StorageError) in try writer.commit() }
    }

    private func sizes() throws(VanThuError) -> (index: Int, stored: Int) {
        let writer = writer
        return try mapped { () throws(StorageError) in
            (
                try IndexSizes.bytes(of: writer.directory),
                try writer.snapshot().segments.reduce(0) { $0 + $1.reader.storedBytes }
            )
        }
    }

    // MARK: Documents from memory

    /// Adds documents; `makeSearcher` finds them at once, readers after `commit`.
    ///
    /// - Throws: `.usage` where the index was made with another unit; what the disk refuses.
    public func add(_ documents: [SourceDocument]) throws(VanThuError) {
        try changing.withLock { _ throws(VanThuError) in try collect(documents) }
    }

    private func collect(_ documents: [SourceDocument]) throws(VanThuError) {
        try settle()
        if let huge = documents.first(where: { $0.text.count > Self.longestText }) {
            throw .input(
                "\(huge.id): a text of \(huge.text.count) bytes; one document holds \(Self.longestText) at most")
        }
        let first = writer.takeSequences(documents.count)
        let share = Self.share(of: options.memoryBytes, threads: 1)
        let isFull = collecting.withLock { indexer in
            for (place, document) in documents.enumerated() {
                _ = indexer.add(document, sequence: first + UInt64(place))
            }
            return indexer.isFull(share)
        }
        if isFull { try writeCollected() }
    }

    /// The longest text of a document, in bytes.
    private static let longestText = 1 << 30

    /// A searcher over everything added so far, committed or not, as it is now.
    public func makeSearcher() throws(VanThuError) -> IndexSearcher {
        let writer = writer
        let snapshot = try collecting.withLock { indexer throws(VanThuError) in
            try mapped { () throws(StorageError) in try writer.snapshot(with: indexer.builder) }
        }
        return IndexSearcher(snapshot, options.unit)
    }

    /// Writes the documents added one by one as a segment.
    private func writeCollected() throws(VanThuError) {
        let writer = writer
        let limit = options.memoryBytes / 4
        try collecting.withLock { indexer throws(VanThuError) in
            try mapped { () throws(StorageError) in try writer.add(indexer.builder) }
            indexer.removeDocuments(keepingVocabularyBelow: limit)
        }
        try mapped { () throws(StorageError) in while try writer.joinSomeSegments() {} }
    }

    // MARK: Removing and joining

    /// Removes documents by identity and commits.
    ///
    /// - Returns: how many were removed, and which were not there.
    public func delete(ids: [String]) throws(VanThuError) -> (deleted: Int, missing: [String]) {
        try changing.withLock { _ throws(VanThuError) in
            try writeCollected()
            let writer = writer
            var missing: [String] = []
            var deleted = 0
            for id in ids {
                let isDeleted = try mapped { () throws(StorageError) in try writer.delete(identity: Array(id.utf8)) }
                if isDeleted { deleted += 1 } else { missing.append(id) }
            }
            if deleted > 0 { try commitAll() }
            return (deleted, missing)
        }
    }

    /// Joins all segments, drops what is deleted, and commits.
    public func compact(progress: @Sendable (IndexingProgress) -> Void) throws(VanThuError) {
        try changing.withLock { _ throws(VanThuError) in
            try writeCollected()
            let writer = writer
            try mapped { () throws(StorageError) in
                try writer.joinAll { share in
                    progress(
                        IndexingProgress(
                            documents: 0, passages: 0, bytesRead: Int(share * 1000), totalBytes: 1000, phase: .merging))
                }
            }
            try commitAll()
        }
    }
}
