internal import VietnameseText

/// Whether words are typed in capitals throughout, as headings are: then `VÀ` between them is a word like the others.
///
/// Abbreviations (`UBND`, `QĐ`) and numbers are no evidence: people write them in capitals anyway. What counts is a word
/// that could be spoken: a Vietnamese syllable, or a longer foreign word with enough vowels.
struct CapitalsEvidence {
    private var hasSmallLetters = false
    private var hasCapitals = false

    var isConclusive: Bool { hasCapitals && !hasSmallLetters }

    /// Looks at a leaf's words.
    mutating func add(_ text: QueryText, _ range: Range<Int>) {
        var at = range.lowerBound
        while at < range.upperBound, !hasSmallLetters {
            var end = at
            while end < range.upperBound, text.belongsToWord(end) { end += 1 }
            if end > at {
                add(text.scalars[at..<end], hasDigit: text.traits[at..<end].contains { $0.contains(.digit) })
            }
            at = end + 1
        }
    }

    mutating func add(_ leaf: String) {
        let text = QueryText(leaf: leaf)
        add(text, 0..<text.count)
    }

    private mutating func add(_ word: ArraySlice<Unicode.Scalar>, hasDigit: Bool) {
        guard !hasDigit, QueryOperator(word) == nil else { return }
        if word.contains(where: { $0.properties.isLowercase }) {
            hasSmallLetters = true
        } else if !hasCapitals, word.count > 1, word.count < 32, word.contains(where: { $0.properties.isUppercase }) {
            hasCapitals = Self.canBeSpoken(Array(foldedKey(of: QueryText.string(word)).utf8))
        }
    }

    private static func canBeSpoken(_ letters: [UInt8]) -> Bool {
        let vowels = Set("aeiouy".utf8)
        if letters.count > 4, letters.filter(vowels.contains).count * 4 > letters.count { return true }
        guard let first = letters.firstIndex(where: vowels.contains),
            let last = letters.lastIndex(where: vowels.contains)
        else { return false }
        let onset = String(decoding: letters[..<first], as: UTF8.self)
        let coda = String(decoding: letters[(last + 1)...], as: UTF8.self)
        return letters[first...last].allSatisfy(vowels.contains) && onset.count + coda.count > 0
            && onsets.contains(onset) && codas.contains(coda)
    }

    private static let onsets: Set<String> = [
        "", "b", "c", "ch", "d", "g", "gh", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "q", "r", "s",
        "t",
        "th", "tr", "v", "x",
    ]
    private static let codas: Set<String> = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"]
}
