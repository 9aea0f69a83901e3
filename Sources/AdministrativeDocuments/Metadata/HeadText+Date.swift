extension HeadText {
    /// `Cà Mau, ngày 23 tháng 6 năm 2020`: the first day that nothing but a place stands before, in a cell that ends with it.
    mutating func readPlaceAndDate() -> (place: InspectedValue?, date: InspectedValue)? {
        for index in head where roles[index] == .open || roles[index] == .number {
            let line = lines[index]
            var from = line.keys.lowerBound
            while let day = folded.firstDay(in: from..<line.keys.upperBound) {
                from = min(day.digits.lowerBound, line.keys.upperBound)
                guard let last = self.line(of: day.keys.upperBound - 1), endsCell(day.keys.upperBound, last) else {
                    continue
                }
                var prefix = line.keys.lowerBound..<day.keys.lowerBound
                if roles[index] == .number {
                    // A single space parts number and place where columns were merged.
                    guard let start = behindNumber(prefix) else { continue }
                    prefix = start..<prefix.upperBound
                } else {
                    prefix = extended(prefix, index)
                }
                let date = day.value(folded, 0.9)
                let place = trimmed(prefix)
                if place.isEmpty {
                    // Without a place only a line of its own, and not in running text.
                    guard folded.isCapital[day.keys.lowerBound], folded.find("thang", in: day.keys) != nil else {
                        continue
                    }
                    mark(day.keys, .date)
                    return (nil, InspectedValue(value: date.value, start: date.start, end: date.end, confidence: 0.75))
                }
                var value = folded.value(place, 0.85)
                guard PlaceNames.isPlace(value.value) else { continue }
                value.value = PlaceNames.canonical(value.value)
                mark(prefix.lowerBound..<day.keys.upperBound, .date)
                return (value, date)
            }
        }
        return nil
    }

    /// Whether nothing but a stop stands behind a key in its cell.
    private func endsCell(_ key: Int, _ line: Int) -> Bool {
        folded.keys[key..<lines[line].keys.upperBound].allSatisfy { ByteSet.holds(" .;*", $0) }
    }

    /// The words before a date with those that a wrap left on the lines before.
    private func extended(_ prefix: Range<Int>, _ index: Int) -> Range<Int> {
        var prefix = prefix
        var index = index
        while index > 0, lines[index].column == 0, roles[index - 1] == .open, lines[index - 1].smalls > 0,
            lines[index - 1].keys.count <= 40
        {
            let isEmpty = prefix.isEmpty
            let endsWithComma = folded.keys[lines[index - 1].keys.upperBound - 1] == UInt8(ascii: ",")
            guard lines[index].isWrapped || lines[index].breaks == 1, isEmpty ? endsWithComma : !endsWithComma else {
                break
            }
            guard folded.match(anyOf: ["kinh gui", "v/v", "ve viec"], at: lines[index - 1].keys.lowerBound) == nil
            else {
                break
            }
            index -= 1
            prefix = lines[index].keys.lowerBound..<prefix.upperBound
        }
        return prefix
    }

    private func behindNumber(_ prefix: Range<Int>) -> Int? {
        guard let slash = folded.keys[prefix].lastIndex(of: UInt8(ascii: "/")),
            let space = folded.keys[slash..<prefix.upperBound].firstIndex(of: 0x20)
        else { return nil }
        return space + 1
    }

    private func trimmed(_ prefix: Range<Int>) -> Range<Int> {
        var prefix = prefix
        while let last = prefix.last, ByteSet.holds(" ,\n", folded.keys[last]) { prefix.removeLast() }
        return prefix
    }

    /// The day that minutes (biên bản) were taken: `Hôm nay, ngày …`, `Thời gian: …, ngày …`.
    func dayOfMinutes() -> InspectedValue? {
        for line in lines where folded.opens(line, ["hom nay", "thoi gian", "vao hoi", "vao luc", "luc"]) {
            let end = min(folded.keys.count, line.keys.lowerBound + 160)
            if let day = folded.firstDay(in: line.keys.lowerBound..<end) { return day.value(folded, 0.6) }
        }
        return nil
    }
}
