import Synchronization

@testable import InvertedIndex

/// Lets a writer make commits just before a reader maps its first file, so that the file is gone when it does.
final class RacingDirectory: IndexDirectory {
    private let base: any IndexDirectory
    private let commitsLeft: Mutex<Int>

    init(_ base: any IndexDirectory, commitsBeforeFirstMap commits: Int) {
        self.base = base
        commitsLeft = Mutex(commits)
    }

    func map(_ name: String) throws(StorageError) -> MappedBytes {
        let commits = commitsLeft.withLock { left in
            defer { left = 0 }
            return left
        }
        for _ in 0..<commits { try SampleWriter.commit(to: base) }
        return try base.map(name)
    }

    var displayPath: String { base.displayPath }
    func list() throws(StorageError) -> [String] { try base.list() }
    func create(_ name: String) throws(StorageError) -> any OutputFile { try base.create(name) }
    func read(_ name: String) throws(StorageError) -> [UInt8] { try base.read(name) }
    func byteCount(of name: String) throws(StorageError) -> UInt64 { try base.byteCount(of: name) }
    func rename(_ from: String, to: String) throws(StorageError) { try base.rename(from, to: to) }
    func remove(_ name: String) throws(StorageError) { try base.remove(name) }
    func sync() throws(StorageError) { try base.sync() }
    func exists(_ name: String) -> Bool { base.exists(name) }
    func lock(_ name: String) throws(StorageError) -> any DirectoryLock { try base.lock(name) }
}
