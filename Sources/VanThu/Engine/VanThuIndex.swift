internal import InvertedIndex

/// An index opened for reading: one commit of it, which later writing never disturbs.
public final class VanThuIndex: Sendable {
    let snapshot: Snapshot
    let unit: IndexUnit
    private let directory: any IndexDirectory
    private let manifest: Manifest

    private init(_ snapshot: Snapshot, _ manifest: Manifest, _ directory: any IndexDirectory) {
        self.snapshot = snapshot
        self.manifest = manifest
        self.directory = directory
        unit = manifest.settings["unit"].flatMap(IndexUnit.init) ?? .passages
    }

    /// Opens the last commit of the index in the folder `path`.
    ///
    /// - Throws: `.indexMissing` where there is none, `.indexDamaged`, `.system`.
    public static func open(_ path: String) throws(VanThuError) -> VanThuIndex {
        let (files, directory) = try files(path)
        return try mapped { () throws(StorageError) in
            var opened: [(reader: SegmentReader, deletions: DeletionSet?)] = []
            for segment in files.segments {
                let reader = try segment.reader(in: directory)
                opened.append((reader, segment.deletions))
            }
            return VanThuIndex(
                Snapshot(opened, generation: files.manifest.generation), files.manifest, directory)
        }
    }

    private static func files(
        _ path: String
    ) throws(VanThuError) -> (SnapshotFiles, FileSystemDirectory) {
        let directory: FileSystemDirectory
        do throws(StorageError) {
            directory = try FileSystemDirectory(path: path, create: false)
        } catch {
            throw error.kind == .notFound ? .indexMissing("there is no index in \(path)") : VanThuError(error)
        }
        guard let files = try mapped({ () throws(StorageError) in try SnapshotFiles.open(in: directory) }) else {
            throw .indexMissing("there is no index in \(path)")
        }
        return (files, directory)
    }

    /// Makes a searcher for one thread.
    public func makeSearcher() -> IndexSearcher { IndexSearcher(snapshot, unit) }

    /// Counts and sizes.
    public func statistics() throws(VanThuError) -> IndexStatistics {
        let directory = directory
        let bytes = try mapped { () throws(StorageError) in try IndexSizes.bytes(of: directory) }
        let details = zip(snapshot.segments, manifest.segments).map { segment, entry in
            SegmentStatistics(
                name: entry.name, documents: segment.reader.documentCount - (segment.deletions?.count ?? 0),
                passages: segment.reader.passageCount, deletedDocuments: segment.deletions?.count ?? 0,
                tokens: segment.reader.tokenCount, terms: segment.reader.termCount, pairs: segment.reader.pairCount,
                indexBytes: segment.reader.byteCount, storedBytes: segment.reader.storedBytes)
        }
        return IndexStatistics(
            documents: snapshot.documentCount, passages: snapshot.passageCount,
            deletedDocuments: details.reduce(0) { $0 + $1.deletedDocuments },
            tokens: details.reduce(0) { $0 + $1.tokens }, segments: details.count,
            // Terms and pairs are counted in the largest segment: others mostly repeat them.
            terms: details.map(\.terms).max() ?? 0, pairs: details.map(\.pairs).max() ?? 0, indexBytes: bytes,
            storedBytes: details.reduce(0) { $0 + $1.storedBytes }, generation: Int(snapshot.generation),
            unicodeVersion: manifest.settings["unicode"] ?? "", segmentDetails: details)
    }

    /// Reads every byte of the index in the folder `path` and compares all checksums and counts.
    ///
    /// - Parameters:
    ///   - path: the index.
    ///   - progress: is told the bytes done and the bytes in all.
    /// - Throws: `.indexMissing`, `.indexDamaged` where it cannot even be opened.
    public static func check(_ path: String, progress: (Int, Int) -> Void) throws(VanThuError) -> CheckReport {
        let (files, directory) = try files(path)
        let total = files.segments.reduce(0) { $0 + $1.bytes.count }
        var report = CheckReport(
            files: 1 + files.manifest.files.count, bytes: 0, documents: 0, passages: 0, problems: [])
        for segment in files.segments {
            let reader = try mapped { () throws(StorageError) in try segment.reader(in: directory) }
            report.problems += reader.verify()
            if reader.passageCount != Int(segment.entry.passages) || reader.tokenCount != Int(segment.entry.tokens) {
                report.problems.append("\(path)/\(segment.entry.fileName): its counts are not those of the commit")
            }
            report.bytes += segment.bytes.count
            report.documents += reader.documentCount - (segment.deletions?.count ?? 0)
            for document in 0..<reader.documentCount where segment.deletions.map({ !$0.contains(document) }) ?? true {
                report.passages += reader.passages(ofDocument: document).count
            }
            progress(report.bytes, total)
        }
        return report
    }
}
