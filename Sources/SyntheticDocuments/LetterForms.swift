/// Vietnamese letters as bytes of UTF-8: capitals, and vowels with their tones.
enum LetterForms {
    /// The tones in the order of the rows of `vowels`: none, grave, acute, hook, tilde, dot below.
    static let toneMarks: [Unicode.Scalar] = ["\u{0300}", "\u{0301}", "\u{0309}", "\u{0303}", "\u{0323}"]

    /// Each vowel with its six tones.
    static let vowels: [[Character]] = [
        "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự",
        "yỳýỷỹỵ",
    ].map(Array.init)

    /// The length in bytes of the character that a byte of valid UTF-8 begins.
    @inline(__always) static func length(_ first: UInt8) -> Int {
        first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    }

    /// Makes the letter at `position` a capital; capitals of Vietnamese letters are as long as small ones.
    ///
    /// In the blocks that hold them, small letters are odd and stand behind their capitals, but for ư (U+01B0) and
    /// those of Latin-1.
    @inline(__always) static func capitalize(_ text: UnsafeMutablePointer<UInt8>, at position: Int, end: Int) {
        let first = text[position]
        if first < 0x80 {
            if first &- 0x61 < 26 { text[position] = first - 32 }
            return
        }
        guard position + length(first) <= end else { return }
        switch first {
        case 0xC3:
            let second = text[position + 1]
            if second >= 0xA0, second != 0xB7, second < 0xBF { text[position + 1] = second - 0x20 }
        case 0xC4, 0xC5, 0xC6:
            let second = text[position + 1]
            if first == 0xC6, second == 0xB0 {
                text[position + 1] = 0xAF
            } else if second & 1 == 1, first != 0xC6 || second == 0xA1 {
                text[position + 1] = second - 1
            }
        case 0xE1:
            let second = text[position + 1]
            if second == 0xBA || second == 0xBB, text[position + 2] & 1 == 1 { text[position + 2] -= 1 }
        default: break
        }
    }

    /// Makes all letters from `start` on capitals.
    static func capitalizeAll(_ bytes: inout [UInt8], from start: Int) {
        let end = bytes.count
        bytes.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            var position = start
            while position < end {
                capitalize(base, at: position, end: end)
                position += length(base[position])
            }
        }
    }

    /// Whether a word begins with a capital.
    static func isCapitalized(_ word: String) -> Bool { word.first.map(\.isUppercase) ?? false }
}
