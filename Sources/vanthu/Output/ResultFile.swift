import Glibc
import VanThu

/// A file that a command writes for other programs; `-` is standard output.
struct ResultFile: ~Copyable {
    private let path: String
    private let descriptor: Int32
    private var pending: [UInt8] = []

    /// Makes the file, or empties it.
    init(_ path: String) throws(VanThuError) {
        self.path = path == "-" ? "standard output" : path
        descriptor = path == "-" ? STDOUT_FILENO : open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .system("\(path): \(String(cString: strerror(errno)))") }
    }

    deinit { if descriptor > STDERR_FILENO { close(descriptor) } }

    /// Adds text; it reaches the file in large pieces.
    mutating func append(_ text: String) throws(VanThuError) { try append(Array(text.utf8)) }

    /// Adds bytes as they are.
    mutating func append(_ bytes: [UInt8]) throws(VanThuError) {
        pending += bytes
        if pending.count >= 1 << 16 { try flush() }
    }

    /// Hands what is pending to the system.
    mutating func flush() throws(VanThuError) {
        try writeAll(pending, to: descriptor, name: path)
        pending.removeAll(keepingCapacity: true)
    }
}
