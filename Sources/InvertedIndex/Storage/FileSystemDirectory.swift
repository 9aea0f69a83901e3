import Glibc

/// The files of an index in a directory of the file system.
///
/// It holds the directory open and works by names relative to it, so the index may be moved while it is in use.
public final class FileSystemDirectory: IndexDirectory {
    /// The path as it was given.
    public let displayPath: String
    private let descriptor: Int32

    /// Opens a directory, and makes it (and those above it) first where wanted.
    ///
    /// - Throws: `.notFound` where it is missing and not to be made, or where the path is no directory;
    ///   `.permission` where it may not be opened or made.
    public init(path: String, create: Bool) throws(StorageError) {
        displayPath = path
        if create { try Self.makeDirectories(path) }
        let answer = WholeTransfer.uninterrupted { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        if answer < 0 { throw .system(-answer, "open directory", path) }
        descriptor = answer
    }

    deinit { Glibc.close(descriptor) }

    private func path(of name: String) -> String {
        displayPath.hasSuffix("/") ? displayPath + name : "\(displayPath)/\(name)"
    }

    /// The names of all files, sorted by bytes.
    public func list() throws(StorageError) -> [String] {
        // A descriptor of its own: reading a directory moves an offset that duplicates would share.
        let own = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard own >= 0 else { throw .system(errno, "list", displayPath) }
        guard let stream = fdopendir(own) else {
            let code = errno
            Glibc.close(own)
            throw .system(code, "list", displayPath)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                if errno != 0 { throw .system(errno, "list", displayPath) }
                break
            }
            if Int32(entry.pointee.d_type) == Int32(DT_DIR) { continue }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Creates an empty file for appending; a leftover of that name is unlinked first.
    public func create(_ name: String) throws(StorageError) -> any OutputFile {
        // Unlinked and not truncated: a reader that has the leftover mapped would die of SIGBUS.
        if unlinkat(descriptor, name, 0) != 0, errno != ENOENT { throw .system(errno, "replace", path(of: name)) }
        let file = WholeTransfer.uninterrupted {
            openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(0o644))
        }
        if file < 0 { throw .system(-file, "create", path(of: name)) }
        return FileSystemOutputFile(descriptor: file, path: path(of: name))
    }

    /// The whole file, mapped read-only.
    public func map(_ name: String) throws(StorageError) -> MappedBytes {
        let (file, size) = try openForReading(name)
        defer { Glibc.close(file) }
        // The system refuses to map nothing.
        if size == 0 { return MappedBytes(adopting: .allocate(byteCount: 0, alignment: 16)) }
        guard let address = mmap(nil, size, PROT_READ, MAP_SHARED, file, 0), address != MAP_FAILED else {
            throw .system(errno, "map", path(of: name))
        }
        return MappedBytes(mapping: address, count: size)
    }

    /// The whole of a small file.
    public func read(_ name: String) throws(StorageError) -> [UInt8] {
        let (file, size) = try openForReading(name)
        defer { Glibc.close(file) }
        var answer = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            answer = WholeTransfer.read(into: UnsafeMutableRawBufferPointer(buffer), at: 0) { rest, offset in
                let moved = pread(file, rest.baseAddress, rest.count, off_t(offset))
                return moved < 0 ? -Int(errno) : moved
            }
            count = max(answer, 0)
        }
        if answer < 0 { throw .system(Int32(-answer), "read", path(of: name)) }
        return bytes
    }

    /// Size of a file in bytes.
    public func byteCount(of name: String) throws(StorageError) -> UInt64 {
        var status = stat()
        guard fstatat(descriptor, name, &status, 0) == 0 else { throw .system(errno, "find", path(of: name)) }
        return UInt64(status.st_size)
    }

    /// Gives a file another name, replacing at once what had that name before.
    public func rename(_ from: String, to: String) throws(StorageError) {
        guard renameat(descriptor, from, descriptor, to) == 0 else {
            throw .system(errno, "rename to \(to)", path(of: from))
        }
    }

    /// Removes a file.
    public func remove(_ name: String) throws(StorageError) {
        guard unlinkat(descriptor, name, 0) == 0 else { throw .system(errno, "remove", path(of: name)) }
    }

    /// Makes all creations, renames and removals so far survive a power cut.
    public func sync() throws(StorageError) {
        try Self.syncDirectory(descriptor, displayPath)
    }

    /// Whether a file of that name is there.
    public func exists(_ name: String) -> Bool { faccessat(descriptor, name, F_OK, 0) == 0 }

    /// Takes an exclusive lock on a file of that name, which is made where missing and never removed.
    public func lock(_ name: String) throws(StorageError) -> any DirectoryLock {
        try FileLock(in: descriptor, name: name, path: path(of: name))
    }

    private func openForReading(_ name: String) throws(StorageError) -> (file: Int32, size: Int) {
        let file = WholeTransfer.uninterrupted { openat(descriptor, name, O_RDONLY | O_CLOEXEC) }
        if file < 0 { throw .system(-file, "open", path(of: name)) }
        var status = stat()
        guard fstat(file, &status) == 0 else {
            let code = errno
            Glibc.close(file)
            throw .system(code, "open", path(of: name))
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            Glibc.close(file)
            throw StorageError(.io, "cannot open \(path(of: name)): it is not a regular file")
        }
        return (file, Int(status.st_size))
    }
}
