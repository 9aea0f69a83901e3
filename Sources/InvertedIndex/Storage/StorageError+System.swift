import Glibc

extension StorageError {
    /// What the system reported by `errno`, as one line: "cannot write /data/index/s1.seg: No space left on device".
    ///
    /// - Parameters:
    ///   - code: the value of `errno`.
    ///   - action: the verb: "write", "create", "read".
    ///   - path: the file or directory it was done to.
    static func system(_ code: Int32, _ action: String, _ path: String) -> StorageError {
        let kind: Kind
        switch code {
        case ENOENT: kind = .notFound
        // A path that leads through a file, or to one, holds no directory.
        case ENOTDIR: kind = .notFound
        case ENOSPC, EDQUOT: kind = .noSpace
        case EACCES, EPERM, EROFS: kind = .permission
        default: kind = .io
        }
        return StorageError(kind, "cannot \(action) \(path): \(String(cString: strerror(code)))")
    }
}
