// Provisional: the shapes of the engine, so that what stands on it compiles before it has landed.
// They answer as an engine without any index would. This file goes when the real classes come.

/// A hit before anything stored is read.
public struct RankedHit: Equatable, Sendable {
    /// Its score.
    public var score: Float
    /// Where it stands in the snapshot.
    var place: UInt64
}

/// A snapshot of an index, for readers.
public final class VanThuIndex: Sendable {
    private init() {}

    /// Opens the last commit of the index in the folder `path`.
    public static func open(_ path: String) throws(VanThuError) -> VanThuIndex {
        throw .indexMissing("no index in \(path)")
    }

    /// Makes a searcher for one thread.
    public func makeSearcher() -> IndexSearcher { IndexSearcher() }

    /// Counts and sizes.
    public func statistics() throws(VanThuError) -> IndexStatistics {
        throw .indexMissing("no index")
    }

    /// Verifies every byte of the index in the folder `path`; `progress` gets bytes done and bytes in all.
    public static func check(_ path: String, progress: (Int, Int) -> Void) throws(VanThuError) -> CheckReport {
        throw .indexMissing("no index in \(path)")
    }
}

/// Answers queries on one thread.
public final class IndexSearcher {
    init() {}

    /// Ranks and reads what a list of hits shows.
    public func search(_ query: String, _ options: SearchOptions) -> SearchResult {
        SearchResult(total: 0, totalIsExact: true, elapsedMicroseconds: 0, hits: [])
    }

    /// Ranks only; no stored text is read.
    public func rank(_ query: String, _ options: SearchOptions) -> [RankedHit] { [] }

    /// The name of a hit in a run: `id`, or `id#n` for a passage.
    public func name(of hit: RankedHit, by: ResultUnit) -> String { "" }
}

/// Changes an index; holds its writer lock.
public final class IndexEditor {
    private init() {}

    /// Opens the index in the folder `path` for writing, and makes it where there is none.
    public static func open(_ path: String, _ options: IndexingOptions) throws(VanThuError) -> IndexEditor {
        throw .system("no engine to make an index in \(path)")
    }

    /// Reads, indexes and commits.
    public func add(
        paths: [String], progress: @Sendable (IndexingProgress) -> Void
    ) throws(VanThuError) -> IndexingReport {
        throw .system("no engine")
    }

    /// Removes documents by identity and commits.
    public func delete(ids: [String]) throws(VanThuError) -> (deleted: Int, missing: [String]) {
        throw .system("no engine")
    }

    /// Merges to one segment and commits.
    public func compact(progress: @Sendable (IndexingProgress) -> Void) throws(VanThuError) {
        throw .system("no engine")
    }

    /// Lets go of the lock.
    public func close() {}
}
