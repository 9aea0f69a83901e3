/// A part of a document of a size worth reading: the unit that is indexed and ranked.
public struct Passage: Sendable, Equatable {
    /// Offset of its first byte in the document's text; no white space stands there.
    public var start: Int
    /// Offset behind its last byte; no white space stands before it.
    public var end: Int
    /// The headings above it, outermost first; empty until the outline is read.
    public var path: [String]
    /// Whether it holds recipients or signatures, which must not rank with the body.
    public var isBoilerplate: Bool

    /// A passage at a byte range.
    public init(start: Int, end: Int, path: [String] = [], isBoilerplate: Bool = false) {
        self.start = start
        self.end = end
        self.path = path
        self.isBoilerplate = isBoilerplate
    }
}
