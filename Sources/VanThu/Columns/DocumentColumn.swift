/// The columns of the index in which a document's metadata is kept: what filters, facets and orders go by.
///
/// A column of categories holds any number of values a document, one of integers at most one. The index knows their names only.
enum DocumentColumn: String, CaseIterable, Sendable {
    /// The number's canonical key, `15/2020/qd-ttg`: one value for every spelling.
    case number
    /// The type's name as it is shown: `Quyết định`.
    case type
    /// The agency's name as it is shown: `Ủy ban nhân dân tỉnh Cà Mau`.
    case agency
    /// The place of issue as it is shown: `Cà Mau`.
    case place
    /// The urgency as it is shown: `Hỏa tốc`.
    case urgency
    /// The signers' names as they are shown.
    case signer
    /// The keys of the documents that it mentions, as `Citation.key` has them.
    case cites
    /// What it does with documents that it mentions: `CitedRelation` says how it is written.
    case relation
    /// The day of issue as an integer, 20200623.
    case date
    /// The year of issue as an integer; from the number where there is no date.
    case year

    /// Whether it holds integers.
    var isInteger: Bool { self == .date || self == .year }
}
