/// A passage as a hit shows it; all offsets are in UTF-8 bytes of the original document.
public struct PassageResult: Equatable, Sendable {
    /// Which passage of its document it is, from 0.
    public var ordinal: Int
    /// The headings from the document's root to the passage.
    public var path: [String]
    /// The offset of its first byte.
    public var start: Int
    /// The offset behind its last byte.
    public var end: Int
    /// Its bytes, exactly as they were read: `end - start` of them.
    public var text: [UInt8]
    /// Where words of the query stand: rising, disjoint, inside `start..<end`.
    public var highlights: [Range<Int>]

    /// A passage with everything a hit shows of it.
    public init(
        ordinal: Int, path: [String] = [], start: Int, end: Int, text: [UInt8],
        highlights: [Range<Int>] = []
    ) {
        self.ordinal = ordinal
        self.path = path
        self.start = start
        self.end = end
        self.text = text
        self.highlights = highlights
    }
}
