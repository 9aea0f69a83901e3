/// A text's paragraphs, each with the innermost node it stands in; what outline and passages are made of.
struct OutlinedText {
    struct Paragraph {
        var start: Int
        var end: Int
        /// The node it is in, -1 for none.
        var node: Int32
        /// Whether it opens that node.
        var opensNode: Bool
        /// Recipients or signatures.
        var isBoilerplate: Bool
    }

    var paragraphs: [Paragraph] = []
    var nodes: [OutlineNode] = []
}
