/// A part of a document with a number or a mark of its own.
public struct OutlineNode: Sendable, Equatable {
    /// What it is.
    public var level: OutlineLevel
    /// Its number as it is told apart from its siblings: `II`, `7`, `2a`, `đ`, `1.1`; the title's first words of an
    /// attachment, `Mẫu 01` of a form; empty for what has none.
    public var number: String
    /// Offset of the first byte of its number and title.
    public var headingStart: Int
    /// Offset behind its number and title: one line, however often it is wrapped.
    public var headingEnd: Int
    /// Offset of its first byte; that of its heading.
    public var start: Int
    /// Offset behind the last byte of all that belongs to it.
    public var end: Int
    /// The node it is in, as an index into the outline's nodes.
    public var parent: Int?
}

/// How a document is built, as far as its headings, numbers and marks say.
public struct DocumentOutline: Sendable, Equatable {
    /// All nodes in the order of the text; a node stands behind its parent.
    public var nodes: [OutlineNode]

    /// An outline of nodes in the order of the text.
    public init(nodes: [OutlineNode] = []) { self.nodes = nodes }

    /// The nodes from the outermost to one, by index.
    public func path(of index: Int) -> [Int] {
        var path = [index]
        while let last = path.last, let parent = nodes[last].parent { path.append(parent) }
        return path.reversed()
    }
}
