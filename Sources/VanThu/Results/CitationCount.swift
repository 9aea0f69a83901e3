/// How many documents of an index mention one document.
public struct CitationCount: Equatable, Sendable {
    /// What all mentions of it have in common: a number's canonical key, or name and date.
    public var key: String
    /// What the newest document that mentions it calls it there, in single spaces; nil where the index holds it.
    public var text: String?
    /// The documents that mention it.
    public var documents: Int
    /// The document, where the index holds it.
    public var document: DocumentSummary?
}
