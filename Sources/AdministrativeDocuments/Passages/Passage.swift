/// A part of a document of a size worth reading: the unit that is indexed and ranked.
public struct Passage: Sendable, Equatable {
    /// Offset of its first byte in the document's text; no white space stands there.
    public var start: Int
    /// Offset behind its last byte; no white space stands before it.
    public var end: Int
    /// Where it stands in the outline, outermost first, as far as its parts have numbers; of several siblings, the first is named.
    public var path: [PathElement]
    /// The number of the last of the siblings that it holds, where the path names the first of several.
    public var through: String?
    /// The headings of its path that stand before it, outermost first: what its words are about.
    public var headings: [Range<Int>]
    /// Whether it holds recipients or signatures, which must not rank with the body.
    public var isBoilerplate: Bool

    /// A passage at a byte range.
    public init(
        start: Int, end: Int, path: [PathElement] = [], through: String? = nil, headings: [Range<Int>] = [],
        isBoilerplate: Bool = false
    ) {
        self.start = start
        self.end = end
        self.path = path
        self.through = through
        self.headings = headings
        self.isBoilerplate = isBoilerplate
    }

    /// The path as people are told it: of several siblings it names the first and the last, `Điều 6–8`.
    public var place: [PathElement] {
        guard let through, var last = path.last else { return path }
        last.number += "–" + through
        return path.dropLast() + [last]
    }
}
