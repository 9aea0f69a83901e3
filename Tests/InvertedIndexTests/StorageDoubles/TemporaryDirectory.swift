import Glibc

/// A fresh directory of the file system, removed with the files in it when the object goes.
final class TemporaryDirectory {
    struct Failure: Error { var code: Int32 }

    let path: String

    init() throws {
        var template = Array("/tmp/vanthu-storage-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw Failure(code: errno) }
        path = String(cString: made)
        // Others must be able to walk in: a test looks at it without the rights of its owner.
        chmod(path, 0o755)
    }

    deinit { Self.remove(path) }

    private static func remove(_ path: String) {
        // A directory refuses `unlink`, a file refuses to be opened as a directory.
        if unlink(path) == 0 { return }
        if let stream = opendir(path) {
            while let entry = readdir(stream) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                    String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
                }
                if name != "." && name != ".." { remove("\(path)/\(name)") }
            }
            closedir(stream)
        }
        rmdir(path)
    }
}
