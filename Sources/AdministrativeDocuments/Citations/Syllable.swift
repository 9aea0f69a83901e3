/// A syllable of a text as one number: letters with their quality marks, and the tone, wherever and however it is typed.
///
/// Nothing is allocated, and two syllables are compared in one instruction: `về` is not `vệ`, `hoà` is `hòa`.
struct Syllable {
    /// Six bits a letter, the tone on top; 0 for what is no Vietnamese syllable (digits, signs, longer words).
    private(set) var code: UInt64 = 0
    private(set) var capitals = 0
    private(set) var letters = 0
    private(set) var opensWithCapital = false

    var isCapitals: Bool { letters > 0 && capitals == letters }

    private static let maximumLetters = 9

    init(_ word: UnsafeRawBufferPointer) {
        var tone: UInt64 = 0
        var at = 0
        while at < word.count {
            let byte = word[at]
            var letter: UInt8
            var isCapital = false
            if byte < 0x80 {
                at += 1
                letter = byte | 0x20
                guard letter &- 0x61 < 26 else {
                    reset()
                    return
                }
                letter &-= 0x60
                isCapital = byte < 0x61
            } else {
                let (scalar, length) = Self.scalar(word, at)
                at += length
                if let mark = Self.combining(scalar) {
                    switch mark {
                    case .tone(let value): tone = value
                    case .quality(let quality): code = Self.adding(quality, to: code)
                    case .nothing: break
                    }
                    continue
                }
                let entry = Self.entry(scalar)
                guard entry != 0 else {
                    reset()
                    return
                }
                letter = UInt8(entry & 0x3F)
                if entry & 0x1C0 != 0 { tone = UInt64(entry & 0x1C0) >> 6 }
                isCapital = entry & 0x200 != 0
            }
            guard letters < Self.maximumLetters else {
                reset()
                return
            }
            if letters == 0 { opensWithCapital = isCapital }
            letters += 1
            if isCapital { capitals += 1 }
            code = code << 6 | UInt64(letter)
        }
        code |= tone << 60
    }

    /// The code of a syllable written in the program.
    static func code(_ syllable: String) -> UInt64 {
        Array(syllable.utf8).withUnsafeBytes { Syllable($0).code }
    }

    /// The syllable's base letters, without quality and tone.
    static func appendFolded(_ code: UInt64, to key: inout [UInt8]) {
        var shift: UInt64 = 54
        let letters = code & ((1 << 60) - 1)
        while true {
            let letter = UInt8(truncatingIfNeeded: letters >> shift & 0x3F)
            if letter != 0 { key.append(letter <= 26 ? letter + 0x60 : Self.bases[Int(letter) - 27]) }
            if shift == 0 { return }
            shift -= 6
        }
    }

    private mutating func reset() {
        code = 0
        capitals = 0
        letters = 0
    }

    // MARK: Letters

    // a–z are 1…26; behind them ă â đ ê ô ơ ư.
    private static let bases: [UInt8] = Array("aadeoou".utf8)

    private enum Mark {
        case tone(UInt64)
        case quality(UInt32)
        case nothing
    }

    private static func combining(_ scalar: UInt32) -> Mark? {
        switch scalar {
        case 0x0300, 0x0340: .tone(1)
        case 0x0301, 0x0341: .tone(2)
        case 0x0309: .tone(3)
        case 0x0303: .tone(4)
        case 0x0323: .tone(5)
        case 0x0302, 0x0306, 0x031B: .quality(scalar)
        case 0x200B...0x200D, 0x2060, 0xFEFF, 0x00AD: .nothing
        default: nil
        }
    }

    /// The last letter with a circumflex, breve or horn.
    private static func adding(_ quality: UInt32, to code: UInt64) -> UInt64 {
        let letter: UInt64 =
            switch (code & 0x3F, quality) {
            case (1, 0x0306): 27
            case (1, 0x0302): 28
            case (5, 0x0302): 30
            case (15, 0x0302): 31
            case (15, 0x031B): 32
            case (21, 0x031B): 33
            default: code & 0x3F
            }
        return code & ~0x3F | letter
    }

    /// Bits: letter 0–5, tone 6–8, capital 9; 0 for what is no Vietnamese letter.
    private static func entry(_ scalar: UInt32) -> UInt16 {
        if scalar >= 0xC0, scalar <= 0x1B0 { return latin[Int(scalar) - 0xC0] }
        if scalar >= 0x1EA0, scalar <= 0x1EF9 { return additional[Int(scalar) - 0x1EA0] }
        return scalar == 0x256 ? 29 : 0
    }

    private static let latin = table(from: 0xC0, through: 0x1B0)
    private static let additional = table(from: 0x1EA0, through: 0x1EF9)

    private static func table(from first: UInt32, through last: UInt32) -> [UInt16] {
        var table = [UInt16](repeating: 0, count: Int(last - first) + 1)
        func set(_ scalar: Unicode.Scalar, _ letter: UInt16, _ tone: Int) {
            guard (first...last).contains(scalar.value) else { return }
            table[Int(scalar.value - first)] = letter | UInt16(tone) << 6
        }
        let rows: [(letter: UInt16, small: String, capital: String)] = [
            (1, "aàáảãạ", "AÀÁẢÃẠ"), (27, "ăằắẳẵặ", "ĂẰẮẲẴẶ"), (28, "âầấẩẫậ", "ÂẦẤẨẪẬ"), (29, "đ", "Đ"),
            (5, "eèéẻẽẹ", "EÈÉẺẼẸ"), (30, "êềếểễệ", "ÊỀẾỂỄỆ"), (9, "iìíỉĩị", "IÌÍỈĨỊ"), (15, "oòóỏõọ", "OÒÓỎÕỌ"),
            (31, "ôồốổỗộ", "ÔỒỐỔỖỘ"), (32, "ơờớởỡợ", "ƠỜỚỞỠỢ"), (21, "uùúủũụ", "UÙÚỦŨỤ"), (33, "ưừứửữự", "ƯỪỨỬỮỰ"),
            (25, "yỳýỷỹỵ", "YỲÝỶỸỴ"), (29, "ð", "Ð"), (29, "đ", "Ɖ"),
        ]
        for (letter, small, capital) in rows {
            for (tone, scalar) in small.unicodeScalars.enumerated() { set(scalar, letter, tone) }
            for (tone, scalar) in capital.unicodeScalars.enumerated() { set(scalar, letter | 0x200, tone) }
        }
        return table
    }

    /// The scalar at an offset of valid UTF-8 and its length; an impossible one for a stray byte.
    private static func scalar(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> (UInt32, Int) {
        let lead = UInt32(bytes[at])
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC0, at + length <= bytes.count else { return (0xFFFF_FFFF, 1) }
        var scalar = lead & (0x7F >> UInt32(length))
        for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[at + offset] & 0x3F) }
        return (scalar, length)
    }
}
