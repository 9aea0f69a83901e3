/// What was understood of one document.
public struct DocumentInspection: Sendable {
    /// What it says of itself.
    public var description: DocumentDescription
    /// How the document is built.
    public var outline: DocumentOutline
    /// The passages the document is cut into.
    public var passages: [Passage]
    /// The documents it mentions, in order.
    public var citations: [Citation]
    /// Every document number, date and number found, in order.
    public var references: [Reference]
}
