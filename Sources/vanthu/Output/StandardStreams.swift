import Glibc
import VanThu

/// What programs read: results, and nothing but results.
enum StandardOutput {
    /// Writes at once; throws where the text cannot be written in full, such as on a full disk.
    static func write(_ text: String) throws(VanThuError) {
        try writeAll(Array(text.utf8), to: STDOUT_FILENO, name: "standard output")
    }

    /// Writes one JSON value on a line of its own.
    static func write(_ json: JSON) throws(VanThuError) { try write(json.description + "\n") }
}

/// What people read beside the results: progress, what was left out, what went wrong.
enum StandardError {
    /// Writes as it is; a standard error that cannot be written to is nobody's loss.
    static func write(_ text: String) { try? writeAll(Array(text.utf8), to: STDERR_FILENO, name: "standard error") }

    /// Writes a line that says which program speaks.
    static func complain(_ line: String) { write("vanthu: \(line)\n") }
}

/// Writes all bytes to a descriptor, however often the system takes only a part.
func writeAll(_ bytes: [UInt8], to descriptor: Int32, name: String) throws(VanThuError) {
    var failure: Int32 = 0
    bytes.withUnsafeBytes { buffer in
        var rest = UnsafeRawBufferPointer(rebasing: buffer[...])
        while !rest.isEmpty {
            let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if written < 0 {
                if errno == EINTR { continue }
                failure = errno
                return
            }
            rest = UnsafeRawBufferPointer(rebasing: rest[written...])
        }
    }
    if failure != 0 { throw .system("\(name): \(String(cString: strerror(failure)))") }
}
