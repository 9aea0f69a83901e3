extension Manifest {
    /// The file's layout, inside a `FileEnvelope` (magic `VTMANIFE`, format version 1).
    ///
    /// ```
    /// byte 24   8  generation
    /// byte 32   8  sequence number of the next document
    /// byte 40   8  number of the next segment
    /// byte 48   4  number of settings; for each, sorted by the bytes of their names:
    ///           …    name, value: each a 32-bit length in bytes and that many bytes of UTF-8
    ///           4  number of segments; for each:
    ///           …    name: length and UTF-8
    ///           8    bytes of its file
    ///           4    checksum of its file
    ///           4    documents
    ///           4    passages
    ///           8    tokens
    ///           1    1: deletions follow, 0: there are none
    ///           …      name of their file: length and UTF-8
    ///           8      bytes of their file
    ///           4      deleted documents
    ///           4      checksum that their file ends in
    /// ```
    static let envelope = FileEnvelope(magic: "VTMANIFE", version: 1)

    /// The whole file; equal manifests give equal bytes.
    func encoded() -> [UInt8] {
        var writer = LittleEndianWriter()
        writer.append(generation)
        writer.append(nextSequence)
        writer.append(nextSegment)
        writer.append(UInt32(settings.count))
        for (name, value) in settings.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            writer.append(name)
            writer.append(value)
        }
        writer.append(UInt32(segments.count))
        for segment in segments {
            writer.append(segment.name)
            writer.append(segment.byteCount)
            writer.append(segment.checksum)
            writer.append(segment.documents)
            writer.append(segment.passages)
            writer.append(segment.tokens)
            writer.append(UInt8(segment.deletions == nil ? 0 : 1))
            guard let deletions = segment.deletions else { continue }
            writer.append(deletions.fileName)
            writer.append(deletions.byteCount)
            writer.append(deletions.count)
            writer.append(deletions.checksum)
        }
        return Self.envelope.seal(writer.bytes)
    }

    /// Reads the whole file.
    ///
    /// - Parameters:
    ///   - bytes: all of its bytes.
    ///   - file: its path, for messages.
    init(decoding bytes: [UInt8], file: String) throws(StorageError) {
        var (reader, _) = try Self.envelope.open(bytes, file: file)
        self.init(
            generation: try reader.integer(), nextSequence: try reader.integer(), nextSegment: try reader.integer())
        for _ in 0..<(try reader.integer(UInt32.self)) {
            let name = try reader.string()
            settings[name] = try reader.string()
        }
        for _ in 0..<(try reader.integer(UInt32.self)) {
            segments.append(try SegmentEntry(from: &reader, file: file))
        }
        try reader.finish()
        if let problem = problem() { throw .damaged(file, problem) }
    }

    /// What is wrong with it regardless of any file; `nil`: nothing.
    ///
    /// Guards the writer against its own mistakes, and the reader against a manifest made by somebody else, whose
    /// names could otherwise lead out of the directory.
    func problem() -> String? {
        var numbers: Set<UInt64> = []
        for segment in segments {
            guard let number = IndexFileName.number(ofSegment: segment.name) else {
                return "\"\(segment.name)\" is no name of a segment"
            }
            guard numbers.insert(number).inserted else { return "segment \(segment.name) is named twice" }
            guard number < nextSegment else { return "segment \(segment.name) is not below the next, \(nextSegment)" }
            guard let deletions = segment.deletions else { continue }
            guard IndexFileName.isDeletions(deletions.fileName, of: segment.name) else {
                return "\"\(deletions.fileName)\" is no name for the deletions of segment \(segment.name)"
            }
            guard deletions.count <= segment.documents else {
                return "segment \(segment.name) has more documents deleted than it has"
            }
        }
        return nil
    }
}

extension SegmentEntry {
    fileprivate init(from reader: inout LittleEndianReader, file: String) throws(StorageError) {
        self.init(
            name: try reader.string(), byteCount: try reader.integer(), checksum: try reader.integer(),
            documents: try reader.integer(), passages: try reader.integer(), tokens: try reader.integer())
        let place = reader.position
        switch try reader.integer(UInt8.self) {
        case 0: deletions = nil
        case 1:
            deletions = DeletionsEntry(
                fileName: try reader.string(), byteCount: try reader.integer(), count: try reader.integer(),
                checksum: try reader.integer())
        default: throw .damaged(file, byte: place, "neither with nor without deletions")
        }
    }
}
