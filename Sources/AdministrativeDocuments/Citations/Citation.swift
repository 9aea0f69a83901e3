/// A mention of another document (dẫn chiếu), by number or by type, agency and date.
///
/// What the words around it do not say is nil. All offsets are in UTF-8 bytes of the text.
public struct Citation: Sendable, Equatable {
    /// Offset of the mention's first byte: its type's name, or `số`, or the number.
    public var start: Int
    /// Offset behind its last byte: number, date or agency, whichever stands last.
    public var end: Int
    /// The type's name (`Nghị định`), from the words or from the number's symbol; nil for `văn bản số …`.
    public var type: String?
    /// The number's canonical key, as `ReferenceRecognizer` makes it; nil for a mention without number.
    public var numberKey: [UInt8]?
    /// The number's first byte and the offset behind its last.
    public var number: Range<Int>?
    /// Who issued it, in the words of the text, written out (`Ủy ban nhân dân tỉnh`).
    public var agency: String?
    /// The day of issue as `yyyy-mm-dd`; `yyyy` for a law named with its year alone (`Luật Đất đai năm 2013`); nil for a bare
    /// name, whose `key` is that of the full mention before it.
    public var date: String?
    /// What the citing document does with the cited one, where the words say so.
    public var relation: CitationRelation?
    /// What mentions of one document have in common: `CitationKey` says how it is made.
    public var key: String
}

/// What the citing document has to do with the cited one.
///
/// A relation between two other documents (`Nghị định số 1 sửa đổi Nghị định số 2`, `Luật số 1 được sửa đổi bởi Luật số 2`)
/// is none of the citing document.
public enum CitationRelation: String, Sendable, CaseIterable {
    /// It rests on it (căn cứ).
    case basis
    /// It stands in its place (thay thế).
    case replaces
    /// It changes it (sửa đổi).
    case amends
    /// It adds to it (bổ sung).
    case supplements
    /// It ends it (bãi bỏ, hủy bỏ).
    case repeals
    /// It says how to carry it out (hướng dẫn, quy định chi tiết).
    case guides
    /// It says that it is no longer in force (hết hiệu lực).
    case expires
}
