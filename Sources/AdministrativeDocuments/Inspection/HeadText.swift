/// The paragraphs above a document's body, where Decree 30/2020/NĐ-CP puts number, place, date, type and abstract.
struct HeadText {
    let text: UnsafeRawBufferPointer
    private(set) var paragraphs: [Range<Int>] = []
    /// Offset behind the head's last byte.
    private(set) var end = 0

    /// Enough for a head with its national name, agencies and a long abstract.
    private static let maximumBytes = 4000

    init(_ text: UnsafeRawBufferPointer) {
        self.text = text
        var reader = ParagraphReader(text)
        let shape = LineShape(text: text)
        while let paragraph = reader.next(), paragraph.start < Self.maximumBytes {
            let range = paragraph.start..<paragraph.end
            let opensBody =
                opens(range, ["can", "cu"]) || opens(range, ["theo", "de", "nghi"]) || opens(range, ["kinh", "gui"])
                || (shape.isHeading(range.lowerBound, range.upperBound) && DocumentType.opening(text, range) == nil)
            if opensBody { break }
            paragraphs.append(range)
            end = min(range.upperBound, range.lowerBound + Self.maximumBytes)
        }
    }

    /// What the head says, with the references of the text, of which those in the head count.
    func read(_ references: [Reference]) -> DocumentHead {
        let references = references.prefix { $0.start < end }
        var head = DocumentHead()
        head.number = number(references)
        if let (place, date) = placeAndDate(references, behind: head.number?.end ?? 0) {
            head.place = place
            head.date = date
        }
        (head.type, head.title) = typeAndTitle(dateLine: head.place.map { $0.start..<(head.date?.end ?? $0.end) })
        return head
    }

    // MARK: Number

    /// The first document number behind the word `Số`.
    private func number(_ references: ArraySlice<Reference>) -> InspectedValue? {
        for reference in references where reference.kind == .documentNumber {
            guard let word = word(before: reference.start),
                FoldedWord.matches(UnsafeRawBufferPointer(rebasing: text[word]), "so"),
                // A wrap before `số` puts another document's number at a line's start.
                text[word.lowerBound] == UInt8(ascii: "S")
            else { continue }
            let isOwn = paragraphs.contains { $0.lowerBound == word.lowerBound }
            let hasColon = text[word.upperBound..<reference.start].contains(UInt8(ascii: ":"))
            guard isOwn || (hasColon && isAfterLineStart(word.lowerBound)) else { continue }
            return InspectedValue(
                value: spelled(reference), start: reference.start, end: reference.end,
                confidence: isOwn && hasColon ? 0.95 : 0.8)
        }
        return nil
    }

    /// The number as the document spells it, without the spaces, and with one hyphen and one Đ for all that look alike.
    private func spelled(_ reference: Reference) -> String {
        var value = ""
        for scalar in String(decoding: text[reference.start..<reference.end], as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0x2010...0x2015, 0x2212: value.unicodeScalars.append("-")
            case 0x00D0, 0x0189: value.unicodeScalars.append("Đ")
            case 0x09...0x0D, 0x20, 0xA0: break
            default: value.unicodeScalars.append(scalar)
            }
        }
        return value
    }

    // MARK: Place and date

    /// `Cà Mau, ngày 23 tháng 6 năm 2020`: the first date that a place and a comma announce and that ends its line.
    private func placeAndDate(
        _ references: ArraySlice<Reference>, behind numberEnd: Int
    ) -> (place: InspectedValue, date: InspectedValue)? {
        for reference in references where reference.kind == .date && reference.key.count == 10 {
            guard let day = word(before: reference.start),
                FoldedWord.matches(UnsafeRawBufferPointer(rebasing: text[day]), "ngay"), endsCell(reference.end)
            else { continue }
            var comma = day.lowerBound - 1
            while comma > 0, LineReader.isSpace(text[comma]) { comma -= 1 }
            guard comma > 0, text[comma] == UInt8(ascii: ",") else { continue }
            var cellStart = paragraphs.last { $0.lowerBound <= comma }?.lowerBound ?? 0
            if cellStart < numberEnd, numberEnd < comma { cellStart = numberEnd }
            while cellStart < comma, LineReader.isSpace(text[cellStart]) { cellStart += 1 }
            var start = comma
            while start > cellStart, !isColumnGap(before: start) { start -= 1 }
            let place = healed(start..<comma)
            guard Self.isPlace(place) else { continue }
            let date = InspectedValue(
                value: String(decoding: reference.key, as: UTF8.self), start: reference.start, end: reference.end,
                confidence: 0.9)
            return (InspectedValue(value: place, start: start, end: comma, confidence: 0.85), date)
        }
        return nil
    }

    /// Whether a text is a place's name: each of its few words with a capital, but for what kind of place it is.
    private static func isPlace(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard (1...9).contains(words.count), text.utf8.count <= 60, words[0] != "Tại" else { return false }
        return text.allSatisfy { $0.isLetter || $0.isNumber || " .-–".contains($0) }
            && words.contains { $0.first?.isUppercase ?? false }
            && words.allSatisfy { !($0.first?.isLowercase ?? false) || kindsOfPlace.contains(String($0)) }
    }

    /// Syllables of `thành phố`, `thị xã`, `thị trấn`, `tỉnh`, `huyện`, `quận`, `phường`, `đảo`.
    private static let kindsOfPlace: Set<String> = [
        "thành", "phố", "thị", "xã", "trấn", "tỉnh", "huyện", "quận", "phường", "đảo",
    ]

    // MARK: Type and title

    /// A type's name in capitals opening a paragraph, and the abstract behind it; or `V/v …` below the number.
    private func typeAndTitle(dateLine: Range<Int>?) -> (InspectedValue?, InspectedValue?) {
        let reader = AbstractReader(text: text, dateLine: dateLine)
        var title: InspectedValue?
        for (index, paragraph) in paragraphs.enumerated() {
            if title == nil, opens(paragraph, ["v", "v"]) || opens(paragraph, ["ve", "viec"]),
                let range = reader.abstract(in: paragraph)
            {
                title = InspectedValue(
                    value: healed(range), start: range.lowerBound, end: range.upperBound, confidence: 0.8)
            }
            guard let (name, typeEnd) = DocumentType.opening(text, paragraph) else { continue }
            let type = InspectedValue(value: name, start: paragraph.lowerBound, end: typeEnd, confidence: 0.9)
            if let title { return (type, title) }
            var candidates = [typeEnd..<paragraph.upperBound] + paragraphs[(index + 1)...].prefix(3)
            if text[candidates[0]].allSatisfy(LineReader.isSpace) { candidates.removeFirst() }
            while let first = candidates.first, reader.isBeside(first) { candidates.removeFirst() }
            guard let range = candidates.first.flatMap(reader.abstract) else { return (type, nil) }
            return (
                type,
                InspectedValue(value: healed(range), start: range.lowerBound, end: range.upperBound, confidence: 0.75)
            )
        }
        return (nil, title)
    }

    // MARK: Words

    private func opens(_ range: Range<Int>, _ words: [StaticString]) -> Bool {
        LineShape(text: text).opens(range, words)
    }

    /// The word before an offset, across spaces and a colon.
    private func word(before offset: Int) -> Range<Int>? {
        var wordEnd = offset
        while wordEnd > 0, LineReader.isSpace(text[wordEnd - 1]) || text[wordEnd - 1] == UInt8(ascii: ":") {
            wordEnd -= 1
        }
        var start = wordEnd
        while start > 0, text[start - 1] >= 0x80 || (text[start - 1] | 0x20) &- 0x61 < 26 { start -= 1 }
        return start < wordEnd ? start..<wordEnd : nil
    }

    private func isAfterLineStart(_ offset: Int) -> Bool {
        var at = offset
        while at > 0, text[at - 1] == 0x20 { at -= 1 }
        return at == 0 || text[at - 1] == 0x0A
    }

    /// Two columns merged in one line are set apart by a run of spaces; behind a line end such a run is a wrap's indent.
    private func isColumnGap(before offset: Int) -> Bool {
        guard offset >= 2, text[offset - 1] == 0x20, text[offset - 2] == 0x20 else { return false }
        var at = offset
        while at > 0, text[at - 1] == 0x20 { at -= 1 }
        return at > 0 && text[at - 1] != 0x0A
    }

    /// Whether nothing more stands in a line behind an offset, or another column.
    private func endsCell(_ offset: Int) -> Bool {
        var at = offset
        while at < text.count, text[at] == 0x20 || text[at] == 0x09 { at += 1 }
        return at == text.count || text[at] == 0x0A || text[at] == 0x0D || at - offset >= 2
    }

    /// The text of a range with each run of white space as one space.
    private func healed(_ range: Range<Int>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count)
        for at in range {
            if !LineReader.isSpace(text[at]) {
                bytes.append(text[at])
            } else if let last = bytes.last, last != 0x20 {
                bytes.append(0x20)
            }
        }
        if bytes.last == 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
