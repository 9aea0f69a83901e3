internal import Glibc
public import VanThu

/// A folder of its own that goes with the value that made it.
public final class TemporaryFolder: Sendable {
    /// Where it is.
    public let path: String

    /// Makes it in another folder; in that of the system (TMPDIR, or /tmp) where none is named.
    public init(in parent: String? = nil) throws(VanThuError) {
        let system = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        let place = parent ?? (system.isEmpty ? "/tmp" : system)
        var template = Array("\(place)/vanthu-benchmark-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .system("\(place): \(String(cString: strerror(errno)))") }
        let made = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        Interruption.add(folder: made)
        path = made
    }

    deinit {
        Self.remove(path)
        Interruption.remove(folder: path)
    }

    /// Removes a folder and all it holds; what cannot be removed stays.
    public static func remove(_ path: String) {
        if let folder = opendir(path) {
            var names: [String] = []
            while let entry = readdir(folder) {
                names.append(
                    withUnsafeBytes(of: &entry.pointee.d_name) { SystemFile.text(UnsafeRawBufferPointer($0)) })
            }
            closedir(folder)
            for name in names where name != "." && name != ".." {
                let inner = path + "/" + name
                var information = stat()
                let isFolder = lstat(inner, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
                if isFolder { remove(inner) } else { unlink(inner) }
            }
        }
        rmdir(path)
    }
}
