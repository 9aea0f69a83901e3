/// What the recogniser asks of a word's letters, gathered in one pass while its folded letters are appended to a key.
struct FoldedWord {
    /// Letters and digits appended.
    var count = 0
    var capitals = 0
    var smalls = 0
    var digits = 0
    /// Any of the five tones: abbreviations carry quality marks (`TƯ`) and bars (`QĐ`), never tones.
    var hasTone = false
    /// Anything that neither an abbreviation nor a syllable holds.
    var hasOther = false
    var startsWithLetter = false
    var startsWithCapital = false

    /// Appends the base letters (ASCII, lower case) and digits of a UTF-8 word to `key`.
    init(_ word: UnsafeRawBufferPointer, into key: inout [UInt8]) {
        var at = 0
        while at < word.count {
            let byte = word[at]
            if byte < 0x80 {
                at += 1
                switch byte {
                case 0x61...0x7A: add(byte, isCapital: false, into: &key)
                case 0x41...0x5A: add(byte | 0x20, isCapital: true, into: &key)
                case 0x30...0x39:
                    digits += 1
                    count += 1
                    key.append(byte)
                case 0x2E where count > 0:
                    // `VPCP-V.I`: a stop between letters is kept, as the word's edges keep it.
                    key.append(byte)
                default: hasOther = true
                }
                continue
            }
            let (scalar, length) = Self.scalar(word, at)
            at += length
            let folded = Self.fold(scalar)
            if folded.hasTone { hasTone = true }
            switch folded.kind {
            case .letter(let base): add(base, isCapital: folded.isCapital, into: &key)
            case .nothing: break
            case .other: hasOther = true
            }
        }
    }

    /// Whether a word, folded, is `expected` (ASCII, lower case); allocates nothing.
    static func matches(_ word: UnsafeRawBufferPointer, _ expected: StaticString) -> Bool {
        var at = 0
        var matched = 0
        let count = expected.utf8CodeUnitCount
        while at < word.count {
            var letter = word[at]
            if letter < 0x80 {
                at += 1
                if (0x41...0x5A).contains(letter) { letter |= 0x20 }
            } else {
                let (scalar, length) = Self.scalar(word, at)
                at += length
                switch fold(scalar).kind {
                case .letter(let base): letter = base
                case .nothing: continue
                case .other: return false
                }
            }
            guard matched < count, expected.utf8Start[matched] == letter else { return false }
            matched += 1
        }
        return matched == count
    }

    private mutating func add(_ letter: UInt8, isCapital: Bool, into key: inout [UInt8]) {
        if count == 0 {
            startsWithLetter = true
            startsWithCapital = isCapital
        }
        count += 1
        if isCapital { capitals += 1 } else { smalls += 1 }
        key.append(letter)
    }

    /// What a scalar folds to.
    enum Kind {
        case letter(UInt8)
        /// A mark or a character that cannot be seen.
        case nothing
        case other
    }

    /// A scalar folded.
    struct Folded {
        var kind: Kind
        var isCapital = false
        var hasTone = false
    }

    /// The base letter of a scalar beyond ASCII.
    static func fold(_ scalar: UInt32) -> Folded {
        func letter(_ base: Unicode.Scalar, _ isCapital: Bool, tone: Bool = false) -> Folded {
            Folded(kind: .letter(UInt8(ascii: base)), isCapital: isCapital, hasTone: tone)
        }
        switch scalar {
        // Latin Extended Additional: the Vietnamese letters with a tone, capitals even.
        case 0x1EA0...0x1EB7: return letter("a", scalar & 1 == 0, tone: true)
        case 0x1EB8...0x1EC7: return letter("e", scalar & 1 == 0, tone: true)
        case 0x1EC8...0x1ECB: return letter("i", scalar & 1 == 0, tone: true)
        case 0x1ECC...0x1EE3: return letter("o", scalar & 1 == 0, tone: true)
        case 0x1EE4...0x1EF1: return letter("u", scalar & 1 == 0, tone: true)
        case 0x1EF2...0x1EF9: return letter("y", scalar & 1 == 0, tone: true)
        case 0x0110, 0x0189, 0x00D0: return letter("d", true)
        case 0x0111, 0x0256, 0x00F0: return letter("d", false)
        case 0x0102, 0x00C2: return letter("a", true)
        case 0x0103, 0x00E2: return letter("a", false)
        case 0x00CA: return letter("e", true)
        case 0x00EA: return letter("e", false)
        case 0x01A0, 0x00D4: return letter("o", true)
        case 0x01A1, 0x00F4: return letter("o", false)
        case 0x01AF: return letter("u", true)
        case 0x01B0: return letter("u", false)
        case 0x0128: return letter("i", true, tone: true)
        case 0x0129: return letter("i", false, tone: true)
        case 0x0168: return letter("u", true, tone: true)
        case 0x0169: return letter("u", false, tone: true)
        case 0x00C0, 0x00C1, 0x00C3, 0x00E0, 0x00E1, 0x00E3: return letter("a", scalar < 0xE0, tone: true)
        case 0x00C8, 0x00C9, 0x00E8, 0x00E9: return letter("e", scalar < 0xE0, tone: true)
        case 0x00CC, 0x00CD, 0x00EC, 0x00ED: return letter("i", scalar < 0xE0, tone: true)
        case 0x00D2, 0x00D3, 0x00D5, 0x00F2, 0x00F3, 0x00F5: return letter("o", scalar < 0xE0, tone: true)
        case 0x00D9, 0x00DA, 0x00F9, 0x00FA: return letter("u", scalar < 0xE0, tone: true)
        case 0x00DD, 0x00FD: return letter("y", scalar < 0xE0, tone: true)
        // Combining grave, acute, tilde, hook, dot below, and the deprecated tone marks.
        case 0x0300, 0x0301, 0x0303, 0x0309, 0x0323, 0x0340, 0x0341: return Folded(kind: .nothing, hasTone: true)
        // Combining circumflex, breve, horn; and what cannot be seen.
        case 0x0302, 0x0306, 0x031B, 0x200B...0x200D, 0x2060, 0xFEFF, 0x00AD: return Folded(kind: .nothing)
        default: return Folded(kind: .other)
        }
    }

    /// The scalar at an offset of valid UTF-8 and its length; an impossible one for a stray byte.
    static func scalar(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> (UInt32, Int) {
        let lead = UInt32(bytes[at])
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC0, at + length <= bytes.count else { return (0xFFFF_FFFF, 1) }
        var scalar = lead & (0x7F >> UInt32(length))
        for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[at + offset] & 0x3F) }
        return (scalar, length)
    }
}
