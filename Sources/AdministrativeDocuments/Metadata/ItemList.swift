/// Reads lists as heads and signature blocks hold them: items behind dashes, over one or more lines, or one sentence.
struct ItemList {
    let folded: FoldedText
    /// The lines to read, in order; a column of a block whose columns were merged.
    let lines: [FoldedLine]

    /// More than any list has.
    private static let mostItems = 200

    /// The items from a key of a line on, and the index of the first line that is none of theirs.
    ///
    /// - Parameter isLast: Whether nothing follows an item.
    func items(
        from start: Int, line first: Int, isLast: (Range<Int>) -> Bool = { _ in false }
    ) -> (items: [Range<Int>], next: Int) {
        var items: [Range<Int>] = []
        var current: Range<Int>?
        var hasDashes = false
        var index = first
        var at = start
        func close() {
            if let item = current.map(trimmed), !item.isEmpty { items.append(item) }
            current = nil
        }
        while index < lines.count, items.count < Self.mostItems {
            let line = lines[index]
            if at < 0 { at = line.keys.lowerBound }
            guard at < line.keys.upperBound else {
                index += 1
                at = -1
                continue
            }
            let isDash =
                ByteSet.holds("-+*", folded.keys[at]) && !line.isRule
                || folded.keys[at] == UInt8(ascii: "-") && line.keys.count == 1
            if index > first || isDash {
                if line.isRule, line.keys.count > 1 { break }
                if isDash {
                    close()
                    if let last = items.last, isLast(last) { break }
                    hasDashes = true
                    var begin = at + 1
                    while begin < line.keys.upperBound, ByteSet.holds(" -+", folded.keys[begin]) { begin += 1 }
                    current = begin..<line.keys.upperBound
                } else if let item = current {
                    let isComplete = item.isEmpty ? false : ByteSet.holds(".;", folded.keys[item.upperBound - 1])
                    if isComplete, !line.isWrapped || isLast(trimmed(item)) {
                        close()
                        if let last = items.last, isLast(last) { break }
                        // Items without dashes follow one another by their semicolons.
                        guard !hasDashes || line.breaks == 1 || endsItem(line),
                            folded.keys[item.upperBound - 1] == UInt8(ascii: ";"),
                            !opensOther(line), line.breaks <= 1 || !hasDashes || endsItem(line)
                        else { break }
                        current = at..<line.keys.upperBound
                    } else {
                        guard item.isEmpty || endsWithComma(item) || !opensOther(line),
                            item.isEmpty || line.isWrapped || goesOn(item, line)
                        else { break }
                        current = (item.isEmpty ? line.keys.lowerBound : item.lowerBound)..<line.keys.upperBound
                    }
                } else {
                    guard !opensOther(line), items.isEmpty else { break }
                    current = at..<line.keys.upperBound
                }
            } else {
                current = at..<line.keys.upperBound
            }
            index += 1
            at = -1
        }
        close()
        return (items, index)
    }

    private func endsItem(_ line: FoldedLine) -> Bool {
        line.keys.last.map { folded.keys[$0] == UInt8(ascii: ";") } ?? false
    }

    private func endsWithComma(_ item: Range<Int>) -> Bool {
        item.last.map { folded.keys[$0] == UInt8(ascii: ",") } ?? false
    }

    /// What cannot belong to a list: a line in capitals of several words, a heading.
    private func opensOther(_ line: FoldedLine) -> Bool {
        if line.isCapitals, line.capitals > 6 { return true }
        return folded.opens(line, ["phu luc", "can cu", "noi nhan", "kinh gui"])
            && folded.isCapital[line.keys.lowerBound]
    }

    /// Whether a line goes on with an item that the end of its line cut.
    private func goesOn(_ item: Range<Int>, _ line: FoldedLine) -> Bool {
        if line.breaks > 1, !endsWithComma(item) {
            // Crawled files have an empty line behind every one.
            return !folded.isCapital[line.keys.lowerBound] && FoldedText.isWordKey(folded.keys[line.keys.lowerBound])
        }
        return true
    }

    private func trimmed(_ item: Range<Int>) -> Range<Int> {
        var item = item
        while let last = item.last, ByteSet.holds(" ;.,\n", folded.keys[last]) { item.removeLast() }
        while let first = item.first, ByteSet.holds(" -+\n", folded.keys[first]) { item.removeFirst() }
        return item
    }
}
