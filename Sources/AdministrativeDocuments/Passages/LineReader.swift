internal import Glibc

/// A line that is not blank, trimmed, and what stands between it and the line before.
struct TextLine {
    var start: Int
    var end: Int
    /// Line ends since the last line, with the doubled ones of crawled files (`\r\n\n`) counted once.
    var breaks: Int
    /// Whether those line ends are such an artefact, which wraps lines inside sentences.
    var isWrapArtefact: Bool
}

/// Goes through a text's lines; white space is that of ASCII, so no byte of a letter is ever trimmed.
struct LineReader {
    private let text: UnsafeRawBufferPointer
    private var at: Int

    init(_ text: UnsafeRawBufferPointer, from start: Int = 0) {
        self.text = text
        at = start
    }

    /// The next line that holds more than white space.
    mutating func next() -> TextLine? {
        guard let base = text.baseAddress else { return nil }
        var feeds = 0
        var returns = 0
        while at < text.count {
            switch text[at] {
            case 0x0A: feeds += 1
            case 0x0D: returns += 1
            case 0x20, 0x09, 0x0B, 0x0C: break
            default:
                let start = at
                let feed = memchr(base + at, 0x0A, text.count - at)
                let lineEnd = feed.map { base.distance(to: UnsafeRawPointer($0)) } ?? text.count
                var end = lineEnd
                while Self.isSpace(text[end - 1]) { end -= 1 }
                at = end
                let isArtefact = feeds == 2 && returns == 1
                return TextLine(start: start, end: end, breaks: isArtefact ? 1 : feeds, isWrapArtefact: isArtefact)
            }
            at += 1
        }
        return nil
    }

    /// Whether a byte is ASCII white space.
    @inline(__always) static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
