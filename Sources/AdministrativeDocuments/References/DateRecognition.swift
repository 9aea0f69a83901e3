/// Reads dates, months and quarters of section "numbers and dates": `23/6/2020`, `23.6.2020`, `2020-06-23`,
/// `23 tháng 6 năm 2020`, `tháng 6/2020`, `quý II/2020`.
struct DateRecognition {
    let reader: TokenReader

    /// A date whose first token is a number.
    func date(at first: Int) -> Reference? {
        // 23.6.2020 is one word; so is 6.2020.
        if let reference = dotted(at: first) { return reference }
        guard let number = reader.integer(first, maximumDigits: 4) else { return nil }
        let digits = reader.word(first).count
        let gap = reader.gap(behind: first)
        switch gap.mark {
        case .slash where !gap.hasBreakBefore, .dash where gap.isTight:
            if digits == 4 { return yearFirst(number, at: first, mark: gap.mark) }
            guard digits <= 2 else { return nil }
            if let reference = dayMonthYear(number, at: first, mark: gap.mark) { return reference }
            return monthYear(number, at: first)
        case .none where gap.isSpace && digits <= 2:
            if let reference = dayInWords(number, at: first) { return reference }
            return monthYear(number, at: first)
        default: return nil
        }
    }

    /// A quarter, from the word `quý`.
    func quarter(at first: Int) -> Reference? {
        guard reader.gap(behind: first).isSpace, first + 2 < reader.count, let quarter = quarterNumber(first + 1),
            let (year, last) = yearBehind(first + 1)
        else { return nil }
        return reference(CalendarDate.key(year: year, quarter: quarter), first, last)
    }

    private func reference(_ key: [UInt8], _ first: Int, _ last: Int) -> Reference {
        Reference(
            kind: .date, key: key, start: reader.range(first).lowerBound, end: reader.range(last).upperBound,
            firstToken: first, tokenCount: last - first + 1)
    }

    private func dotted(at first: Int) -> Reference? {
        let word = reader.word(first)
        guard (6...10).contains(word.count), word.contains(0x2E) else { return nil }
        var parts = (0, 0, 0)
        var part = 0
        var digits = 0
        for byte in word {
            if byte == 0x2E {
                guard (1...2).contains(digits), part < 2 else { return nil }
                part += 1
                digits = 0
            } else {
                guard byte &- 0x30 < 10 else { return nil }
                let digit = Int(byte &- 0x30)
                digits += 1
                switch part {
                case 0: parts.0 = parts.0 * 10 + digit
                case 1: parts.1 = parts.1 * 10 + digit
                default: parts.2 = parts.2 * 10 + digit
                }
            }
        }
        guard digits == 4, isFree(first, first) else { return nil }
        if part == 2 {
            guard CalendarDate.exists(year: parts.2, month: parts.1, day: parts.0) else { return nil }
            return reference(CalendarDate.key(year: parts.2, month: parts.1, day: parts.0), first, first)
        }
        guard followsMonthWord(first), CalendarDate.exists(year: parts.1, month: parts.0, day: 1) else { return nil }
        return reference(CalendarDate.key(year: parts.1, month: parts.0), first, first)
    }

    private func dayMonthYear(_ day: Int, at first: Int, mark: TokenGap.Mark) -> Reference? {
        guard let month = reader.integer(first + 1, maximumDigits: 2) else { return nil }
        let gap = reader.gap(behind: first + 1)
        let last: Int
        let year: Int
        if gap.mark == mark, mark == .slash || gap.isTight, !gap.hasBreakBefore, let found = reader.year(first + 2) {
            (year, last) = (found, first + 2)
        } else if mark == .slash, let (found, place) = yearInWords(behind: first + 1) {
            (year, last) = (found, place)
        } else {
            return nil
        }
        guard CalendarDate.exists(year: year, month: month, day: day), isFree(first, last) else { return nil }
        return reference(CalendarDate.key(year: year, month: month, day: day), first, last)
    }

    private func yearFirst(_ year: Int, at first: Int, mark: TokenGap.Mark) -> Reference? {
        let gap = reader.gap(behind: first + 1)
        guard gap.mark == mark, gap.isTight, reader.gap(behind: first).isTight, first + 2 < reader.count,
            reader.word(first + 1).count == 2, reader.word(first + 2).count == 2,
            let month = reader.integer(first + 1, maximumDigits: 2),
            let day = reader.integer(first + 2, maximumDigits: 2),
            CalendarDate.exists(year: year, month: month, day: day), isFree(first, first + 2)
        else { return nil }
        return reference(CalendarDate.key(year: year, month: month, day: day), first, first + 2)
    }

    private func dayInWords(_ day: Int, at first: Int) -> Reference? {
        guard isWord(first + 1, "thang"), reader.gap(behind: first + 1).isSpace,
            let month = reader.integer(first + 2, maximumDigits: 2), let (year, last) = yearBehind(first + 2),
            CalendarDate.exists(year: year, month: month, day: day), isFree(first, last)
        else { return nil }
        return reference(CalendarDate.key(year: year, month: month, day: day), first, last)
    }

    /// A month that the word `tháng` announces; `6/2020` alone may be anything.
    private func monthYear(_ month: Int, at first: Int) -> Reference? {
        guard followsMonthWord(first), let (year, last) = yearBehind(first),
            CalendarDate.exists(year: year, month: month, day: 1), isFree(first, last)
        else { return nil }
        return reference(CalendarDate.key(year: year, month: month), first, last)
    }

    /// The year in `/2020`, `-2020` or ` năm 2020` behind a token.
    private func yearBehind(_ index: Int) -> (year: Int, last: Int)? {
        let gap = reader.gap(behind: index)
        if gap.mark == .slash || (gap.mark == .dash && gap.isTight), let year = reader.year(index + 1) {
            return (year, index + 1)
        }
        return yearInWords(behind: index)
    }

    private func yearInWords(behind index: Int) -> (year: Int, last: Int)? {
        let gap = reader.gap(behind: index)
        guard gap.isSpace || gap.mark == .comma, isWord(index + 1, "nam"), reader.gap(behind: index + 1).isSpace,
            let year = reader.year(index + 2)
        else { return nil }
        return (year, index + 2)
    }

    /// Whether `tháng` stands before a token, and no day before it: a day that does not exist leaves no month behind.
    private func followsMonthWord(_ index: Int) -> Bool {
        guard index > 0, isWord(index - 1, "thang"), reader.gap(behind: index - 1).isSpace else { return false }
        return reader.integer(index - 2, maximumDigits: 2) == nil || !reader.gap(behind: index - 2).isSpace
    }

    /// Whether nothing is glued to either end that makes it part of something longer (`1/2/3/2020`, `1-2-2020-3`).
    private func isFree(_ first: Int, _ last: Int) -> Bool {
        switch reader.byteBefore(first) {
        case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ","):
            if first > 0, reader.word(first - 1).last.map({ $0 &- 0x30 < 10 }) == true,
                reader.gap(behind: first - 1).isTight
            {
                return false
            }
        default: break
        }
        let end = reader.range(last).upperBound
        let next = reader.byte(at: end)
        guard next == UInt8(ascii: "/") || next == UInt8(ascii: "-") else { return true }
        return reader.byte(at: end + 1) &- 0x30 >= 10 || next == UInt8(ascii: "-") && isDateStart(last + 1)
    }

    /// `1/6/2020-30/6/2020` is a span of days, not a longer number.
    private func isDateStart(_ index: Int) -> Bool {
        index + 2 < reader.count && reader.integer(index, maximumDigits: 2) != nil
            && reader.gap(behind: index).mark == .slash
            && reader.gap(behind: index + 1).mark == .slash
    }

    private func quarterNumber(_ index: Int) -> Int? {
        let word = reader.word(index)
        guard (1...3).contains(word.count) else { return nil }
        if let value = TokenReader.integer(word, maximumDigits: 2) { return (1...4).contains(value) ? value : nil }
        let romans: [StaticString] = ["i", "ii", "iii", "iv"]
        return romans.firstIndex { isWord(index, $0) }.map { $0 + 1 }
    }

    /// Whether a token, folded, is this word (ASCII, lower case); no allocation for most that are not.
    private func isWord(_ index: Int, _ expected: StaticString) -> Bool {
        guard index < reader.count else { return false }
        return FoldedWord.matches(reader.word(index), expected)
    }
}
