/// Finds the abstract (trích yếu) behind a type's name or a number, and leaves what is none: agencies, bases, addressees.
struct TitleReader {
    let head: HeadText

    private var folded: FoldedText { head.folded }
    private var lines: UnsafeBufferPointer<FoldedLine> { head.lines }

    /// Longer than any abstract: what is longer is a paragraph of the body.
    private static let maximumBytes = 800
    private static let maximumBytesInCapitals = 1500

    // MARK: Behind the type

    /// The abstract below the type's line or behind the type in it.
    func title(behind type: HeadText.FoundType) -> InspectedValue? {
        var index = type.line
        var start = type.keys.upperBound
        if head.lines[index].keys.upperBound - start > 3 {
            start = folded.skippingSpace(start)
        } else {
            index += 1
            start = -1
        }
        while index < lines.count {
            if start < 0 {
                guard index < head.bodyLine else { return nil }
                if isBeside(index) {
                    index += 1
                    continue
                }
                start = lines[index].keys.lowerBound
            }
            // `CỦA CHÍNH PHỦ SỐ 8/1998/NĐ-CP NGÀY … BAN HÀNH …`: as old collections head their texts.
            if let behind = behindNumberAndDay(from: start) {
                guard let line = head.line(of: behind) else { return nil }
                return extended(from: behind, line: line, confidence: 0.7)
            }
            if folded.match("cua", at: start) != nil, lines[index].isCapitals {
                index += 1
                start = -1
                continue
            }
            guard opensTitle(start, index) else { return nil }
            return extended(from: start, line: index, confidence: 0.75)
        }
        return nil
    }

    /// The first words below number and date that can be an abstract, where the type's line is lost.
    func titleBelowNumber() -> InspectedValue? {
        guard let last = head.head.last(where: { head.roles[$0] != .open && head.roles[$0] != .rule }) else {
            return nil
        }
        for index in (last + 1)..<max(last + 1, head.bodyLine) where !isBeside(index) {
            guard lines[index].isCapitals, opensTitle(lines[index].keys.lowerBound, index) else { return nil }
            return extended(from: lines[index].keys.lowerBound, line: index, confidence: 0.6)
        }
        return nil
    }

    /// The abstract from a key on.
    func title(from start: Int, line: Int) -> InspectedValue? { extended(from: start, line: line, confidence: 0.7) }

    /// `V/v …` below an official letter's number, or behind it in its line.
    func subject() -> InspectedValue? {
        for index in head.head where lines[index].column == 0 {
            let line = lines[index]
            switch head.roles[index] {
            case .number:
                guard let found = folded.find("v/v", in: line.keys), found.lowerBound > line.keys.lowerBound else {
                    continue
                }
                return extended(from: found.lowerBound, line: index, confidence: 0.75)
            case .open:
                let isBelowNumber = index > 0 && head.roles[index - 1] == .number && !line.isCapitals
                guard folded.opens(line, ["v/v", "v / v", "ve viec"]) || isBelowNumber && folded.opens(line, ["ve"])
                else { continue }
                return extended(from: line.keys.lowerBound, line: index, confidence: 0.8)
            default: continue
            }
        }
        return nil
    }

    /// Where the words begin behind `CỦA … SỐ … NGÀY …`, which may run over several lines in capitals.
    func behindNumberAndDay(from start: Int) -> Int? {
        guard folded.match(anyOf: ["cua", "so"], at: start) != nil, folded.isCapital[start] else { return nil }
        let end = min(folded.keys.count, start + 240)
        guard let label = folded.find("so", in: start..<end), let day = folded.firstDay(in: label.upperBound..<end),
            folded.isCapitals(start..<day.keys.lowerBound), day.keys.lowerBound - label.upperBound < 60
        else { return nil }
        let behind = folded.skippingSpace(day.keys.upperBound)
        return behind < folded.keys.count ? behind : nil
    }

    // MARK: What is a title

    /// Whether a line is one of those that may stand between the type and the abstract, or behind it.
    private func isBeside(_ index: Int) -> Bool {
        head.roles[index] != .open || lines[index].column > 0 || Authorities.opens(folded, lines[index])
    }

    private static let bodyOpenings: [StaticString] = [
        "kinh gui", "can cu", "hom nay", "ngay", "vao hoi", "thoi gian", "dia diem", "chung toi", "xet de", "tai cuoc",
        "theo de nghi", "sang ngay", "chieu ngay",
    ]

    private func opensTitle(_ start: Int, _ index: Int) -> Bool {
        let line = lines[index]
        let first = folded.keys[start]
        guard FoldedText.isLetter(first) || first == UInt8(ascii: "\""),
            folded.isCapital[start] || first == UInt8(ascii: "\"") || line.isWrapped
        else { return folded.match("v/v", at: start) != nil || folded.match("ve", at: start) != nil }
        if line.isCapitals, Authorities.mayOpen(folded, line) { return false }
        return folded.match(anyOf: Self.bodyOpenings, at: start) == nil
    }

    // MARK: Its end

    private func extended(from start: Int, line first: Int, confidence: Double) -> InspectedValue? {
        var last = first
        let isInCapitals = folded.isCapitals(start..<lines[first].keys.upperBound)
        let isSubject = folded.match(anyOf: ["v/v", "ve"], at: start) != nil
        var end = lines[first].keys.upperBound
        while last + 1 < head.bodyLine, goesOn(last, last + 1, isInCapitals: isInCapitals) {
            last += 1
            end = lines[last].keys.upperBound
        }
        // Columns that a converter merged cannot be told apart again.
        if lines[first].isCell, first == last, lines[first].column == 0, end - start < 12 { return nil }
        while end > start, ByteSet.holds("_*-. ", folded.keys[end - 1]),
            isInCapitals || isSubject || folded.keys[end - 1] != UInt8(ascii: ".")
        {
            end -= 1
        }
        guard end > start + 2 else { return nil }
        let value = folded.value(start..<end, confidence)
        guard value.end - value.start <= (isInCapitals ? Self.maximumBytesInCapitals : Self.maximumBytes),
            !ByteSet.holds(".,;:!?", folded.keys[end - 1]), !endsOpen(end)
        else { return nil }
        return value
    }

    /// Whether a line belongs to the title that the line before it belongs to.
    private func goesOn(_ last: Int, _ next: Int, isInCapitals: Bool) -> Bool {
        let line = lines[next]
        guard head.roles[next] == .open, line.column == 0 else { return false }
        let first = folded.keys[line.keys.lowerBound]
        guard
            FoldedText.isWordKey(first) || first == UInt8(ascii: "\"") || first == UInt8(ascii: "(") && line.isWrapped
                || first == UInt8(ascii: "-") && line.isWrapped
        else { return false }
        let isOpen =
            endsOpen(lines[last].keys.upperBound)
            || ByteSet.holds(",-", folded.keys[lines[last].keys.upperBound - 1])
        if folded.opens(line, ["can cu", "kinh gui", "theo de nghi", "ban hanh kem theo", "thoi gian", "dia diem"]),
            !isOpen
        {
            return false
        }
        if isInCapitals != line.isCapitals, line.smalls + line.capitals > 0 {
            // `… ĐẾN NĂM 2025`: a year alone has no case; a mixed line is another part.
            return false
        }
        if Authorities.opens(folded, line), !line.isWrapped || isOpen == false && endsWithFullLine(last) == false {
            if !isOpen { return false }
        }
        if line.isWrapped || isOpen { return true }
        if line.breaks > 1 { return false }
        // A hard wrap: the line before was full, or this one cannot open a sentence.
        if !folded.isCapital[line.keys.lowerBound] { return true }
        return isInCapitals || lines[last].end - lines[last].start >= 50
    }

    private func endsWithFullLine(_ index: Int) -> Bool { lines[index].end - lines[index].start >= 60 }

    /// Words behind which an abstract goes on: where it ends with one, its end was not found.
    ///
    /// As spelled, for `TẠI` is not `TẢI` and `CHO` not `CHỢ`.
    private static let openWords: [StaticString] = [
        "của", "CỦA", "và", "VÀ", "về", "VỀ", "các", "CÁC", "theo", "THEO", "cho", "CHO", "đối với", "ĐỐI VỚI", "tại",
        "TẠI",
        "giai đoạn", "GIAI ĐOẠN",
    ]

    private func endsOpen(_ end: Int) -> Bool {
        let bytes = folded.bytes(0..<end).upperBound
        return Self.openWords.contains { word in
            let start = bytes - word.utf8CodeUnitCount
            guard start > 0, LineReader.isSpace(folded.text[start - 1]) else { return false }
            return word.withUTF8Buffer { folded.text[start..<bytes].elementsEqual($0) }
        }
    }
}
