/// Reads the mark that a line opens with: `Điều 5.`, `Chương II`, `1.2.`, `đ)`, `-`.
///
/// Takes the words in any case, tone or spacing that real files give them; what a mark is worth is decided later.
struct MarkReader {
    let text: UnsafeRawBufferPointer
    let shape: LineShape

    init(_ text: UnsafeRawBufferPointer) {
        self.text = text
        shape = LineShape(text: text)
    }

    /// The mark at the start of a line that ends at `end`, which its number may go beyond.
    func mark(_ lineStart: Int, _ end: Int) -> OutlineMark? {
        var start = lineStart
        // Markdown emphasis, headings and escapes that were left in.
        while start < end, ByteSet.holds("*#_\\", text[start]) { start += 1 }
        // A soft hyphen.
        if start + 1 < end, text[start] == 0xC2, text[start + 1] == 0xAD { start += 2 }
        guard start < end else { return nil }
        let first = text[start]
        switch first {
        case 0x30...0x39: return numberMark(start, end)
        case UInt8(ascii: "-"), UInt8(ascii: "+"): return itemMark(start, end)
        case UInt8(ascii: "("): return parenthesised(start, end)
        case 0xE2 where start + 2 < end && text[start + 1] == 0x80:
            // – — and •
            let third = text[start + 2]
            guard third == 0x93 || third == 0x94 || third == 0xA2 else { return nil }
            return finished(OutlineMark(kind: .dash, numberStart: start, numberEnd: start), start + 3, end)
        case 0x61...0x7A: return letterMark(start, end)
        case UInt8(ascii: "D"), 0xC3: return article(start, end)
        case 0xC4:
            guard start + 1 < end, text[start + 1] == 0x90 else { return letterMark(start, end) }
            return article(start, end) ?? capitalMark(start, end)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            // Most lines open with a word that has nothing to do with a heading.
            return containerMark(first, start, end) ?? romanMark(start, end) ?? capitalMark(start, end)
        default: return nil
        }
    }

    // MARK: Words and numbers

    /// The mark of an article at the start of a line, if there is one.
    func articleMark(_ start: Int, _ end: Int) -> OutlineMark? {
        text[start] == 0xC4 || text[start] == UInt8(ascii: "D") || text[start] == 0xC3 ? article(start, end) : nil
    }

    private func article(_ start: Int, _ end: Int) -> OutlineMark? {
        let limit = wordLimit(end)
        guard var behind = shape.opensWithWord("dieu", start, limit) else { return misreadArticle(start, end) }
        // `Điều. 9.`
        if behind < limit, text[behind] == UInt8(ascii: ".") { behind = shape.skippingSpaces(behind + 1, limit) }
        return numbered(.article, behind, end, isSpaced: isSpaced(start, behind))
    }

    /// `Điền 9. Chế độ`, `Điểm 15. Kinh phí`: one letter typed wrong in files of many kinds.
    private func misreadArticle(_ start: Int, _ end: Int) -> OutlineMark? {
        guard end - start > 10, text[start] == 0xC4, text[start + 2] == UInt8(ascii: "i"),
            let behind = shape.opensWithWord("dien", start, end) ?? shape.opensWithWord("diem", start, end),
            var mark = numbered(.article, behind, end), mark.delimiter == UInt8(ascii: "."),
            mark.follower == .capital
        else { return nil }
        mark.isDoubtful = true
        return mark
    }

    private func containerMark(_ first: UInt8, _ start: Int, _ end: Int) -> OutlineMark? {
        let limit = wordLimit(end)
        switch first {
        case UInt8(ascii: "C"):
            guard let behind = shape.opensWithWord("chuong", start, limit) else { return nil }
            return numbered(.chapter, behind, end, isSpaced: isSpaced(start, behind))
        case UInt8(ascii: "M"):
            if let behind = shape.opensWithWord("muc", start, limit) { return numbered(.section, behind, end) }
            guard let behind = shape.opensWithWord("mau", start, limit) else { return nil }
            return labelled(.form, shape.opensWithWord("so", behind, limit) ?? behind, end)
        case UInt8(ascii: "T"):
            guard let second = shape.opensWithWord("tieu", start, limit) else { return nil }
            return shape.opensWithWord("muc", second, limit).flatMap { numbered(.subsection, $0, end) }
        case UInt8(ascii: "P"):
            if let behind = shape.opensWithWord("phan", start, limit) {
                return numbered(.part, shape.opensWithWord("thu", behind, limit) ?? behind, end)
            }
            guard let second = shape.opensWithWord("phu", start, limit),
                let behind = shape.opensWithWord("luc", second, limit)
            else { return nil }
            return labelled(.annex, shape.opensWithWord("so", behind, limit) ?? behind, end)
        default: return nil
        }
    }

    /// A wrap may put a heading's number on the next line.
    private func wordLimit(_ end: Int) -> Int { min(text.count, end + 16) }

    /// A heading's word with its number: Arabic, Roman, or in words.
    private func numbered(
        _ kind: OutlineMark.Kind, _ start: Int, _ firstLineEnd: Int, isSpaced: Bool = false
    ) -> OutlineMark? {
        var mark = OutlineMark(kind: kind, numberStart: start)
        mark.crossesLine = start > firstLineEnd
        var lineEnd = firstLineEnd
        if mark.crossesLine { lineEnd = endOfLine(start) }
        let limit = lineEnd
        var at = start
        if isSpaced, let (value, behind) = spacedNumber(at, limit) {
            mark.value.main = value
            mark.value.isRoman = text[at] &- 0x30 >= 10
            at = behind
        } else if let (value, behind) = integer(at, limit, digits: 4) {
            mark.value.main = value
            at = behind
            if at < limit, let (place, behind) = suffix(at, limit) {
                mark.value.suffix = place
                at = behind
            }
        } else if kind == .article {
            // A 1 that optical recognition took for a letter.
            guard at + 1 < limit, text[at] == 0x6C || text[at] == 0x49,
                text[at + 1] == UInt8(ascii: ".") || text[at + 1] == UInt8(ascii: ":")
            else { return nil }
            mark.value.main = 1
            at += 1
        } else if let (value, behind) = roman(at, limit), behind >= limit || !LineShape.isLetterByte(text[behind]) {
            mark.value.main = value
            mark.value.isRoman = true
            at = behind
        } else if kind == .part, let (value, behind) = ordinal(at, limit) {
            mark.value.main = value
            mark.value.isRoman = true
            at = behind
        } else if kind == .part || kind == .section, at < limit, (0x41...0x48).contains(text[at]),
            at + 1 >= limit || !LineShape.isLetterByte(text[at + 1])
        {
            mark.value.main = PointLetters.place(text[at] | 0x20)
            mark.value.prefix = 1  // letters are a sequence of their own
            at += 1
        } else {
            return nil
        }
        mark.numberEnd = at
        return delimited(mark, at, lineEnd)
    }

    private func endOfLine(_ start: Int) -> Int {
        var at = start
        while at < text.count, text[at] != 0x0A, text[at] != 0x0D { at += 1 }
        return at
    }

    /// `Phụ lục` or `Mẫu số` with what names it: `I`, `01/ĐK`, `2.1`, or nothing.
    private func labelled(_ kind: OutlineMark.Kind, _ start: Int, _ firstLineEnd: Int) -> OutlineMark? {
        var at = start
        var lineEnd = firstLineEnd
        // A wrap behind the word: a number alone on the next line.
        if at > lineEnd, at < text.count, text[at] &- 0x30 < 10 || ByteSet.holds("IVX", text[at]) {
            let end = endOfLine(at)
            if end - at <= 6 { lineEnd = end }
        }
        if at < lineEnd, text[at] == UInt8(ascii: ":") { at = shape.skippingSpaces(at + 1, lineEnd) }
        var mark = OutlineMark(kind: kind, numberStart: at)
        var hasNumber = false
        let from = at
        while at < lineEnd, at - from < 24, !LineReader.isSpace(text[at]), !ByteSet.holds(":;,()", text[at]) {
            if text[at] &- 0x30 < 10 || ByteSet.holds("IVX", text[at]) { hasNumber = true }
            at += 1
        }
        while at > from, text[at - 1] == UInt8(ascii: ".") || text[at - 1] == UInt8(ascii: "-") { at -= 1 }
        let isLetter = at - from == 1 && (0x41...0x5A).contains(text[from])
        if !(hasNumber || isLetter) || !shape.isCapitals(from, at) && text[from] &- 0x30 >= 10 {
            guard kind == .annex else { return nil }
            at = min(from, lineEnd)
            mark.numberStart = at
        }
        mark.numberEnd = at
        return delimited(mark, at, lineEnd)
    }

    private func delimited(_ mark: OutlineMark, _ start: Int, _ lineEnd: Int) -> OutlineMark {
        var mark = mark
        var at = start
        let limit = max(lineEnd, at)
        while at < limit, text[at] == 0x20 { at += 1 }
        if at < limit, ByteSet.holds(".:/-)", text[at]) || mark.kind == .article && ByteSet.holds(",;", text[at]) {
            mark.delimiter = text[at]
            at += 1
            mark.isDoubtful = at < limit && text[at] &- 0x30 < 10
        } else if at + 2 < limit, text[at] == 0xE2, text[at + 1] == 0x80, text[at + 2] == 0x93 {
            mark.delimiter = UInt8(ascii: "-")
            at += 3
        } else {
            at = start
        }
        return finished(mark, at, lineEnd)
    }

    // MARK: Bare numbers and marks

    private func numberMark(_ start: Int, _ end: Int) -> OutlineMark? {
        guard text[start] != 0x30 || start + 1 < end, let (value, behind) = integer(start, end, digits: 3),
            behind < end
        else { return nil }
        var mark = OutlineMark(kind: .number, numberStart: start)
        mark.value.main = value
        var at = behind
        if let (place, behind) = suffix(at, end) {
            mark.value.suffix = place
            at = behind
            guard at < end else { return nil }
        }
        mark.numberEnd = at
        let delimiter = text[at]
        guard ByteSet.holds(".)/-", delimiter) else { return nil }
        if delimiter == UInt8(ascii: "."), at + 1 < end, text[at + 1] &- 0x30 < 10 { return decimalMark(start, end) }
        mark.delimiter = delimiter
        if delimiter == UInt8(ascii: "/") || delimiter == UInt8(ascii: "-") {
            guard at + 1 < end, text[at + 1] == 0x20 else { return nil }
        }
        return finished(mark, at + 1, end)
    }

    private func decimalMark(_ start: Int, _ end: Int) -> OutlineMark? {
        var mark = OutlineMark(kind: .decimal, numberStart: start)
        var at = start
        var depth = 0
        while let (value, behind) = integer(at, end, digits: 2), text[at] != 0x30, depth < 6 {
            if depth > 0 { mark.value.prefix = mark.value.prefix << 10 | UInt64(mark.value.main) }
            mark.value.main = value
            depth += 1
            at = behind
            mark.numberEnd = at
            guard at + 1 < end, text[at] == UInt8(ascii: "."), text[at + 1] &- 0x30 < 10 else { break }
            at += 1
        }
        guard depth > 1, at == mark.numberEnd else { return nil }
        mark.value.depth = depth
        if at < end, text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ")") {
            mark.delimiter = text[at]
            at += 1
        }
        // 1.5%, 2.3m, 10.2.2020/… are figures.
        guard at >= end || LineReader.isSpace(text[at]) || !shape.opensInLowerCase(at, end),
            at >= end || text[at] != 0x25
        else { return nil }
        return finished(mark, at, end)
    }

    private func romanMark(_ start: Int, _ end: Int) -> OutlineMark? {
        guard let (value, behind) = roman(start, end), behind < end, ByteSet.holds(".-/)", text[behind]) else {
            return nil
        }
        var mark = OutlineMark(kind: .roman, delimiter: text[behind], numberStart: start, numberEnd: behind)
        mark.value.main = value
        mark.value.isRoman = true
        if text[behind] != UInt8(ascii: ".") {
            guard behind + 1 >= end || text[behind + 1] == 0x20 else { return nil }
        }
        return finished(mark, behind + 1, end)
    }

    /// `A. `, `B/ `.
    private func capitalMark(_ start: Int, _ end: Int) -> OutlineMark? {
        let behind = text[start] == 0xC4 ? start + 2 : start + 1
        guard behind + 1 < end, ByteSet.holds(".)/", text[behind]), text[behind + 1] == 0x20 else { return nil }
        var mark = OutlineMark(kind: .capital, delimiter: text[behind], numberStart: start, numberEnd: behind)
        mark.value.main = PointLetters.place(text[start] == 0xC4 ? nil : text[start] | 0x20)
        return finished(mark, behind + 1, end)
    }

    private func letterMark(_ start: Int, _ end: Int) -> OutlineMark? {
        var mark = OutlineMark(kind: .letter, numberStart: start)
        var at = start + 1
        if text[start] == 0xC4 {
            guard at < end, text[at] == 0x91 else { return nil }
            at += 1
            mark.value.main = PointLetters.place(nil)
        } else {
            mark.value.main = PointLetters.place(text[start])
        }
        guard at < end else { return nil }
        if text[at] &- 0x31 < 9 {
            mark.value.suffix = Int(text[at] - 0x30)
            at += 1
        } else if text[at] == 0x69 || text[at] == 0x76 {
            // ii) iii) iv)
            guard let (value, behind) = smallRoman(start, end) else { return nil }
            mark.kind = .smallRoman
            mark.value.main = value
            at = behind
        }
        guard at < end, ByteSet.holds(".)/-", text[at]) else { return nil }
        mark.numberEnd = at
        mark.delimiter = text[at]
        if text[at] != UInt8(ascii: ")") {
            guard at + 1 < end, text[at + 1] == 0x20, mark.value.suffix == 0 else { return nil }
        }
        return finished(mark, at + 1, end)
    }

    /// `(1)`, `(a)`, `(ii)`.
    private func parenthesised(_ start: Int, _ end: Int) -> OutlineMark? {
        guard start + 2 < end else { return nil }
        var mark: OutlineMark
        if let (value, behind) = integer(start + 1, end, digits: 2) {
            mark = OutlineMark(kind: .number, numberStart: start + 1, numberEnd: behind)
            mark.value.main = value
            guard behind < end, text[behind] == UInt8(ascii: ")") else { return nil }
        } else {
            guard (0x61...0x7A).contains(text[start + 1]) || text[start + 1] == 0xC4,
                let inner = letterMark(start + 1, end), inner.delimiter == UInt8(ascii: ")")
            else { return nil }
            mark = inner
        }
        mark.delimiter = UInt8(ascii: "(")
        return finished(mark, mark.numberEnd + 1, end)
    }

    private func itemMark(_ start: Int, _ end: Int) -> OutlineMark? {
        let first = text[start]
        guard start + 1 < end, text[start + 1] != first, text[start + 1] &- 0x30 >= 10 else { return nil }
        return finished(
            OutlineMark(kind: first == 0x2B ? .plus : .dash, numberStart: start, numberEnd: start), start + 1, end)
    }

    private func finished(_ mark: OutlineMark, _ behind: Int, _ lineEnd: Int) -> OutlineMark {
        var mark = mark
        mark.end = behind
        let limit = max(lineEnd, behind)
        var at = behind
        while at < limit, text[at] == 0x20 || text[at] == 0x09 || text[at] == 0x2A { at += 1 }
        if at >= limit || LineReader.isSpace(text[at]) {
            mark.follower = .lineEnd
        } else if shape.opensInLowerCase(at, limit) {
            mark.follower = .small
        } else if LineShape.isLetterByte(text[at]) {
            mark.follower = .capital
        }
        return mark
    }
}
