/// What the small files of an index (manifest, deletions) have around their content.
///
/// ```
/// byte  0   8  magic, names the kind of file
/// byte  8   4  format version
/// byte 12   4  0
/// byte 16   8  length of the whole file in bytes
/// byte 24   …  content
/// last  4      CRC-32C of all bytes before
/// ```
/// Numbers are little-endian. The envelope is the same in every format version, so that a damaged byte in the
/// version is not taken for a file from the future.
struct FileEnvelope {
    static let headerBytes = 24
    static let checksumBytes = 4

    /// Eight bytes.
    let magic: [UInt8]
    /// The only version that is written, and read.
    let version: UInt32

    /// - Parameters:
    ///   - magic: eight ASCII characters.
    ///   - version: the format version of the content.
    init(magic: String, version: UInt32) {
        precondition(magic.utf8.count == 8, "a magic has eight bytes")
        self.magic = Array(magic.utf8)
        self.version = version
    }

    /// The whole file around a content.
    func seal(_ content: [UInt8]) -> [UInt8] {
        var writer = LittleEndianWriter()
        writer.append(magic)
        writer.append(version)
        writer.append(UInt32(0))
        writer.append(UInt64(Self.headerBytes + content.count + Self.checksumBytes))
        writer.append(content)
        writer.append(CRC32C.checksum(writer.bytes))
        return writer.bytes
    }

    /// Verifies every byte and gives a reader that stands at the content.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - file: its path, for messages.
    /// - Throws: `.damaged`, naming the byte where that is known.
    func open(_ bytes: [UInt8], file: String) throws(StorageError) -> (content: LittleEndianReader, checksum: UInt32) {
        guard bytes.count >= Self.headerBytes + Self.checksumBytes else {
            throw .damaged(file, byte: bytes.count, "it is cut off after \(bytes.count) bytes")
        }
        guard bytes.starts(with: magic) else {
            throw .damaged(file, byte: 0, "it does not begin with \(String(decoding: magic, as: UTF8.self))")
        }
        var header = LittleEndianReader(bytes[...], from: magic.count, file: file)
        let version = try header.integer(UInt32.self)
        _ = try header.integer(UInt32.self)
        let length = try header.integer(UInt64.self)
        guard length == UInt64(bytes.count) else {
            throw .damaged(file, byte: 16, "it has \(bytes.count) bytes and says \(length)")
        }
        let end = bytes.count - Self.checksumBytes
        var trailer = LittleEndianReader(bytes[...], from: end, file: file)
        let stored = try trailer.integer(UInt32.self)
        let computed = bytes.withUnsafeBytes { CRC32C.checksum(UnsafeRawBufferPointer(rebasing: $0[..<end])) }
        guard stored == computed else {
            throw .damaged(file, byte: end, "its checksum does not match its bytes")
        }
        guard version == self.version else {
            throw .damaged(file, byte: 8, "it has format version \(version), this program reads \(self.version)")
        }
        return (LittleEndianReader(bytes[..<end], from: Self.headerBytes, file: file), stored)
    }
}
