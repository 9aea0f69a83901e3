import Glibc
import Synchronization

/// An exclusive lock on a file by `flock`, which the system drops when the process ends, however it ends.
///
/// The lock belongs to the open file, not to the process: a second writer in the same process is kept out too.
/// The file stays after release (removing it would let two writers lock two different files of that name) and
/// holds the process number of the holder, only for the message to the next one.
final class FileLock: DirectoryLock {
    /// -1 once released.
    private let descriptor: Mutex<Int32>

    init(in directory: Int32, name: String, path: String) throws(StorageError) {
        let file = WholeTransfer.uninterrupted {
            openat(directory, name, O_RDWR | O_CREAT | O_CLOEXEC, mode_t(0o644))
        }
        if file < 0 { throw .system(-file, "lock", path) }
        let answer = WholeTransfer.uninterrupted { flock(file, LOCK_EX | LOCK_NB) }
        if answer < 0 {
            let holder = Self.holder(file)
            Glibc.close(file)
            guard answer == -EWOULDBLOCK else { throw .system(-answer, "lock", path) }
            let who = holder.map { " (process \($0))" } ?? ""
            throw StorageError(.locked, "\(path) is locked: another writer\(who) is at work on this index")
        }
        // Failing to note the number (a full disk) does not weaken the lock.
        let note = Array("\(getpid())\n".utf8)
        if ftruncate(file, 0) == 0 { _ = pwrite(file, note, note.count, 0) }
        descriptor = Mutex(file)
    }

    deinit { release() }

    func release() {
        descriptor.withLock { file in
            guard file >= 0 else { return }
            // Emptied while still locked, so that nobody reads a number that is no longer true.
            _ = ftruncate(file, 0)
            Glibc.close(file)
            file = -1
        }
    }

    private static func holder(_ file: Int32) -> Int? {
        var note = [UInt8](repeating: 0, count: 24)
        let count = pread(file, &note, note.count, 0)
        guard count > 0 else { return nil }
        return Int(String(decoding: note.prefix(count).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }
}
