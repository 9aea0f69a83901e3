@testable import InvertedIndex

/// A small writer that uses the storage as the index does: one commit adds a segment, deletes a document of an
/// older one, and from the fourth on drops the oldest segment, as joining does.
enum SampleWriter {
    /// Makes one commit.
    ///
    /// - Parameters:
    ///   - directory: where.
    ///   - onCommit: called as soon as the commit has returned, before leftovers are removed.
    static func commit(
        to directory: any IndexDirectory, onCommit: (Manifest) -> Void = { _ in }
    ) throws(StorageError) {
        let lock = try directory.lock(IndexFileName.lock)
        defer { lock.release() }
        let last = try Manifest.load(from: directory)
        try removeUnreferencedFiles(from: directory, keeping: last)

        var next = last ?? Manifest(settings: ["unit": "passages", "khoá": "giá trị"])
        next.generation += 1
        if next.segments.count == 3 { next.segments.removeFirst() }
        if let oldest = next.segments.first {
            var deleted = DeletionSet(documents: Int(oldest.documents))
            if let entry = oldest.deletions {
                deleted = try DeletionSet.load(entry, documents: Int(oldest.documents), from: directory)
            }
            deleted.insert(Int(next.generation) % deleted.documents)
            deleted.checkInvariants()
            next.segments[0].deletions = try deleted.write(
                to: directory, segment: oldest.name, generation: next.generation)
        }
        next.segments.append(try writeSegment(number: next.nextSegment, to: directory))
        next.nextSegment += 1
        next.nextSequence += 100
        try next.commit(to: directory)
        onCommit(next)
        try removeUnreferencedFiles(from: directory, keeping: next)
    }

    private static func writeSegment(number: UInt64, to directory: any IndexDirectory) throws(StorageError)
        -> SegmentEntry
    {
        var random = SeededRandom(seed: number)
        let bytes = (0..<300).map { _ in UInt8.random(in: 1...255, using: &random) }
        let name = IndexFileName.segment(number)
        let file = try directory.create(IndexFileName.segmentFile(name))
        try file.append(Array(bytes[..<100]))
        try file.append(Array(bytes[100...]))
        try file.sync()
        try file.close()
        return SegmentEntry(
            name: name, byteCount: UInt64(bytes.count), checksum: CRC32C.checksum(bytes), documents: 100,
            passages: 250, tokens: 5000)
    }

    /// Opens the last commit and verifies every byte of it; `nil` where there is none.
    static func verified(_ directory: any IndexDirectory) throws(StorageError) -> Manifest? {
        guard let snapshot = try SnapshotFiles.open(in: directory) else { return nil }
        for segment in snapshot.segments where CRC32C.checksum(segment.bytes) != segment.entry.checksum {
            throw .damaged(segment.entry.fileName, "its bytes are not whole")
        }
        return snapshot.manifest
    }
}
