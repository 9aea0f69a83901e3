/// A value read from a document, where it stands, and how sure the reading is.
public struct InspectedValue: Sendable, Equatable {
    /// The value: a canonical number or date, a type's full name, or the text with its wraps healed.
    public var value: String
    /// Offset of its first byte in the text.
    public var start: Int
    /// Offset behind its last byte.
    public var end: Int
    /// From 0 to 1: how plainly it stood where Decree 30/2020/NĐ-CP puts it; a judgement, not a measured share.
    public var confidence: Double
}

/// What was understood of one document.
///
/// A field that is not plainly there is nil; nothing is guessed.
public struct DocumentInspection: Sendable {
    /// Number and symbol (số, ký hiệu) in canonical spelling, from behind `Số:`.
    public var number: InspectedValue?
    /// The type's name (loại văn bản) from a line of its own.
    public var type: InspectedValue?
    /// The day of issue, as `yyyy-mm-dd`, from the line of place and date.
    public var date: InspectedValue?
    /// The place (địa danh) before the date.
    public var place: InspectedValue?
    /// The abstract (trích yếu): what follows the type, or `V/v …`.
    public var title: InspectedValue?
    /// The passages the document is cut into.
    public var passages: [Passage]
    /// Every document number, date and number found, in order.
    public var references: [Reference]
}
