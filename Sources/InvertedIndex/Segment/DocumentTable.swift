internal import CIndexKernels

/// The documents of a segment: their identities, passages and facts.
struct DocumentTable {
    let count: Int
    let passageCount: Int
    private let starts: UnsafeRawBufferPointer
    private let tokens: UnsafeRawBufferPointer
    private let ranges: UnsafeRawBufferPointer
    private let identities: UnsafeRawBufferPointer
    private let identityEnds: UnsafeRawBufferPointer
    private let order: UnsafeRawBufferPointer
    private let facts: UnsafeRawBufferPointer
    private static let factBytes = 16

    init(_ file: SegmentFile, counts: SegmentCounts) throws(StorageError) {
        count = Int(counts.documents)
        passageCount = Int(counts.passages)
        starts = file.bytes(.documentStarts)
        tokens = file.bytes(.documentTokens)
        ranges = file.bytes(.passageRanges)
        identities = file.bytes(.identities)
        identityEnds = file.bytes(.identityEnds)
        order = file.bytes(.identityOrder)
        facts = file.bytes(.documentFacts)
        guard starts.count == 4 * (count + 1), tokens.count == 4 * count, ranges.count == 8 * passageCount,
            identityEnds.count == 4 * count, order.count == 4 * count, facts.count == Self.factBytes * count
        else { throw .damaged(file.name, "the sizes of its document tables do not agree") }
        guard starts.loadUnaligned(as: UInt32.self) == 0,
            starts.loadUnaligned(fromByteOffset: 4 * count, as: UInt32.self) == UInt32(passageCount)
        else { throw .damaged(file.name, "its documents do not cover its passages") }
    }

    /// The passages of a document.
    func passages(of document: Int) -> Range<Int> {
        let low = Int(starts.loadUnaligned(fromByteOffset: document * 4, as: UInt32.self))
        let high = Int(starts.loadUnaligned(fromByteOffset: document * 4 + 4, as: UInt32.self))
        return low <= high && high <= passageCount ? low..<high : 0..<0
    }

    /// The passages of neighbouring documents.
    @inline(__always)
    func passages(from document: Int, to end: Int) -> Range<Int> {
        let low = start(of: document)
        let high = start(of: end)
        return low <= high && high <= passageCount ? low..<high : 0..<0
    }

    /// Where the passages of 64 documents begin that are one passage each; `nil` where one of them is not.
    @inline(__always)
    func startOfSingles(_ first: Int) -> Int? {
        let start = start(of: first)
        guard self.start(of: first + 64) == start + 64, start + 64 <= passageCount, let base = starts.baseAddress
        else { return nil }
        return vt_are_consecutive(base + 4 * first) != 0 ? start : nil
    }

    /// The document of a passage.
    ///
    /// O(log documents).
    func document(of passage: Int) -> Int {
        // The last document that begins at or before it (documents without passages begin where the next does).
        var low = 0
        var high = count
        while low + 1 < high {
            let middle = (low + high) / 2
            let start = Int(starts.loadUnaligned(fromByteOffset: middle * 4, as: UInt32.self))
            if start <= passage { low = middle } else { high = middle }
        }
        return low
    }

    /// The document of a passage that is not before document `from`: O(log distance).
    func document(of passage: Int, from: Int) -> Int {
        var low = from
        var step = 1
        while low + step < count, start(of: low + step) <= passage {
            low += step
            step *= 2
        }
        var high = min(low + step, count)
        while low + 1 < high {
            let middle = (low + high) / 2
            if start(of: middle) <= passage { low = middle } else { high = middle }
        }
        return low
    }

    @inline(__always)
    private func start(of document: Int) -> Int {
        Int(starts.loadUnaligned(fromByteOffset: document * 4, as: UInt32.self))
    }

    /// Number of tokens of a document.
    func tokens(of document: Int) -> Int { Int(tokens.loadUnaligned(fromByteOffset: document * 4, as: UInt32.self)) }

    /// A passage's range in its document's text.
    func range(of passage: Int) -> Range<Int> {
        let start = Int(ranges.loadUnaligned(fromByteOffset: passage * 8, as: UInt32.self))
        let end = Int(ranges.loadUnaligned(fromByteOffset: passage * 8 + 4, as: UInt32.self))
        return start <= end ? start..<end : start..<start
    }

    /// What names a document.
    func identity(of document: Int) -> UnsafeRawBufferPointer {
        let start =
            document == 0 ? 0 : Int(identityEnds.loadUnaligned(fromByteOffset: document * 4 - 4, as: UInt32.self))
        let end = Int(identityEnds.loadUnaligned(fromByteOffset: document * 4, as: UInt32.self))
        guard start <= end, end <= identities.count else { return .init(start: nil, count: 0) }
        return UnsafeRawBufferPointer(rebasing: identities[start..<end])
    }

    func sequence(of document: Int) -> UInt64 {
        facts.loadUnaligned(fromByteOffset: document * Self.factBytes, as: UInt64.self)
    }

    func textLength(of document: Int) -> Int {
        Int(facts.loadUnaligned(fromByteOffset: document * Self.factBytes + 8, as: UInt32.self))
    }

    func titleLength(of document: Int) -> Int {
        Int(facts.loadUnaligned(fromByteOffset: document * Self.factBytes + 12, as: UInt32.self))
    }

    /// Documents by the hash of their identity: the i-th.
    func document(inHashOrder i: Int) -> Int {
        min(Int(order.loadUnaligned(fromByteOffset: i * 4, as: UInt32.self)), max(count - 1, 0))
    }

    /// The hash by which identities are ordered: FNV-1a, 64 bit, finished by a multiplication.
    static func hash(_ identity: UnsafeRawBufferPointer) -> UInt64 {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in identity { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
        value ^= value >> 32
        return value &* 0x9E37_79B9_7F4A_7C15
    }

    /// All documents of an identity, ascending.
    ///
    /// O(log documents).
    func documents(named identity: UnsafeRawBufferPointer) -> [Int] {
        let wanted = Self.hash(identity)
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if Self.hash(self.identity(of: document(inHashOrder: middle))) < wanted {
                low = middle + 1
            } else {
                high = middle
            }
        }
        var found: [Int] = []
        while low < count {
            let document = document(inHashOrder: low)
            let name = self.identity(of: document)
            guard Self.hash(name) == wanted else { break }
            if compareBytes(name, identity) == 0 { found.append(document) }
            low += 1
        }
        return found.sorted()
    }

    /// Writes the sections of identities and facts.
    static func write(
        identities: StringArena, sequences: [UInt64], textLengths: [UInt32], titleLengths: [UInt32],
        to writer: SegmentFileWriter
    ) throws(StorageError) {
        try writer.write(.identities, array: identities.bytes)
        try writer.write(.identityEnds, array: identities.ends.map { UInt32($0) })
        var hashed: [(hash: UInt64, document: UInt32)] = []
        hashed.reserveCapacity(sequences.count)
        for document in 0..<UInt32(sequences.count) {
            hashed.append((identities.withBytes(document) { hash($0) }, document))
        }
        hashed.sort { $0.hash != $1.hash ? $0.hash < $1.hash : $0.document < $1.document }
        try writer.write(.identityOrder, array: hashed.map(\.document))
        var facts = LittleEndianWriter()
        for i in sequences.indices {
            facts.append(sequences[i])
            facts.append(textLengths[i])
            facts.append(titleLengths[i])
        }
        try writer.write(.documentFacts, array: facts.bytes)
    }
}

extension DocumentTable: @unchecked Sendable {}
