internal import Synchronization

/// Changes an index: takes finished segments, marks deletions, joins segments, and commits.
///
/// One writer at a time, by a lock that dies with its process. Nothing a reader can see changes before `commit()`, which is
/// atomic: what a crash leaves is the last commit, whole. Any thread may call anything; `commit` and `close` are for the one
/// that opened it.
public final class IndexWriter: Sendable {
    private struct Live {
        var entry: SegmentEntry
        var reader: SegmentReader
        var deletions: DeletionSet
        /// Whether the deletions differ from those of the last commit.
        var isChanged = false
    }

    private struct State {
        var manifest: Manifest
        var live: [Live]
        var joining: Set<String> = []
        var written: Set<String> = []
        var lock: (any DirectoryLock)?
    }

    private let state: Mutex<State>
    /// Where the index lives.
    public let directory: any IndexDirectory

    /// Opens the index of a directory for writing, an empty one where there is none.
    ///
    /// - Throws: `.locked` where another writer has it; `.damaged` where the last commit cannot be read.
    public init(_ directory: any IndexDirectory) throws(StorageError) {
        let lock = try directory.lock(IndexFileName.lock)
        let files = try SnapshotFiles.open(in: directory)
        let manifest = files?.manifest ?? Manifest()
        var live: [Live] = []
        for segment in files?.segments ?? [] {
            let reader = try segment.reader(in: directory)
            live.append(
                Live(
                    entry: segment.entry, reader: reader,
                    deletions: segment.deletions ?? DeletionSet(documents: reader.documentCount)))
        }
        var start = manifest
        if files == nil {
            // An index has a manifest before it has its first segment, so segments alone are a manifest that was lost.
            guard try !directory.list().contains(where: { $0.hasSuffix(".seg") }) else {
                throw .damaged(directory.displayPath, "it holds segments but no manifest")
            }
            start.generation = 1
            try start.commit(to: directory)
        }
        try removeUnreferencedFiles(from: directory, keeping: start)
        self.directory = directory
        state = Mutex(State(manifest: start, live: live, lock: lock))
    }

    /// What the index was made with; kept by the next commit.
    public var settings: [String: String] {
        get { state.withLock { $0.manifest.settings } }
        set { state.withLock { $0.manifest.settings = newValue } }
    }

    /// Whether the index holds no segment.
    public var isEmpty: Bool { state.withLock { $0.live.isEmpty } }

    /// Takes numbers for documents that arrive now: the first of `count`.
    public func takeSequences(_ count: Int) -> UInt64 {
        state.withLock { state in
            defer { state.manifest.nextSequence += UInt64(count) }
            return state.manifest.nextSequence
        }
    }

    /// A name for a new segment, never used before in this index.
    public func takeSegmentName() -> String {
        state.withLock { state in
            defer { state.manifest.nextSegment += 1 }
            let name = IndexFileName.segment(state.manifest.nextSegment)
            state.written.insert(IndexFileName.segmentFile(name))
            return name
        }
    }

    /// Writes a builder's documents as a segment and takes it in; the next commit holds it.
    public func add(_ builder: SegmentBuilder) throws(StorageError) {
        guard builder.documentCount > 0 else { return }
        try requireOpen()
        let name = takeSegmentName()
        let entry = try builder.write(to: directory.create(IndexFileName.segmentFile(name)), name: name)
        try add(entry)
    }

    /// Takes in a segment whose file is written and synced.
    public func add(_ entry: SegmentEntry) throws(StorageError) {
        try requireOpen()
        let reader = try SegmentReader(directory.map(entry.fileName), name: entry.fileName)
        state.withLock { Self.admit(entry, reader, to: &$0.live) }
    }

    /// Adds a segment; of documents with one identity the later arrival stays, whichever segment was finished first.
    private static func admit(_ entry: SegmentEntry, _ reader: SegmentReader, to live: inout [Live]) {
        var new = Live(entry: entry, reader: reader, deletions: DeletionSet(documents: reader.documentCount))
        for document in replacedWithin(reader) { new.deletions.insert(document) }
        for index in live.indices {
            forEachCommonIdentity(live[index].reader, reader) { old, added in
                guard !live[index].deletions.contains(old), !new.deletions.contains(added) else { return }
                let before = live[index].reader.documents.sequence(of: old)
                if before < reader.documents.sequence(of: added) {
                    live[index].deletions.insert(old)
                    live[index].isChanged = true
                } else {
                    new.deletions.insert(added)
                }
            }
        }
        new.isChanged = !new.deletions.isEmpty
        live.append(new)
    }

    /// Documents of a segment that a later one of the same segment replaces.
    private static func replacedWithin(_ reader: SegmentReader) -> [Int] {
        let table = reader.documents
        var replaced: [Int] = []
        var at = 0
        while at < table.count {
            let first = table.document(inHashOrder: at)
            let hash = DocumentTable.hash(table.identity(of: first))
            var run = [first]
            at += 1
            while at < table.count {
                let next = table.document(inHashOrder: at)
                guard DocumentTable.hash(table.identity(of: next)) == hash else { break }
                run.append(next)
                at += 1
            }
            guard run.count > 1 else { continue }
            for document in run {
                let identity = table.identity(of: document)
                let isReplaced = run.contains { other in
                    table.sequence(of: other) > table.sequence(of: document)
                        && compareBytes(table.identity(of: other), identity) == 0
                }
                if isReplaced { replaced.append(document) }
            }
        }
        return replaced
    }

    /// Walks two segments' documents in the order of their hashes and gives those of one identity.
    private static func forEachCommonIdentity(
        _ a: SegmentReader, _ b: SegmentReader, _ body: (Int, Int) -> Void
    ) {
        let (left, right) = (a.documents, b.documents)
        var i = 0
        var j = 0
        while i < left.count, j < right.count {
            let x = left.document(inHashOrder: i)
            let y = right.document(inHashOrder: j)
            let hx = DocumentTable.hash(left.identity(of: x))
            let hy = DocumentTable.hash(right.identity(of: y))
            if hx < hy {
                i += 1
            } else if hx > hy {
                j += 1
            } else {
                // All of this hash on the right against this one on the left.
                var k = j
                while k < right.count {
                    let other = right.document(inHashOrder: k)
                    guard DocumentTable.hash(right.identity(of: other)) == hx else { break }
                    if compareBytes(left.identity(of: x), right.identity(of: other)) == 0 { body(x, other) }
                    k += 1
                }
                i += 1
            }
        }
    }

    /// Marks the documents of an identity as deleted; gives whether there were any.
    public func delete(identity: [UInt8]) throws(StorageError) -> Bool {
        try requireOpen()
        return state.withLock { state in
            var found = false
            for index in state.live.indices {
                let documents = identity.withUnsafeBytes {
                    state.live[index].reader.documents.documents(named: $0)
                }
                for document in documents where state.live[index].deletions.insert(document) {
                    state.live[index].isChanged = true
                    found = true
                }
            }
            return found
        }
    }

    /// The documents as they are now: those of finished segments, committed or not, and those that a builder still collects.
    ///
    /// The builder's are put into a segment in memory, of the same form and read by the same code as those on disk; that takes
    /// some 20 ms for a million tokens, so it is for small batches.
    public func snapshot(with builder: SegmentBuilder? = nil) throws(StorageError) -> Snapshot {
        var collected: (entry: SegmentEntry, reader: SegmentReader)?
        if let builder, builder.documentCount > 0 {
            let file = MemoryOutputFile()
            let entry = try builder.write(to: file, name: "in memory")
            collected = (entry, try SegmentReader(file.contents(), name: entry.name))
        }
        return state.withLock { state in
            var live = state.live
            if let collected { Self.admit(collected.entry, collected.reader, to: &live) }
            return Snapshot(
                live.map { ($0.reader, $0.deletions.isEmpty ? nil : $0.deletions) },
                generation: state.manifest.generation)
        }
    }

    // MARK: Commit

    /// Makes all changes so far visible and durable, at once.
    ///
    /// - Throws: what the directory throws; then the last commit still stands.
    public func commit() throws(StorageError) {
        try requireOpen()
        var (manifest, live) = state.withLock { ($0.manifest, $0.live) }
        manifest.generation += 1
        live.removeAll { $0.deletions.count == $0.reader.documentCount && $0.reader.documentCount > 0 }
        for index in live.indices where live[index].isChanged {
            live[index].entry.deletions = try live[index].deletions.write(
                to: directory, segment: live[index].entry.name, generation: manifest.generation)
            live[index].isChanged = false
        }
        manifest.segments = live.map(\.entry)
        try manifest.commit(to: directory)
        let writing: Set<String> = state.withLock { state in
            state.manifest.generation = manifest.generation
            state.manifest.segments = manifest.segments
            for done in live {
                guard let index = state.live.firstIndex(where: { $0.entry.name == done.entry.name }) else { continue }
                if state.live[index].deletions == done.deletions { state.live[index] = done }
            }
            state.live.removeAll { known in
                known.deletions.count == known.reader.documentCount
                    && !live.contains { $0.entry.name == known.entry.name }
            }
            state.written.subtract(manifest.files.map(\.name))
            return state.written
        }
        try removeUnreferencedFiles(from: directory, keeping: manifest, beingWritten: writing)
    }

    /// A closed writer changes nothing any more: the files may be another's.
    private func requireOpen() throws(StorageError) {
        guard state.withLock({ $0.lock != nil }) else {
            throw StorageError(.io, "\(directory.displayPath): this writer is closed")
        }
    }

    /// Lets the next writer in; what was not committed is lost.
    public func close() {
        let lock = state.withLock { state in
            defer { state.lock = nil }
            return state.lock
        }
        lock?.release()
    }

    // MARK: Joining

    /// Chooses segments to join and joins them; gives false where there is nothing to do.
    ///
    /// Several threads may do so at once, each with segments of its own, while others go on adding.
    ///
    /// Segments are of one tier where their numbers of passages are within a factor of eight; eight
    /// of a tier are joined, so that a passage is written a logarithmic number of times and an index has few segments.
    public func joinSomeSegments() throws(StorageError) -> Bool {
        try requireOpen()
        let chosen: [Live] = state.withLock { state in
            var tiers: [Int: [Live]] = [:]
            for live in state.live where !state.joining.contains(live.entry.name) {
                var tier = 0
                var passages = max(live.reader.passageCount, 1)
                while passages >= 8 {
                    passages /= 8
                    tier += 1
                }
                tiers[tier, default: []].append(live)
            }
            let full = tiers.filter { $0.value.count >= Self.joinCount }.sorted { $0.key < $1.key }
            let fitting = full.lazy.map { Array($0.value.prefix(Self.joinCount)) }.first { segments in
                segments.reduce(0) { $0 + $1.reader.passageCount } < Self.maximumPassages
                    && segments.reduce(0) { $0 + $1.reader.byteCount } < Self.maximumBytes
            }
            guard let chosen = fitting else { return [] }
            state.joining.formUnion(chosen.map(\.entry.name))
            return chosen
        }
        guard chosen.count > 1 else { return false }
        try join(chosen) { _ in }
        return true
    }

    static let joinCount = 8
    /// A segment holds fewer passages than this, and its texts end below 4 GiB.
    static let maximumPassages = 1 << 23
    static let maximumBytes = 3 << 30

    /// Joins all segments into one (into as few as their size allows) and drops what is deleted.
    public func joinAll(progress: (Double) -> Void = { _ in }) throws(StorageError) {
        try requireOpen()
        let all = state.withLock { $0.live }
        var group: [Live] = []
        var passages = 0
        var bytes = 0
        var groups: [[Live]] = []
        for live in all {
            passages += live.reader.passageCount
            bytes += live.reader.byteCount
            if passages >= Self.maximumPassages || bytes >= Self.maximumBytes, !group.isEmpty {
                groups.append(group)
                group = []
                passages = live.reader.passageCount
                bytes = live.reader.byteCount
            }
            group.append(live)
        }
        if !group.isEmpty { groups.append(group) }
        for (index, group) in groups.enumerated() where group.count > 1 || !group[0].deletions.isEmpty {
            try join(group) { progress((Double(index) + $0) / Double(groups.count)) }
        }
    }

    private func join(_ chosen: [Live], progress: (Double) -> Void) throws(StorageError) {
        let names = Set(chosen.map(\.entry.name))
        defer { state.withLock { $0.joining.subtract(names) } }
        let merger = SegmentMerger(
            chosen.map { SegmentMerger.Source(reader: $0.reader, deletions: $0.deletions) })
        let name = takeSegmentName()
        let entry = try merger.write(
            to: directory.create(IndexFileName.segmentFile(name)), name: name, progress: progress)
        let reader = try SegmentReader(directory.map(entry.fileName), name: entry.fileName)
        state.withLock { state in
            var joined = Live(
                entry: entry, reader: reader, deletions: DeletionSet(documents: reader.documentCount))
            // What was deleted while the join ran is deleted in it, too.
            for (source, map) in zip(chosen, merger.documentMaps) {
                // A source that is gone was dropped by a commit, because all of it was deleted.
                let now = state.live.first { $0.entry.name == source.entry.name }?.deletions
                if now == source.deletions { continue }
                for (old, new) in map.enumerated() where new != SegmentMerger.none && now?.contains(old) ?? true {
                    joined.deletions.insert(Int(new))
                }
            }
            joined.isChanged = !joined.deletions.isEmpty
            let place = state.live.firstIndex { names.contains($0.entry.name) } ?? state.live.count
            state.live.removeAll { names.contains($0.entry.name) }
            state.written.subtract(chosen.map(\.entry.fileName))
            if reader.documentCount > 0 { state.live.insert(joined, at: min(place, state.live.count)) }
        }
    }
}
