/// The terms that a builder's documents use, in the order of (folded, exact), and the ordinal of each word's term.
struct TermOrder {
    /// Terms by ordinal.
    private(set) var terms: [UInt32] = []
    /// Ordinal of each term, `StoredText.noTerm` where it is not used.
    private(set) var ordinalOfTerm: [UInt32]
    /// Whether the term at an ordinal has the folded key of the one before.
    private var continuesGroup: [Bool] = []

    /// The terms of the passages.
    init(of builder: SegmentBuilder) {
        let vocabulary = builder.vocabulary
        var used = [Bool](repeating: false, count: vocabulary.exactKeys.count)
        var usedWords = [Bool](repeating: false, count: vocabulary.words.count)
        usedWords.withUnsafeMutableBufferPointer { usedWords in
            let log = builder.log.base
            for i in 0..<builder.log.count where log[i] < SegmentBuilder.separatorBit { usedWords[Int(log[i])] = true }
        }
        for (word, isUsed) in usedWords.enumerated() where isUsed { used[Int(vocabulary.termOfWord[word])] = true }
        for extra in builder.extras { used[Int(extra.term)] = true }
        ordinalOfTerm = []
        sort(used, vocabulary)
    }

    /// The terms of the titles.
    init(ofTitles builder: SegmentBuilder) {
        var used = [Bool](repeating: false, count: builder.vocabulary.exactKeys.count)
        for entry in builder.titleTerms { used[Int(entry.term)] = true }
        ordinalOfTerm = []
        sort(used, builder.vocabulary)
    }

    private mutating func sort(_ used: [Bool], _ vocabulary: Vocabulary) {
        // The first eight bytes of the folded key, as a number, decide most comparisons.
        var keyed: [(prefix: UInt64, term: UInt32)] = []
        let folded = vocabulary.foldedKeys
        let exact = vocabulary.exactKeys
        for (term, isUsed) in used.enumerated() where isUsed {
            var prefix: UInt64 = 0
            let range = folded.range(UInt32(term))
            for i in 0..<8 {
                prefix = prefix << 8 | (i < range.count ? UInt64(folded.bytes[range.lowerBound + i]) : 0)
            }
            keyed.append((prefix, UInt32(term)))
        }
        folded.bytes.withUnsafeBytes { foldedBytes in
            exact.bytes.withUnsafeBytes { exactBytes in
                keyed.sort { a, b in
                    if a.prefix != b.prefix { return a.prefix < b.prefix }
                    let byFolded = compareBytes(
                        UnsafeRawBufferPointer(rebasing: foldedBytes[folded.range(a.term)]),
                        UnsafeRawBufferPointer(rebasing: foldedBytes[folded.range(b.term)]))
                    if byFolded != 0 { return byFolded < 0 }
                    return compareBytes(
                        UnsafeRawBufferPointer(rebasing: exactBytes[exact.range(a.term)]),
                        UnsafeRawBufferPointer(rebasing: exactBytes[exact.range(b.term)])) < 0
                }
                terms = keyed.map(\.term)
                continuesGroup = [Bool](repeating: false, count: terms.count)
                for i in terms.indices.dropFirst() where keyed[i].prefix == keyed[i - 1].prefix {
                    continuesGroup[i] =
                        compareBytes(
                            UnsafeRawBufferPointer(rebasing: foldedBytes[folded.range(terms[i])]),
                            UnsafeRawBufferPointer(rebasing: foldedBytes[folded.range(terms[i - 1])])) == 0
                }
            }
        }
        ordinalOfTerm = [UInt32](repeating: StoredText.noTerm, count: used.count)
        for (ordinal, term) in terms.enumerated() { ordinalOfTerm[Int(term)] = UInt32(ordinal) }
    }

    /// One past the last term of the group that begins at an ordinal.
    func groupEnd(from ordinal: Int) -> Int {
        var end = ordinal + 1
        while end < terms.count, continuesGroup[end] { end += 1 }
        return end
    }

    /// The ordinal of each word's term.
    func ordinalOfWord(_ vocabulary: Vocabulary) -> [UInt32] {
        vocabulary.termOfWord.map { ordinalOfTerm[Int($0)] }
    }
}
