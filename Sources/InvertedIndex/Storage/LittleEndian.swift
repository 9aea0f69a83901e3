/// Appends numbers and strings to a small file's bytes; numbers little-endian, strings UTF-8 behind a 32-bit length.
struct LittleEndianWriter {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ text: String) {
        append(UInt32(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(_ raw: [UInt8]) { bytes.append(contentsOf: raw) }
}

/// Reads what `LittleEndianWriter` wrote, and says at which byte of which file it could not.
struct LittleEndianReader {
    private let bytes: ArraySlice<UInt8>
    private let file: String
    /// Offset of the next byte in the file.
    private(set) var position: Int

    /// - Parameters:
    ///   - bytes: the file's bytes from its start, up to where reading must end.
    ///   - position: where reading begins.
    ///   - file: the file's path, for messages.
    init(_ bytes: ArraySlice<UInt8>, from position: Int, file: String) {
        self.bytes = bytes
        self.position = position
        self.file = file
    }

    var remaining: Int { bytes.endIndex - position }

    mutating func integer<Value: FixedWidthInteger>(_: Value.Type = Value.self) throws(StorageError) -> Value {
        let width = Value.bitWidth / 8
        guard remaining >= width else { throw .damaged(file, byte: position, "it ends inside a number") }
        var value: Value = 0
        for offset in (0..<width).reversed() {
            value = value << 8 | Value(truncatingIfNeeded: bytes[position + offset])
        }
        position += width
        return value
    }

    mutating func string() throws(StorageError) -> String {
        let start = position
        let count = Int(try integer(UInt32.self))
        guard remaining >= count else { throw .damaged(file, byte: start, "it ends inside a string") }
        guard let text = String(validating: bytes[position..<position + count], as: UTF8.self) else {
            throw .damaged(file, byte: start, "a string is not UTF-8")
        }
        position += count
        return text
    }

    /// Makes sure that nothing is left over.
    func finish() throws(StorageError) {
        guard remaining == 0 else { throw .damaged(file, byte: position, "\(remaining) bytes too many") }
    }
}
