/// Where the posting list of one exact term stands.
struct TermEntry: Equatable, Sendable {
    /// The term's place in the order of (folded, exact).
    var ordinal: UInt32
    /// Passages that hold it.
    var count: Int
    /// Where its list begins in the postings, in bytes, and how long it is.
    var offset: Int
    var length: Int
}

/// All exact terms of one folded form; their ordinals follow one another.
struct TermGroup: Sendable {
    /// Passages that hold any of them.
    var unionCount: Int
    var forms: [TermEntry]

    var ordinals: Range<UInt32> {
        guard let first = forms.first, let last = forms.last else { return 0..<0 }
        return first.ordinal..<last.ordinal + 1
    }
}

/// The terms of a field: exact keys in groups of one folded key, in order of (folded, exact), by bytes.
///
/// Blocks of 16 groups. A group is: varint length shared with the folded key before it (0 at a block's start), varint length
/// of the rest, the rest; varint number of forms; varint count of passages with any form where there are more than one; for
/// each form: varint length shared with the folded key, varint length of the rest, the rest, varint count, varint bytes of
/// its list. Lists follow one another in the order of the terms. The index holds for each block: UInt32 offset, UInt32 first
/// ordinal, UInt64 offset of its first list.
struct TermDictionary {
    static let groupsPerBlock = 16
    static let indexEntryBytes = 16

    let bytes: UnsafeRawBufferPointer
    let index: UnsafeRawBufferPointer
    let groupCount: Int
    /// Ordinals are below this, whatever the bytes say.
    let termCount: Int

    // The memory belongs to the segment file, which whoever holds a dictionary holds too.
    init(bytes: UnsafeRawBufferPointer, index: UnsafeRawBufferPointer, groupCount: Int, termCount: Int) {
        self.bytes = bytes
        self.index = index
        self.groupCount = groupCount
        self.termCount = termCount
    }

    /// Whether the index has a block for every 16 groups.
    var isWhole: Bool {
        index.count == (groupCount + Self.groupsPerBlock - 1) / Self.groupsPerBlock * Self.indexEntryBytes
    }

    /// Number of blocks.
    var blocks: Int { index.count / Self.indexEntryBytes }

    /// Where a block's groups begin, its first ordinal and where its first list stands.
    func reader(block: Int) -> (ByteReader, ordinal: UInt32, offset: Int)? {
        let at = block * Self.indexEntryBytes
        let start = Int(index.loadUnaligned(fromByteOffset: at, as: UInt32.self))
        let ordinal = index.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self)
        let list = index.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self)
        guard start <= bytes.count, ordinal <= termCount, list < 1 << 48 else { return nil }
        return (ByteReader(UnsafeRawBufferPointer(rebasing: bytes[start...])), ordinal, Int(list))
    }

    /// The first folded key of a block.
    private func head(_ block: Int) -> UnsafeRawBufferPointer? {
        guard var (reader, _, _) = reader(block: block), reader.varint() == 0, let length = reader.length() else {
            return nil
        }
        return reader.bytes(length)
    }

    /// The block in which a folded key stands or would stand.
    func block(of folded: UnsafeRawBufferPointer) -> Int {
        var low = 0
        var high = blocks
        while low < high {
            let middle = (low + high) / 2
            guard let key = head(middle) else { return blocks }
            if compareBytes(key, folded) <= 0 { low = middle + 1 } else { high = middle }
        }
        return max(low - 1, 0)
    }

    /// The group of a folded key.
    ///
    /// O(log blocks + 16).
    func group(_ folded: UnsafeRawBufferPointer) -> TermGroup? { find(folded, exact: nil)?.group }

    /// The exact term of a key, if it is there.
    ///
    /// O(log blocks + 16).
    func term(exact: UnsafeRawBufferPointer, folded: UnsafeRawBufferPointer) -> TermEntry? {
        find(folded, exact: exact)?.term
    }

    private func find(
        _ folded: UnsafeRawBufferPointer, exact: UnsafeRawBufferPointer?
    ) -> (group: TermGroup, term: TermEntry?)? {
        var low = 0
        var high = blocks
        while low < high {
            let middle = (low + high) / 2
            guard let key = head(middle) else { return nil }
            if compareBytes(key, folded) <= 0 { low = middle + 1 } else { high = middle }
        }
        guard low > 0, var (reader, ordinal, offset) = reader(block: low - 1) else { return nil }
        // How much of the wanted key the group before shares with it, so that keys are never put together.
        var matched = 0
        let groups = min(Self.groupsPerBlock, groupCount - (low - 1) * Self.groupsPerBlock)
        for _ in 0..<groups {
            guard let shared = reader.length(), let rest = reader.length(), let suffix = reader.bytes(rest) else {
                return nil
            }
            if shared < matched { return nil }
            var isKey = false
            if shared == matched {
                let wanted = UnsafeRawBufferPointer(rebasing: folded[matched...])
                let more = commonPrefix(suffix, wanted)
                isKey = more == suffix.count && more == wanted.count
                let isPast = more < suffix.count && (more == wanted.count || suffix[more] > wanted[more])
                if isPast { return nil }
                matched += more
            }
            if isKey { return readGroup(&reader, &ordinal, &offset, folded, exact) }
            guard skipGroup(&reader, &ordinal, &offset) else { return nil }
        }
        return nil
    }

    private func skipGroup(_ reader: inout ByteReader, _ ordinal: inout UInt32, _ offset: inout Int) -> Bool {
        guard let forms = reader.length(), forms <= 1 << 24 else { return false }
        if forms > 1, reader.length() == nil { return false }
        for _ in 0..<forms {
            guard reader.length() != nil, let rest = reader.length(), reader.bytes(rest) != nil,
                reader.length() != nil, let length = reader.length()
            else { return false }
            offset &+= length
        }
        ordinal += UInt32(forms)
        return ordinal <= termCount
    }

    private func readGroup(
        _ reader: inout ByteReader, _ ordinal: inout UInt32, _ offset: inout Int, _ folded: UnsafeRawBufferPointer,
        _ exact: UnsafeRawBufferPointer?
    ) -> (group: TermGroup, term: TermEntry?)? {
        guard let forms = reader.length(), forms <= 1 << 24 else { return nil }
        var group = TermGroup(unionCount: 0, forms: [])
        if forms > 1 {
            guard let count = reader.length() else { return nil }
            group.unionCount = count
        }
        group.forms.reserveCapacity(min(forms, 64))
        var term: TermEntry?
        let prefix = exact.map { commonPrefix($0, folded) } ?? 0
        for _ in 0..<forms {
            guard let shared = reader.length(), let rest = reader.length(), let tail = reader.bytes(rest),
                let count = reader.length(), let length = reader.length(), ordinal < termCount
            else { return nil }
            let entry = TermEntry(ordinal: ordinal, count: count, offset: offset, length: length)
            if let exact, prefix >= shared, exact.count == shared + rest,
                compareBytes(UnsafeRawBufferPointer(rebasing: exact[shared...]), tail) == 0
            {
                term = entry
            }
            group.forms.append(entry)
            ordinal += 1
            offset &+= length
        }
        if forms == 1 { group.unionCount = group.forms[0].count }
        return (group, term)
    }

    /// The keys and entries of some ascending ordinals.
    ///
    /// O(ordinals · log blocks + 16 groups for each block that holds any).
    func keys(of ordinals: [UInt32]) -> [UInt32: (key: TermKey, entry: TermEntry)] {
        var found: [UInt32: (key: TermKey, entry: TermEntry)] = [:]
        var block = 0
        var next = ordinals[...]
        while let ordinal = next.first {
            // The last block that does not begin behind it.
            var high = blocks
            while block + 1 < high {
                let middle = (block + high) / 2
                guard let start = reader(block: middle) else { return found }
                if start.ordinal <= ordinal { block = middle } else { high = middle }
            }
            guard block < blocks else { return found }
            forEachGroup(inBlock: block) { folded, forms in
                for form in forms {
                    while let first = next.first, first < form.entry.ordinal { next.removeFirst() }
                    guard next.first == form.entry.ordinal else { continue }
                    found[form.entry.ordinal] = (TermKey(exact: form.exact, folded: folded), form.entry)
                    next.removeFirst()
                }
                return true
            }
            // One that is not where it should be comes from damaged bytes.
            if next.first == ordinal { next.removeFirst() }
        }
        return found
    }

    /// One exact term with its key, as an iteration gives it.
    struct Form {
        var exact: [UInt8]
        var entry: TermEntry
    }

    /// All groups of a block in order, until `body` gives false; false if the bytes are damaged.
    @discardableResult
    func forEachGroup(inBlock block: Int, _ body: (_ folded: [UInt8], _ forms: [Form]) -> Bool) -> Bool {
        guard var (reader, ordinal, offset) = reader(block: block) else { return false }
        var key: [UInt8] = []
        let groups = min(Self.groupsPerBlock, groupCount - block * Self.groupsPerBlock)
        for _ in 0..<groups {
            guard let shared = reader.length(), let rest = reader.length(), let suffix = reader.bytes(rest),
                shared <= key.count, let forms = reader.length(), forms <= 1 << 24
            else { return false }
            key.removeSubrange(shared...)
            key.append(contentsOf: suffix)
            if forms > 1, reader.length() == nil { return false }
            var found: [Form] = []
            for _ in 0..<forms {
                guard let same = reader.length(), let more = reader.length(), let tail = reader.bytes(more),
                    same <= key.count, let count = reader.length(), let length = reader.length(),
                    ordinal < termCount
                else { return false }
                found.append(
                    Form(
                        exact: Array(key[..<same]) + Array(tail),
                        entry: TermEntry(ordinal: ordinal, count: count, offset: offset, length: length)))
                ordinal += 1
                offset &+= length
            }
            if !body(key, found) { return true }
        }
        return true
    }
}

extension TermDictionary: @unchecked Sendable {}

/// Order of two byte strings: below, at or above zero.
@inline(__always)
func compareBytes(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int {
    let common = commonPrefix(a, b)
    if common < a.count, common < b.count { return Int(a[common]) - Int(b[common]) }
    return a.count - b.count
}

/// Number of bytes two strings share at their start.
@inline(__always)
func commonPrefix(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int {
    let n = min(a.count, b.count)
    var i = 0
    while i < n, a[i] == b[i] { i += 1 }
    return i
}
