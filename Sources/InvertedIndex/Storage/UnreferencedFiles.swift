/// Removes what earlier commits, aborted commits and crashed writers left behind.
///
/// The caller holds the writer's lock. Call it when a writer opens, and after a commit *that returned*; readers
/// that still have such a file mapped keep its bytes.
///
/// - Parameters:
///   - directory: where the index lives.
///   - manifest: its last commit; `nil`: there never was one.
///   - beingWritten: files that belong to no commit yet and must stay.
/// - Returns: the names of the removed files.
/// - Throws: the first error, after every file was tried; a file that is gone already is none.
@discardableResult
public func removeUnreferencedFiles(
    from directory: any IndexDirectory, keeping manifest: Manifest?, beingWritten: Set<String> = []
) throws(StorageError) -> [String] {
    let named = Set(manifest?.files.map(\.name) ?? [])
    let leftovers = try directory.list().filter {
        IndexFileName.isRemovable($0) && !named.contains($0) && !beingWritten.contains($0)
    }
    guard !leftovers.isEmpty else { return [] }
    // A writer that died between its swap and its last sync leaves a manifest that is visible but not durable yet.
    // Without this, a power cut could undo the swap and keep the removals of what the older manifest needs.
    try directory.sync()
    var removed: [String] = []
    var failure: StorageError?
    for name in leftovers {
        do throws(StorageError) {
            try directory.remove(name)
            removed.append(name)
        } catch {
            if error.kind != .notFound { failure = failure ?? error }
        }
    }
    if let failure { throw failure }
    return removed
}
