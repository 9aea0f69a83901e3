internal import VietnameseText

/// A text's tokens as syllables and what stands between them; any index outside is a word that matches nothing.
struct SentenceReader {
    let text: UnsafeRawBufferPointer
    let tokens: UnsafeBufferPointer<RawToken>

    var count: Int { tokens.count }

    func start(_ index: Int) -> Int { Int(tokens[index].start) }

    func end(_ index: Int) -> Int { Int(tokens[index].end) }

    func word(_ index: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: text[start(index)..<end(index)])
    }

    func syllable(_ index: Int) -> Syllable {
        guard index >= 0, index < count else { return Syllable(UnsafeRawBufferPointer(start: nil, count: 0)) }
        return Syllable(word(index))
    }

    func code(_ index: Int) -> UInt64 { syllable(index).code }

    /// What stands between a token and the next; before the first and behind the last, the end of a paragraph.
    func gap(behind index: Int) -> WordGap {
        guard index >= 0, index + 1 < count else { return [.paragraph, .lineBreak, .other] }
        return WordGap(text, end(index)..<start(index + 1))
    }

    func gap(before index: Int) -> WordGap { gap(behind: index - 1) }

    /// Whether these syllables stand here, with nothing but space between them.
    func matches(_ first: Int, _ codes: [UInt64]) -> Bool {
        guard first >= 0, first + codes.count <= count else { return false }
        for (offset, code) in codes.enumerated() {
            guard self.code(first + offset) == code,
                offset == 0 || gap(before: first + offset).isSubset(of: .plain)
            else { return false }
        }
        return true
    }

    /// A year in four digits.
    func year(_ index: Int) -> Int? {
        guard index >= 0, index < count else { return nil }
        let word = word(index)
        guard word.count == 4, let value = TokenReader.integer(word, maximumDigits: 4), (1945...2100).contains(value)
        else { return nil }
        return value
    }

    /// Whether a token is a number or one letter, as articles, clauses and points are counted.
    func isOrdinal(_ index: Int) -> Bool {
        guard index >= 0, index < count else { return false }
        let word = word(index)
        guard let first = word.first else { return false }
        return first &- 0x30 < 10 || word.count == 1 || (word.count == 2 && first == 0xC4)
            || (word.count <= 4 && word.allSatisfy { "IVX".utf8.contains($0) })
    }

    /// The words of a range of tokens with one space between, and a hyphen or comma where one stood.
    func spelled(_ range: Range<Int>) -> String {
        var value = ""
        for index in range {
            if index > range.lowerBound {
                let gap = gap(before: index)
                if gap.contains(.dash) {
                    value += gap.contains(.space) ? " - " : "-"
                } else if gap.contains(.stop) {
                    value += gap.contains(.space) ? ". " : "."
                } else {
                    value += gap.contains(.comma) ? ", " : gap.contains(.slash) ? "/" : " "
                }
            }
            value += String(decoding: word(index), as: UTF8.self)
        }
        return value
    }
}
