/// Writes the terms of a field in order of (folded, exact); `TermDictionary` has the layout.
struct TermDictionaryWriter: ~Copyable {
    var bytes = ByteWriter(capacity: 1 << 16)
    var index = ByteWriter(capacity: 1 << 12)
    private(set) var groups = 0
    private(set) var terms: UInt32 = 0
    private var listOffset = 0
    private var key: [UInt8] = []
    private var before: [UInt8] = []
    private var forms = ByteWriter(capacity: 1 << 10)
    private var formCount = 0

    init() {}

    /// Begins the group of a folded key, above all before it.
    mutating func beginGroup(_ folded: UnsafeRawBufferPointer) {
        swap(&key, &before)
        key.removeAll(keepingCapacity: true)
        key.append(contentsOf: folded)
        forms.removeAll()
        formCount = 0
    }

    /// Adds an exact term of the group, whose list of `length` bytes has been written; gives its ordinal.
    @discardableResult
    mutating func add(exact: UnsafeRawBufferPointer, count: Int, length: Int) -> UInt32 {
        let shared = key.withUnsafeBytes { commonPrefix($0, exact) }
        forms.append(varint: UInt64(shared))
        forms.append(varint: UInt64(exact.count - shared))
        forms.append(UnsafeRawBufferPointer(rebasing: exact[shared...]))
        forms.append(varint: UInt64(count))
        forms.append(varint: UInt64(length))
        pendingLength += length
        formCount += 1
        defer { terms += 1 }
        return terms
    }

    private var pendingLength = 0

    /// Ends the group.
    mutating func endGroup(unionCount: Int) {
        var shared = 0
        if groups % TermDictionary.groupsPerBlock == 0 {
            index.append(integer: UInt32(bytes.count))
            index.append(integer: terms - UInt32(formCount))
            index.append(integer: UInt64(listOffset))
        } else {
            shared = key.withUnsafeBytes { new in before.withUnsafeBytes { commonPrefix($0, new) } }
        }
        bytes.append(varint: UInt64(shared))
        bytes.append(varint: UInt64(key.count - shared))
        key.withUnsafeBytes { bytes.append(UnsafeRawBufferPointer(rebasing: $0[shared...])) }
        bytes.append(varint: UInt64(formCount))
        if formCount > 1 { bytes.append(varint: UInt64(unionCount)) }
        bytes.append(forms.bytes)
        listOffset += pendingLength
        pendingLength = 0
        groups += 1
    }
}
