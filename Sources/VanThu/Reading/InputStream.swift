internal import Glibc

/// An open file or standard input, read front to back; closes itself.
final class InputStream {
    private let descriptor: Int32
    private let closes: Bool
    /// The size when it was opened; nil for pipes and the like.
    let size: Int?
    /// Bytes read so far.
    private(set) var position = 0
    private(set) var isAtEnd = false

    /// Opens a path, `-` being standard input.
    init(_ file: InputFile) throws(InputFailure) {
        if case .standardInput = file.kind {
            descriptor = STDIN_FILENO
            closes = false
        } else {
            descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
            closes = true
            guard descriptor >= 0 else {
                let code = errno
                throw code == ENOENT ? InputFailure(reason: "vanished before it was read") : InputFailure(errno: code)
            }
        }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
            size = Int(status.st_size)
        } else {
            size = nil
        }
    }

    deinit {
        if closes { _ = close(descriptor) }
    }

    /// Whether a regular file ended before the size it had when opened.
    var hasShrunk: Bool { isAtEnd && position < (size ?? 0) && closes }

    /// Reads until the room is full or the input ends; returns the bytes read.
    func fill(_ room: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
        var filled = 0
        while filled < room.count, !isAtEnd {
            // One call moves at most 1 GiB: Linux cuts a longer one short anyway.
            let count = read(descriptor, room.baseAddress.map { $0 + filled }, min(room.count - filled, 1 << 30))
            if count > 0 {
                filled += count
            } else if count == 0 {
                isAtEnd = true
            } else if errno != EINTR {
                throw InputFailure(errno: errno)
            }
        }
        position += filled
        return filled
    }

    /// Appends up to `count` more bytes, in one allocation when `bytes` is empty.
    func append(_ count: Int, to bytes: inout [UInt8]) throws(InputFailure) {
        var failure: InputFailure?
        let kept = bytes
        bytes = [UInt8](unsafeUninitializedCapacity: kept.count + count) { room, filled in
            kept.withUnsafeBytes { UnsafeMutableRawBufferPointer(room).copyMemory(from: $0) }
            filled = kept.count
            do throws(InputFailure) {
                filled += try fill(
                    UnsafeMutableRawBufferPointer(
                        rebasing: UnsafeMutableRawBufferPointer(room)[kept.count..<kept.count + count]))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }
}
