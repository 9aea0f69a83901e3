/// Makes the tree of a text's blocks: which marks count, what is in what, and where headings end.
///
/// Containers have a rank; lists nest as they come. A mark goes on with the list whose next number it is, or begins a new one
/// with a first number; whatever else a line opens with is text.
struct OutlineBuilder {
    let text: UnsafeRawBufferPointer
    let blocks: [OutlineBlock]
    let marks: [OutlineMark]
    let articles: [(block: Int, startsAnew: Bool)]
    private let shape: LineShape
    private let headings: HeadingEnds
    private var result = OutlinedText()
    private var stack: [Open] = []
    /// The numbers that a table's rows count, while one goes on.
    private var tableRow: Int?
    private var boilerplateStart: Int?
    private var lastEnd = 0
    /// Whether the attachment or annex that goes on, or the document itself, has articles already.
    private var rootHoldsArticles = false

    /// A node that goes on.
    private struct Open {
        var node: Int
        var kind: OutlineMark.Kind?
        var delimiter: UInt8
        var value: MarkValue
        var rank: Int
        /// Whether a line of capitals without a number stood in it: a list below it may begin anew.
        var hasTitleInside = false
    }

    init(_ reader: BlockReader, articles: [(block: Int, startsAnew: Bool)]) {
        self.articles = articles
        text = reader.text
        blocks = reader.blocks
        marks = reader.marks
        shape = LineShape(text: reader.text)
        headings = HeadingEnds(text: reader.text, blocks: reader.blocks, marks: reader.marks)
        result.paragraphs.reserveCapacity(blocks.count)
        result.nodes.reserveCapacity(marks.count)
    }

    /// Whether a block opens an annex or a form by its shape.
    static func opensAnnex(_ block: OutlineBlock, _ marks: [OutlineMark]) -> Bool {
        guard block.mark >= 0, block.traits.isDisjoint(with: [.joinsPrevious, .mayBeQuoted]) else { return false }
        let mark = marks[Int(block.mark)]
        return (mark.kind == .annex || mark.kind == .form) && mark.follower != .small
    }

    /// The text with its outline.
    mutating func build() -> OutlinedText {
        let attachments = AttachmentFinder(text: text, blocks: blocks, marks: marks, articles: articles).attachments()
        var nextArticle = 0
        var nextAttachment = 0
        var headingEnd = 0
        for index in blocks.indices {
            let block = blocks[index]
            if nextAttachment < attachments.count, attachments[nextAttachment].block == index {
                let attachment = attachments[nextAttachment]
                nextAttachment += 1
                openAttachment(attachment, index)
                if attachment.headingEnd > index {
                    headingEnd = attachment.headingEnd
                    add(block, opensNode: true)
                    continue
                }
            }
            if index < headingEnd {
                add(block, opensNode: false)
                continue
            }
            if nextArticle < articles.count, articles[nextArticle].block == index {
                if articles[nextArticle].startsAnew, rootHoldsArticles {
                    openAttachment(AttachmentFinder.Attachment(block: index, headingEnd: index, name: ""), index)
                }
                nextArticle += 1
                openArticle(index)
                rootHoldsArticles = true
                continue
            }
            let isInsideSequence =
                nextArticle > 0 && nextArticle < articles.count && !articles[nextArticle].startsAnew
            guard block.mark >= 0, opens(index, marks[Int(block.mark)], isInsideSequence) else {
                addText(index, isInsideSequence)
                continue
            }
            add(block, opensNode: true)
        }
        while let open = stack.popLast() { close(open) }
        return result
    }

    // MARK: Text

    private mutating func add(_ block: OutlineBlock, opensNode: Bool) {
        lastEnd = block.end
        result.paragraphs.append(
            OutlinedText.Paragraph(
                start: block.start, end: block.end, node: Int32(stack.last?.node ?? -1), opensNode: opensNode,
                isBoilerplate: boilerplateStart != nil))
    }

    private mutating func addText(_ index: Int, _ isInsideSequence: Bool) {
        let block = blocks[index]
        if block.traits.contains(.joinsPrevious), !result.paragraphs.isEmpty {
            result.paragraphs[result.paragraphs.count - 1].end = block.end
            lastEnd = block.end
            return
        }
        if let start = boilerplateStart {
            // A list of recipients and a signature are short; what goes on longer is another text.
            if block.start - start > 3000 { boilerplateStart = nil }
        } else if block.traits.contains(.opensBoilerplate), !isInsideSequence {
            boilerplateStart = block.start
            pop { $0.rank > 1 }
        }
        if block.traits.contains(.opensTable) { tableRow = 0 }
        // A paragraph without a mark is no part of the item before it.
        while let last = stack.last, last.kind == .dash || last.kind == .plus { close(stack.removeLast()) }
        if block.traits.contains(.isCapitals), !stack.isEmpty {
            for place in stack.indices { stack[place].hasTitleInside = true }
        }
        add(block, opensNode: false)
    }

    // MARK: Opening

    private mutating func pop(while condition: (Open) -> Bool) {
        while let last = stack.last, condition(last) { close(stack.removeLast()) }
    }

    private mutating func close(_ open: Open) {
        result.nodes[open.node].end = max(lastEnd, result.nodes[open.node].headingEnd)
    }

    private mutating func push(
        _ level: OutlineLevel, _ number: String, heading: Range<Int>, kind: OutlineMark.Kind?, delimiter: UInt8 = 0,
        value: MarkValue = MarkValue(), rank: Int
    ) {
        result.nodes.append(
            OutlineNode(
                level: level, number: number, headingStart: heading.lowerBound, headingEnd: heading.upperBound,
                start: heading.lowerBound, end: heading.upperBound, parent: stack.last?.node))
        stack.append(
            Open(node: result.nodes.count - 1, kind: kind, delimiter: delimiter, value: value, rank: rank))
        boilerplateStart = nil
    }

    private mutating func openAttachment(_ attachment: AttachmentFinder.Attachment, _ index: Int) {
        pop { _ in true }
        tableRow = nil
        rootHoldsArticles = false
        let start = blocks[index].start
        // A title that stood below a number is no part of that number's heading.
        for node in result.nodes.indices.reversed() {
            guard result.nodes[node].end > start else { break }
            result.nodes[node].headingEnd = min(result.nodes[node].headingEnd, lastEnd)
            result.nodes[node].end = lastEnd
        }
        let end = attachment.headingEnd > index ? blocks[attachment.headingEnd - 1].end : start
        push(.attachment, attachment.name, heading: start..<end, kind: nil, rank: 0)
    }

    private mutating func openArticle(_ index: Int) {
        let mark = marks[Int(blocks[index].mark)]
        if stack.contains(where: { $0.kind == .article }) {
            pop { $0.kind != .article }
            close(stack.removeLast())
        } else {
            // Articles stand below the Roman numerals of a document that has no chapters.
            pop { $0.rank > Self.articleRank && $0.kind != .roman && $0.kind != .capital }
        }
        tableRow = nil
        push(
            .article, mark.number(in: text), heading: blocks[index].start..<headings.articleHeadingEnd(index, mark),
            kind: .article,
            value: mark.value, rank: Self.articleRank)
        add(blocks[index], opensNode: true)
    }

    private static let articleRank = 8
    private static let listRank = 9

    /// Opens what a mark other than an article's says, if it counts.
    private mutating func opens(_ index: Int, _ mark: OutlineMark, _ isInsideSequence: Bool) -> Bool {
        let traits = blocks[index].traits
        if !traits.isDisjoint(with: [.mayBeQuoted, .isMentioned, .isContents]) { return false }
        switch mark.kind {
        case .part, .chapter, .section, .subsection: return openContainer(index, mark)
        case .annex, .form:
            guard !isInsideSequence, Self.opensAnnex(blocks[index], marks) else { return false }
            return openAnnex(index, mark)
        case .article: return false
        default:
            if boilerplateStart != nil, mark.kind != .roman && mark.kind != .capital { return false }
            if traits.contains(.joinsPrevious) {
                if traits.contains(.isWrapped) || mark.follower == .small { return false }
            }
            return openListItem(index, mark)
        }
    }

    private mutating func openContainer(_ index: Int, _ mark: OutlineMark) -> Bool {
        let block = blocks[index]
        let rank: Int
        let level: OutlineLevel
        switch mark.kind {
        case .part: (rank, level) = (2, .part)
        case .chapter: (rank, level) = (3, .chapter)
        case .section: (rank, level) = (4, .section)
        default: (rank, level) = (5, .subsection)
        }
        let sibling = stack.last { $0.kind == mark.kind }
        let isDue = sibling.map { mark.value.follows($0.value) } ?? mark.value.isFirst
        let isTitled = mark.delimiter == UInt8(ascii: ".") || mark.delimiter == UInt8(ascii: ":")
        if mark.follower == .small || block.traits.contains(.joinsPrevious) && !(isDue && isTitled) { return false }
        if mark.follower == .lineEnd, !isTitled {
            // `Chương II⏎của Luật này`
            let next = shape.skippingSpaces(mark.end, text.count)
            if next < text.count, shape.opensInLowerCase(next, text.count) { return false }
        }
        if mark.follower == .other, !isTitled { return false }
        if mark.follower == .capital, !isTitled, !isDue, !shape.isCapitals(mark.end, block.end) { return false }
        // A paragraph that happens to begin with it.
        if block.end - block.start > 500 { return false }
        pop { $0.rank >= rank }
        tableRow = nil
        push(
            level, mark.number(in: text), heading: block.start..<headings.titleEnd(index, mark), kind: mark.kind,
            value: mark.value,
            rank: rank)
        return true
    }

    private mutating func openAnnex(_ index: Int, _ mark: OutlineMark) -> Bool {
        let block = blocks[index]
        guard block.end - block.start < 400, !ByteSet.holds(".;", text[block.end - 1]) || mark.end >= block.end else {
            return false
        }
        let isNumbered = mark.numberEnd > mark.numberStart
        if !isNumbered || mark.follower == .capital, !shape.isCapitals(block.start, min(block.end, mark.end)) {
            // `Phụ lục kèm theo`, `Phụ lục I Nghị định này`
            guard mark.delimiter != 0 || !isNumbered && mark.follower == .lineEnd else { return false }
        }
        pop { $0.rank >= 1 }
        tableRow = nil
        rootHoldsArticles = false
        var name = isNumbered ? String(decoding: text[mark.numberStart..<mark.numberEnd], as: UTF8.self) : ""
        if mark.kind == .form { name = "Mẫu \(name)" }
        push(.annex, name, heading: block.start..<headings.titleEnd(index, mark), kind: mark.kind, rank: 1)
        return true
    }

    // MARK: Lists

    private mutating func openListItem(_ index: Int, _ mark: OutlineMark) -> Bool {
        if mark.kind == .dash || mark.kind == .plus { return openDash(index, mark) }
        var mark = mark
        if mark.kind == .letter, ByteSet.holds("ivx", text[mark.numberStart]), mark.numberEnd == mark.numberStart + 1 {
            // i) is a letter behind h), and a small Roman numeral behind a letter or none.
            let open = stack.last { $0.kind == .letter || $0.kind == .smallRoman }
            let isLetter = open.map { $0.kind == .letter && Self.follows(mark, $0) } ?? false
            if !isLetter {
                mark.kind = .smallRoman
                mark.value.main = text[mark.numberStart] == 0x69 ? 1 : text[mark.numberStart] == 0x76 ? 5 : 10
            }
        }
        guard let depth = place(of: mark, blocks[index]) else { return false }
        while stack.count > depth { close(stack.removeLast()) }
        let block = blocks[index]
        push(
            level(of: mark), mark.number(in: text), heading: block.start..<headings.itemHeadingEnd(index, mark),
            kind: mark.kind,
            delimiter: mark.delimiter, value: mark.value, rank: Self.listRank)
        return true
    }

    /// How many nodes stay open when a mark's begins; nil where it does not count.
    private mutating func place(of mark: OutlineMark, _ block: OutlineBlock) -> Int? {
        var sameKind: Int?
        for place in stack.indices.reversed() {
            let open = stack[place]
            if open.rank < Self.articleRank { break }
            if open.kind == .article {
                if mark.kind == .roman || mark.kind == .capital { continue }
                break
            }
            guard Self.isSameKind(mark, open) else { continue }
            if Self.follows(mark, open) {
                if let row = tableRow, mark.kind == .number, mark.value.main == row + 1 {
                    tableRow = row + 1
                    return nil
                }
                tableRow = nil
                return isPlausible(mark, block) ? place : nil
            }
            if sameKind == nil { sameKind = place }
        }
        if let row = tableRow {
            if mark.kind == .number, mark.value.main == row + 1 { tableRow = row + 1 }
            return nil
        }
        guard isPlausible(mark, block) else { return nil }
        let isFirst = mark.kind == .decimal ? mark.value.main == 1 : mark.value.isFirst
        if let place = sameKind {
            let open = stack[place]
            if isFirst, open.hasTitleInside || mark.kind == .roman && shape.isCapitals(mark.end, block.end) {
                return place
            }
            if mark.kind == .decimal, isFirst { return place }
            // One number that was lost, or read wrong.
            if mark.kind != .decimal, mark.value.suffix == 0, mark.value.main == open.value.main + 2,
                mark.follower == .capital,
                mark.kind == .number || mark.kind == .roman
            {
                return place
            }
            return nil
        }
        // Below a line that is full, as an article's long title is, a list begins with a capital letter.
        let isBelowText = block.traits.contains(.joinsPrevious) && mark.kind != .letter
        guard isFirst, !isBelowText || mark.kind == .number && mark.follower == .capital else { return nil }
        if mark.kind == .roman || mark.kind == .capital {
            // They stand above the numbers of a list that came before them.
            var place = stack.count
            while place > 0, stack[place - 1].rank == Self.listRank, stack[place - 1].kind != .roman,
                stack[place - 1].kind != .capital
            {
                place -= 1
            }
            return place
        }
        // A list does not begin inside an item that has only a dash.
        var place = stack.count
        if mark.kind == .number || mark.kind == .decimal {
            while place > 0, stack[place - 1].kind == .dash || stack[place - 1].kind == .plus { place -= 1 }
        }
        return place
    }

    private mutating func isPlausible(_ mark: OutlineMark, _ block: OutlineBlock) -> Bool {
        switch mark.kind {
        case .capital:
            // `A. Kết quả`, not the initial of a name.
            return mark.follower == .capital && block.end - block.start < 400
                && !shape.endsSentence(block.start, block.end)
        case .roman: return mark.follower != .small && mark.follower != .other || mark.delimiter != UInt8(ascii: "-")
        default: return true
        }
    }

    private static func isSameKind(_ mark: OutlineMark, _ open: Open) -> Bool {
        guard mark.kind == open.kind else { return false }
        switch mark.kind {
        case .decimal: return mark.value.depth == open.value.depth
        case .number, .letter, .smallRoman:
            func style(_ delimiter: UInt8) -> UInt8 {
                delimiter == UInt8(ascii: "(") || delimiter == UInt8(ascii: ")") ? delimiter : 0
            }
            return mark.kind == .letter || style(mark.delimiter) == style(open.delimiter)
        default: return true
        }
    }

    private static func follows(_ mark: OutlineMark, _ open: Open) -> Bool {
        if mark.kind == .letter || mark.kind == .capital {
            if mark.value.suffix > 0 {
                return mark.value.main == open.value.main && mark.value.suffix == open.value.suffix + 1
            }
            return PointLetters.follows(mark.value.main, open.value.main)
        }
        return mark.value.follows(open.value)
    }

    private mutating func openDash(_ index: Int, _ mark: OutlineMark) -> Bool {
        let block = blocks[index]
        if tableRow != nil || mark.follower == .lineEnd { return false }
        if let place = stack.lastIndex(where: { $0.kind == mark.kind }) {
            while stack.count > place { close(stack.removeLast()) }
        }
        push(
            mark.kind == .dash ? .dash : .plus, "", heading: block.start..<max(mark.end, block.start + 1),
            kind: mark.kind,
            rank: Self.listRank)
        return true
    }

    private mutating func level(of mark: OutlineMark) -> OutlineLevel {
        let parent = stack.last.map { result.nodes[$0.node].level }
        switch mark.kind {
        case .capital: return .part
        case .roman: return .roman
        case .decimal: return .decimal
        case .number: return parent == .article ? .clause : .number
        default: return parent == .article || parent == .clause ? .point : .letter
        }
    }
}
