/// Walks the groups of a term dictionary from a folded key on, without putting anything together that is not asked for.
///
/// `advance` gives false at the end, and where the bytes are damaged.
struct TermGroupCursor {
    private var dictionary: TermDictionary
    private var block: Int
    private var groupInBlock = 0
    private var reader: ByteReader
    private var ordinal: UInt32 = 0
    private var offset = 0
    /// Whether the forms of the group it stands at are still to be read.
    private var isBeforeForms = false
    /// The folded key of the group it stands at.
    private(set) var folded: [UInt8] = []
    /// How many bytes of it the group before shares, as far as is known.
    private(set) var shared = 0

    /// Stands before the first group whose folded key is not below some bytes.
    init(_ dictionary: TermDictionary, from wanted: [UInt8]) {
        self.dictionary = dictionary
        reader = ByteReader(UnsafeRawBufferPointer(start: nil, count: 0))
        block = wanted.withUnsafeBytes { dictionary.block(of: $0) }
        open()
        var before = self
        while before.advance(), isBelow(before.folded, wanted) { self = before }
    }

    private mutating func open() {
        groupInBlock = 0
        folded.removeAll(keepingCapacity: true)
        guard block < dictionary.blocks, let start = dictionary.reader(block: block) else {
            block = dictionary.blocks
            return
        }
        (reader, ordinal, offset) = start
    }

    private mutating func stop() -> Bool {
        block = dictionary.blocks
        isBeforeForms = false
        return false
    }

    /// Goes on to the next group.
    mutating func advance() -> Bool {
        if isBeforeForms, !skipForms() { return stop() }
        if block < dictionary.blocks,
            groupInBlock
                == min(
                    TermDictionary.groupsPerBlock, dictionary.groupCount - block * TermDictionary.groupsPerBlock)
        {
            block += 1
            let before = folded
            open()
            shared = 0
            guard readKey() else { return stop() }
            // A block begins with a whole key.
            while shared < min(before.count, folded.count), before[shared] == folded[shared] { shared += 1 }
            return true
        }
        return readKey() || stop()
    }

    private mutating func readKey() -> Bool {
        guard block < dictionary.blocks, let shared = reader.length(), shared <= folded.count,
            let rest = reader.length(), let suffix = reader.bytes(rest)
        else { return false }
        self.shared = shared
        folded.removeSubrange(shared...)
        folded.append(contentsOf: suffix)
        groupInBlock += 1
        isBeforeForms = true
        return true
    }

    /// Gives `body` what each form of the group shares with the folded key, the rest of its key, and its entry, once; false where
    /// the bytes are damaged.
    @inline(__always)
    @discardableResult
    mutating func forEachForm(_ body: (ArraySlice<UInt8>, UnsafeRawBufferPointer, TermEntry) -> Void) -> Bool {
        guard isBeforeForms, let forms = formCount() else { return false }
        for _ in 0..<forms {
            guard let shared = reader.length(), shared <= folded.count, let rest = reader.length(),
                let tail = reader.bytes(rest), let count = reader.length(), let length = reader.length(),
                ordinal < dictionary.termCount
            else { return false }
            body(folded[..<shared], tail, TermEntry(ordinal: ordinal, count: count, offset: offset, length: length))
            ordinal += 1
            offset &+= length
        }
        return true
    }

    private mutating func formCount() -> Int? {
        isBeforeForms = false
        guard let forms = reader.length(), forms <= 1 << 24 else { return nil }
        if forms > 1, reader.length() == nil { return nil }
        return forms
    }

    private mutating func skipForms() -> Bool {
        guard let forms = formCount() else { return false }
        for _ in 0..<forms {
            guard reader.length() != nil, let rest = reader.length(), reader.bytes(rest) != nil,
                reader.length() != nil, let length = reader.length()
            else { return false }
            offset &+= length
        }
        guard forms <= dictionary.termCount - Int(ordinal) else { return false }
        ordinal += UInt32(forms)
        return true
    }
}
