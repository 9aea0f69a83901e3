internal import InvertedIndex

/// Finds what the last word of a leaf stands for in an index: words that begin so, or that are nearly so.
struct QueryExpansion {
    let snapshot: Snapshot
    let reader: QueryWordReader

    /// The most words of the index that one of a query stands for: the nearest, of equally near ones the commonest.
    static let mostTerms = 256
    /// Bytes beyond which nothing is near a word: comparing takes time in proportion.
    private static let longest = 64

    /// The words of `quy*`: those before the last as they are, the last any that begins so.
    func prefix(_ text: String, bareForms: Bool, _ plan: inout QueryPlan) -> QueryWords {
        let shown = QueryNotes.excerpt(text)
        return expanded(text, as: "\(shown)*", bareForms: bareForms, &plan, without: "begins with \"\(shown)\"") {
            last in
            let beginning = KeyBeginning(exact: last.exact, folded: last.folded)
            return snapshot.terms(withPrefix: last.folded, limit: Self.mostTerms) {
                beginning.admits(exact: $0.exact, folded: $0.folded)
                    || bareForms && last.isMarked && $0.exact == $0.folded
            }
        }
    }

    /// The words of `uỷ~1`: the last any that differs in at most so many letters; of a word typed with diacritics these and
    /// its tone are letters.
    func fuzzy(_ text: String, distance: Int, bareForms: Bool, _ plan: inout QueryPlan) -> QueryWords {
        let letters = distance == 1 ? "1 letter" : "\(distance) letters"
        let shown = QueryNotes.excerpt(text)
        return expanded(
            text, as: "\(shown)~\(distance)", bareForms: bareForms, &plan,
            without: "is within \(letters) of \"\(shown)\""
        ) { last in
            guard last.folded.count <= Self.longest else { return TermExpansion() }
            let exact = Self.letters(last.exact)
            return snapshot.terms(near: last.folded, letters: distance, sharing: 0, limit: Self.mostTerms) {
                key, near in
                // What begins with a control character is no word.
                guard let first = key.folded.first, first > 0x20 else { return nil }
                guard last.isMarked, !(bareForms && key.exact == key.folded) else { return near }
                let found = EditDistance.between(exact, Self.letters(key.exact))
                return found <= distance ? found : nil
            }
        }
    }

    private static func letters(_ key: [UInt8]) -> [Unicode.Scalar] {
        Array(String(decoding: key, as: UTF8.self).unicodeScalars)
    }

    private func expanded(
        _ text: String, as label: String, bareForms: Bool, _ plan: inout QueryPlan, without: String,
        _ terms: (QueryWord) -> TermExpansion
    ) -> QueryWords {
        var found = reader.words(of: text, bareForms: bareForms)
        guard var last = found.words.popLast() else { return found }
        // Numbers and dates are whole or none.
        found.references.removeAll()
        for index in found.words.indices { found.words[index].reference = nil }
        let expansion = last.folded.isEmpty ? TermExpansion() : terms(last)
        if expansion.terms.isEmpty {
            plan.note("no word of the index \(without)")
        } else if expansion.isCut {
            plan.note(
                "\(label) stands for \(expansion.found) words of the index; the \(expansion.terms.count) nearest and commonest are looked for"
            )
        }
        last.selection = expansion.selection
        last.isInTitles = false
        last.reference = nil
        if found.words.isEmpty { last.text = label }
        found.words.append(last)
        return found
    }
}

/// The beginning of a word as it was typed: with diacritics its letters count, and its tone if it has one.
///
/// `quý*` is `quý` and `quýt`, but not `quyết`, whose tone stands on a later letter; `đư*` is `đường` and `đưa`, `quy*` is all of
/// `quy`, `quý`, `quyền`.
struct KeyBeginning {
    let folded: [UInt8]
    private let letters: ArraySlice<UInt8>
    private let tone: ArraySlice<UInt8>
    private let isMarked: Bool

    init(exact: [UInt8], folded: [UInt8]) {
        self.folded = folded
        isMarked = exact != folded
        (letters, tone) = Self.parts(exact)
    }

    /// Whether a word begins so.
    func admits(exact: [UInt8], folded other: [UInt8]) -> Bool {
        guard other.starts(with: folded) else { return false }
        guard isMarked else { return true }
        let (otherLetters, otherTone) = Self.parts(exact)
        guard otherLetters.starts(with: letters) else { return false }
        return tone.isEmpty || tone == otherTone && !Self.takesTone(otherLetters.dropFirst(letters.count))
    }

    /// Whether a word's tone stands on what follows its beginning: on a letter with a quality mark, on the middle one of several
    /// vowels, or on one before a final consonant.
    ///
    /// On an open `oa`, `oe`, `uy`, as in `hoá` and `hóa`, it may stand on either.
    private static func takesTone(_ rest: ArraySlice<UInt8>) -> Bool {
        let scalars = Array(String(decoding: rest, as: UTF8.self).unicodeScalars)
        let vowels = scalars.prefix { plainVowels.contains($0) || markedVowels.contains($0) }
        if vowels.contains(where: markedVowels.contains) { return true }
        return vowels.count > 1 || vowels.count == 1 && scalars.count > 1
    }

    private static let plainVowels: Set<Unicode.Scalar> = ["a", "e", "i", "o", "u", "y"]
    private static let markedVowels: Set<Unicode.Scalar> = ["ă", "â", "ê", "ô", "ơ", "ư"]

    /// An exact key's letters, and the tone that stands behind them.
    private static func parts(_ exact: [UInt8]) -> (letters: ArraySlice<UInt8>, tone: ArraySlice<UInt8>) {
        guard exact.count > 2, exact[exact.count - 2] == 0xCC, tones.contains(exact[exact.count - 1]) else {
            return (exact[...], [])
        }
        return (exact.dropLast(2), exact.suffix(2))
    }

    /// Grave, acute, tilde, hook and dot below, as the second byte of their UTF-8.
    private static let tones: Set<UInt8> = [0x80, 0x81, 0x83, 0x89, 0xA3]
}
