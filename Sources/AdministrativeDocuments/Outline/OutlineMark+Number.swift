extension OutlineMark {
    /// The number as a node carries it: without its stop and leading zeros, Roman where it is Roman or in words.
    func number(in text: UnsafeRawBufferPointer) -> String {
        switch kind {
        case .letter, .smallRoman, .decimal, .capital:
            return String(decoding: text[numberStart..<numberEnd], as: UTF8.self)
        case .dash, .plus: return ""
        default:
            if value.prefix > 0 { return PointLetters.letter(value.main).uppercased() }
            let number = value.isRoman ? Self.roman(value.main) : String(value.main)
            return value.suffix > 0 ? number + PointLetters.letter(value.suffix) : number
        }
    }

    private static func roman(_ number: Int) -> String {
        let digits = [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
        var rest = number
        var roman = ""
        for (value, digit) in digits {
            while rest >= value {
                roman += digit
                rest -= value
            }
        }
        return roman
    }
}
