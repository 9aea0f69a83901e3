/// Tells where headings end: their titles may stand on the same line, be wrapped, or stand below.
struct HeadingEnds {
    let text: UnsafeRawBufferPointer
    let blocks: [OutlineBlock]
    let marks: [OutlineMark]
    private var shape: LineShape { LineShape(text: text) }

    init(text: UnsafeRawBufferPointer, blocks: [OutlineBlock], marks: [OutlineMark]) {
        self.text = text
        self.blocks = blocks
        self.marks = marks
    }

    /// Where the title of a container ends: on its own line, or below it.
    func titleEnd(_ index: Int, _ mark: OutlineMark) -> Int {
        var end = max(mark.end, blocks[index].end)
        let isAlone = mark.end >= blocks[index].end
        var next = index + 1
        if isAlone, next < blocks.count, isTitle(next), blocks[next].end - blocks[next].start < 500 {
            end = blocks[next].end
            next += 1
        }
        while next < blocks.count, next - index < 6, blocks[next].mark < 0, blocks[next].traits.contains(.isCapitals),
            blocks[next].traits.isDisjoint(with: [.opensBoilerplate, .opensTable, .isAttachmentTitle]),
            shape.isCapitals(mark.end, blocks[index].end)
        {
            end = blocks[next].end
            next += 1
        }
        return end
    }

    private func isTitle(_ index: Int) -> Bool {
        let block = blocks[index]
        return block.mark < 0
            && block.traits.isDisjoint(with: [.opensBoilerplate, .opensTable, .isIssueNote, .isQuoted, .mayBeQuoted])
            && !shape.endsSentence(block.start, block.end) && text[block.end - 1] != UInt8(ascii: ",")
    }

    /// Where the heading of an article ends: behind its title, or behind its number where its text follows.
    func articleHeadingEnd(_ index: Int, _ mark: OutlineMark) -> Int {
        let block = blocks[index]
        let hasNext = index + 1 < blocks.count
        if mark.end < block.end {
            let isShort = block.end - block.start <= 400
            if isShort, !shape.endsSentence(block.start, block.end) || hasNext && opensFirstClause(index + 1) {
                return block.end
            }
            return mark.end
        }
        if hasNext, isTitle(index + 1), blocks[index + 1].end - blocks[index + 1].start <= 400 {
            return blocks[index + 1].end
        }
        return mark.end
    }

    private func opensFirstClause(_ index: Int) -> Bool {
        guard blocks[index].mark >= 0, text[blocks[index - 1].end - 1] != UInt8(ascii: ":") else { return false }
        let mark = marks[Int(blocks[index].mark)]
        return mark.kind == .number && mark.value.isFirst
    }

    /// Where the heading of an item ends: behind its paragraph where that is a title.
    func itemHeadingEnd(_ index: Int, _ mark: OutlineMark) -> Int {
        let block = blocks[index]
        if mark.kind == .roman || mark.kind == .capital {
            if !shape.endsSentence(block.start, block.end) { return titleEnd(index, mark) }
        }
        let size = block.end - block.start
        if mark.end >= block.end {
            guard index + 1 < blocks.count, isTitle(index + 1), blocks[index + 1].end - blocks[index + 1].start < 200
            else {
                return mark.end
            }
            return blocks[index + 1].end
        }
        let isTitle =
            size <= 300 && !shape.endsSentence(block.start, block.end)
            || size <= 200 && text[block.end - 1] == UInt8(ascii: ":")
        return isTitle ? block.end : mark.end
    }
}
