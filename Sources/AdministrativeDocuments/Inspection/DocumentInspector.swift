internal import VietnameseText

/// Reads one document as far as its first lines and its references tell, without an index.
///
/// Holds an analyser, so one is for one thread; reusing it for many documents saves its start.
public final class DocumentInspector {
    private let analyzer = TextAnalyzer()
    private var recognizer = ReferenceRecognizer()
    private let cutter: PassageCutter

    /// An inspector that cuts passages as `cutter` does.
    public init(cutter: PassageCutter = PassageCutter()) { self.cutter = cutter }

    /// What is understood of a text; `text` must be valid UTF-8 of less than 4 GiB.
    public func inspect(_ text: UnsafeRawBufferPointer) -> DocumentInspection {
        let references = references(in: text)
        var inspection = DocumentInspection(passages: cutter.cut(text), references: references)
        let head = DocumentHead(text)
        inspection.number = head.number(references)
        (inspection.date, inspection.place) = head.dateAndPlace(references)
        (inspection.type, inspection.title) = head.typeAndTitle()
        return inspection
    }

    private func references(in text: UnsafeRawBufferPointer) -> [Reference] {
        var tokens: [RawToken] = []
        analyzer.tokenize(text, into: &tokens)
        var found: [Reference] = []
        tokens.withUnsafeBufferPointer { tokens in
            var at = 0
            while at < tokens.count {
                if analyzer.traits(tokens[at].surface).contains(.triggersReference),
                    let reference = recognizer.recognize(text: text, tokens: tokens, at: at)
                {
                    found.append(reference)
                    at += reference.tokenCount
                } else {
                    at += 1
                }
            }
        }
        return found
    }
}

/// The paragraphs above a document's body, where Decree 30/2020/NĐ-CP puts number, place, date, type and abstract.
private struct DocumentHead {
    private let text: UnsafeRawBufferPointer
    private var paragraphs: [Range<Int>] = []
    private var end = 0

    /// Enough for a head with its national name, agencies and a long abstract.
    private static let maximumBytes = 4000

    init(_ text: UnsafeRawBufferPointer) {
        self.text = text
        var reader = ParagraphReader(text)
        let shape = LineShape(text: text)
        while let paragraph = reader.next(), paragraph.start < Self.maximumBytes {
            let range = paragraph.start..<paragraph.end
            let opensBody =
                opens(range, ["can", "cu"]) || opens(range, ["theo", "de", "nghi"])
                || (shape.isHeading(range.lowerBound, range.upperBound) && DocumentType.opening(text, range) == nil)
            if opensBody { break }
            paragraphs.append(range)
            end = min(range.upperBound, range.lowerBound + Self.maximumBytes)
        }
    }

    /// The first document number behind the word `Số`.
    func number(_ references: [Reference]) -> InspectedValue? {
        for reference in references.prefix(while: { $0.start < end }) where reference.kind == .documentNumber {
            guard let word = word(before: reference.start),
                FoldedWord.matches(UnsafeRawBufferPointer(rebasing: text[word]), "so")
            else { continue }
            // At a paragraph's start it is the document's own; in running text it may be another's.
            let isOwn = paragraphs.contains { $0.lowerBound == word.lowerBound }
            guard isOwn || isAfterLineStart(word.lowerBound) else { continue }
            return InspectedValue(
                value: spelled(reference), start: reference.start, end: reference.end, confidence: isOwn ? 0.95 : 0.8)
        }
        return nil
    }

    /// `Cà Mau, ngày 23 tháng 6 năm 2020`: the first date in the head that a place and a comma announce.
    func dateAndPlace(_ references: [Reference]) -> (InspectedValue?, InspectedValue?) {
        for reference in references.prefix(while: { $0.start < end })
        where reference.kind == .date && reference.key.count == 10 {
            guard let day = word(before: reference.start),
                FoldedWord.matches(UnsafeRawBufferPointer(rebasing: text[day]), "ngay")
            else { continue }
            var comma = day.lowerBound - 1
            while comma > 0, LineReader.isSpace(text[comma]) { comma -= 1 }
            guard comma > 0, text[comma] == UInt8(ascii: ",") else { continue }
            let lineStart = paragraphs.last { $0.lowerBound <= comma }?.lowerBound ?? 0
            var start = comma
            while start > lineStart, !isColumnGap(before: start) { start -= 1 }
            guard start < comma, comma - start <= 60, !LineShape(text: text).opensInLowerCase(start, comma) else {
                continue
            }
            let date = InspectedValue(
                value: String(decoding: reference.key, as: UTF8.self), start: reference.start, end: reference.end,
                confidence: 0.9)
            return (date, InspectedValue(value: healed(start..<comma), start: start, end: comma, confidence: 0.85))
        }
        return (nil, nil)
    }

    /// A type's name in capitals opening a paragraph, and the abstract in its other lines or the next paragraph.
    func typeAndTitle() -> (InspectedValue?, InspectedValue?) {
        for (index, paragraph) in paragraphs.enumerated() {
            if opens(paragraph, ["v", "v"]) || opens(paragraph, ["ve", "viec"]) {
                let title = InspectedValue(
                    value: healed(paragraph), start: paragraph.lowerBound, end: paragraph.upperBound, confidence: 0.8)
                return (nil, title)
            }
            guard let (name, typeEnd) = DocumentType.opening(text, paragraph) else { continue }
            let type = InspectedValue(value: name, start: paragraph.lowerBound, end: typeEnd, confidence: 0.9)
            var rest = typeEnd..<paragraph.upperBound
            while let first = rest.first, LineReader.isSpace(text[first]) { rest = rest.dropFirst() }
            if rest.isEmpty {
                guard index + 1 < paragraphs.count else { return (type, nil) }
                rest = paragraphs[index + 1]
            }
            guard rest.count <= 1200 else { return (type, nil) }
            return (
                type,
                InspectedValue(value: healed(rest), start: rest.lowerBound, end: rest.upperBound, confidence: 0.75)
            )
        }
        return (nil, nil)
    }

    // MARK: Words

    private func opens(_ range: Range<Int>, _ words: [StaticString]) -> Bool {
        var at = range.lowerBound
        for word in words {
            while at < range.upperBound, LineReader.isSpace(text[at]) || text[at] == UInt8(ascii: "/") { at += 1 }
            let start = at
            while at < range.upperBound, text[at] >= 0x80 || (text[at] | 0x20) &- 0x61 < 26 { at += 1 }
            guard FoldedWord.matches(UnsafeRawBufferPointer(rebasing: text[start..<at]), word) else { return false }
        }
        return true
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

    /// The number as the document spells it, without the spaces.
    private func spelled(_ reference: Reference) -> String {
        String(decoding: text[reference.start..<reference.end].filter { !LineReader.isSpace($0) }, as: UTF8.self)
    }

    /// The text of a range with each run of white space as one space.
    private func healed(_ range: Range<Int>) -> String {
        let words = text[range].split(whereSeparator: LineReader.isSpace).map { String(decoding: $0, as: UTF8.self) }
        return words.joined(separator: " ")
    }
}
