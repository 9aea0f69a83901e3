/// How many of the matching documents have each value of a field.
public struct FacetResult: Equatable, Sendable {
    /// A value and its documents.
    public struct Count: Equatable, Sendable {
        /// The value as it is shown.
        public var value: String
        /// The matching documents that have it.
        public var documents: Int

        /// A value and how many documents have it.
        public init(value: String, documents: Int) {
            self.value = value
            self.documents = documents
        }
    }

    /// The field.
    public var field: FacetField
    /// Its commonest values, the commonest first; years the latest first.
    public var counts: [Count]
    /// How many different values there are among the matching documents.
    public var distinct: Int
    /// How many matching documents have none.
    public var missing: Int

    /// A field with its counts.
    public init(field: FacetField, counts: [Count], distinct: Int, missing: Int) {
        self.field = field
        self.counts = counts
        self.distinct = distinct
        self.missing = missing
    }
}
