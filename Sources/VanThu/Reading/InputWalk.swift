internal import Glibc

/// Walks the given paths in order, folders recursively and sorted by the bytes of their names.
///
/// Hidden entries of folders are passed over in silence; whatever else cannot be read is named. Symbolic links are
/// followed, but no folder is entered twice below one given path, so circles end. Only one folder's names are held at
/// each level of depth.
struct InputWalk {
    enum Step {
        case file(InputFile)
        case skipped(SkippedInput)
    }

    private struct FolderIdentity: Hashable {
        var device: UInt64
        var inode: UInt64
    }

    private struct Folder {
        var path: String
        var identity: FolderIdentity
        /// Sorted backwards: the next name is the last.
        var names: [String]
        /// Names that are not UTF-8, repaired for display only.
        var badNames: [String]
    }

    private var given: [String]
    private var folders: [Folder] = []
    private var entered: [FolderIdentity: String] = [:]

    init(_ paths: [String]) { given = paths.reversed() }

    /// The next file or refusal; nil when all is walked.
    mutating func next() -> Step? {
        while true {
            if var folder = folders.popLast() {
                if let bad = folder.badNames.popLast() {
                    let path = Self.join(folder.path, bad)
                    folders.append(folder)
                    return .skipped(SkippedInput(path: path, reason: "the file's name is not UTF-8"))
                }
                guard let name = folder.names.popLast() else { continue }
                let path = Self.join(folder.path, name)
                folders.append(folder)
                if let step = visit(path, isGiven: false) { return step }
            } else if let path = given.popLast() {
                entered.removeAll(keepingCapacity: true)
                if path == "-" { return .file(InputFile(path: path, size: nil, kind: .standardInput)) }
                if let step = visit(path, isGiven: true) { return step }
            } else {
                return nil
            }
        }
    }

    /// What stands at a path; nil when it is a folder, which is then walked next.
    private mutating func visit(_ path: String, isGiven: Bool) -> Step? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            let code = errno
            if code == ENOENT, !isGiven {
                var link = stat()
                let isLink = lstat(path, &link) == 0 && link.st_mode & S_IFMT == S_IFLNK
                return .skipped(
                    SkippedInput(
                        path: path, reason: isLink ? "symbolic link to nothing" : "vanished before it was read"))
            }
            return .skipped(SkippedInput(path: path, reason: InputFailure(errno: code).reason))
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
            return enter(path, FolderIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino)))
        case S_IFREG:
            return .file(InputFile(path: path, size: Int(status.st_size), kind: InputFile.Kind(path: path)))
        case S_IFIFO where isGiven, S_IFCHR where isGiven:
            return .file(InputFile(path: path, size: nil, kind: InputFile.Kind(path: path)))
        default:
            return .skipped(SkippedInput(path: path, reason: "not a regular file"))
        }
    }

    private mutating func enter(_ path: String, _ identity: FolderIdentity) -> Step? {
        if let earlier = entered[identity] {
            let isCircle = folders.contains { $0.identity == identity }
            let reason =
                isCircle ? "leads back to the folder \(earlier)" : "the same folder as \(earlier), already read"
            return .skipped(SkippedInput(path: path, reason: reason))
        }
        entered[identity] = path
        guard let stream = opendir(path) else {
            return .skipped(SkippedInput(path: path, reason: InputFailure(errno: errno).reason))
        }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in Array(bytes.prefix { $0 != 0 }) }
            if name.first != UInt8(ascii: ".") { names.append(name) }
        }
        let failure = errno
        names.sort { $1.lexicographicallyPrecedes($0) }
        var folder = Folder(path: path, identity: identity, names: [], badNames: [])
        for name in names {
            if let valid = String(validating: name, as: UTF8.self) {
                folder.names.append(valid)
            } else {
                folder.badNames.append(String(decoding: name, as: UTF8.self))
            }
        }
        folders.append(folder)
        guard failure == 0 else {
            return .skipped(SkippedInput(path: path, reason: InputFailure(errno: failure).reason))
        }
        return nil
    }

    private static func join(_ folder: String, _ name: String) -> String {
        folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
    }
}

/// A file to be read: where it is, its size if it has one, and how its name says it is to be read.
struct InputFile {
    enum Kind {
        case text
        case jsonLines
        /// Text or JSON lines, told by the first byte.
        case standardInput
        case unsupported(String)

        /// Tells by the extension; whatever is not known to be something else is tried as text.
        init(path: String) {
            switch Self.lowercasedExtension(of: path) {
            case "jsonl", "ndjson": self = .jsonLines
            case "json": self = .unsupported("one JSON value is no document; JSON lines (.jsonl) are read")
            default: self = .text
            }
        }

        private static func lowercasedExtension(of path: String) -> String? {
            guard let name = path.utf8.split(separator: UInt8(ascii: "/")).last,
                let dot = name.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex
            else { return nil }
            let bytes = name[name.index(after: dot)...].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    var path: String
    var size: Int?
    var kind: Kind
}
