import CICU

/// Decides whether one end mark ends a sentence, from what stands around it.
struct SentenceEndJudge {
    let base: UnsafePointer<UInt8>
    let lower: Int
    let upper: Int

    /// How far back a word, a label or white space is read; longer ones are none.
    private static let reach = 64

    /// Judges the run of end marks at `start`: the end of the sentence if it is one, and where to look on.
    func judge(markAt start: Int) -> (end: Int?, next: Int) {
        var run = start
        var stops = 0
        var ellipses = 0
        var others = 0
        while run < upper {
            if base[run] == UInt8(ascii: ".") {
                stops += 1
                run += 1
            } else if base[run] == UInt8(ascii: "!") || base[run] == UInt8(ascii: "?") {
                others += 1
                run += 1
            } else if isSequence(0xE2, 0x80, 0xA6, at: run) {
                ellipses += 1
                run += 3
            } else {
                break
            }
        }
        if run == start { return (nil, start + 1) }
        // A leader of a form or a table of contents.
        if stops > 3 || ellipses > 1 { return (nil, run) }

        let end = skipClosers(from: run)
        guard end == upper || whiteSpace(at: end) > 0 else { return (nil, run) }
        var next = end
        var crossedLine = false
        while next < upper {
            let width = whiteSpace(at: next)
            if width == 0 { break }
            crossedLine = crossedLine || base[next] == 0x0A
            next += width
        }
        if next == upper { return (end, next) }
        if isLowerCase(at: next), !(crossedLine && isLabel(at: next)) { return (nil, run) }
        if stops == 1, others == 0, ellipses == 0, belongsToWord(stopAt: start) { return (nil, run) }
        return (end, end)
    }

    // MARK: - Before the mark

    /// Whether a full stop belongs to the abbreviation, the initial or the label before it.
    private func belongsToWord(stopAt stop: Int) -> Bool {
        var start = stop
        while start > lower, stop - start < Self.reach, isWordByte(base[start - 1]) { start -= 1 }
        guard start < stop else { return false }
        let word = UnsafeBufferPointer(start: base + start, count: stop - start)
        let single = isSingleLetter(word)
        if single, isUpper(at: start) { return true }
        if start > lower, base[start - 1] == UInt8(ascii: ".") {
            // `v.v.` ends a sentence before a capital; `Th.S.` and `PGS.TS.` do not.
            if Abbreviations.contains(word) { return true }
        } else if Abbreviations.contains(word) {
            return true
        }

        var label = start
        while label > lower, stop - label < Self.reach, isWordByte(base[label - 1]) || base[label - 1] == 0x2E {
            label -= 1
        }
        let text = UnsafeBufferPointer(start: base + label, count: stop - label)
        guard single || isNumberLabel(text) || isRoman(text) else { return false }
        if beginsClause(at: label) { return true }
        // `Điều 1.`, `Phụ lục II.`: the heading's one or two words stand at the beginning, the number after them.
        var next = label
        for _ in 0..<2 {
            var wordEnd = next
            while wordEnd > lower, next - wordEnd < Self.reach, base[wordEnd - 1] == 0x20 { wordEnd -= 1 }
            var wordStart = wordEnd
            while wordStart > lower, wordEnd - wordStart < Self.reach, isWordByte(base[wordStart - 1]) {
                wordStart -= 1
            }
            guard wordStart < wordEnd, wordEnd < next else { return false }
            if isUpper(at: wordStart) { return beginsClause(at: wordStart) }
            let word = UnsafeBufferPointer(start: base + wordStart, count: wordEnd - wordStart)
            guard Abbreviations.isSecondWordOfHeading(word) else { return false }
            next = wordStart
        }
        return false
    }

    /// Whether a line or a clause begins at a place: nothing but white space and Markdown marks before it in its line, or
    /// an end mark, a colon or a semicolon.
    private func beginsClause(at place: Int) -> Bool {
        var i = place
        while i > lower, place - i < Self.reach {
            switch base[i - 1] {
            case 0x20, 0x09, UInt8(ascii: "*"), UInt8(ascii: "#"), 0xA0, 0xC2: i -= 1
            case 0x0A, 0x0D, UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "!"),
                UInt8(ascii: "?"),
                UInt8(ascii: "("), UInt8(ascii: "\""):
                return true
            default: return false
            }
        }
        return i == lower
    }

    /// `1`, `1.1`, `12.3.4`, `15a`: groups of at most three digits, with a letter at most.
    private func isNumberLabel(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var digits = 0
        var letters = 0
        for byte in text {
            switch byte {
            case 0x30...0x39 where letters == 0: digits += 1
            case 0x2E where digits > 0:
                digits = 0
                letters = 0
            case 0x61...0x7A where digits > 0: letters += 1
            default: return false
            }
            if digits > 3 || letters > 1 { return false }
        }
        return digits > 0
    }

    private func isRoman(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.count <= 6 && text.allSatisfy { $0 == 0x49 || $0 == 0x56 || $0 == 0x58 || $0 == 0x4C || $0 == 0x43 }
    }

    /// Whether a word is one letter, its marks included.
    private func isSingleLetter(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard word.count <= 6, let first = word.first, !(0x30...0x39).contains(first) else { return false }
        // One character that is no continuation, and combining marks (0xCC, 0xCD lead them).
        return word.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 || $0 == 0xCC || $0 == 0xCD }
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    // MARK: - After the mark

    private func skipClosers(from start: Int) -> Int {
        var i = start
        while i < upper {
            switch base[i] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"),
                UInt8(ascii: "*"):
                i += 1
            case 0xC2 where i + 1 < upper && base[i + 1] == 0xBB: i += 2
            case 0xE2 where isSequence(0xE2, 0x80, 0x9D, at: i) || isSequence(0xE2, 0x80, 0x99, at: i): i += 3
            default: return i
            }
        }
        return i
    }

    /// The length of the white space character at a place, 0 if there is none.
    private func whiteSpace(at i: Int) -> Int {
        switch base[i] {
        case 0x09...0x0D, 0x20: 1
        case 0xC2 where i + 1 < upper && base[i + 1] == 0xA0: 2
        case 0xE2
        where i + 2 < upper && base[i + 1] == 0x80 && ((0x80...0x8B).contains(base[i + 2]) || base[i + 2] == 0xAF):
            3
        default: 0
        }
    }

    /// `a)`, `b.`, `đ)` at a place.
    private func isLabel(at place: Int) -> Bool {
        var i = place + 1
        while i < upper, base[i] & 0xC0 == 0x80 { i += 1 }
        return i < upper && (base[i] == UInt8(ascii: ")") || base[i] == UInt8(ascii: "."))
    }

    private func isSequence(_ first: UInt8, _ second: UInt8, _ third: UInt8, at i: Int) -> Bool {
        i + 2 < upper && base[i] == first && base[i + 1] == second && base[i + 2] == third
    }

    private func isUpper(at place: Int) -> Bool {
        cicu_is_upper(scalar(at: place)) != 0
    }

    private func isLowerCase(at place: Int) -> Bool {
        cicu_is_lower(scalar(at: place)) != 0
    }

    /// The code point at a place; 0 where it is ill-formed.
    private func scalar(at place: Int) -> Int32 {
        guard base[place] >= 0x80 else { return Int32(base[place]) }
        var decoder = Unicode.UTF8()
        var bytes = UnsafeBufferPointer(start: base + place, count: min(4, upper - place)).makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return 0 }
        return Int32(bitPattern: scalar.value)
    }
}

/// Abbreviations that a full stop follows inside a sentence: places, titles, and the words before a signature.
private enum Abbreviations {
    private static let words: Set<[UInt8]> = Set(
        [
            "TP", "Tp", "tp", "TX", "Tx", "tx", "TT", "Tt", "tt", "GS", "PGS", "TS", "TSKH", "ThS", "Ths", "CN", "KS",
            "KTS",
            "BS", "DS", "LS", "NGND", "NGƯT", "NSND", "NSƯT", "KT", "TM", "TL", "TUQ", "TUN", "ĐC", "Đc", "đc", "Tr",
            "tr",
            "Mr", "Mrs", "Ms", "Dr", "Prof", "No", "VD", "Vd", "vd", "NXB", "Nxb",
        ].map { Array($0.utf8) })

    /// The second words of Phụ lục, Tiểu mục, Mẫu số.
    private static let headingWords: Set<[UInt8]> = Set(["lục", "mục", "số"].map { Array($0.utf8) })

    static func isSecondWordOfHeading(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        word.count <= longest && headingWords.contains(Array(word))
    }

    private static let longest = 6

    static func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        word.count <= longest && words.contains(Array(word))
    }
}
