/// Goes through a text's paragraphs: lines that a soft wrap divides are one.
struct ParagraphReader {
    /// A paragraph's byte range, trimmed.
    struct Paragraph {
        var start: Int
        var end: Int
        /// Offset behind its first line, or its second where a wrap left but a word on the first.
        var firstLineEnd: Int
    }

    /// A line of about this many bytes was wrapped because it was full (some 50 Vietnamese letters).
    private static let fullLineBytes = 66

    private let text: UnsafeRawBufferPointer
    private let shape: LineShape
    private var lines: LineReader
    private var pending: TextLine?

    init(_ text: UnsafeRawBufferPointer) {
        self.text = text
        shape = LineShape(text: text)
        lines = LineReader(text)
        pending = lines.next()
    }

    /// The next paragraph.
    mutating func next() -> Paragraph? {
        guard let first = pending else { return nil }
        var paragraph = Paragraph(start: first.start, end: first.end, firstLineEnd: first.end)
        var last = first
        pending = lines.next()
        while let line = pending, goesOn(last, line) {
            if last.start == first.start, first.end - first.start < 12 { paragraph.firstLineEnd = line.end }
            paragraph.end = line.end
            last = line
            pending = lines.next()
        }
        return paragraph
    }

    /// Whether the break between two lines is a soft wrap.
    private func goesOn(_ line: TextLine, _ next: TextLine) -> Bool {
        if next.breaks == 1, text[next.start] &- 0x30 < 10 || text[next.start] < 0x59,
            shape.endsBeforeNumber(line.start, line.end)
        {
            return true
        }
        if shape.endsSentence(line.start, line.end) || shape.opensItem(next.start, next.end) { return false }
        if shape.opensBoilerplate(next.start, next.end) { return false }
        if next.isWrapArtefact || shape.opensInLowerCase(next.start, next.end) { return true }
        if next.breaks > 1 { return shape.endsOpen(line.start, line.end) }
        return line.end - line.start >= Self.fullLineBytes || shape.endsOpen(line.start, line.end)
    }
}
