/// A level of a document's outline, outermost first within each of the two families (VIETNAMESE: legal texts, and others).
public enum OutlineLevel: UInt8, Sendable, CaseIterable, Comparable {
    /// A text that the document issues and carries, with a numbering of its own: `QUY CHẾ … (Ban hành kèm theo …)`.
    case attachment
    /// `PHỤ LỤC II`, and forms: `Mẫu số 01`.
    case annex
    /// `Phần thứ nhất`, `A.`.
    case part
    /// `Chương II`.
    case chapter
    /// `Mục 3`.
    case section
    /// `Tiểu mục 1`.
    case subsection
    /// `Điều 7.`.
    case article
    /// `2.` of an article.
    case clause
    /// `a)` of an article.
    case point
    /// `IV.`.
    case roman
    /// `1.`, `1)`, `(1)`.
    case number
    /// `1.1.`.
    case decimal
    /// `a)` outside of articles.
    case letter
    /// `-`.
    case dash
    /// `+`.
    case plus

    /// Whether one stands above another in the order of this list.
    public static func < (left: OutlineLevel, right: OutlineLevel) -> Bool { left.rawValue < right.rawValue }
}
