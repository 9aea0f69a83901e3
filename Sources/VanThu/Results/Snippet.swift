/// A stretch of a passage to show beside a hit: where the query's words stand closest together.
///
/// Sentences that fit are shown whole; of longer ones it begins at their start where that is near, else at a word's start.
/// `…` stands where text was cut. White space, line ends and control characters show as one space; nothing else of the text is changed, and no character
/// that a reader sees as one is cut apart.
public struct Snippet: Equatable, Sendable {
    /// A piece of the snippet that is a match, or is none.
    public struct Segment: Equatable, Sendable {
        /// What to show.
        public var text: String
        /// Whether it answers the query.
        public var isMatch: Bool

        /// A piece of text, marked or not.
        public init(text: String, isMatch: Bool) {
            self.text = text
            self.isMatch = isMatch
        }
    }

    /// The pieces in order; marked and unmarked ones alternate.
    public private(set) var segments: [Segment] = []
    /// What of the text is shown, in its bytes; of a passage in bytes of the original document.
    public private(set) var range: Range<Int>

    /// The whole snippet without marks.
    public var text: String { segments.map(\.text).joined() }

    /// Where the matches stand in `text`, in its UTF-8 bytes.
    public var highlights: [Range<Int>] {
        var at = 0
        return segments.compactMap { segment in
            let start = at
            at += segment.text.utf8.count
            return segment.isMatch ? start..<at : nil
        }
    }

    /// Chooses a snippet of a text.
    ///
    /// Linear in the text: cheap per byte for all of it, and per character for at most 64 KiB.
    ///
    /// - Parameters:
    ///   - text: UTF-8; bytes that are not show as `?`.
    ///   - highlights: where matches stand, in bytes of `text`, rising.
    ///   - width: the most characters to show, `…` included; below 8 it counts as 8.
    public init(of text: [UInt8], highlights: [Range<Int>] = [], width: Int) {
        let width = max(8, width)
        let whole = 0..<text.count
        let inside = highlights.map { $0.clamped(to: whole) }.filter { !$0.isEmpty }
        let area = text.count <= Self.exactBytes ? whole : Self.area(of: text, around: inside, width: width)
        let display = DisplayText(text[area], highlights: inside.filter { area.contains($0.lowerBound) })
        let cutBefore = area.lowerBound > 0
        let cutAfter = area.upperBound < text.count
        let window = SnippetWindow.choose(in: display, width: width, isPart: cutBefore || cutAfter)
        let shown = display.units[window]
        range = (shown.first?.bytes.lowerBound ?? area.lowerBound)..<(shown.last?.bytes.upperBound ?? area.lowerBound)
        if cutBefore || window.lowerBound > 0 { append("…", isMatch: false) }
        for unit in shown { append(String(unit.character), isMatch: unit.match != nil) }
        if cutAfter || window.upperBound < display.units.count { append("…", isMatch: false) }
    }

    /// Chooses a snippet of a hit's passage; `width` is in characters.
    public init(of passage: PassageResult, width: Int) {
        self.init(
            of: passage.text,
            highlights: passage.highlights.map {
                ($0.lowerBound - passage.start)..<($0.upperBound - passage.start)
            }, width: width)
        range = range.lowerBound + passage.start..<range.upperBound + passage.start
    }

    private mutating func append(_ text: String, isMatch: Bool) {
        if let last = segments.indices.last, segments[last].isMatch == isMatch {
            segments[last].text += text
        } else {
            segments.append(Segment(text: text, isMatch: isMatch))
        }
    }

    /// Passages are smaller; only whole documents as one passage are larger.
    private static let exactBytes = 1 << 16

    /// The part of a large text worth looking at closely, cut at white space.
    private static func area(of text: [UInt8], around highlights: [Range<Int>], width: Int) -> Range<Int> {
        // A character takes 1.3 bytes on average in Vietnamese; what is chosen here is only the neighbourhood.
        let keys = highlights.map { String(decoding: text[$0], as: UTF8.self).lowercased() }
        let reach = min(width, exactBytes / 8)
        let cluster = SnippetWindow.densest(highlights, keys: keys, width: reach + reach / 3).ranges
        let anchor = highlights.isEmpty ? 0 : highlights[cluster.lowerBound].lowerBound
        var lower = max(0, anchor - exactBytes / 2)
        var upper = min(text.count, lower + exactBytes)
        // White space is the one place where characters surely do not hang together.
        while lower > 0, lower < anchor, !isSpace(text[lower]) { lower += 1 }
        while upper < text.count, upper > anchor, !isSpace(text[upper]) { upper -= 1 }
        if upper <= anchor { upper = text.count }
        return lower..<upper
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }
}
