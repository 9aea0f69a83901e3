/// The numbers of marks: Arabic, Roman, in words, with a letter behind them, letter-spaced.
extension MarkReader {
    func integer(_ start: Int, _ end: Int, digits: Int) -> (Int, Int)? {
        var at = start
        var value = 0
        while at < end, at - start <= digits, text[at] &- 0x30 < 10 {
            value = value * 10 + Int(text[at] &- 0x30)
            at += 1
        }
        return at > start && at - start <= digits ? (value, at) : nil
    }

    /// A letter behind a number (`2a`, `5đ`), unless a word begins with it.
    func suffix(_ at: Int, _ end: Int) -> (place: Int, behind: Int)? {
        let isBarred = text[at] == 0xC4 && at + 1 < end && text[at + 1] == 0x91
        guard isBarred || (0x61...0x7A).contains(text[at]) else { return nil }
        let behind = at + (isBarred ? 2 : 1)
        guard behind >= end || !LineShape.isLetterByte(text[behind]) else { return nil }
        return (PointLetters.place(isBarred ? nil : text[at]), behind)
    }

    /// Whether the letters of a heading's word stand apart (`C H Ư Ơ N G  I I`).
    func isSpaced(_ start: Int, _ end: Int) -> Bool {
        var second = start + 1
        while second < end, text[second] & 0xC0 == 0x80 { second += 1 }
        return second < end && text[second] == 0x20
    }

    /// A number of two digits or more that stand apart by one space each.
    func spacedNumber(_ start: Int, _ end: Int) -> (Int, Int)? {
        var digits: [UInt8] = []
        var at = start
        while at < end, digits.count < 4, text[at] &- 0x30 < 10 || ByteSet.holds("IVXL", text[at]) {
            guard at + 1 >= end || !LineShape.isLetterByte(text[at + 1]) else { break }
            digits.append(text[at])
            at += 1
            guard at + 1 < end, text[at] == 0x20 else { break }
            at += 1
        }
        guard digits.count > 1 else { return nil }
        if at > start, text[at - 1] == 0x20 { at -= 1 }
        let value = digits.withUnsafeBytes { digits -> Int? in
            let reader = MarkReader(digits)
            guard let (value, behind) = reader.integer(0, digits.count, digits: 4) ?? reader.roman(0, digits.count),
                behind == digits.count
            else { return nil }
            return value
        }
        return value.map { ($0, at) }
    }

    func roman(_ start: Int, _ end: Int) -> (Int, Int)? { romanNumeral(start, end, mask: 0) }

    func smallRoman(_ start: Int, _ end: Int) -> (Int, Int)? { romanNumeral(start, end, mask: 0x20) }

    private func romanNumeral(_ start: Int, _ end: Int, mask: UInt8) -> (Int, Int)? {
        var at = start
        var value = 0
        var last = 1000
        while at < end, at - start < 10 {
            let digit: Int
            switch text[at] ^ mask {
            case UInt8(ascii: "I"): digit = 1
            case UInt8(ascii: "V"): digit = 5
            case UInt8(ascii: "X"): digit = 10
            case UInt8(ascii: "L"): digit = 50
            default: return at > start ? (value, at) : nil
            }
            value += digit > last ? digit - 2 * last : digit
            last = digit
            at += 1
        }
        return at > start ? (value, at) : nil
    }

    /// `nhất`, `hai`, `thứ ba`.
    func ordinal(_ start: Int, _ end: Int) -> (Int, Int)? {
        let words: [(StaticString, Int)] = [
            ("nhat", 1), ("mot", 1), ("hai", 2), ("nhi", 2), ("ba", 3), ("tu", 4), ("bon", 4), ("nam", 5), ("sau", 6),
            ("bay", 7), ("tam", 8), ("chin", 9), ("muoi", 10),
        ]
        for (word, value) in words {
            guard var behind = shape.opensWithWord(word, start, end) else { continue }
            while behind > start, LineReader.isSpace(text[behind - 1]) { behind -= 1 }
            return (value, behind)
        }
        return nil
    }
}
