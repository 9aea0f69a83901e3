internal import VietnameseText

/// Joins paragraphs into passages along an outline.
struct PassageJoiner {
    private let text: UnsafeRawBufferPointer
    private let paragraphs: [OutlinedText.Paragraph]
    private let nodes: [OutlineNode]
    /// The first paragraph of each node and the one behind its last.
    private var ranges: [Range<Int>]
    private let target: Int
    private let maximum: Int
    private var found: [Passage] = []
    /// What is joined so far: bytes and paragraphs.
    private var start = 0
    private var end = 0
    private var first = 0
    private var last = 0
    /// The first paragraph of the passage found last.
    private var foundFirst = 0
    /// Whether it holds headings only, which go on into what stands below them.
    private var isHeading = false

    init(_ text: UnsafeRawBufferPointer, _ outlined: OutlinedText, target: Int, maximum: Int) {
        self.text = text
        paragraphs = outlined.paragraphs
        nodes = outlined.nodes
        self.target = target
        self.maximum = maximum
        ranges = Array(repeating: 0..<0, count: nodes.count)
        for (index, paragraph) in paragraphs.enumerated() where paragraph.node >= 0 {
            let node = Int(paragraph.node)
            ranges[node] = ranges[node].isEmpty ? index..<index + 1 : ranges[node].lowerBound..<index + 1
        }
        for node in nodes.indices.reversed() {
            guard let parent = nodes[node].parent, !ranges[node].isEmpty else { continue }
            let own = ranges[parent]
            ranges[parent] =
                own.isEmpty
                ? ranges[node]
                : min(own.lowerBound, ranges[node].lowerBound)..<max(own.upperBound, ranges[node].upperBound)
        }
        found.reserveCapacity(text.count / target + 1)
    }

    /// The passages of the whole text.
    mutating func passages() -> [Passage] {
        join(0..<paragraphs.count, node: -1)
        flush()
        return found
    }

    // MARK: Joining

    /// Joins the parts of a node, which is too long for a passage, or of the text.
    private mutating func join(_ range: Range<Int>, node: Int) {
        let firstPassage = found.count
        var at = range.lowerBound
        while at < range.upperBound {
            let child = child(of: node, at: at)
            let unit = child.map { at..<max(ranges[$0].upperBound, at + 1) } ?? at..<at + 1
            let from = paragraphs[unit.lowerBound].start
            let to = paragraphs[unit.upperBound - 1].end
            if to - from <= target + target / 4, to - from <= maximum, isUniform(unit) {
                let isHeading = child == nil && opensNode(at) && range.upperBound > unit.upperBound
                add(unit, isHeading: isHeading, isSection: child.map { nodes[$0].level <= .article } ?? false)
            } else if let child, unit.count > 1 {
                if !isHeading || end - start > target / 3 { flush() }
                join(unit, node: child)
            } else {
                addSentences(at)
            }
            at = unit.upperBound
        }
        if node >= 0 {
            // The rest of a long node does not go on into the next, but joins what it is a rest of.
            if found.count > firstPassage { mergeTail() }
            flush()
        }
    }

    /// The node in `parent` that a paragraph stands in, nil where it is the parent's own.
    private mutating func child(of parent: Int, at index: Int) -> Int? {
        var node = Int(paragraphs[index].node)
        if node == parent || node < 0 { return nil }
        while let above = nodes[node].parent, above != parent { node = above }
        return node
    }

    /// Whether a paragraph is a heading, one of its lines, or opens what has one.
    private mutating func opensNode(_ index: Int) -> Bool {
        let paragraph = paragraphs[index]
        return paragraph.opensNode || paragraph.node >= 0 && paragraph.end <= nodes[Int(paragraph.node)].headingEnd
    }

    private mutating func isUniform(_ unit: Range<Int>) -> Bool {
        let isBoilerplate = paragraphs[unit.lowerBound].isBoilerplate
        return unit.count == 1 || unit.allSatisfy { paragraphs[$0].isBoilerplate == isBoilerplate }
    }

    /// Adds paragraphs that together are no longer than a passage may be.
    private mutating func add(_ unit: Range<Int>, isHeading: Bool, isSection: Bool) {
        addBytes(
            paragraphs[unit.lowerBound].start, paragraphs[unit.upperBound - 1].end, unit, isHeading: isHeading,
            isSection: isSection)
    }

    private mutating func addBytes(_ from: Int, _ to: Int, _ unit: Range<Int>, isHeading: Bool, isSection: Bool) {
        if end > start {
            let size = end - start
            let joined = to - start
            let isOther = paragraphs[last].isBoilerplate != paragraphs[unit.lowerBound].isBoilerplate
            if joined > maximum || isOther {
                flush()
            } else if !self.isHeading, size * 2 >= target {
                if isSection || isHeading || joined > target && joined - target > target - size { flush() }
            }
        }
        if end == start {
            start = from
            first = unit.lowerBound
            self.isHeading = isHeading
        } else {
            self.isHeading = self.isHeading && isHeading
        }
        end = to
        last = unit.upperBound - 1
    }

    /// Ends the passage.
    private mutating func flush() {
        guard end > start else { return }
        found.append(passage())
        foundFirst = first
        start = end
        isHeading = false
    }

    /// Joins what is left of a long node with the passage before it, where it is a scrap.
    private mutating func mergeTail() {
        guard end > start, end - start < target / 4, let previous = found.last, end - previous.start <= maximum,
            previous.isBoilerplate == paragraphs[first].isBoilerplate
        else { return }
        first = foundFirst
        let joined = passage()
        found[found.count - 1].end = end
        found[found.count - 1].path = joined.path
        found[found.count - 1].through = joined.through
        start = end
        isHeading = false
    }

    // MARK: Long paragraphs

    private mutating func addSentences(_ index: Int) {
        let paragraph = paragraphs[index]
        var from = paragraph.start
        for sentenceEnd in SentenceBoundaries.ends(in: text, range: paragraph.start..<paragraph.end) + [paragraph.end] {
            while from < sentenceEnd {
                while from < sentenceEnd, LineReader.isSpace(text[from]) { from += 1 }
                guard from < sentenceEnd else { break }
                let to = pieceEnd(from, sentenceEnd)
                var end = to
                while LineReader.isSpace(text[end - 1]) { end -= 1 }
                addBytes(from, end, index..<index + 1, isHeading: false, isSection: false)
                from = to
            }
        }
    }

    /// Where a piece of a sentence ends: the sentence's end, or the last space before the limit, or a character's edge.
    private func pieceEnd(_ start: Int, _ end: Int) -> Int {
        if end - start <= maximum { return end }
        for limit in [start + target, start + maximum] {
            var at = limit
            while at > start + (limit - start) / 2, !LineReader.isSpace(text[at]) { at -= 1 }
            if LineReader.isSpace(text[at]) { return at }
        }
        var at = start + maximum
        while at > start + 1, text[at] & 0xC0 == 0x80 { at -= 1 }
        return at
    }

    // MARK: Paths

    /// The passage joined so far, with its path and the headings above it.
    private mutating func passage() -> Passage {
        var passage = Passage(start: start, end: end, isBoilerplate: paragraphs[first].isBoilerplate)
        var from = first
        // Headings of chapters go with what stands below them.
        while from < last, paragraphs[from].node >= 0, nodes[Int(paragraphs[from].node)].level < .article { from += 1 }
        guard paragraphs[from].node >= 0 else { return passage }
        let top = top(Int(paragraphs[from].node), Int(paragraphs[last].node))
        let path = ancestors(top)
        passage.through = through(top)
        passage.path.reserveCapacity(path.count)
        for index in path {
            let node = nodes[index]
            // A dash among dashes is no place that anybody could name.
            guard node.level < .dash else { continue }
            passage.path.append(PathElement(level: node.level, number: node.number))
            if node.headingStart < start {
                passage.headings.append(node.headingStart..<min(node.headingEnd, start))
            }
        }
        return passage
    }

    /// The outermost of a node and those above it that does not hold another node; the node itself if it does.
    private mutating func top(_ node: Int, _ other: Int) -> Int {
        // Parents stand before their children.
        var common = node
        var at = other
        while common != at {
            if common > at { common = nodes[common].parent ?? -1 } else { at = nodes[at].parent ?? -1 }
        }
        var top = node
        while top != common, let parent = nodes[top].parent, parent != common { top = parent }
        return top
    }

    /// The number of the last sibling of a node in the passage joined so far; nil where there is none of its kind.
    private mutating func through(_ top: Int) -> String? {
        let parent = nodes[top].parent
        var sibling = Int(paragraphs[last].node)
        guard sibling > top else { return nil }
        while let above = nodes[sibling].parent, above != parent { sibling = above }
        let (first, last) = (nodes[top], nodes[sibling])
        guard sibling > top, last.parent == parent, last.level == first.level, (.part)...(.letter) ~= first.level,
            !first.number.isEmpty, !last.number.isEmpty, first.number != last.number
        else { return nil }
        return last.number
    }

    private mutating func ancestors(_ node: Int) -> [Int] {
        var path = [node]
        var at = node
        while let parent = nodes[at].parent {
            path.append(parent)
            at = parent
        }
        return path.reversed()
    }
}
