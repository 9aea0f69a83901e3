/// Reads how a document is built: its chapters, articles, clauses, lists, annexes, and the texts it carries with it.
///
/// Both families are read (Phần › Chương › Mục › Tiểu mục › Điều › Khoản › Điểm; I. › 1. › 1.1. › a) › - › +), in the shapes of
/// real files: headings that a wrap divides, spaced letters, lost accents, titles below their numbers. Which lines are
/// headings is decided by the numbers: what follows in its sequence is one, what does not is a mention, an amendment's words, a
/// table's row. Linear in the text's length.
public struct OutlineReader: Sendable {
    /// A reader; it holds nothing.
    public init() {}

    /// The outline of a text; `text` must be valid UTF-8.
    public func read(_ text: UnsafeRawBufferPointer) -> DocumentOutline {
        DocumentOutline(nodes: outlined(text).nodes)
    }

    /// The text's paragraphs with the outline.
    func outlined(_ text: UnsafeRawBufferPointer) -> OutlinedText {
        var reader = BlockReader(text)
        reader.setContentsApart()
        var articles = ArticleMarks(text: text, blocks: reader.blocks, marks: reader.marks).chosen()
        let quoted = articles.filter { reader.blocks[$0.block].traits.contains(.isQuoted) }
        if !quoted.isEmpty {
            // A quotation whose end was not found: it ended before the article that is in turn.
            reader = BlockReader(text, barriers: quoted.map { reader.blocks[$0.block].start })
            reader.setContentsApart()
            articles = ArticleMarks(text: text, blocks: reader.blocks, marks: reader.marks).chosen()
        }
        var builder = OutlineBuilder(reader, articles: articles)
        return builder.build()
    }
}
