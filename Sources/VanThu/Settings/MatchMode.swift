/// Which of a query's words a passage must hold to be found.
public enum MatchMode: String, Sendable, CaseIterable {
    /// At least one of them.
    case any
    /// Every one of them, anywhere in the passage.
    case all
    /// All of them, side by side and in the order of the query.
    case phrase
}
