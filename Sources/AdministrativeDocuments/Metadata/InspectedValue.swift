/// A value read from a document, where it stands, and how sure the reading is.
public struct InspectedValue: Sendable, Equatable {
    /// The value: a canonical number, name or date, a type's full name, or the text with its wraps healed.
    public var value: String
    /// Offset of its first byte in the text.
    public var start: Int
    /// Offset behind its last byte.
    public var end: Int
    /// From 0 to 1: how plainly it stood where Decree 30/2020/NĐ-CP puts it; a judgement, not a measured share.
    public var confidence: Double

    /// A value at a byte range.
    public init(value: String, start: Int, end: Int, confidence: Double) {
        self.value = value
        self.start = start
        self.end = end
        self.confidence = confidence
    }
}
