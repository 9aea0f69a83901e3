import Synchronization

@testable import InvertedIndex

/// A directory in memory that knows what a power cut would take: bytes and names that were not synced.
///
/// It promises no more than POSIX does: of the changes of names since the last `sync()`, any may survive and any
/// may be lost, in any combination; of the bytes appended since a file's last `sync()`, any number, some of them wrong.
final class InMemoryDirectory: IndexDirectory {
    struct File {
        var bytes: [UInt8] = []
        var syncedBytes = 0
    }

    enum NameChange {
        case link(String, Int)
        case unlink(String, Int)
        case rename(from: String, to: String, Int)
    }

    struct State {
        /// Every file ever made, by a number that is never used again; names point to it.
        var files: [File] = []
        var names: [String: Int] = [:]
        var durableNames: [String: Int] = [:]
        var pending: [NameChange] = []
        var locks: Set<String> = []
    }

    let displayPath = "memory"
    private let state: Mutex<State>

    init(_ state: State = State()) { self.state = Mutex(state) }

    /// The same files, with nobody holding a lock: what the next process finds after this one was killed.
    func afterProcessDeath() -> InMemoryDirectory {
        var copy = state.withLock { $0 }
        copy.locks = []
        return InMemoryDirectory(copy)
    }

    /// What is there after a power cut; the seed decides what of the unsynced survives.
    func crash(seed: UInt64) -> InMemoryDirectory {
        let old = state.withLock { $0 }
        var random = SeededRandom(seed: seed)
        var names = old.durableNames
        // All or nothing happens often in life, and seldom by chance: every third seed each.
        let share = [0.0, 0.5, 1.0][Int(seed % 3)]
        for change in old.pending where Double.random(in: 0..<1, using: &random) < share {
            switch change {
            case .link(let name, let file): names[name] = file
            case .unlink(let name, let file): if names[name] == file { names[name] = nil }
            case .rename(let from, let to, let file):
                if names[from] == file { names[from] = nil }
                names[to] = file
            }
        }
        var new = State()
        for (name, number) in names.sorted(by: { $0.key < $1.key }) {
            new.names[name] = new.files.count
            new.files.append(Self.torn(old.files[number], &random))
        }
        new.durableNames = new.names
        return InMemoryDirectory(new)
    }

    private static func torn(_ file: File, _ random: inout SeededRandom) -> File {
        let kept = Int.random(in: file.syncedBytes...file.bytes.count, using: &random)
        var bytes = Array(file.bytes[..<kept])
        if kept > file.syncedBytes, Bool.random(using: &random) {
            // The size arrived on the disk, some of the blocks did not.
            for place in Int.random(in: file.syncedBytes..<kept, using: &random)..<kept { bytes[place] = 0 }
        }
        return File(bytes: bytes, syncedBytes: bytes.count)
    }

    /// Replaces the bytes of a file, as a failing disk does; for tests of detection.
    func corrupt(_ name: String, _ bytes: [UInt8]) {
        state.withLock { state in
            state.files.append(File(bytes: bytes, syncedBytes: bytes.count))
            state.names[name] = state.files.count - 1
            state.durableNames[name] = state.files.count - 1
        }
    }

    func list() throws(StorageError) -> [String] {
        state.withLock { $0.names.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
    }

    func create(_ name: String) throws(StorageError) -> any OutputFile {
        let number = state.withLock { state in
            if let leftover = state.names[name] { state.pending.append(.unlink(name, leftover)) }
            state.files.append(File())
            state.names[name] = state.files.count - 1
            state.pending.append(.link(name, state.files.count - 1))
            return state.files.count - 1
        }
        return InMemoryOutputFile(self, number)
    }

    func map(_ name: String) throws(StorageError) -> MappedBytes {
        try read(name).withUnsafeBytes { MappedBytes(copying: $0) }
    }

    func read(_ name: String) throws(StorageError) -> [UInt8] {
        try state.withLock { state throws(StorageError) in state.files[try Self.number(name, state)].bytes }
    }

    func byteCount(of name: String) throws(StorageError) -> UInt64 { UInt64(try read(name).count) }

    func rename(_ from: String, to: String) throws(StorageError) {
        try state.withLock { state throws(StorageError) in
            let number = try Self.number(from, state)
            state.names[from] = nil
            state.names[to] = number
            state.pending.append(.rename(from: from, to: to, number))
        }
    }

    func remove(_ name: String) throws(StorageError) {
        try state.withLock { state throws(StorageError) in
            state.pending.append(.unlink(name, try Self.number(name, state)))
            state.names[name] = nil
        }
    }

    func sync() throws(StorageError) {
        state.withLock { state in
            state.durableNames = state.names
            state.pending = []
        }
    }

    func exists(_ name: String) -> Bool { state.withLock { $0.names[name] != nil } }

    func lock(_ name: String) throws(StorageError) -> any DirectoryLock {
        let taken = state.withLock { $0.locks.insert(name).inserted }
        guard taken else { throw StorageError(.locked, "memory/\(name) is locked") }
        return InMemoryLock { [weak self] in _ = self?.state.withLock { $0.locks.remove(name) } }
    }

    fileprivate func append(_ bytes: UnsafeRawBufferPointer, to number: Int) -> Int {
        state.withLock { state in
            state.files[number].bytes.append(contentsOf: bytes)
            return state.files[number].bytes.count
        }
    }

    fileprivate func syncFile(_ number: Int) {
        state.withLock { $0.files[number].syncedBytes = $0.files[number].bytes.count }
    }

    private static func number(_ name: String, _ state: borrowing State) throws(StorageError) -> Int {
        guard let number = state.names[name] else { throw StorageError(.notFound, "cannot open memory/\(name)") }
        return number
    }
}

private final class InMemoryOutputFile: OutputFile {
    private let directory: InMemoryDirectory
    private let number: Int
    private(set) var position = 0

    init(_ directory: InMemoryDirectory, _ number: Int) {
        self.directory = directory
        self.number = number
    }

    func append(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
        position = directory.append(bytes, to: number)
    }

    func sync() throws(StorageError) { directory.syncFile(number) }

    func close() throws(StorageError) {}
}

private final class InMemoryLock: DirectoryLock {
    private let onRelease: Mutex<(@Sendable () -> Void)?>

    init(_ onRelease: @escaping @Sendable () -> Void) { self.onRelease = Mutex(onRelease) }

    deinit { release() }

    func release() {
        let action = onRelease.withLock { action in
            defer { action = nil }
            return action
        }
        action?()
    }
}
