import Glibc
import Testing

@testable import InvertedIndex

@Suite("Storage: the writer's lock") struct StorageLockTests {
    private let place: TemporaryDirectory
    private let directory: FileSystemDirectory

    init() throws {
        place = try TemporaryDirectory()
        directory = try FileSystemDirectory(path: place.path, create: false)
    }

    private func expectLocked(naming process: pid_t? = nil) {
        #expect {
            try directory.lock(IndexFileName.lock)
        } throws: {
            let who = process.map { " (process \($0))" } ?? ""
            return ($0 as? StorageError)?.kind == .locked
                && "\($0)" == "\(place.path)/write.lock is locked: another writer\(who) is at work on this index"
        }
    }

    @Test func theSecondWriterIsRefusedAtOnceAndToldWhoHoldsIt() throws {
        let lock = try directory.lock(IndexFileName.lock)
        let elapsed = ContinuousClock().measure { expectLocked(naming: getpid()) }
        #expect(elapsed < .seconds(1))
        lock.release()
    }

    /// The lock belongs to the open file: another directory object of the same process is another writer.
    @Test func aSecondWriterOfTheSameProcessIsRefusedToo() throws {
        let other = try FileSystemDirectory(path: place.path, create: false)
        let lock = try other.lock(IndexFileName.lock)
        expectLocked(naming: getpid())
        lock.release()
    }

    @Test func theLockEndsWithReleaseOrWithItsLastReference() throws {
        let first = try directory.lock(IndexFileName.lock)
        first.release()
        first.release()
        var second: (any DirectoryLock)? = try directory.lock(IndexFileName.lock)
        // Releasing the first again must not touch what now has its descriptor.
        first.release()
        expectLocked(naming: getpid())
        withExtendedLifetime(second) {}
        second = nil
        try directory.lock(IndexFileName.lock).release()
        #expect(directory.exists(IndexFileName.lock))
    }

    @Test func readersNeedNoLock() throws {
        try SampleWriter.commit(to: directory)
        let lock = try directory.lock(IndexFileName.lock)
        #expect(try SampleWriter.verified(directory)?.generation == 1)
        lock.release()
    }

    /// `flock --no-fork` locks the file and becomes `sleep`, which inherits the lock: a writer that hangs.
    @Test(.enabled(if: access("/usr/bin/flock", X_OK) == 0), .timeLimit(.minutes(1)))
    func theLockDiesWithAKilledProcess() throws {
        try directory.lock(IndexFileName.lock).release()
        let path = "\(place.path)/\(IndexFileName.lock)"
        let words = ["flock", "--no-fork", path, "sleep", "60"]
        let arguments: [UnsafeMutablePointer<CChar>?] = words.map { word in strdup(word) } + [nil]
        defer { arguments.forEach { free($0) } }
        var process: pid_t = 0
        #expect(posix_spawn(&process, "/usr/bin/flock", nil, nil, arguments, [nil]) == 0)
        defer {
            if process > 0 {
                kill(process, SIGKILL)
                waitpid(process, nil, 0)
            }
        }
        while true {
            do throws(StorageError) {
                try directory.lock(IndexFileName.lock).release()
            } catch {
                #expect(error.kind == .locked)
                break
            }
            usleep(5000)
        }
        expectLocked()
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
        process = 0
        try directory.lock(IndexFileName.lock).release()
    }
}
