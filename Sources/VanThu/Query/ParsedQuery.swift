/// A stretch of a query that is asked for in one way.
public struct QueryClause: Equatable, Sendable {
    /// What the clause does to a passage's place in the answer.
    public enum Occurrence: String, Sendable, CaseIterable {
        /// Raises passages that match; under `MatchMode.all` they have to.
        case should
        /// Passages have to match (`+`).
        case must
        /// Passages must not match (`-`).
        case mustNot
    }

    /// How the clause's text is matched.
    public enum Kind: String, Sendable, CaseIterable {
        /// Each word for itself.
        case words
        /// All words side by side, in order (`"…"`).
        case phrase
    }

    /// What the clause does to a passage's place in the answer.
    public var occurrence: Occurrence
    /// How its text is matched.
    public var kind: Kind
    /// Its text, without operator and quotes; it holds at least one letter or digit.
    public var text: String
    /// Where `text` stands in the query, in UTF-8 bytes.
    public var range: Range<Int>

    /// A clause of a query.
    public init(occurrence: Occurrence, kind: Kind, text: String, range: Range<Int>) {
        self.occurrence = occurrence
        self.kind = kind
        self.text = text
        self.range = range
    }
}

/// A query as it was understood.
///
/// Every letter and digit of the query stands in exactly one clause, and the clauses stand in the query's order.
public struct ParsedQuery: Equatable, Sendable {
    /// The clauses, in the order of the query; plain words that follow each other are one clause.
    public var clauses: [QueryClause]
    /// Lines for people about what was read as text although it looks like an operator.
    public var notes: [String]

    /// A query of the given clauses.
    public init(clauses: [QueryClause], notes: [String] = []) {
        self.clauses = clauses
        self.notes = notes
    }
}
