/// What was understood of one document; all offsets are in UTF-8 bytes of its text.
public struct DocumentReport: Equatable, Sendable {
    /// A value that the document says of itself.
    public struct Field: Equatable, Sendable {
        /// The value: as spelled, a type's full name, or a date as `2020-06-23`.
        public var value: String
        /// The offset of its first byte.
        public var start: Int
        /// The offset behind its last byte.
        public var end: Int
        /// From 0 to 1: how plainly it stood where the rules for documents put it; a judgement, not a measured share.
        public var confidence: Double
    }

    /// A part of the document with a number or a mark of its own.
    public struct OutlineNode: Equatable, Sendable {
        /// What it is: `chapter`, `article`, `clause` and so on.
        public var level: String
        /// Its number, as `II`, `7`, `2a`, `đ`, `1.1`; empty for what has none.
        public var number: String
        /// How it is called: `Chương II`, `Điều 7`, `a)`.
        public var label: String
        /// Its number and title on one line.
        public var title: String
        /// The offset of its first byte.
        public var start: Int
        /// The offset behind the last byte of all that belongs to it.
        public var end: Int
        /// The node it is in, as an index into the outline.
        public var parent: Int?
    }

    /// A part of the document of a size worth reading, as it would be indexed.
    public struct Passage: Equatable, Sendable {
        /// The headings from the document's root to the passage.
        public var path: [String]
        /// The offset of its first byte.
        public var start: Int
        /// The offset behind its last byte.
        public var end: Int
        /// Whether it holds recipients or signatures.
        public var isBoilerplate: Bool
    }

    /// A mention of another document, with what the words around it say.
    public struct Citation: Equatable, Sendable {
        /// How the other document is named.
        public enum Kind: String, Sendable {
            /// By its number.
            case documentNumber = "document_number"
            /// By type, subject or agency, and date.
            case documentName = "document_name"
        }

        /// What the document does with the one it mentions.
        public enum Relation: String, Sendable, CaseIterable {
            /// It rests on it (căn cứ).
            case basis
            /// It stands in its place (thay thế).
            case replaces
            /// It changes it (sửa đổi).
            case amends
            /// It adds to it (bổ sung).
            case supplements
            /// It ends it (bãi bỏ).
            case repeals
            /// It says how to carry it out (hướng dẫn).
            case guides
            /// It says that it is no longer in force (hết hiệu lực).
            case expires
        }

        /// How the other document is named.
        public var kind: Kind
        /// The same for all mentions of one document: the number's canonical key, or type, subject or agency, and date.
        public var key: String
        /// The mention as it is written.
        public var text: String
        /// The offset of its first byte.
        public var start: Int
        /// The offset behind its last byte.
        public var end: Int
        /// The type's name.
        public var type: String?
        /// The number as it is written, without spaces.
        public var number: String?
        /// Who issued the other document.
        public var agency: String?
        /// Its date of issue as `2020-06-23`, or the year alone of a law.
        public var date: String?
        /// What the document does with the other one, where the words say so.
        public var relation: Relation?
    }

    /// A document number, date or number in the text.
    public struct Reference: Equatable, Sendable {
        /// What it names.
        public var kind: AnalysedToken.Kind
        /// Its canonical key, the same for every spelling.
        public var key: String
        /// As it is written.
        public var text: String
        /// The offset of its first byte.
        public var start: Int
        /// The offset behind its last byte.
        public var end: Int
    }

    /// The document's identity.
    public var id: String
    /// What it says of itself.
    public var metadata: Metadata
    /// How it is built, in the order of the text.
    public var outline: [OutlineNode]
    /// The passages it is cut into, in order.
    public var passages: [Passage]
    /// The mentions of other documents in the text, in order.
    public var citations: [Citation]
    /// The dates and numbers in the text, in order.
    public var references: [Reference]
}
