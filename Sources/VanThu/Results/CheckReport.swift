/// What verifying every byte of an index found.
public struct CheckReport: Equatable, Sendable {
    /// Files read.
    public var files: Int
    /// Bytes read.
    public var bytes: Int
    /// Documents seen.
    public var documents: Int
    /// Passages seen.
    public var passages: Int
    /// What is wrong, a line each; empty when the index is whole.
    public var problems: [String]

    /// A report with its numbers.
    public init(files: Int, bytes: Int, documents: Int, passages: Int, problems: [String]) {
        self.files = files
        self.bytes = bytes
        self.documents = documents
        self.passages = passages
        self.problems = problems
    }
}
