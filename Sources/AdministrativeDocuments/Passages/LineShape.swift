/// What the first and last bytes of a line say: a heading, a list's item, a sentence that goes on, boilerplate.
struct LineShape {
    let text: UnsafeRawBufferPointer

    // MARK: Openings

    /// A heading of the outline: `Điều 5.`, `Chương II`, `Phần thứ nhất`, `Mục 3`, `IV. …`, `PHỤ LỤC`, `QUYẾT ĐỊNH:`.
    func isHeading(_ start: Int, _ end: Int) -> Bool {
        switch text[start] {
        case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"):
            let behind = afterRoman(start, end)
            return behind < end && text[behind] == UInt8(ascii: ".") && behind + 1 < end && text[behind + 1] == 0x20
        case UInt8(ascii: "D"), 0xC3, 0xC4:
            return opensWithWord("dieu", start, end).map { isNumbered($0, end, needsStop: true) } ?? false
        case UInt8(ascii: "C"): return opensWithWord("chuong", start, end).map { isNumbered($0, end) } ?? false
        case UInt8(ascii: "M"): return opensWithWord("muc", start, end).map { isNumbered($0, end) } ?? false
        case UInt8(ascii: "T"):
            guard let second = opensWithWord("tieu", start, end) else { return false }
            return opensWithWord("muc", second, end).map { isNumbered($0, end) } ?? false
        case UInt8(ascii: "P"):
            if let behind = opensWithWord("phan", start, end) {
                return isNumbered(behind, end) || opensWithWord("thu", behind, end) != nil
            }
            guard let second = opensWithWord("phu", start, end), let behind = opensWithWord("luc", second, end) else {
                return false
            }
            return isCapitals(start, min(end, second + 4)) || isNumbered(behind, end)
        case UInt8(ascii: "Q"):
            guard let second = opensWithWord("quyet", start, end), isCapitals(start, second) else { return false }
            guard let behind = opensWithWord("dinh", second, end) ?? opensWithWord("nghi", second, end) else {
                return false
            }
            return behind >= end || text[behind] == UInt8(ascii: ":")
        default: return false
        }
    }

    /// A heading, or an item of a list: `- `, `+ `, `1. `, `1.1 `, `a) `, `(1) `, `• `.
    func opensItem(_ start: Int, _ end: Int) -> Bool {
        let first = text[start]
        switch first {
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "#"): return true
        case 0xE2 where start + 2 < end:
            // – and —, •, and the squares, circles and arrows of lists.
            let third = text[start + 2]
            return text[start + 1] == 0x80 ? third == 0x93 || third == 0x94 || third == 0xA2 : text[start + 1] >= 0x96
        case 0x30...0x39:
            var at = start
            while at < end, text[at] &- 0x30 < 10 || text[at] == 0x2E { at += 1 }
            if at < end, text[at] == UInt8(ascii: ")") { return true }
            return at < end && text[at] == 0x20 && text[start..<at].contains(0x2E)
        case UInt8(ascii: "("):
            return start + 3 < end && (text[start + 2] == UInt8(ascii: ")") || text[start + 3] == UInt8(ascii: ")"))
        case 0x61...0x7A:
            if start + 1 < end, text[start + 1] == UInt8(ascii: ")") || text[start + 1] == UInt8(ascii: ".") {
                return true
            }
            return false
        case 0xC4 where start + 2 < end && text[start + 2] == UInt8(ascii: ")"): return true  // đ)
        default: return isHeading(start, end)
        }
    }

    /// Whether the first letter is a small one.
    func opensInLowerCase(_ start: Int, _ end: Int) -> Bool {
        let first = text[start]
        if first < 0x80 { return (0x61...0x7A).contains(first) }
        guard start + 1 < end else { return false }
        let second = text[start + 1]
        switch first {
        case 0xC3: return second >= 0xA0
        case 0xC4, 0xC5: return second & 1 == 1
        case 0xC6: return second == 0xA1 || second == 0xB0
        case 0xE1: return (second == 0xBA || second == 0xBB) && start + 2 < end && text[start + 2] & 1 == 1
        default: return false
        }
    }

    // MARK: Endings

    /// Whether the line ends as a sentence or an item does.
    func endsSentence(_ start: Int, _ end: Int) -> Bool {
        switch text[end - 1] {
        case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
        case UInt8(ascii: "\""), UInt8(ascii: ")"): return end - 2 >= start && text[end - 2] == UInt8(ascii: ".")
        case 0x9D: return end - 4 >= start && text[end - 4] == UInt8(ascii: ".")  // ”
        case 0xA6: return end - 3 >= start && text[end - 3] == 0xE2  // …
        default: return false
        }
    }

    /// Whether the last word cannot end a paragraph: `của`, `và`, `các`, `theo`.
    func endsOpen(_ start: Int, _ end: Int) -> Bool {
        if text[end - 1] == UInt8(ascii: ",") { return true }
        var from = end
        while from > start, end - from < 8, text[from - 1] != 0x20 { from -= 1 }
        let word = UnsafeRawBufferPointer(rebasing: text[from..<end])
        // Bytes, of composed letters: ủ has three.
        switch word.count {
        case 2: return word.elementsEqual("do".utf8)
        case 3: return word.elementsEqual("và".utf8)
        case 4: return word.elementsEqual("các".utf8) || word.elementsEqual("theo".utf8)
        case 5:
            return word.elementsEqual("của".utf8) || word.elementsEqual("với".utf8) || word.elementsEqual("tại".utf8)
        default: return false
        }
    }

    /// Whether the line breaks off behind a word that a number must follow: `Điều`, `khoản`, `Chương`.
    func endsBeforeNumber(_ start: Int, _ end: Int) -> Bool {
        guard end - start >= 4, ByteSet.holds("ungc", text[end - 1] | 0x20), text[end - 1] >= 0x61 else { return false }
        var from = end
        while from > start, end - from < 16, !LineReader.isSpace(text[from - 1]) { from -= 1 }
        let word = UnsafeRawBufferPointer(rebasing: text[from..<end])
        guard (4...12).contains(word.count) else { return false }
        switch text[from] | 0x20 {
        case UInt8(ascii: "k"): return FoldedWord.matches(word, "khoan")
        case UInt8(ascii: "c"): return FoldedWord.matches(word, "chuong")
        case UInt8(ascii: "m"): return FoldedWord.matches(word, "muc")
        case UInt8(ascii: "p"): return FoldedWord.matches(word, "phan")
        case UInt8(ascii: "d"), 0xE4, 0xE3: return FoldedWord.matches(word, "dieu")
        default: return false
        }
    }

    /// Whether the line breaks off where a number of the law must follow or was followed: `khoản 4`, `tại`, `điểm a và`.
    func endsInMention(_ start: Int, _ end: Int) -> Bool {
        if endsOpen(start, end) || endsBeforeNumber(start, end) { return true }
        if endsSentence(start, end) { return false }
        var from = end
        while from > start, end - from < 8, !LineReader.isSpace(text[from - 1]) { from -= 1 }
        let last = UnsafeRawBufferPointer(rebasing: text[from..<end])
        if FoldedWord.matches(last, "tai") || FoldedWord.matches(last, "den") || FoldedWord.matches(last, "hoac") {
            return true
        }
        // `khoản 4`, `điểm a`: a short word behind one that announces it.
        guard last.count <= 3, from > start, isNumberOrLetter(from, end) else { return false }
        return endsBeforeNumber(start, from - 1) || endsWithWord("diem", start, from - 1)
            || endsWithWord("khoan", start, from - 1)
    }

    /// `4`, `2a`, `IV`, `đ`; not `thu` of `Mức thu`, which folds as `mục` and a word.
    private func isNumberOrLetter(_ start: Int, _ end: Int) -> Bool {
        if text[start] &- 0x30 < 10 || end - start == 1 { return true }
        if end - start == 2, text[start] == 0xC4, text[start + 1] == 0x91 { return true }
        return afterRoman(start, end) == end
    }

    /// Whether the last word is `tại`, behind which a place in a law is named even across an empty line.
    func endsBeforePlace(_ start: Int, _ end: Int) -> Bool {
        end - start > 6 && text[end - 6] == 0x20 && text[end - 5..<end].elementsEqual("tại".utf8)
    }

    private func endsWithWord(_ word: StaticString, _ start: Int, _ end: Int) -> Bool {
        var from = end
        while from > start, end - from < 20, !LineReader.isSpace(text[from - 1]) { from -= 1 }
        return from < end && FoldedWord.matches(UnsafeRawBufferPointer(rebasing: text[from..<end]), word)
    }

    /// Whether a paragraph that ends with a colon announces the new words of an article: `sửa đổi`, `bổ sung`, `thay thế`.
    func speaksOfAmending(_ start: Int, _ end: Int) -> Bool {
        var at = start
        while at < end {
            guard at == start || LineReader.isSpace(text[at - 1]) else {
                at += 1
                continue
            }
            switch text[at] | 0x20 {
            case UInt8(ascii: "s"): if opens(at, end, "sua", "doi") { return true }
            case UInt8(ascii: "b"): if opens(at, end, "bo", "sung") { return true }
            case UInt8(ascii: "t"):
                if opens(at, end, "thay", "the") || opens(at, end, "thanh", nil) { return true }
            default: break
            }
            at += 1
        }
        return false
    }

    /// Whether one of two lines is a rule (`-----`), which no sentence goes across.
    func isRule(_ line: TextLine, _ next: TextLine) -> Bool {
        isRule(line.start, line.end) || isRule(next.start, next.end)
    }

    private func isRule(_ start: Int, _ end: Int) -> Bool {
        end - start >= 3 && (text[start] == 0x2D || text[start] == 0x5F || text[start] == 0x2A)
            && text[start + 1] == text[start] && text[start + 2] == text[start]
    }

    // MARK: Boilerplate

    /// The recipients' list or a signature: `Nơi nhận:`, `Lưu: VT`, `TM. CHÍNH PHỦ`, `KT. BỘ TRƯỞNG`.
    func opensBoilerplate(_ start: Int, _ end: Int) -> Bool {
        switch text[start] {
        case UInt8(ascii: "N"):
            guard let second = opensWithWord("noi", start, end), let behind = opensWithWord("nhan", second, end) else {
                return false
            }
            return behind >= end || text[behind] == UInt8(ascii: ":") || text[behind] == 0x0A || text[behind] == 0x0D
        case UInt8(ascii: "T"), UInt8(ascii: "K"):
            guard end - start < 160, let stop = signEnd(start, end) else { return false }
            let lineEnd = text[start..<end].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? end
            return isCapitals(stop, lineEnd)
        case UInt8(ascii: "-"), UInt8(ascii: "L"):
            var at = start
            while at < end, text[at] == UInt8(ascii: "-") || text[at] == 0x20 { at += 1 }
            guard at < end, end - at < 120, let behind = opensWithWord("luu", at, end), behind < end else {
                return false
            }
            return text[behind] == UInt8(ascii: ":") || opensWithWord("vt", behind, end) != nil
        default: return false
        }
    }

    /// The offset of the stop behind `TM`, `KT`, `TL`, `TUQ`, in whose name one signs.
    private func signEnd(_ start: Int, _ end: Int) -> Int? {
        guard end - start > 3, ByteSet.holds("MTLU", text[start + 1]) else { return nil }
        let isFirstT = text[start] == UInt8(ascii: "T")
        switch text[start + 1] {
        case UInt8(ascii: "T"): return !isFirstT && text[start + 2] == 0x2E ? start + 2 : nil
        case UInt8(ascii: "U"):
            return isFirstT && text[start + 2] == UInt8(ascii: "Q") && text[start + 3] == 0x2E ? start + 3 : nil
        default: return isFirstT && text[start + 2] == 0x2E ? start + 2 : nil
        }
    }

    /// What follows a signature when a document goes on: an attachment's title or note.
    func opensAttachment(_ start: Int, _ end: Int) -> Bool {
        if isHeading(start, end) { return true }
        let note = text[start] == UInt8(ascii: "(") ? start + 1 : start
        if let second = opensWithWord("ban", note, end) { return opensWithWord("hanh", second, end) != nil }
        if note > start, let second = opensWithWord("kem", note, end) {
            return opensWithWord("theo", second, end) != nil
        }
        let titles: [(StaticString, StaticString)] = [
            ("quy", "che"), ("quy", "dinh"), ("quy", "trinh"), ("quy", "chuan"), ("danh", "muc"), ("ke", "hoach"),
            ("de", "an"),
            ("dieu", "le"), ("chuong", "trinh"), ("huong", "dan"), ("noi", "quy"), ("bang", "gia"),
        ]
        for (first, second) in titles {
            if let place = opensWithWord(first, start, end), let behind = opensWithWord(second, place, end) {
                return isCapitals(start, behind)
            }
        }
        return opensWithWord("mau", start, end).map { isCapitals(start, min($0, end)) } ?? false
    }

    // MARK: Words

    /// Whether a range begins with these words, folded, apart by white space or `/`.
    func opens(_ range: Range<Int>, _ words: [StaticString]) -> Bool {
        var at = range.lowerBound
        for word in words {
            while at < range.upperBound, LineReader.isSpace(text[at]) || text[at] == UInt8(ascii: "/") { at += 1 }
            let start = at
            guard start < range.upperBound, text[start] >= 0x80 || text[start] | 0x20 == word.utf8Start[0] else {
                return false
            }
            while at < range.upperBound, Self.isLetterByte(text[at]) { at += 1 }
            guard FoldedWord.matches(UnsafeRawBufferPointer(rebasing: text[start..<at]), word) else { return false }
        }
        return true
    }

    /// Whether two words, or one, stand at a place, folded.
    private func opens(_ start: Int, _ end: Int, _ first: StaticString, _ second: StaticString?) -> Bool {
        guard let behind = opensWithWord(first, start, end) else { return false }
        return second.map { opensWithWord($0, behind, end) != nil } ?? true
    }

    /// The offset behind a word and the spaces that follow it, if the folded first word of the range is `word`; its letters
    /// may be spaced out (`Đ I Ề U  5`).
    func opensWithWord(_ word: StaticString, _ start: Int, _ end: Int) -> Int? {
        guard start < end else { return nil }
        var at = start
        // The longest form of a letter takes five bytes (letter, quality and tone decomposed).
        let limit = min(end, start + word.utf8CodeUnitCount * 5)
        while at < limit, Self.isLetterByte(text[at]), !isNoBreakSpace(at, end) { at += 1 }
        guard at > start else { return nil }
        if FoldedWord.matches(UnsafeRawBufferPointer(rebasing: text[start..<at]), word) {
            // A heading may be wrapped between its words.
            return skippingSpaces(at, end)
        }
        guard at - start <= 5, at < end, text[at] == 0x20,
            text[start] >= 0x80 || text[start] | 0x20 == word.utf8Start[0], isOneLetter(start, at)
        else { return nil }
        return spacedWord(word, start, end)
    }

    /// Whether a range holds one letter, and perhaps its marks.
    private func isOneLetter(_ start: Int, _ end: Int) -> Bool {
        var at = start + 1
        while at < end, text[at] & 0xC0 == 0x80 || text[at] == 0xCC { at += 1 }
        return at == end
    }

    /// The offset behind a word whose letters stand apart.
    private func spacedWord(_ word: StaticString, _ start: Int, _ end: Int) -> Int? {
        var at = start
        for place in 0..<word.utf8CodeUnitCount {
            let letter = at
            while at < end, at - letter < 6, Self.isLetterByte(text[at]), !isNoBreakSpace(at, end) { at += 1 }
            guard at > letter, foldsTo(letter, at, word.utf8Start[place]) else { return nil }
            let next = skippingSpaces(at, end)
            guard place + 1 == word.utf8CodeUnitCount || next > at else { return nil }
            at = next
        }
        return at
    }

    private func foldsTo(_ start: Int, _ end: Int, _ letter: UInt8) -> Bool {
        var key: [UInt8] = []
        let folded = FoldedWord(UnsafeRawBufferPointer(rebasing: text[start..<end]), into: &key)
        return folded.count == 1 && key.first == letter
    }

    /// The offset behind white space, no-break spaces among it.
    func skippingSpaces(_ start: Int, _ end: Int) -> Int {
        var at = start
        while at < end {
            if LineReader.isSpace(text[at]) {
                at += 1
            } else if isNoBreakSpace(at, end) {
                at += 2
            } else {
                break
            }
        }
        return at
    }

    private func isNoBreakSpace(_ at: Int, _ end: Int) -> Bool {
        text[at] == 0xC2 && at + 1 < end && text[at + 1] == 0xA0
    }

    @inline(__always) static func isLetterByte(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 }

    private func afterRoman(_ start: Int, _ end: Int) -> Int {
        var at = start
        while at < end, at - start < 8, ByteSet.holds("IVXLC", text[at]) { at += 1 }
        return at
    }

    /// Whether a number, Arabic or Roman, stands here and ends as a heading's number does.
    private func isNumbered(_ start: Int, _ end: Int, needsStop: Bool = false) -> Bool {
        var at = start
        while at < end, text[at] &- 0x30 < 10 { at += 1 }
        if at > start {
            if at < end, (0x61...0x7A).contains(text[at]) { at += 1 }
        } else {
            at = afterRoman(start, end)
        }
        guard at > start else { return false }
        if at >= end { return true }
        switch text[at] {
        case UInt8(ascii: "."), UInt8(ascii: ":"), 0x0A, 0x0D: return true
        default:
            if needsStop { return false }
            var next = at
            while next < end, text[next] == 0x20 { next += 1 }
            return next >= end || (next > at && !opensInLowerCase(next, end) && text[next] != UInt8(ascii: ","))
        }
    }

    /// Whether no letter of the range is a small one.
    func isCapitals(_ start: Int, _ end: Int) -> Bool {
        var at = start
        while at < end {
            if opensInLowerCase(at, end) { return false }
            at += 1
            while at < end, text[at] & 0xC0 == 0x80 { at += 1 }
        }
        return true
    }
}
