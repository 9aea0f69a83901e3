import Glibc

/// A text file's lines, with what is wrong in them named by file and line.
package struct LineReader {
    /// The file, as errors name it.
    package let path: String
    /// All of it.
    package let bytes: [UInt8]

    /// Reads the whole file; `-` is standard input.
    package init(path: String) throws(VanThuError) {
        self.path = path == "-" ? "standard input" : path
        let descriptor = path == "-" ? STDIN_FILENO : Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .input("\(path): \(String(cString: strerror(errno)))") }
        defer { if path != "-" { Glibc.close(descriptor) } }
        var bytes: [UInt8] = []
        var information = stat()
        if fstat(descriptor, &information) == 0 { bytes.reserveCapacity(Int(information.st_size) + 1) }
        let piece = 1 << 16
        while true {
            // Appends in place: the kernel writes into a scratch of one piece only.
            var failure: Int32 = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: piece) { buffer, count in
                var got = Glibc.read(descriptor, buffer.baseAddress, piece)
                while got < 0, errno == EINTR { got = Glibc.read(descriptor, buffer.baseAddress, piece) }
                failure = got < 0 ? errno : 0
                count = max(0, got)
            }
            guard failure == 0 else { throw .input("\(self.path): \(String(cString: strerror(failure)))") }
            if chunk.isEmpty { break }
            bytes += chunk
        }
        self.bytes = bytes
    }

    /// Calls `body` for each line that is not blank, with its number from 1; without its line end.
    package func forEachLine(
        _ body: (_ number: Int, _ line: ArraySlice<UInt8>) throws(VanThuError) -> Void
    ) throws(VanThuError) {
        var number = 0
        var start = 0
        while start < bytes.count {
            number += 1
            var end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let next = end + 1
            if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
            let line = bytes[start..<end]
            if !line.allSatisfy(Self.isBlank) { try body(number, line) }
            start = next
        }
    }

    /// An error that names the file and a line of it.
    package func problem(_ line: Int, _ what: String) -> VanThuError { .input("\(path):\(line): \(what)") }

    /// The fields of a line, cut at blanks.
    package static func fields(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        line.split(whereSeparator: isBlank)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
