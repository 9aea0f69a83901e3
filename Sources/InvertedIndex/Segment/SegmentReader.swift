/// A segment opened for reading: its dictionaries, lists, documents and texts over the mapped file.
///
/// Opening reads the tables' sizes, not the lists: some microseconds, whatever the size. The same reader serves segments in
/// memory and on disk, for any number of threads.
public final class SegmentReader: Sendable {
    let file: SegmentFile
    let counts: SegmentCounts
    let terms: TermDictionary
    let pairs: PairDictionary
    let titles: TermDictionary
    let documents: DocumentTable
    let text: StoredText
    let columns: ColumnTable
    let notes: NoteTable
    private let postings: SectionBytes
    private let pairPostings: SectionBytes
    private let titlePostings: SectionBytes
    private let normBytes: SectionBytes
    private let titleNormBytes: SectionBytes

    /// A section's memory, which belongs to the file that stands beside it.
    private struct SectionBytes: @unchecked Sendable {
        let bytes: UnsafeRawBufferPointer
    }

    /// Opens a segment.
    ///
    /// - Throws: `.damaged` where the tables do not agree with each other; `verify()` reads all the rest.
    public init(_ mapped: MappedBytes, name: String) throws(StorageError) {
        file = try SegmentFile(mapped, name: name)
        guard let counts = SegmentCounts(file.bytes(.counts)) else {
            throw .damaged(name, "its counts are not whole")
        }
        guard counts.isPossible else { throw .damaged(name, "its counts are beyond what a segment can hold") }
        self.counts = counts
        terms = TermDictionary(
            bytes: file.bytes(.terms), index: file.bytes(.termBlocks), groupCount: Int(counts.groups),
            termCount: Int(counts.terms))
        pairs = PairDictionary(
            starts: file.bytes(.pairStarts), index: file.bytes(.pairBlocks), bytes: file.bytes(.pairs),
            count: Int(counts.pairs))
        titles = TermDictionary(
            bytes: file.bytes(.titleTerms), index: file.bytes(.titleTermBlocks), groupCount: Int(counts.titleTerms),
            termCount: Int(counts.titleTerms))
        guard terms.isWhole, titles.isWhole, pairs.isWhole(terms: Int(counts.terms)) else {
            throw .damaged(name, "the sizes of its dictionaries do not agree")
        }
        documents = try DocumentTable(file, counts: counts)
        text = try StoredText(file, counts: counts)
        columns = try ColumnTable(file, documents: Int(counts.documents))
        notes = try NoteTable(file, counts: counts)
        postings = SectionBytes(bytes: file.bytes(.postings))
        pairPostings = SectionBytes(bytes: file.bytes(.pairPostings))
        titlePostings = SectionBytes(bytes: file.bytes(.titlePostings))
        normBytes = SectionBytes(bytes: file.bytes(.norms))
        titleNormBytes = SectionBytes(bytes: file.bytes(.titleNorms))
        guard normBytes.bytes.count == Int(counts.passages), titleNormBytes.bytes.count == Int(counts.documents) else {
            throw .damaged(name, "the sizes of its length norms do not agree")
        }
    }

    /// Number of passages, deleted ones included.
    public var passageCount: Int { Int(counts.passages) }
    /// Number of documents, deleted ones included.
    public var documentCount: Int { Int(counts.documents) }
    /// Number of exact terms.
    public var termCount: Int { Int(counts.terms) }
    /// Number of adjacent pairs.
    public var pairCount: Int { Int(counts.pairs) }
    /// Number of tokens.
    public var tokenCount: Int { Int(counts.tokens) }
    /// The checksum that stands for the whole file.
    public var checksum: UInt32 { file.checksum }
    /// Size of the file, in bytes.
    public var byteCount: Int { file.mapped.count }
    /// Bytes of stored text and metadata in it.
    public var storedBytes: Int { file.storedBytes }
    /// Bytes of the documents' texts before they were coded.
    public var textBytes: Int { Int(counts.textBytes) }

    // MARK: Lists

    /// Length classes of the passages.
    var norms: UnsafePointer<UInt8> { Self.bytes(normBytes.bytes) }
    /// Length classes of the titles.
    var titleNorms: UnsafePointer<UInt8> { Self.bytes(titleNormBytes.bytes) }

    private static func bytes(_ buffer: UnsafeRawBufferPointer) -> UnsafePointer<UInt8> {
        guard let base = buffer.baseAddress else { return UnsafePointer(noBytes) }
        return base.assumingMemoryBound(to: UInt8.self)
    }

    // A list holds no passage twice: what the dictionary says beyond that is damage, and would only cost time.

    func list(_ entry: TermEntry) -> PostingList {
        PostingList(
            bytes: Self.slice(postings.bytes, entry.offset, entry.length), count: min(entry.count, passageCount),
            limit: UInt32(counts.passages))
    }

    func list(_ entry: PairEntry) -> PostingList {
        PostingList(
            bytes: Self.slice(pairPostings.bytes, entry.offset, entry.length), count: min(entry.count, passageCount),
            limit: UInt32(counts.passages))
    }

    func titleList(_ entry: TermEntry) -> PostingList {
        PostingList(
            bytes: Self.slice(titlePostings.bytes, entry.offset, entry.length), count: min(entry.count, documentCount),
            limit: UInt32(counts.documents))
    }

    private static func slice(
        _ bytes: UnsafeRawBufferPointer, _ offset: Int, _ length: Int
    ) -> UnsafeRawBufferPointer {
        guard offset >= 0, length >= 0, offset <= bytes.count, length <= bytes.count - offset else {
            return UnsafeRawBufferPointer(start: nil, count: 0)
        }
        return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])
    }

    // MARK: Documents

    /// What names a document.
    public func identity(ofDocument document: Int) -> [UInt8] { Array(documents.identity(of: document)) }

    /// The document of a passage.
    public func document(ofPassage passage: Int) -> Int { documents.document(of: passage) }

    /// The passages of a document.
    public func passages(ofDocument document: Int) -> Range<Int> { documents.passages(of: document) }

    /// The byte range of a passage in its document's text.
    public func range(ofPassage passage: Int) -> Range<Int> { documents.range(of: passage) }

    /// The note of a passage, byte for byte as it was given; empty where it has none.
    public func note(ofPassage passage: Int) -> [UInt8] { Array(notes.note(of: passage)) }

    /// What a document has in a category, ascending.
    public func categories(ofDocument document: Int, in column: String) -> [[UInt8]] {
        guard let column = columns.categories[column] else { return [] }
        var found: [[UInt8]] = []
        column.forEachOrdinal(of: document) { found.append(Array(column.value($0))) }
        return found
    }

    /// All values of a category, ascending; those of deleted documents, too.
    public func values(ofCategory column: String) -> [[UInt8]] {
        guard let column = columns.categories[column] else { return [] }
        return (0..<column.valueCount).map { Array(column.value($0)) }
    }

    /// Whether any document, a deleted one too, has a value in a category; or one that begins so.
    public func hasValue(_ value: [UInt8], isPrefix: Bool = false, inCategory column: String) -> Bool {
        guard let column = columns.categories[column] else { return false }
        return isPrefix ? !column.ordinals(withPrefix: value).isEmpty : column.ordinal(of: value) != nil
    }

    /// Whether any document, a deleted one too, has an integer in a range.
    public func hasInteger(in range: ClosedRange<Int32>, of column: String) -> Bool {
        columns.integers[column]?.documents(in: range).isEmpty == false
    }

    /// What a document has in a column of integers.
    public func integer(ofDocument document: Int, in column: String) -> Int32? {
        columns.integers[column]?.value(of: document)
    }

    /// The title of a document and its metadata, byte for byte as they were given.
    public func record(ofDocument document: Int) -> (title: [UInt8], metadata: [UInt8]) {
        guard let part = text.part(ofDocument: document) else { return ([], []) }
        var bytes: [UInt8] = []
        text.append(text.recordCodes(document: document, in: part), part, to: &bytes)
        let title = min(documents.titleLength(of: document), bytes.count)
        return (Array(bytes[..<title]), Array(bytes[title...]))
    }

    /// The text of a passage, byte for byte.
    public func text(ofPassage passage: Int) -> [UInt8] {
        guard let part = text.part(ofPassage: passage) else { return [] }
        var bytes: [UInt8] = []
        text.append(text.codes(passage: passage, in: part), part, to: &bytes)
        // A unit reaches from where the passage (the first one: the document) begins to where the next one does.
        let document = documents.document(of: passage)
        let range = documents.range(of: passage)
        let lead = documents.passages(of: document).lowerBound == passage ? range.lowerBound : 0
        guard lead + range.count <= bytes.count else { return [] }
        return Array(bytes[lead..<lead + range.count])
    }

    /// The whole text of a document, byte for byte.
    public func text(ofDocument document: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(documents.textLength(of: document), 1 << 20))
        for passage in documents.passages(of: document) {
            guard let part = text.part(ofPassage: passage) else { continue }
            text.append(text.codes(passage: passage, in: part), part, to: &bytes)
        }
        return bytes
    }

    /// Reads every byte and compares the checksums; gives a line for each thing that is wrong.
    public func verify() -> [String] { file.verify() }
}

/// What an empty section's pointer points to.
nonisolated(unsafe) private let noBytes: UnsafeMutablePointer<UInt8> = .allocate(capacity: 64)
