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
        let table = SyllableLetters.table
        var tone: UInt64 = 0
        var code: UInt64 = 0
        var letters = 0
        var capitals = 0
        var at = 0
        while at < word.count {
            let byte = word[at]
            var scalar = UInt32(byte)
            var length = 1
            if byte >= 0x80 {
                (scalar, length) = FoldedWord.scalar(word, at)
                guard scalar < SyllableLetters.count else {
                    guard scalar == 0x2060 || scalar == 0xFEFF || (0x200B...0x200D).contains(scalar) else { return }
                    at += length
                    continue
                }
            }
            at += length
            let entry = table[Int(scalar)]
            let letter = UInt64(entry & SyllableLetters.letter)
            guard letter != 0 else {
                guard entry & SyllableLetters.mark != 0 else { return }
                if entry & SyllableLetters.tone != 0 {
                    tone = UInt64(entry & SyllableLetters.tone) >> 6
                } else if entry & SyllableLetters.quality != 0 {
                    code = SyllableLetters.adding(scalar, to: code)
                }
                continue
            }
            guard letters < Self.maximumLetters else { return }
            if entry & SyllableLetters.tone != 0 { tone = UInt64(entry & SyllableLetters.tone) >> 6 }
            if entry & SyllableLetters.capital != 0 {
                if letters == 0 { opensWithCapital = true }
                capitals += 1
            }
            letters += 1
            code = code << 6 | letter
        }
        self.code = code | tone << 60
        self.letters = letters
        self.capitals = capitals
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
            if letter != 0 { key.append(letter <= 26 ? letter + 0x60 : SyllableLetters.bases[Int(letter) - 27]) }
            if shift == 0 { return }
            shift -= 6
        }
    }
}
