/// A mention while a text is read: which tokens it covers, and what they say.
struct Mention {
    /// Its tokens.
    var tokens: Range<Int>
    /// Its bytes: a number may end inside its last token.
    var bytes: Range<Int>
    /// Index of its type in `CitedType.all`.
    var type: Int?
    /// Index of the reference that is its number.
    var number: Int?
    /// `yyyy-mm-dd` or `yyyy`.
    var date: String?
    var agency: String?
    /// The tokens of a law's subject.
    var subject: Range<Int>?
    var relation: CitationRelation?

    /// A law's bare name takes part in lists and relations, but says too little to be a citation.
    var isCitation: Bool { number != nil || date != nil }
}
