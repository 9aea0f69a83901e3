internal import VietnameseText

/// Where a shown text may begin and end without being cut in the midst of what it says.
extension DisplayText {
    /// The sentences, paragraphs and items of lists: they cover all but the spaces between them.
    func sentences() -> [Range<Int>] {
        let ends = text.withUnsafeBytes { SentenceBoundaries.ends(in: $0, range: 0..<$0.count) }
        var next = 0
        var sentences: [Range<Int>] = []
        var start = 0
        for at in units.indices where units[at].isSpace && at + 1 < units.count {
            let place = units[at].bytes.upperBound - text.startIndex
            var isEnd = beginsSomethingNew(behind: at)
            while next < ends.count, ends[next] < place {
                isEnd = true
                next += 1
            }
            if isEnd {
                sentences.append(start..<at)
                start = at + 1
            }
        }
        if start < units.count { sentences.append(start..<units.count) }
        return sentences
    }

    /// Whether a space ends a paragraph or an item of a list, which need not end as sentences do.
    private func beginsSomethingNew(behind space: Int) -> Bool {
        guard units[space].lineEnds > 0, space > 0 else { return false }
        if units[space].lineEnds > 1 { return true }
        switch units[space - 1].character {
        case ";", ":": return true
        default: break
        }
        guard space + 2 < units.count, units[space + 2].isSpace else { return false }
        return switch units[space + 1].character {
        case "-", "–", "+", "•", "*": true
        default: false
        }
    }
}
