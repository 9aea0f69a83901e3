/// A word between operands that says how they belong together.
enum QueryOperator: Equatable {
    case and, or, not

    /// The operator that a word is; only in capitals, and with its diacritics where it has any.
    init?(_ word: ArraySlice<Unicode.Scalar>) {
        guard word.count > 1, word.count <= Self.longest, let first = word.first else { return nil }
        switch first {
        case "A", "O", "N", "V", "H", "K": break
        default: return nil
        }
        // Strings are equal in every normal form.
        switch QueryText.string(word) {
        case "AND", "VÀ": self = .and
        case "OR", "HOẶC": self = .or
        case "NOT", "KHÔNG": self = .not
        default: return nil
        }
    }

    /// Whether an operator's word is one that headings in capitals hold, too: VÀ, HOẶC, KHÔNG.
    static func isVietnamese(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        word.first == "V" || word.first == "H" || word.first == "K"
    }

    /// The scalars of the longest, `HOẶC` or `KHÔNG` with its marks apart.
    static let longest = 6
}
