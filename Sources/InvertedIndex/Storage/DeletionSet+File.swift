extension DeletionSet {
    /// The file's layout, inside a `FileEnvelope` (magic `VTDELETE`, format version 1).
    ///
    /// ```
    /// byte 24   4  number of documents in the segment, n
    /// byte 28   4  number of deleted documents
    /// byte 32   …  ceil(n / 64) words of 64 bits: document d is bit d % 64 of word d / 64, spare bits are 0
    /// ```
    static let envelope = FileEnvelope(magic: "VTDELETE", version: 1)

    /// Writes and syncs the file of a segment's deletions; its name still needs the directory's sync, which a
    /// commit does.
    ///
    /// - Parameters:
    ///   - directory: where the index lives.
    ///   - segment: the segment's name.
    ///   - generation: that of the commit that will name the file.
    /// - Returns: what the manifest says of it.
    public func write(
        to directory: any IndexDirectory, segment: String, generation: UInt64
    ) throws(StorageError) -> DeletionsEntry {
        let bytes = encoded()
        let name = IndexFileName.deletionsFile(segment, generation: generation)
        let file = try directory.create(name)
        try file.append(bytes)
        try file.sync()
        try file.close()
        var trailer = LittleEndianReader(bytes[...], from: bytes.count - FileEnvelope.checksumBytes, file: name)
        return DeletionsEntry(
            fileName: name, byteCount: UInt64(bytes.count), count: UInt32(count), checksum: try trailer.integer())
    }

    /// Reads and verifies the deletions of a segment.
    ///
    /// - Throws: `.damaged` where any byte is not what was written, or where it is not the file that `entry` means;
    ///   `.notFound` where it is missing.
    public static func load(
        _ entry: DeletionsEntry, documents: Int, from directory: any IndexDirectory
    ) throws(StorageError) -> DeletionSet {
        let bytes = try directory.read(entry.fileName)
        let file = "\(directory.displayPath)/\(entry.fileName)"
        let (set, checksum) = try decoded(bytes, file: file)
        guard checksum == entry.checksum, set.count == Int(entry.count), set.documents == documents else {
            throw .damaged(file, "it is not the file that the manifest names")
        }
        return set
    }

    func encoded() -> [UInt8] {
        var writer = LittleEndianWriter()
        writer.append(UInt32(documents))
        writer.append(UInt32(count))
        for word in words { writer.append(word) }
        return Self.envelope.seal(writer.bytes)
    }

    static func decoded(_ bytes: [UInt8], file: String) throws(StorageError) -> (set: DeletionSet, checksum: UInt32) {
        var (reader, checksum) = try envelope.open(bytes, file: file)
        let documents = Int(try reader.integer(UInt32.self))
        let count = Int(try reader.integer(UInt32.self))
        // The size is known to be right before memory is taken by a number from the file.
        guard reader.remaining == (documents + 63) / 64 * 8 else {
            throw .damaged(file, byte: 24, "\(reader.remaining) bytes are not the bits of \(documents) documents")
        }
        var words: [UInt64] = []
        words.reserveCapacity((documents + 63) / 64)
        while reader.remaining > 0 { words.append(try reader.integer()) }
        if let last = words.last, documents & 63 != 0, last >> UInt64(documents & 63) != 0 {
            throw .damaged(file, byte: reader.position - 8, "a bit past the last document is set")
        }
        let set = DeletionSet(documents: documents, words: words)
        guard set.count == count else {
            throw .damaged(file, byte: 28, "\(set.count) bits are set and \(count) announced")
        }
        return (set, checksum)
    }
}
