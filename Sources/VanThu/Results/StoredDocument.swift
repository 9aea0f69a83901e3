/// A document as the index holds it: what is known of it, how it is built, what it cites and what cites it.
public struct StoredDocument: Equatable, Sendable {
    /// A document that this one mentions.
    public struct Cited: Equatable, Sendable {
        /// What all mentions of it have in common.
        public var key: String
        /// Its first mention with a number, or else its first, as it is written.
        public var text: String
        /// What this document does with it.
        public var relations: [DocumentReport.Citation.Relation]
        /// How often it is mentioned.
        public var mentions: Int
        /// The document of the index that is meant; of several with the number the first.
        public var document: DocumentSummary?
    }

    /// A document of the index that mentions this one.
    public struct Citing: Equatable, Sendable {
        /// The document.
        public var document: DocumentSummary
        /// What it does with this one.
        public var relations: [DocumentReport.Citation.Relation]
    }

    /// A field of its metadata.
    public struct Field: Equatable, Sendable {
        /// Its name, as it was given, or `number`, `type`, … where it was read from the text.
        public var name: String
        /// Its value as JSON.
        public var value: String
    }

    /// What a list of hits shows of it.
    public var summary: DocumentSummary
    /// Its metadata: what its input gave, then what its text says.
    public var metadata: [Field]
    /// What is understood of its text.
    public var report: DocumentReport
    /// The documents it mentions, in order of their first mention.
    public var cites: [Cited]
    /// Documents that mention it, the newest first.
    public var citedBy: [Citing]
    /// How many documents mention it, those beyond the limit included.
    public var citedByTotal: Int
    /// Its text, byte for byte.
    public var text: [UInt8]
}
