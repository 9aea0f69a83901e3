import CICU

/// Whether the masks of the fast path agree with the linked ICU, which is asked rather than trusted: its rules change
/// between versions.
enum FastPathCompetence: Sendable {
    /// ICU disagrees somewhere: it must decide everything.
    case none
    /// The masks hold; `colonJoins` tells whether ICU joins letters around a colon.
    case masks(colonJoins: Bool)

    /// The linked ICU's answer, found once a process in well under a millisecond.
    static let ofLinkedICU = examine()

    private static func examine() -> FastPathCompetence {
        guard propertiesHold else { return .none }
        let breaker = WordBreaker()
        func joins(_ left: String, _ middle: UInt8, _ right: String) -> Bool {
            let text = Array(left.utf8) + [middle] + Array(right.utf8)
            return text.withUnsafeBytes { breaker.words(of: $0).elementsEqual([0, UInt32(text.count)]) }
        }
        var colonJoins = false
        for byte in UInt8(0)..<0x80 where !isLetterOrDigit(byte) && byte != UInt8(ascii: "@") {
            let letters = joins("a", byte, "a")
            let digits = joins("1", byte, "1")
            let mixed = joins("a", byte, "1") || joins("1", byte, "a")
            let holds =
                switch byte {
                case UInt8(ascii: "."), UInt8(ascii: "'"): letters && digits && !mixed
                case UInt8(ascii: ","), UInt8(ascii: ";"): !letters && digits && !mixed
                case UInt8(ascii: "_"): letters && digits && mixed
                case UInt8(ascii: ":"): !digits && !mixed
                default: !letters && !digits && !mixed
                }
            guard holds else { return .none }
            if byte == UInt8(ascii: ":") { colonJoins = letters }
        }
        return .masks(colonJoins: colonJoins)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// Whether every character that the masks decide has the property they take for granted.
    private static var propertiesHold: Bool {
        func all(_ points: ClosedRange<Int32>, except: Set<Int32> = [], are wanted: cicu_word_class) -> Bool {
            points.allSatisfy { except.contains($0) || cicu_word_class($0) == Int32(wanted.rawValue) }
        }
        let hardSigns: Set<Int32> = [0xAA, 0xAD, 0xB5, 0xB7, 0xBA]
        let hardPunctuation = Set([0x200C...0x200F, 0x2024...0x2024, 0x2027...0x2027, 0x202A...0x202F].joined())
            .union([0x2018, 0x2019, 0x203F]).reduce(into: Set<Int32>()) { $0.insert(Int32($1)) }
        return all(0x30...0x39, are: CICU_WORD_NUMERIC)
            && all(0x41...0x5A, are: CICU_WORD_LETTER)
            && all(0x61...0x7A, are: CICU_WORD_LETTER)
            && all(0x80...0xBF, except: hardSigns, are: CICU_WORD_OTHER)
            && all(0xC0...0x2BF, except: [0xD7, 0xF7], are: CICU_WORD_LETTER)
            && all(0xD7...0xD7, are: CICU_WORD_OTHER)
            && all(0xF7...0xF7, are: CICU_WORD_OTHER)
            && all(0x300...0x36F, are: CICU_WORD_EXTEND)
            && all(0x1E00...0x1EFF, are: CICU_WORD_LETTER)
            && all(0x2000...0x203E, except: hardPunctuation, are: CICU_WORD_OTHER)
            && all(0x2018...0x2019, are: CICU_WORD_MIDDLE)
    }
}
