/// The letters of syllables and the marks that stand behind them, by their scalars.
enum SyllableLetters {
    // a–z are 1…26; behind them ă â đ ê ô ơ ư.
    static let bases: [UInt8] = Array("aadeoou".utf8)

    // Bits of an entry; 0 is no part of a Vietnamese syllable.
    static let letter: UInt16 = 0x3F
    static let tone: UInt16 = 0x1C0
    static let capital: UInt16 = 0x200
    /// A combining mark, or what cannot be seen.
    static let mark: UInt16 = 0x400
    static let quality: UInt16 = 0x800

    /// Scalars from here on are none, but for some that cannot be seen.
    static let count: UInt32 = 0x1F00

    /// An entry for each scalar below `count`; for as long as the process lasts.
    nonisolated(unsafe) static let table: UnsafePointer<UInt16> = {
        let table = UnsafeMutablePointer<UInt16>.allocate(capacity: Int(count))
        table.initialize(repeating: 0, count: Int(count))
        for letter in 0..<26 {
            table[0x61 + letter] = UInt16(letter + 1)
            table[0x41 + letter] = UInt16(letter + 1) | capital
        }
        let rows: [(letter: UInt16, small: String, capital: String)] = [
            (1, "aàáảãạ", "AÀÁẢÃẠ"), (27, "ăằắẳẵặ", "ĂẰẮẲẴẶ"), (28, "âầấẩẫậ", "ÂẦẤẨẪẬ"), (29, "đ", "Đ"),
            (5, "eèéẻẽẹ", "EÈÉẺẼẸ"), (30, "êềếểễệ", "ÊỀẾỂỄỆ"), (9, "iìíỉĩị", "IÌÍỈĨỊ"), (15, "oòóỏõọ", "OÒÓỎÕỌ"),
            (31, "ôồốổỗộ", "ÔỒỐỔỖỘ"), (32, "ơờớởỡợ", "ƠỜỚỞỠỢ"), (21, "uùúủũụ", "UÙÚỦŨỤ"), (33, "ưừứửữự", "ƯỪỨỬỮỰ"),
            (25, "yỳýỷỹỵ", "YỲÝỶỸỴ"), (29, "ð", "Ð"), (29, "đ", "Ɖ"),
        ]
        for (letter, small, large) in rows {
            for (tone, scalar) in small.unicodeScalars.enumerated() {
                table[Int(scalar.value)] = letter | UInt16(tone) << 6
            }
            for (tone, scalar) in large.unicodeScalars.enumerated() {
                table[Int(scalar.value)] = letter | UInt16(tone) << 6 | capital
            }
        }
        for (tone, scalar) in [(1, 0x300), (1, 0x340), (2, 0x301), (2, 0x341), (3, 0x309), (4, 0x303), (5, 0x323)] {
            table[scalar] = mark | UInt16(tone) << 6
        }
        for scalar in [0x302, 0x306, 0x31B] { table[scalar] = mark | quality }
        table[0xAD] = mark
        table[0x256] = 29
        return UnsafePointer(table)
    }()

    /// The last letter with a circumflex, breve or horn.
    static func adding(_ quality: UInt32, to code: UInt64) -> UInt64 {
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
}
