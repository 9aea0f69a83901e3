/// Writes a segment file section by section, summing checksums as the bytes pass.
final class SegmentFileWriter {
    private let file: any OutputFile
    private var entries: [(section: SegmentSection, checksum: UInt32, offset: UInt64, length: UInt64)] = []
    private var current: (section: SegmentSection, checksum: UInt32, offset: Int)?
    private var headerChecksum: UInt32

    /// Begins the file with its header.
    init(_ file: any OutputFile) throws(StorageError) {
        self.file = file
        var header = LittleEndianWriter()
        header.append(SegmentSection.magic)
        header.append(SegmentSection.formatVersion)
        header.append(UInt32(0))
        headerChecksum = header.bytes.withUnsafeBytes { CRC32C.checksum($0) }
        try file.append(header.bytes)
    }

    /// Begins the next section.
    func begin(_ section: SegmentSection) {
        finishSection()
        current = (section, 0, file.position)
    }

    /// Appends to the current section.
    func append(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
        guard bytes.count > 0 else { return }
        let before = current?.checksum ?? 0
        current?.checksum = CRC32C.checksum(bytes, continuing: before)
        try file.append(bytes)
    }

    /// Appends an array's memory; the machine is little-endian, as the format is.
    func append<T: FixedWidthInteger>(array: [T]) throws(StorageError) {
        var failure: StorageError?
        array.withUnsafeBytes { bytes in
            do throws(StorageError) { try append(bytes) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// Writes a whole section.
    func write(_ section: SegmentSection, _ bytes: UnsafeRawBufferPointer) throws(StorageError) {
        begin(section)
        try append(bytes)
    }

    /// Writes a whole section of integers.
    func write<T: FixedWidthInteger>(_ section: SegmentSection, array: [T]) throws(StorageError) {
        begin(section)
        try append(array: array)
    }

    private func finishSection() {
        guard let done = current else { return }
        entries.append(
            (done.section, done.checksum, UInt64(done.offset), UInt64(file.position - done.offset)))
        current = nil
    }

    /// Ends the file: table and footer, synced and closed.
    ///
    /// Gives its size and the checksum that stands for all of it.
    func finish() throws(StorageError) -> (byteCount: UInt64, checksum: UInt32) {
        finishSection()
        let tableOffset = UInt64(file.position)
        var table = LittleEndianWriter()
        for entry in entries {
            table.append(entry.section.rawValue)
            table.append(entry.checksum)
            table.append(entry.offset)
            table.append(entry.length)
        }
        let checksum = table.bytes.withUnsafeBytes { CRC32C.checksum($0, continuing: headerChecksum) }
        table.append(tableOffset)
        table.append(UInt32(entries.count))
        table.append(checksum)
        table.append(SegmentSection.magic)
        try file.append(table.bytes)
        try file.sync()
        try file.close()
        return (UInt64(file.position), checksum)
    }
}

/// An output file in memory: live segments are written to it and read from it in the form they have on disk.
final class MemoryOutputFile: OutputFile {
    private var bytes: [UInt8] = []
    var position: Int { bytes.count }

    init() {}

    func append(_ more: UnsafeRawBufferPointer) throws(StorageError) { bytes.append(contentsOf: more) }
    func sync() throws(StorageError) {}
    func close() throws(StorageError) {}

    /// What was written.
    func contents() -> MappedBytes { bytes.withUnsafeBytes { MappedBytes(copying: $0) } }
}
