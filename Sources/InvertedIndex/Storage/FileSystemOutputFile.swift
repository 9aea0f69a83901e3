import Glibc

/// A file being written through a buffer of 1 MiB.
final class FileSystemOutputFile: OutputFile {
    /// Large enough that the cost of a system call vanishes beside the copying (4 KiB pages: 256 at a time).
    static let bufferBytes = 1 << 20

    private(set) var position = 0
    private let path: String
    /// -1 once closed.
    private var descriptor: Int32
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bufferBytes, alignment: 4096)
    private var buffered = 0
    /// The first error; the file is spoilt from then on.
    ///
    /// A failed fsync above all must not be tried again: the
    /// system has dropped the pages it could not write and would now report success.
    private var failure: StorageError?

    init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit {
        if descriptor >= 0 { Glibc.close(descriptor) }
        buffer.deallocate()
    }

    func append(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
        try requireUsable("write")
        if bytes.count <= buffer.count - buffered {
            UnsafeMutableRawBufferPointer(rebasing: buffer[buffered...]).copyMemory(from: bytes)
            buffered += bytes.count
        } else {
            try flush()
            if bytes.count >= buffer.count {
                try write(bytes, at: position)
            } else {
                buffer.copyMemory(from: bytes)
                buffered = bytes.count
            }
        }
        position += bytes.count
    }

    func sync() throws(StorageError) {
        try requireUsable("sync")
        try flush()
        // fdatasync writes the file's size too, only not its times.
        let answer = WholeTransfer.uninterrupted { fdatasync(descriptor) }
        if answer < 0 { throw spoilt(by: .system(-answer, "sync", path)) }
    }

    func close() throws(StorageError) {
        if descriptor < 0 && failure == nil { return }
        try requireUsable("close")
        try flush()
        let closing = descriptor
        descriptor = -1
        // On Linux the descriptor is free even after EINTR: trying again could close somebody else's file.
        if Glibc.close(closing) != 0, errno != EINTR { throw spoilt(by: .system(errno, "close", path)) }
    }

    private func requireUsable(_ action: String) throws(StorageError) {
        if let failure { throw failure }
        if descriptor < 0 { throw StorageError(.io, "cannot \(action) \(path): it is closed") }
    }

    private func flush() throws(StorageError) {
        guard buffered > 0 else { return }
        try write(UnsafeRawBufferPointer(rebasing: buffer[..<buffered]), at: position - buffered)
        buffered = 0
    }

    private func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(StorageError) {
        let code = WholeTransfer.write(bytes, at: offset) { rest, offset in
            let moved = pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset))
            return moved < 0 ? -Int(errno) : moved
        }
        if let code { throw spoilt(by: .system(code, "write", path)) }
    }

    private func spoilt(by error: StorageError) -> StorageError {
        failure = error
        return error
    }
}
