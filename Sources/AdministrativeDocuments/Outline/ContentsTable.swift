/// Finds tables of contents: runs of headings with nothing below them whose like come again further on.
struct ContentsTable {
    let text: UnsafeRawBufferPointer
    let blocks: [OutlineBlock]
    let marks: [OutlineMark]

    /// Fewer headings in a row than this are no table.
    private static let fewest = 4

    /// The blocks of tables of contents.
    func ranges() -> [Range<Int>] {
        let articles = blocks.indices.filter { blocks[$0].mark >= 0 && marks[Int(blocks[$0].mark)].kind == .article }
        var found: [Range<Int>] = []
        var at = 0
        while at + Self.fewest <= articles.count {
            var last = at
            while last + 1 < articles.count, isBare(articles[last], articles[last + 1]) { last += 1 }
            if last - at + 1 >= Self.fewest, comesAgain(articles[at], articles[(last + 1)...]),
                comesAgain(articles[last - 1], articles[(last + 1)...])
            {
                found.append(opening(of: articles[at])..<articles[last] + 1)
            }
            at = last + 1
        }
        return found
    }

    /// Whether nothing but headings stands between two articles.
    private func isBare(_ article: Int, _ next: Int) -> Bool {
        guard next - article <= 8, value(next).main == value(article).main + 1 else { return false }
        return (article + 1..<next).allSatisfy {
            let block = blocks[$0]
            if block.traits.contains(.isCapitals) { return true }
            guard block.mark >= 0 else { return block.end - block.start < 12 }
            switch marks[Int(block.mark)].kind {
            case .part, .chapter, .section, .subsection, .roman, .capital: return true
            default: return false
            }
        }
    }

    private func value(_ block: Int) -> MarkValue { marks[Int(blocks[block].mark)].value }

    /// Whether an article of the same number and title stands among some others.
    private func comesAgain(_ block: Int, _ others: ArraySlice<Int>) -> Bool {
        let title = firstLetters(block)
        guard title.count >= 8 else { return false }
        return others.prefix(1000).contains { value($0) == value(block) && firstLetters($0) == title }
    }

    /// The first bytes of an article's title without white space.
    private func firstLetters(_ block: Int) -> [UInt8] {
        let mark = marks[Int(blocks[block].mark)]
        var letters: [UInt8] = []
        for byte in text[mark.end..<min(text.count, mark.end + 60)] where !LineReader.isSpace(byte) {
            letters.append(byte)
            if letters.count == 16 { break }
        }
        return letters
    }

    /// The first of the chapters that stand directly above an article.
    private func opening(of article: Int) -> Int {
        var at = article
        while at > 0, article - at < 6 {
            let block = blocks[at - 1]
            guard block.traits.contains(.isCapitals) && !block.traits.contains(.isAttachmentTitle) || isContainer(block)
            else { break }
            at -= 1
        }
        return at
    }

    private func isContainer(_ block: OutlineBlock) -> Bool {
        guard block.mark >= 0 else { return false }
        switch marks[Int(block.mark)].kind {
        case .part, .chapter, .section, .subsection: return true
        default: return false
        }
    }
}
