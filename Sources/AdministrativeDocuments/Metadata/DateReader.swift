/// A day found in folded text.
struct FoundDay {
    /// As `2020-06-23`.
    var key: String
    /// From the word `ngày` to the year.
    var keys: Range<Int>
    /// From the day's first digit to the year.
    var digits: Range<Int>

    func value(_ folded: FoldedText, _ confidence: Double) -> InspectedValue {
        let bytes = folded.bytes(digits)
        return InspectedValue(value: key, start: bytes.lowerBound, end: bytes.upperBound, confidence: confidence)
    }
}

extension FoldedText {
    /// `ngày 23 tháng 6 năm 2020`, `ngày 23/6/2020`, also with its words glued together or apart by wraps, from the word
    /// `ngày` at a key.
    func day(at start: Int) -> FoundDay? {
        guard let behind = glued("ngay", at: start), let (day, dayEnd) = integer(at: behind, maximumDigits: 2),
            let monthStart = glued("thang", at: dayEnd) ?? separator(at: dayEnd),
            let (month, monthEnd) = integer(at: monthStart, maximumDigits: 2),
            let yearStart = glued("nam", at: monthEnd) ?? separator(at: monthEnd),
            let (year, end) = integer(at: yearStart, maximumDigits: 4),
            CalendarDate.exists(year: year, month: month, day: day)
        else { return nil }
        let key = String(decoding: CalendarDate.key(year: year, month: month, day: day), as: UTF8.self)
        return FoundDay(key: key, keys: start..<end, digits: behind..<end)
    }

    /// The first day in a range.
    func firstDay(in range: Range<Int>) -> FoundDay? {
        var at = range.lowerBound
        while at + 4 <= range.upperBound {
            if keys[at] == UInt8(ascii: "n"), keys[at + 1] == UInt8(ascii: "g"), keys[at + 2] == UInt8(ascii: "a"),
                at == 0 || !Self.isLetter(keys[at - 1]), let day = day(at: at)
            {
                return day
            }
            at += 1
        }
        return nil
    }

    /// The place of what follows a word, whether or not space parts them.
    private func glued(_ word: StaticString, at start: Int) -> Int? {
        var at = skippingSpace(start)
        for byte in UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount) {
            guard at < keys.count, keys[at] == byte else { return nil }
            at += 1
        }
        return skippingSpace(at)
    }

    private func separator(at start: Int) -> Int? {
        let at = skippingSpace(start)
        guard at < keys.count, ByteSet.holds("/-.", keys[at]) else { return nil }
        return skippingSpace(at + 1)
    }
}
