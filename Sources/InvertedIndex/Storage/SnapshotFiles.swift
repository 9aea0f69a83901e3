/// The files of one commit, held open: what a reader sees, whatever writers do meanwhile.
public struct SnapshotFiles: Sendable {
    /// The files of one segment.
    public struct Segment: Sendable {
        /// What the commit says of it.
        public let entry: SegmentEntry
        /// The segment's file; its size has been checked, its checksum has not.
        public let bytes: MappedBytes
        /// Its deleted documents; `nil`: none.
        public let deletions: DeletionSet?
    }

    /// The commit.
    public let manifest: Manifest
    /// Its segments, in the manifest's order.
    public let segments: [Segment]

    /// Opens the last commit.
    ///
    /// A writer may commit and remove files while they are being opened here: where a file is gone, the newer
    /// manifest is read and its files are opened instead. Every retry follows a commit, so it ends.
    ///
    /// - Parameters:
    ///   - directory: where the index lives.
    ///   - earlier: an earlier snapshot of the same directory; mappings of segments that are still there are shared.
    /// - Returns: `nil` where there never was a commit.
    /// - Throws: `.damaged` where a file is missing, has another size, or deletions are not what was written.
    public static func open(
        in directory: any IndexDirectory, reusing earlier: SnapshotFiles? = nil
    ) throws(StorageError) -> SnapshotFiles? {
        guard var manifest = try Manifest.load(from: directory) else { return nil }
        while true {
            let missing: StorageError
            do throws(StorageError) {
                return try SnapshotFiles(of: manifest, in: directory, reusing: earlier)
            } catch {
                guard error.kind == .notFound else { throw error }
                missing = error
            }
            guard let newer = try Manifest.load(from: directory) else { return nil }
            guard newer != manifest else {
                throw StorageError(.damaged, "\(directory.displayPath) is damaged: \(missing.message)")
            }
            manifest = newer
        }
    }

    private init(
        of manifest: Manifest, in directory: any IndexDirectory, reusing earlier: SnapshotFiles?
    ) throws(StorageError) {
        var segments: [Segment] = []
        for entry in manifest.segments {
            // Names are never used twice in one index, but an index may be deleted and made anew at the same place.
            let known = earlier?.segments.first {
                $0.entry.name == entry.name && $0.entry.byteCount == entry.byteCount
                    && $0.entry.checksum == entry.checksum
            }
            let bytes = if let known { known.bytes } else { try directory.map(entry.fileName) }
            guard UInt64(bytes.count) == entry.byteCount else {
                throw .damaged(
                    "\(directory.displayPath)/\(entry.fileName)",
                    "it has \(bytes.count) bytes instead of \(entry.byteCount)")
            }
            var deletions: DeletionSet?
            if let known, known.entry.deletions == entry.deletions {
                deletions = known.deletions
            } else if let file = entry.deletions {
                deletions = try DeletionSet.load(file, documents: Int(entry.documents), from: directory)
            }
            segments.append(Segment(entry: entry, bytes: bytes, deletions: deletions))
        }
        self.manifest = manifest
        self.segments = segments
    }
}
