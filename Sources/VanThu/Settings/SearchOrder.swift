/// The order in which hits are given.
///
/// By score, passages that hold the words without their diacritics stand far below those that hold them as they were typed. By date
/// there is no below: such passages are given only where no other answers.
public enum SearchOrder: String, Sendable, CaseIterable {
    /// The best first; a query that holds nothing but filters has no score, and is answered with the newest first.
    case score
    /// The latest day of issue first; documents without one come last.
    case newest
    /// The earliest day of issue first; documents without one come last.
    case oldest
}

/// What the documents that match can be counted by.
public enum FacetField: String, Sendable, CaseIterable {
    case type
    case agency
    case year
    case place
    case urgency
    case signer
}
