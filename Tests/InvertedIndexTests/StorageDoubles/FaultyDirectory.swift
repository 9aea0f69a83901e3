import Synchronization

@testable import InvertedIndex

/// Passes everything on to another directory, except for one operation, which fails.
///
/// Operations are counted from 1 over the directory and all files made through it.
final class FaultyDirectory: IndexDirectory {
    enum Fault {
        /// That operation does nothing and reports an error; those after it work.
        case error(StorageError.Kind)
        /// As `.error(.noSpace)`, but an append leaves half of its bytes behind.
        case shortWrite
        /// Nothing works from that operation on: the process is gone.
        case death
    }

    private struct Progress {
        var operations = 0
        var isDead = false
    }

    private let base: any IndexDirectory
    private let failing: Int
    private let fault: Fault
    private let progress = Mutex(Progress())

    /// - Parameters:
    ///   - base: the directory that does the work.
    ///   - failing: number of the operation that fails; `Int.max` for none.
    ///   - fault: what happens then.
    init(_ base: any IndexDirectory, failing: Int, with fault: Fault) {
        self.base = base
        self.failing = failing
        self.fault = fault
    }

    var displayPath: String { base.displayPath }
    var operations: Int { progress.withLock { $0.operations } }

    fileprivate func step(_ action: String, shortened: () -> Void = {}) throws(StorageError) {
        let mustFail = try progress.withLock { progress throws(StorageError) in
            if progress.isDead { throw StorageError(.io, "\(action): the process is dead") }
            progress.operations += 1
            if progress.operations == failing, case .death = fault { progress.isDead = true }
            return progress.operations == failing
        }
        guard mustFail else { return }
        switch fault {
        case .error(let kind): throw StorageError(kind, "\(action) fails by order")
        case .death: throw StorageError(.io, "\(action): the process is dead")
        case .shortWrite:
            shortened()
            throw StorageError(.noSpace, "\(action) is cut short by order")
        }
    }

    func list() throws(StorageError) -> [String] {
        try step("list")
        return try base.list()
    }

    func create(_ name: String) throws(StorageError) -> any OutputFile {
        try step("create")
        return FaultyOutputFile(self, try base.create(name))
    }

    func map(_ name: String) throws(StorageError) -> MappedBytes {
        try step("map")
        return try base.map(name)
    }

    func read(_ name: String) throws(StorageError) -> [UInt8] {
        try step("read")
        return try base.read(name)
    }

    func byteCount(of name: String) throws(StorageError) -> UInt64 {
        try step("find")
        return try base.byteCount(of: name)
    }

    func rename(_ from: String, to: String) throws(StorageError) {
        try step("rename")
        try base.rename(from, to: to)
    }

    func remove(_ name: String) throws(StorageError) {
        try step("remove")
        try base.remove(name)
    }

    func sync() throws(StorageError) {
        try step("sync directory")
        try base.sync()
    }

    func exists(_ name: String) -> Bool { base.exists(name) }

    func lock(_ name: String) throws(StorageError) -> any DirectoryLock {
        try step("lock")
        return try base.lock(name)
    }
}

private final class FaultyOutputFile: OutputFile {
    private let directory: FaultyDirectory
    private let base: any OutputFile

    init(_ directory: FaultyDirectory, _ base: any OutputFile) {
        self.directory = directory
        self.base = base
    }

    var position: Int { base.position }

    func append(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
        try directory.step("append") {
            try? base.append(UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count / 2)]))
        }
        try base.append(bytes)
    }

    func sync() throws(StorageError) {
        try directory.step("sync")
        try base.sync()
    }

    func close() throws(StorageError) {
        try directory.step("close")
        try base.close()
    }
}
