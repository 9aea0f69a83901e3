extension Manifest {
    /// The last commit of a directory; `nil` where there never was one.
    ///
    /// - Throws: `.damaged` where any byte of it is not what was written, or where its format is unknown.
    public static func load(from directory: any IndexDirectory) throws(StorageError) -> Manifest? {
        let bytes: [UInt8]
        do throws(StorageError) {
            bytes = try directory.read(fileName)
        } catch {
            if error.kind == .notFound { return nil }
            throw error
        }
        return try Manifest(decoding: bytes, file: "\(directory.displayPath)/\(fileName)")
    }

    /// Makes this the state of the index, at one instant and for good.
    ///
    /// The caller holds the writer's lock, and has written, *synced* and closed every file named here; that each is
    /// there with its size is checked. Then:
    /// 1. the directory is synced, so that the names of those files are there whenever the manifest is;
    /// 2. `manifest.tmp` is written and synced;
    /// 3. it is renamed over `manifest`: before, readers see the last commit whole, after, this one;
    /// 4. the directory is synced, so that the rename survives a power cut.
    ///
    /// When it returns, the commit is durable. When it throws, either commit may stand (only the last step can fail
    /// after the swap): load the manifest again before the next commit, and remove no files until then.
    ///
    /// - Throws: `.damaged` where a file is missing or has another size; whatever the system reports.
    public func commit(to directory: any IndexDirectory) throws(StorageError) {
        if let problem = problem() {
            throw StorageError(.io, "cannot commit to \(directory.displayPath): \(problem)")
        }
        if let last = try Self.load(from: directory), last.generation >= generation {
            throw StorageError(
                .io,
                "cannot commit generation \(generation) to \(directory.displayPath): "
                    + "generation \(last.generation) is there already")
        }
        try requireFiles(in: directory)
        try directory.sync()
        do throws(StorageError) {
            let file = try directory.create(Self.temporaryFileName)
            try file.append(encoded())
            try file.sync()
            try file.close()
            try directory.rename(Self.temporaryFileName, to: Self.fileName)
        } catch {
            // Best effort: a leftover is harmless, and the first error is the one to report.
            try? directory.remove(Self.temporaryFileName)
            throw error
        }
        try directory.sync()
    }

    private func requireFiles(in directory: any IndexDirectory) throws(StorageError) {
        for (name, expected) in files {
            let path = "\(directory.displayPath)/\(name)"
            let found: UInt64
            do throws(StorageError) {
                found = try directory.byteCount(of: name)
            } catch {
                guard error.kind == .notFound else { throw error }
                throw .damaged(path, "it is missing")
            }
            guard found == expected else { throw .damaged(path, "it has \(found) bytes instead of \(expected)") }
        }
    }
}
