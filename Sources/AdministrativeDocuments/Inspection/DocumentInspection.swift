/// What was understood of one document.
public struct DocumentInspection: Sendable {
    /// What its head says.
    public var head: DocumentHead
    /// The passages the document is cut into.
    public var passages: [Passage]
    /// Every document number, date and number found, in order.
    public var references: [Reference]
}
