/// Reads document numbers after the grammar of Decree 30/2020/NĐ-CP's annex I and of the older and the Party's ways.
///
///     number = seq ["/" year] "/" symbol      15/2020/QĐ-TTg, 2159/QĐ-UBND, 45/2019/QH14
///     party  = seq "-" type "/" body          15-CV/TU
///
/// A symbol is a chain of abbreviations. What tells one from the words behind a fraction or a house number is its shape:
/// capitals without tones; typed in small letters it must open with a known type or agency.
struct DocumentNumberRecognition {
    let reader: TokenReader

    /// Types and agencies that make a symbol recognisable in small letters (Decree 30/2020/NĐ-CP, annex III, appendix I,
    /// legal documents of Law 80/2015/QH13, and the symbols mined from real texts).
    private static let knownHeads: [StaticString] = [
        "nq", "qd", "ct", "qc", "qyd", "tc", "tb", "hd", "ctr", "kh", "pa", "da", "bc", "bb", "ttr", "cd", "bgn", "btt",
        "guq", "gm", "ggt", "gnp", "pg", "pc", "pb", "nd", "tt", "ttlt", "nqlt", "vbhn", "pl", "lct", "sl", "cv", "tw",
        "ubnd", "hdnd", "ubtvqh", "ttg", "cp", "vpcp", "btc", "bca", "bct", "bgddt", "bgtvt", "bkhcn", "bkhdt",
        "bldtbxh",
        "bng", "bnn", "bnnptnt", "bnv", "bqp", "btnmt", "btp", "btttt", "bvhttdl", "bxd", "byt", "nhnn", "ttcp",
        "tandtc",
        "vksndtc", "tct", "tchq", "bhxh", "ktnn",
    ]

    /// Who numbered documents without a type before the law on legal documents of 1996.
    private static let oldBodies: [StaticString] = ["cp", "ttg", "hdbt", "ctn", "hdnn"]

    /// Reads the number that begins at a token; `key` is scratch space.
    func number(at first: Int, key: inout [UInt8]) -> Reference? {
        let gap = reader.gap(behind: first)
        // `Số: 44⏎ /2014/TT-BCT`: no line opens with a slash of its own.
        guard gap.mark == .slash || gap.mark == .dash && gap.isTight else { return nil }
        guard isFreeBefore(first) else { return nil }
        key.removeAll(keepingCapacity: true)
        guard appendSequence(first, to: &key) else { return nil }
        if gap.mark == .dash { return party(first, key: &key) }

        var next = first + 1
        var hasYear = false
        if let year = reader.year(next) {
            let behind = reader.gap(behind: next)
            guard behind.mark == .slash && !behind.hasBreakBefore || behind.mark == .dash && behind.isTight else {
                return nil
            }
            key.append(UInt8(ascii: "/"))
            key.append(contentsOf: [year / 1000, year / 100 % 10, year / 10 % 10, year % 10].map { UInt8(0x30 + $0) })
            hasYear = true
            next += 1
        }
        key.append(UInt8(ascii: "/"))
        guard let last = symbol(from: next, hasYear: hasYear, needsBody: false, key: &key) else { return nil }
        return Reference(
            kind: .documentNumber, key: Array(key), start: reader.range(first).lowerBound,
            end: reader.range(last).upperBound, firstToken: first, tokenCount: last - first + 1)
    }

    private func party(_ first: Int, key: inout [UInt8]) -> Reference? {
        guard let last = oldBody(first + 1, key: &key) ?? partySymbol(first + 1, key: &key) else { return nil }
        return Reference(
            kind: .documentNumber, key: Array(key), start: reader.range(first).lowerBound,
            end: reader.range(last).upperBound, firstToken: first, tokenCount: last - first + 1)
    }

    private func partySymbol(_ index: Int, key: inout [UInt8]) -> Int? {
        key.append(UInt8(ascii: "-"))
        return symbol(from: index, hasYear: false, needsBody: true, key: &key)
    }

    /// `43-CP`, `60-HĐBT`: until 1996 the body alone stood behind a hyphen or a slash; one key for both.
    private func oldBody(_ index: Int, key: inout [UInt8]) -> Int? {
        guard index < reader.count else { return nil }
        let mark = key.count
        key.append(UInt8(ascii: "/"))
        let word = FoldedWord(reader.word(index), into: &key)
        let behind = reader.gap(behind: index)
        let goesOn = (behind.mark == .slash || behind.mark == .dash) && !behind.hasSpaceBefore
        let isBody = Self.oldBodies.contains { FoldedWord.matches(reader.word(index), $0) }
        if word.capitals >= 2, !word.hasTone, !word.hasOther, !goesOn, isBody { return index }
        key.removeLast(key.count - mark)
        return nil
    }

    /// One to five digits (grouped or not) and perhaps a letter, without leading zeros.
    private func appendSequence(_ index: Int, to key: inout [UInt8]) -> Bool {
        let word = reader.word(index)
        guard word.count <= 7 else { return false }
        var digits = 0
        var letters = 0
        for (offset, byte) in word.enumerated() {
            switch byte {
            case 0x30...0x39 where letters == 0:
                digits += 1
                if byte != 0x30 || !key.isEmpty { key.append(byte) }
            case 0x2E where letters == 0 && offset + 4 == word.count && digits <= 2: break
            case 0x41...0x5A, 0x61...0x7A:
                letters += 1
                if key.isEmpty { key.append(0x30) }
                key.append(byte | 0x20)
            case 0xC4 where offset + 2 == word.count:
                // Đ or đ, the fifth letter of the alphabet.
                guard word[offset + 1] == 0x90 || word[offset + 1] == 0x91 else { return false }
                letters += 1
                key.append(UInt8(ascii: "d"))
                return (1...5).contains(digits) && letters == 1
            default: return false
            }
        }
        if key.isEmpty { key.append(0x30) }
        return (1...5).contains(digits) && letters <= 1
    }

    /// Whether the number is not the tail of something longer: glued to a slash, a dash, a stop or a letter.
    private func isFreeBefore(_ index: Int) -> Bool {
        switch reader.byteBefore(index) {
        case UInt8(ascii: "/"): return index == 0
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "+"):
            // A bullet or a list's comma does not count; what was read before it does.
            return index == 0 || !reader.gap(behind: index - 1).isTight
        case UInt8(ascii: "."):
            // `H.266/VVC` is a name; `số.15/QĐ-UBND` is typed so.
            return index == 0 || FoldedWord.matches(reader.word(index - 1), "so")
                || !reader.gap(behind: index - 1).isTight
        default: return true
        }
    }

    // MARK: The symbol

    /// Appends the symbol that starts at a token and returns its last token.
    private func symbol(from first: Int, hasYear: Bool, needsBody: Bool, key: inout [UInt8]) -> Int? {
        guard first < reader.count else { return nil }
        let keyStart = key.count
        let head = FoldedWord(reader.word(first), into: &key)
        guard head.startsWithLetter, !head.hasOther, head.count <= 16 else { return nil }
        let isSmall = head.capitals == 0
        if isSmall {
            guard !head.hasTone, isKnown(key[keyStart...]) else { return nil }
        } else {
            guard isAbbreviation(head) || (hasYear && head.startsWithCapital && !head.hasTone) else { return nil }
        }
        let isJoint = key[keyStart...].elementsEqual("ttlt".utf8)
        var last = first
        var segments = 1
        var hasBody = false
        appendTerm(behind: &last, key: &key)
        while last + 1 < reader.count {
            let gap = reader.gap(behind: last)
            guard joins(gap, segments: segments, isJoint: isJoint) else { break }
            let mark = key.count
            if gap.mark != .ampersand { key.append(UInt8(ascii: gap.mark == .slash ? "/" : "-")) }
            let part = FoldedWord(reader.word(last + 1), into: &key)
            guard isPart(part, behind: gap, isSmall: isSmall), part.count <= 16 else {
                key.removeLast(key.count - mark)
                break
            }
            if gap.mark == .slash { hasBody = true }
            last += 1
            segments += 1
            appendTerm(behind: &last, key: &key)
            guard segments < 12 else { break }
        }
        if needsBody && !hasBody { return nil }
        // A lone capital, or a known word in small letters alone, says too little without a year.
        if !hasYear, segments == 1, isSmall || head.count == 1 { return nil }
        return last
    }

    /// `QH 14` typed with a space: the term belongs to the symbol.
    private func appendTerm(behind last: inout Int, key: inout [UInt8]) {
        guard key.suffix(2).elementsEqual("qh".utf8), last + 1 < reader.count else { return }
        let gap = reader.gap(behind: last)
        guard gap.isSpace, !gap.hasBreakBefore, let term = reader.integer(last + 1, maximumDigits: 2),
            (1...30).contains(term)
        else { return }
        key.append(contentsOf: reader.word(last + 1))
        last += 1
    }

    /// Whether a gap may join two parts of a symbol.
    private func joins(_ gap: TokenGap, segments: Int, isJoint: Bool) -> Bool {
        switch gap.mark {
        case .dash:
            // ` - ` in running text is mostly a dash, but between a type and its agency it is a loose hyphen. A dash that
            // opens a line is a list's.
            if gap.hasBreakBefore { return false }
            if gap.hasSpaceBefore { return segments == 1 || isJoint }
            return true
        case .slash: return !gap.hasBreakBefore && (segments == 1 || gap.isTight)
        case .ampersand: return gap.isTight
        default: return false
        }
    }

    private func isPart(_ part: FoldedWord, behind gap: TokenGap, isSmall: Bool) -> Bool {
        guard part.startsWithLetter, !part.hasOther, !part.hasTone else { return false }
        if isSmall {
            // Small letters: one glued word, no longer than abbreviations are.
            return gap.isTight && part.capitals == 0 && part.count <= 12 || isAbbreviation(part)
        }
        // A single capital may follow a hyphen (`L-CTN` turned round, `BVTV-X`), never a space.
        return isAbbreviation(part) || (gap.isTight && part.startsWithCapital && part.count <= 6)
    }

    /// Two capitals at least and no tone: `QĐ`, `TTg`, `BGDĐT`, `QyĐ`, `V.I`.
    private func isAbbreviation(_ word: FoldedWord) -> Bool {
        word.startsWithCapital && word.capitals >= 2 && !word.hasTone && !word.hasOther
            && word.smalls <= word.capitals + 1
    }

    private func isKnown(_ word: ArraySlice<UInt8>) -> Bool {
        var letters = word
        // `qh14`, `ubtvqh13`
        while let last = letters.last, last &- 0x30 < 10 { letters.removeLast() }
        if letters.elementsEqual("qh".utf8) { return letters.count < word.count }
        return Self.knownHeads.contains { head in
            head.utf8CodeUnitCount == letters.count
                && letters.elementsEqual(UnsafeBufferPointer(start: head.utf8Start, count: head.utf8CodeUnitCount))
        }
    }
}
