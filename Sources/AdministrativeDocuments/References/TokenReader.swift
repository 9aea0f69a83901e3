internal import VietnameseText

/// The tokens of a text, seen as words and the gaps between them.
struct TokenReader {
    let text: UnsafeRawBufferPointer
    let tokens: UnsafeBufferPointer<RawToken>

    var count: Int { tokens.count }

    func range(_ index: Int) -> Range<Int> { Int(tokens[index].start)..<Int(tokens[index].end) }

    func word(_ index: Int) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: text[range(index)]) }

    /// The gap between a token and the next one; `other` behind the last.
    func gap(behind index: Int) -> TokenGap {
        guard index + 1 < tokens.count else { return TokenGap(mark: .other) }
        return TokenGap(text, range(index).upperBound..<range(index + 1).lowerBound)
    }

    /// The byte before a token; a space at the start of the text.
    func byteBefore(_ index: Int) -> UInt8 {
        let start = range(index).lowerBound
        return start > 0 ? text[start - 1] : 0x20
    }

    /// The byte behind an offset; a space at the end of the text.
    func byte(at offset: Int) -> UInt8 { offset < text.count ? text[offset] : 0x20 }

    /// The value of a token of 1 to `maximumDigits` digits and nothing else.
    func integer(_ index: Int, maximumDigits: Int) -> Int? {
        guard index >= 0, index < tokens.count else { return nil }
        return Self.integer(word(index), maximumDigits: maximumDigits)
    }

    static func integer(_ word: UnsafeRawBufferPointer, maximumDigits: Int) -> Int? {
        guard (1...maximumDigits).contains(word.count) else { return nil }
        var value = 0
        for byte in word {
            guard byte &- 0x30 < 10 else { return nil }
            value = value * 10 + Int(byte &- 0x30)
        }
        return value
    }

    /// A token that is a year this engine takes for one: four digits, 1900 to 2100.
    func year(_ index: Int) -> Int? {
        guard index < tokens.count, word(index).count == 4, let value = integer(index, maximumDigits: 4) else {
            return nil
        }
        return (1900...2100).contains(value) ? value : nil
    }
}

extension TokenGap {
    /// A gap with a mark and no space, for places outside the text.
    fileprivate init(mark: Mark) { self.mark = mark }
}
