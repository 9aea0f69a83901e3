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
        try syncDirectory(descriptor, parent)
    }

    /// Makes the names in an open directory survive a power cut.
    static func syncDirectory(_ descriptor: Int32, _ path: String) throws(StorageError) {
        let answer = WholeTransfer.uninterrupted { fsync(descriptor) }
        // Some network and FUSE file systems answer EINVAL: they keep names safe in their own way, or not at all,
        // and there is nothing more to ask of them.
        if answer < 0 && answer != -EINVAL { throw .system(-answer, "sync directory", path) }
    }

    /// The path before the last name; `nil` for a single relative name, and for the root.
    private static func parent(of path: String) -> String? {
        let trimmed = path.utf8.reversed().drop { $0 == UInt8(ascii: "/") }
        let above = trimmed.drop { $0 != UInt8(ascii: "/") }
        guard !above.isEmpty else { return nil }
        return String(decoding: above.reversed(), as: UTF8.self)
    }
}
