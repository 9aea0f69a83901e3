/// Byte strings with consecutive ids, kept one behind the other.
struct StringArena {
    private(set) var bytes: [UInt8] = []
    private(set) var ends: [Int] = []

    var count: Int { ends.count }
    var memoryBytes: Int { bytes.capacity + ends.capacity * 8 }

    mutating func append(_ string: UnsafeRawBufferPointer) -> UInt32 {
        bytes.append(contentsOf: string)
        ends.append(bytes.count)
        return UInt32(ends.count - 1)
    }

    @inline(__always)
    func range(_ id: UInt32) -> Range<Int> { (id == 0 ? 0 : ends[Int(id) - 1])..<ends[Int(id)] }

    func holds(_ string: UnsafeRawBufferPointer, _ id: UInt32) -> Bool {
        let range = range(id)
        guard range.count == string.count else { return false }
        return bytes.withUnsafeBytes { compareBytes(UnsafeRawBufferPointer(rebasing: $0[range]), string) == 0 }
    }

    func withBytes<R>(_ id: UInt32, _ body: (UnsafeRawBufferPointer) -> R) -> R {
        let range = range(id)
        return bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }
}

/// Words (surface forms), separators and terms of the documents a builder has seen, each by a number.
///
/// Nothing here is reached once per token but `separator(_:)`, whose short strings are keyed by their bytes as an integer.
struct Vocabulary {
    /// Raw bytes of the words, and the term of each.
    private(set) var words = StringArena()
    private(set) var termOfWord: [UInt32] = []
    private(set) var separators = StringArena()
    private(set) var exactKeys = StringArena()
    private(set) var foldedKeys = StringArena()
    private var terms = StringNumbers()
    private var longSeparators = StringNumbers()
    private var shortKeys = [UInt64](repeating: 0, count: 1024)
    private var shortValues = [UInt32](repeating: 0, count: 1024)
    private var shortCount = 0

    init() {}

    /// Estimated memory, in bytes.
    var memoryBytes: Int {
        words.memoryBytes + separators.memoryBytes + exactKeys.memoryBytes + foldedKeys.memoryBytes
            + termOfWord.capacity * 4 + terms.memoryBytes + longSeparators.memoryBytes + shortKeys.count * 12
    }

    /// Adds a word; ids follow one another.
    ///
    /// The caller knows that it is new.
    mutating func addWord(
        _ surface: UnsafeRawBufferPointer, exact: UnsafeRawBufferPointer, folded: UnsafeRawBufferPointer
    ) -> UInt32 {
        let term = term(exact: exact, folded: folded)
        termOfWord.append(term)
        return words.append(surface)
    }

    /// The number of a term, a new one if need be; the exact key decides.
    mutating func term(exact: UnsafeRawBufferPointer, folded: UnsafeRawBufferPointer) -> UInt32 {
        let (number, isNew) = terms.number(of: exact, in: &exactKeys)
        if isNew { _ = foldedKeys.append(folded) }
        return number
    }

    /// The number of a separator, a new one if need be.
    @inline(__always)
    mutating func separator(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt32 {
        guard count < 8 else { return longSeparator(UnsafeRawBufferPointer(start: bytes, count: count)) }
        var key = UInt64(count + 1) << 56
        for i in 0..<count { key |= UInt64(bytes[i]) << UInt64(8 * i) }
        let mask = shortKeys.count - 1
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
        while true {
            if shortKeys[slot] == key { return shortValues[slot] }
            if shortKeys[slot] == 0 { break }
            slot = (slot + 1) & mask
        }
        return addShortSeparator(key, UnsafeRawBufferPointer(start: bytes, count: count))
    }

    private mutating func addShortSeparator(_ key: UInt64, _ bytes: UnsafeRawBufferPointer) -> UInt32 {
        let id = separators.append(bytes)
        if (shortCount + 1) * 2 > shortKeys.count {
            let old = (shortKeys, shortValues)
            shortKeys = [UInt64](repeating: 0, count: old.0.count * 2)
            shortValues = [UInt32](repeating: 0, count: old.0.count * 2)
            for (key, value) in zip(old.0, old.1) where key != 0 { insertShort(key, value) }
        }
        insertShort(key, id)
        shortCount += 1
        return id
    }

    private mutating func insertShort(_ key: UInt64, _ value: UInt32) {
        let mask = shortKeys.count - 1
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
        while shortKeys[slot] != 0 { slot = (slot + 1) & mask }
        shortKeys[slot] = key
        shortValues[slot] = value
    }

    private mutating func longSeparator(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        longSeparators.number(of: bytes, in: &separators).number
    }
}
