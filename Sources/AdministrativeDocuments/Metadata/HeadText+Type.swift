extension HeadText {
    /// A type's name as it stands in the head.
    struct FoundType {
        var name: String
        var keys: Range<Int>
        var line: Int
        var confidence: Double
    }

    /// The first type's name in capitals on a line of its own.
    mutating func readType() -> FoundType? {
        for index in head where roles[index] == .open {
            // An agency's name may hold a type's (`SỞ⏎ KẾ HOẠCH⏎ VÀ ĐẦU TƯ`); it stands above the national name.
            if let nationalLine, index < nationalLine { continue }
            guard let found = type(at: index) else { continue }
            mark(found.keys, .type)
            return found
        }
        return nil
    }

    private func type(at index: Int) -> FoundType? {
        let line = lines[index]
        guard line.column == 0 else { return nil }
        if line.isCapitals, let name = DocumentType.letterSpaced(folded, line) {
            return FoundType(name: name, keys: line.keys, line: index, confidence: 0.9)
        }
        guard let (name, end) = DocumentType.match(folded, at: line.keys.lowerBound), let last = self.line(of: end - 1)
        else { return nil }
        let nameKeys = line.keys.lowerBound..<end
        let isInCapitals = folded.isCapitals(nameKeys)
        // Alone on its line, but for a footnote's digit.
        var rest = end
        while rest < lines[last].keys.upperBound,
            FoldedText.isDigit(folded.keys[rest]) || ByteSet.holds("*()", folded.keys[rest])
        {
            rest += 1
        }
        if rest == lines[last].keys.upperBound {
            if last + 1 < lines.count, folded.opens(lines[last + 1], ["va"]), lines[last + 1].isCapitals { return nil }
            if isInCapitals { return FoundType(name: name, keys: nameKeys, line: last, confidence: 0.9) }
            let isBelowHead = roles[..<index].contains { $0 == .number || $0 == .date || $0 == .nationalName }
            guard isBelowHead, folded.isCapital[line.keys.lowerBound], last == index else { return nil }
            return FoundType(name: name, keys: nameKeys, line: last, confidence: 0.7)
        }
        // `NGHỊ ĐỊNH CỦA CHÍNH PHỦ`, `LUẬT ĐẤU THẦU` on one line.
        guard isInCapitals, lines[last].isCapitals, folded.keys[end] == 0x20 else { return nil }
        let goesOn =
            Self.opening.contains(name)
            && folded.match(anyOf: ["cua", "so", "ve", "ve viec", "v/v", "lien tich"], at: end + 1) != nil
        let isLaw = name == "Luật" || name == "Bộ luật" || name == "Pháp lệnh"
        guard goesOn || isLaw, nationalLine != nil || roles[..<index].contains(.number) || goesOn else { return nil }
        return FoundType(name: name, keys: nameKeys, line: last, confidence: 0.75)
    }

    /// Types whose name may begin a line that goes on; others begin abstracts as well (`QUY ĐỊNH VỀ …`).
    private static let opening: Set<String> = [
        "Luật", "Bộ luật", "Pháp lệnh", "Lệnh", "Sắc lệnh", "Nghị quyết", "Nghị định", "Quyết định", "Chỉ thị",
        "Thông tư",
        "Thông tư liên tịch", "Nghị quyết liên tịch",
    ]

    /// `VĂN BẢN HỢP NHẤT - BỘ TÀI CHÍNH`: so a gazette heads consolidated texts, and leaves out the rest of their heads.
    func consolidatedText() -> InspectedValue? {
        guard let nationalLine else { return nil }
        for index in 0..<nationalLine where lines[index].isCapitals {
            guard let end = folded.match("van ban hop nhat", at: lines[index].keys.lowerBound) else { continue }
            return folded.value(lines[index].keys.lowerBound..<end, 0.9)
        }
        return nil
    }

    /// `QUYẾT ĐỊNH:` above the articles, where the type's own line is lost.
    static func enactingType(in text: UnsafeRawBufferPointer) -> InspectedValue? {
        var folded = FoldedText(text)
        var reader = LineReader(text)
        while let line = reader.next(), line.start < 12_000 {
            guard line.end - line.start < 60, !LineShape(text: text).opensInLowerCase(line.start, line.end) else {
                continue
            }
            let before = folded.lines.count
            folded.append(line)
            guard let cell = folded.lines.last, folded.lines.count == before + 1, cell.isCapitals else { continue }
            for (words, name) in enacting
            where folded.match(words, at: cell.keys.lowerBound) == cell.keys.upperBound - 1 {
                guard folded.keys[cell.keys.upperBound - 1] == UInt8(ascii: ":") else { continue }
                return InspectedValue(value: name, start: cell.start, end: cell.end - 1, confidence: 0.6)
            }
        }
        return nil
    }

    private static let enacting: [(StaticString, String)] = [
        ("quyet dinh", "Quyết định"), ("nghi dinh", "Nghị định"), ("quyet nghi", "Nghị quyết"), ("chi thi", "Chỉ thị"),
    ]
}
