/// What a reference names.
public enum ReferenceKind: Sendable {
    /// A document's number and symbol, or a standard's (`15/2020/QĐ-TTg`, `QCVN 06:2022/BXD`).
    case documentNumber
    /// A day, a month or a quarter.
    case date
    /// A number whose canonical spelling differs from its base token's.
    case number
}

/// A document number, date or number recognised in a run of tokens.
///
/// Its canonical key is a term of its own at the position of its first token, beside the parts.
public struct Reference: Sendable, Equatable {
    /// What it names.
    public var kind: ReferenceKind
    /// The canonical key: UTF-8, lower case, without diacritics, the same for every accepted spelling.
    public var key: [UInt8]
    /// Offset of its first byte in the text.
    public var start: Int
    /// Offset behind its last byte; may lie inside its last token (`5.000m²` is the number 5000 and a unit).
    public var end: Int
    /// Index of its first token.
    public var firstToken: Int
    /// How many tokens it covers.
    public var tokenCount: Int
}
