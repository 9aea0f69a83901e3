import Glibc

extension FileSystemDirectory {
    /// Makes a directory and those above it that are missing, each made to survive a power cut.
    static func makeDirectories(_ path: String) throws(StorageError) {
        if mkdir(path, 0o755) == 0 { return try syncParent(of: path) }
        let code = errno
        // Whatever stands there already is judged by opening it.
        if code == EEXIST { return }
        guard code == ENOENT, let parent = parent(of: path), !parent.isEmpty else {
            throw .system(code, "create directory", path)
        }
        try makeDirectories(parent)
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .system(errno, "create directory", path) }
        try syncParent(of: path)
    }

    private static func syncParent(of path: String) throws(StorageError) {
        let parent = parent(of: path) ?? "."
        let descriptor = WholeTransfer.uninterrupted { open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        // A directory that may be written but not read cannot be synced; the index itself can still be made.
        if descriptor < 0 { return }
        defer { Glibc.close(descriptor) }
        let answer = WholeTransfer.uninterrupted { fsync(descriptor) }
        if answer < 0 { throw .system(-answer, "sync directory", parent) }
    }

    /// The path before the last name; `nil` for a single relative name, and for the root.
    private static func parent(of path: String) -> String? {
        let trimmed = path.utf8.reversed().drop { $0 == UInt8(ascii: "/") }
        let above = trimmed.drop { $0 != UInt8(ascii: "/") }
        guard !above.isEmpty else { return nil }
        return String(decoding: above.reversed(), as: UTF8.self)
    }
}
