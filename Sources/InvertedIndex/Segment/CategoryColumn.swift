/// Byte strings of documents, both ways: the values of a document, and the documents of a value.
///
/// UInt64 each: number of values, of (document, value) entries, bytes of the sets, bytes of the values. Then, values
/// ascending by their bytes and named by their place in this order: for each the end of its bytes (UInt32), how many documents have
/// it (UInt32), the end of its set (UInt64); for each document where its values begin, and one past the last (UInt32);
/// the entries, a document's ascending (UInt32 each); the sets; the values' bytes. A set is a bit for each document where
/// more than one document in 32 has the value (in words of 64), else the documents, ascending (UInt32 each): whichever is shorter.
struct CategoryColumn {
    static let headerBytes = 32

    let valueCount: Int
    let documentCount: Int
    private let entryCount: Int
    private let valueEnds: UnsafeRawBufferPointer
    private let counts: UnsafeRawBufferPointer
    private let setEnds: UnsafeRawBufferPointer
    private let starts: UnsafeRawBufferPointer
    private let entries: UnsafeRawBufferPointer
    private let sets: UnsafeRawBufferPointer
    private let values: UnsafeRawBufferPointer

    /// Slices the bytes; `nil` where the sizes do not agree.
    init?(_ bytes: UnsafeRawBufferPointer, documents: Int) {
        guard bytes.count >= Self.headerBytes else { return nil }
        let header = (0..<4).map { bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self) }
        guard header.allSatisfy({ $0 <= UInt64(bytes.count) }), header[0] <= header[1] else { return nil }
        valueCount = Int(header[0])
        entryCount = Int(header[1])
        documentCount = documents
        let lengths = [
            4 * valueCount, 4 * valueCount, 8 * valueCount, 4 * (documents + 1), 4 * entryCount, Int(header[2]),
            Int(header[3]),
        ]
        guard lengths.reduce(Self.headerBytes, +) == bytes.count else { return nil }
        var at = Self.headerBytes
        let slices = lengths.map { length in
            defer { at += length }
            return UnsafeRawBufferPointer(rebasing: bytes[at..<at + length])
        }
        (valueEnds, counts, setEnds, starts) = (slices[0], slices[1], slices[2], slices[3])
        (entries, sets, values) = (slices[4], slices[5], slices[6])
    }

    /// Whether so many of the documents are kept as bits.
    static func isBits(_ count: Int, of documents: Int) -> Bool { count > documents / 32 }

    @inline(__always)
    private func integer(_ buffer: UnsafeRawBufferPointer, _ index: Int) -> Int {
        Int(buffer.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self))
    }

    /// The bytes of a value.
    func value(_ ordinal: Int) -> UnsafeRawBufferPointer {
        let start = ordinal == 0 ? 0 : integer(valueEnds, ordinal - 1)
        let end = integer(valueEnds, ordinal)
        guard start <= end, end <= values.count else { return .init(start: nil, count: 0) }
        return UnsafeRawBufferPointer(rebasing: values[start..<end])
    }

    /// The first value not below some bytes.
    private func lowerBound(_ wanted: UnsafeRawBufferPointer) -> Int {
        var low = 0
        var high = valueCount
        while low < high {
            let middle = (low + high) / 2
            if compareBytes(value(middle), wanted) < 0 { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The ordinal of a value.
    ///
    /// O(log values).
    func ordinal(of wanted: [UInt8]) -> Int? {
        wanted.withUnsafeBytes { wanted in
            let found = lowerBound(wanted)
            return found < valueCount && compareBytes(value(found), wanted) == 0 ? found : nil
        }
    }

    /// The values that begin with some bytes.
    ///
    /// O(log values).
    func ordinals(withPrefix prefix: [UInt8]) -> Range<Int> {
        prefix.withUnsafeBytes { prefix in
            let first = lowerBound(prefix)
            var low = first
            var high = valueCount
            while low < high {
                let middle = (low + high) / 2
                if commonPrefix(value(middle), prefix) == prefix.count { low = middle + 1 } else { high = middle }
            }
            return first..<low
        }
    }

    /// Gives `body` the values of a document, ascending.
    @inline(__always)
    func forEachOrdinal(of document: Int, _ body: (Int) -> Void) {
        let start = integer(starts, document)
        let end = integer(starts, document + 1)
        guard start <= end, end <= entryCount else { return }
        for place in start..<end {
            let ordinal = integer(entries, place)
            if ordinal < valueCount { body(ordinal) }
        }
    }

    /// How many of some documents have each value, and how many have any.
    ///
    /// Either each document's values are counted, or each value's set is compared with the documents: whichever is less work.
    func count(_ documents: UnitSet, documentCount matching: Int) -> (counts: [Int], present: Int) {
        var found = [Int](repeating: 0, count: valueCount)
        if valueCount * documents.words.count < matching {
            var all = UnitSet(units: documentCount)
            for ordinal in 0..<valueCount {
                var own = UnitSet(units: documentCount)
                insertDocuments(of: ordinal, into: &own)
                own.formIntersection(documents)
                found[ordinal] = own.count
                all.formUnion(own)
            }
            return (found, all.count)
        }
        var present = 0
        documents.forEach { document in
            var isPresent = false
            forEachOrdinal(of: document) {
                found[$0] += 1
                isPresent = true
            }
            if isPresent { present += 1 }
        }
        return (found, present)
    }

    /// Adds the documents that have a value.
    func insertDocuments(of ordinal: Int, into set: inout UnitSet) {
        let start = ordinal == 0 ? 0 : setEnds.loadUnaligned(fromByteOffset: 8 * ordinal - 8, as: UInt64.self)
        let end = setEnds.loadUnaligned(fromByteOffset: 8 * ordinal, as: UInt64.self)
        guard start <= end, end <= UInt64(sets.count) else { return }
        let bytes = UnsafeRawBufferPointer(rebasing: sets[Int(start)..<Int(end)])
        if Self.isBits(integer(counts, ordinal), of: documentCount) {
            for word in 0..<min(bytes.count / 8, set.words.count) {
                set.words[word] |= bytes.loadUnaligned(fromByteOffset: 8 * word, as: UInt64.self)
            }
            set.trim()
        } else {
            for place in 0..<bytes.count / 4 { set.insert(integer(bytes, place)) }
        }
    }
}

extension CategoryColumn: @unchecked Sendable {}
