internal import VietnameseText

/// Cuts a text into passages of a size worth reading.
///
/// Soft wraps do not end paragraphs; small paragraphs are joined up to the target size, but not across a heading once the
/// passage is half full, and a heading is not left behind at a passage's end. Paragraphs longer than the target are cut at
/// sentence ends, longer sentences at a space, and what has no space at a character. Recipients and signatures
/// stand in passages of their own.
///
/// Ranges rise and never overlap, each byte that is not ASCII white space is in exactly one, and none is longer than
/// `maximumBytes`. Linear in the text's length.
public struct PassageCutter: Sendable {
    /// The size passages are joined up to, in bytes.
    public var targetBytes = 1600
    /// The size no passage exceeds, in bytes; at least 8.
    public var maximumBytes = 3200

    /// A cutter with the default sizes.
    public init() {}

    /// The passages of a text, in order; `text` must be valid UTF-8.
    public func cut(_ text: UnsafeRawBufferPointer) -> [Passage] {
        let maximum = max(maximumBytes, 8)
        var joiner = PassageJoiner(text: text, target: min(max(targetBytes, 1), maximum), maximum: maximum)
        var paragraphs = ParagraphReader(text)
        let shape = LineShape(text: text)
        var boilerplateStart: Int?
        while let paragraph = paragraphs.next() {
            if let start = boilerplateStart {
                // A list of recipients and a signature are short; what goes on longer is an attachment.
                if paragraph.start - start > 3000 || shape.opensAttachment(paragraph.start, paragraph.firstLineEnd) {
                    boilerplateStart = nil
                }
            } else if shape.opensBoilerplate(paragraph.start, paragraph.firstLineEnd) {
                boilerplateStart = paragraph.start
            }
            let isBoilerplate = boilerplateStart != nil
            let isHeading = !isBoilerplate && shape.isHeading(paragraph.start, paragraph.firstLineEnd)
            if paragraph.end - paragraph.start <= joiner.target {
                joiner.add(paragraph.start, paragraph.end, isHeading: isHeading, isBoilerplate: isBoilerplate)
            } else {
                addSentences(paragraph, text, &joiner, isHeading: isHeading, isBoilerplate: isBoilerplate)
            }
        }
        return joiner.finish()
    }

    private func addSentences(
        _ paragraph: ParagraphReader.Paragraph, _ text: UnsafeRawBufferPointer, _ joiner: inout PassageJoiner,
        isHeading: Bool, isBoilerplate: Bool
    ) {
        var start = paragraph.start
        var isFirst = isHeading
        for sentenceEnd in SentenceBoundaries.ends(in: text, range: paragraph.start..<paragraph.end) + [paragraph.end] {
            var from = start
            while from < sentenceEnd {
                while from < sentenceEnd, LineReader.isSpace(text[from]) { from += 1 }
                guard from < sentenceEnd else { break }
                let to = pieceEnd(text, from, sentenceEnd, joiner.target, joiner.maximum)
                var end = to
                while LineReader.isSpace(text[end - 1]) { end -= 1 }
                joiner.add(from, end, isHeading: isFirst, isBoilerplate: isBoilerplate)
                isFirst = false
                from = to
            }
            start = max(start, sentenceEnd)
        }
    }

    /// Where a piece of a sentence ends: the sentence's end, or the last space before the limit, or a character's edge.
    private func pieceEnd(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int, _ target: Int, _ maximum: Int)
        -> Int
    {
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
}

/// Joins pieces of text into passages as they come.
private struct PassageJoiner {
    let text: UnsafeRawBufferPointer
    let target: Int
    let maximum: Int
    private var passages: [Passage] = []
    private var start = 0
    private var end = 0
    private var isBoilerplate = false
    /// Where the last piece began, if it is a heading and not the passage's first piece.
    private var lastHeading: (start: Int, previousEnd: Int)?

    init(text: UnsafeRawBufferPointer, target: Int, maximum: Int) {
        self.text = text
        self.target = target
        self.maximum = maximum
        passages.reserveCapacity(text.count / target + 1)
    }

    /// Adds the next piece, no longer than the maximum.
    mutating func add(_ from: Int, _ to: Int, isHeading: Bool, isBoilerplate: Bool) {
        if end > start, mustClose(before: from, to, isHeading: isHeading, isBoilerplate: isBoilerplate) {
            close(
                beforeHeading: !isHeading && isBoilerplate == self.isBoilerplate, room: maximum - (to - from),
                next: from)
        }
        if end == start {
            start = from
            self.isBoilerplate = isBoilerplate
            lastHeading = nil
        } else if isHeading {
            // A run of headings (Chương II, its title, Điều 7) moves as one.
            if lastHeading == nil { lastHeading = (from, end) }
        } else {
            lastHeading = nil
        }
        end = to
    }

    private func mustClose(before from: Int, _ to: Int, isHeading: Bool, isBoilerplate: Bool) -> Bool {
        if isBoilerplate != self.isBoilerplate { return true }
        let size = end - start
        let joined = to - start
        if joined > maximum { return true }
        if size * 2 < target { return false }
        if isHeading, lastHeading == nil { return true }
        return joined > target && joined - target > target - size
    }

    /// Ends the passage; a heading at its end goes over to the next one where that leaves room for the next piece.
    private mutating func close(beforeHeading: Bool, room: Int, next: Int) {
        if beforeHeading, let heading = lastHeading, next - heading.start <= room {
            passages.append(Passage(start: start, end: heading.previousEnd, isBoilerplate: isBoilerplate))
            start = heading.start
            lastHeading = nil
            return
        }
        passages.append(Passage(start: start, end: end, isBoilerplate: isBoilerplate))
        start = end
    }

    mutating func finish() -> [Passage] {
        if end > start { passages.append(Passage(start: start, end: end, isBoilerplate: isBoilerplate)) }
        return passages
    }
}
