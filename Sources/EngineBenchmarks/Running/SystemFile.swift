internal import Glibc
internal import VanThu

/// The small text files in which Linux says what it is.
enum SystemFile {
    /// The lines of a file; none of one that is not there.
    static func lines(_ path: String) -> [String] {
        guard let reader = try? LineReader(path: path) else { return [] }
        return reader.bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }

    /// What stands behind `name:` in the first line that begins so.
    static func value(_ name: String, in lines: [String]) -> String? {
        for line in lines where line.hasPrefix(name) {
            guard let colon = line.firstIndex(of: ":") else { continue }
            return String(line[line.index(after: colon)...].drop(while: \.isWhitespace))
        }
        return nil
    }

    /// Bytes up to the first that is zero, as text.
    static func text(_ bytes: UnsafeRawBufferPointer) -> String {
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
}
