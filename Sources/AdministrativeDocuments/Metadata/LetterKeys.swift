/// The keys of characters beyond ASCII.
enum LetterKeys {
    /// For scalars below U+2000: the key, and bit 8 for a capital; for as long as the process lasts.
    nonisolated(unsafe) static let table: UnsafePointer<UInt16> = {
        let table = UnsafeMutablePointer<UInt16>.allocate(capacity: 0x2000)
        for scalar in 0..<0x2000 {
            let folded = FoldedWord.fold(UInt32(scalar))
            table[scalar] =
                switch folded.kind {
                case .letter(let base): UInt16(base) | (folded.isCapital ? 0x100 : 0)
                case .nothing: 0
                case .other: UInt16(mark(UInt32(scalar)))
                }
        }
        return UnsafePointer(table)
    }()

    /// A character's key (0 for what cannot be seen), whether it is a capital, and its bytes.
    @inline(__always)
    static func letter(
        _ text: UnsafeRawBufferPointer, _ at: Int, _ table: UnsafePointer<UInt16>
    ) -> (key: UInt8, isUpper: Bool, length: Int) {
        let (scalar, length) = FoldedWord.scalar(text, at)
        if scalar < 0x2000 {
            let entry = table[Int(scalar)]
            return (UInt8(truncatingIfNeeded: entry), entry & 0x100 != 0, length)
        }
        return (rare(scalar), false, length)
    }

    private static func rare(_ scalar: UInt32) -> UInt8 {
        if case .nothing = FoldedWord.fold(scalar).kind { return 0 }
        return mark(scalar)
    }

    /// ASCII for the marks that look like it.
    private static func mark(_ scalar: UInt32) -> UInt8 {
        switch scalar {
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: 0x20
        case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")
        case 0x2018, 0x2019: UInt8(ascii: "'")
        case 0x201C, 0x201D: UInt8(ascii: "\"")
        case 0x2026: UInt8(ascii: ".")
        case 0x2022, 0x00B7, 0x25AA...0x25FF: UInt8(ascii: "-")
        default: UInt8(ascii: "?")
        }
    }

    // MARK: Short words

    /// A word of letters folded, eight bits each; nil for a longer one or one that holds anything else.
    static func packedWord(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt64? {
        let table = table
        var packed: UInt64 = 0
        var at = range.lowerBound
        while at < range.upperBound {
            var key = text[at] | 0x20
            var length = 1
            if text[at] >= 0x80 {
                (key, _, length) = letter(text, at, table)
                if key == 0 {
                    at += length
                    continue
                }
            }
            guard key &- 0x61 < 26, packed >> 56 == 0 else { return nil }
            packed = packed << 8 | UInt64(key)
            at += length
        }
        return packed
    }

    /// Words of base letters, apart by spaces, as `packedWord` gives them.
    static func packed(_ words: String) -> [UInt64] {
        words.split(separator: " ").map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } }
    }
}
