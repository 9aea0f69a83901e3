/// Reads a text's paragraphs and the marks they may open with.
///
/// A line that may open with a mark begins a block of its own, which says whether it would belong to the paragraph before.
struct BlockReader {
    let text: UnsafeRawBufferPointer
    private(set) var blocks: [OutlineBlock] = []
    private(set) var marks: [OutlineMark] = []
    private let shape: LineShape
    private let markReader: MarkReader
    private var quotes: QuoteTracker
    /// Doubled line ends seen: where a file has them, what stands behind an empty line is a new paragraph.
    private var artefacts = 0

    /// A line of about this many bytes was wrapped because it was full (some 50 Vietnamese letters).
    private static let fullLineBytes = 66

    /// Reads a text; no quotation goes beyond any of `barriers`, offsets that rise.
    init(_ text: UnsafeRawBufferPointer, barriers: [Int] = []) {
        self.text = text
        shape = LineShape(text: text)
        markReader = MarkReader(text)
        quotes = QuoteTracker(text: text, barriers: barriers)
        blocks.reserveCapacity(text.count / 80 + 4)
        marks.reserveCapacity(text.count / 200 + 4)
        read()
    }

    // Nothing here changes but `blocks`, `marks` and `quotes`; what is called for every line is mutating nevertheless, which
    // spares a copy of all that stands above.

    private mutating func read() {
        var lines = LineReader(text)
        var last = TextLine(start: 0, end: 0, breaks: 0, isWrapArtefact: false)
        while let line = lines.next() {
            defer { last = line }
            if line.isWrapArtefact { artefacts += 1 }
            guard let previous = blocks.last else {
                append(line, last, joins: false)
                continue
            }
            // The rest of a heading that a wrap divides behind its first word.
            if previous.mark >= 0, line.start < marks[Int(previous.mark)].end {
                blocks[blocks.count - 1].end = line.end
                continue
            }
            let joins = goesOn(last, line, previous)
            if joins, !mayOpenBlock(line) {
                blocks[blocks.count - 1].end = line.end
                continue
            }
            append(line, last, joins: joins)
        }
    }

    /// Whether a line may open with a mark, by its first bytes; nothing else divides what goes on.
    private mutating func mayOpenBlock(_ line: TextLine) -> Bool {
        let first = text[line.start]
        if (0x61...0x7A).contains(first) {
            guard line.start + 1 < line.end else { return false }
            let second = text[line.start + 1]
            return !LineShape.isLetterByte(second) && second != 0x20 || second == 0x69 || second == 0x76
        }
        return first < 0xE1 || first == 0xE2
    }

    private mutating func append(_ line: TextLine, _ last: TextLine, joins: Bool) {
        var block = OutlineBlock(start: line.start, end: line.end)
        let quotation = quotes.quotation(line)
        switch quotation {
        case .none: break
        case .sure: block.traits.insert(.isQuoted)
        case .perhaps, .opening: block.traits.insert(.mayBeQuoted)
        }
        var mark: OutlineMark?
        switch quotation {
        case .opening: break
        case .sure: mark = markReader.articleMark(line.start, line.end)
        case .none, .perhaps: mark = markReader.mark(line.start, line.end)
        }
        if joins, mark == nil {
            if let previous = blocks.last, previous.traits.contains(.isQuoted) == block.traits.contains(.isQuoted) {
                blocks[blocks.count - 1].end = line.end
                return
            }
        }
        if joins {
            block.traits.insert(.joinsPrevious)
            if line.isWrapArtefact { block.traits.insert(.isWrapped) }
        }
        if let mark, !blocks.isEmpty {
            block.traits.formUnion(announcement(last, isNext: line.breaks == 1 || joins, of: mark.kind))
        }
        if let found = mark, found.kind == .dash || found.kind == .number, shape.opensBoilerplate(line.start, line.end)
        {
            // `- Lưu: VT`
            mark = nil
            block.traits.insert(.opensBoilerplate)
        }
        if let mark {
            block.mark = Int32(marks.count)
            marks.append(mark)
        } else if quotation == .none, !joins {
            block.traits.formUnion(traits(of: line))
        }
        blocks.append(block)
    }

    /// What a line without a mark says of what begins with it.
    private mutating func traits(of line: TextLine) -> OutlineBlock.Traits {
        var traits: OutlineBlock.Traits = []
        switch text[line.start] {
        case UInt8(ascii: "N"), UInt8(ascii: "T"), UInt8(ascii: "K"), UInt8(ascii: "L"):
            if shape.opensBoilerplate(line.start, line.end) { return .opensBoilerplate }
        case UInt8(ascii: "("):
            let titles = AttachmentTitles(text: text)
            return titles.isIssueNote(line.start, line.end) ? .isIssueNote : []
        case 0x61...0x7A: return []
        default: break
        }
        guard line.start + 1 < line.end, shape.isCapitals(line.start, min(line.start + 4, line.end)),
            shape.isCapitals(line.start, line.end), LineShape.isLetterByte(text[line.start])
        else {
            return line.end - line.start <= 16 && AttachmentTitles(text: text).opensTable(line.start, line.end)
                ? .opensTable : []
        }
        traits.insert(.isCapitals)
        let titles = AttachmentTitles(text: text)
        if titles.opensTable(line.start, line.end) { traits.insert(.opensTable) }
        if !isTitleOfMark, titles.name(line.start, line.end) != nil { traits.insert(.isAttachmentTitle) }
        if titles.isPosition(line.start, line.end) { traits.insert(.opensBoilerplate) }
        return traits
    }

    /// Whether a line stands below a chapter's number alone, whose title it is.
    private var isTitleOfMark: Bool {
        guard let mark = blocks.last?.mark, mark >= 0 else { return false }
        return marks[Int(mark)].isTitledBelow
    }

    // MARK: Contents

    /// Marks the blocks of tables of contents, which open nothing.
    mutating func setContentsApart() {
        for range in ContentsTable(text: text, blocks: blocks, marks: marks).ranges() {
            for index in range { blocks[index].traits.insert(.isContents) }
        }
    }

    // MARK: Wraps

    /// Whether the break between two lines is a soft wrap, were there no mark behind it.
    private mutating func goesOn(_ line: TextLine, _ next: TextLine, _ block: OutlineBlock) -> Bool {
        if next.breaks == 1, text[next.start] &- 0x30 < 10 || text[next.start] < 0x59,
            shape.endsBeforeNumber(line.start, line.end)
        {
            return true
        }
        if next.isWrapArtefact {
            // The text of a clause whose number alone stands before the wrap.
            if block.mark >= 0, marks[Int(block.mark)].end >= line.end { return !opensMark(next) }
        }
        if shape.endsSentence(line.start, line.end) || shape.opensBoilerplate(next.start, next.end) { return false }
        if next.isWrapArtefact || shape.opensInLowerCase(next.start, next.end) { return !shape.isRule(line, next) }
        if next.breaks > 1 { return artefacts < 3 && shape.endsOpen(line.start, line.end) }
        return line.end - line.start >= Self.fullLineBytes || shape.endsOpen(line.start, line.end)
    }

    private mutating func opensMark(_ line: TextLine) -> Bool { markReader.mark(line.start, line.end) != nil }

    /// What a line says of a mark behind it.
    private mutating func announcement(_ line: TextLine, isNext: Bool, of kind: OutlineMark.Kind) -> OutlineBlock.Traits
    {
        if text[line.end - 1] == UInt8(ascii: ":") {
            guard kind == .article, let start = blocks.last?.start else { return [] }
            return shape.speaksOfAmending(max(start, line.end - 600), line.end) ? .isAnnounced : []
        }
        let breaksOff =
            isNext
            ? shape.endsInMention(line.start, line.end)
            : kind == .article && shape.endsBeforePlace(line.start, line.end)
        return breaksOff ? .isMentioned : []
    }
}
