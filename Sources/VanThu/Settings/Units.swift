/// What one hit of a search is.
public enum ResultUnit: String, Sendable, CaseIterable {
    /// A passage: the same document may stand in the list several times.
    case passage
    /// A document, by its best passage: each stands in the list once.
    case document
}

/// What a document is cut into before it is indexed.
public enum IndexUnit: String, Sendable, CaseIterable {
    /// Passages of a size worth reading, cut along the document's own outline.
    case passages
    /// The whole document as its one passage.
    case whole
}
