/// Finds words that stand in order with a few others between them, in the stored words of passages.
///
/// No list says how far apart words stand, so each passage that holds them all is read. For every symbol of the vocabulary
/// that is met it is remembered whether it is one of the words: nearly all are not, and cost no more than a look.
final class SloppyPhrase {
    private enum Meaning: UInt8 { case unknown, separator, other, wanted }

    private let words: [OrdinalSet]
    private let span: Int
    /// The meanings of the symbols of each part of the segment's text, by its first passage.
    private var meanings: [Int: [Meaning]] = [:]
    /// For each word, the latest place of the first word from which on all up to this one were met in order; below zero for none.
    private var starts: [Int]

    /// - Parameters:
    ///   - words: for each word the ordinals it stands for.
    ///   - slop: how many others may stand between the first and the last.
    init(_ words: [OrdinalSet], slop: Int) {
        self.words = words
        span = words.count + max(slop, 0)
        starts = [Int](repeating: -1, count: words.count)
    }

    /// Whether a passage holds the phrase.
    func isHeld(by passage: Int, _ text: StoredText) -> Bool {
        guard let part = text.part(ofPassage: passage), !words.isEmpty else { return false }
        let key = part.passages.lowerBound
        var known = meanings.removeValue(forKey: key) ?? [Meaning](repeating: .unknown, count: part.symbols)
        defer { meanings[key] = known }
        for word in starts.indices { starts[word] = -1 }
        var place = 0
        var isFound = false
        known.withUnsafeMutableBufferPointer { known in
            text.forEachSymbol(text.codes(passage: passage, in: part), part) { symbol in
                var meaning = known[symbol]
                if meaning == .unknown {
                    meaning = self.meaning(part.ordinal(symbol))
                    known[symbol] = meaning
                }
                if meaning == .separator { return }
                if meaning == .wanted, !isFound { isFound = meets(part.ordinal(symbol), at: place) }
                place += 1
            }
        }
        return isFound
    }

    private func meaning(_ ordinal: UInt32) -> Meaning {
        if ordinal == StoredText.separator { return .separator }
        return words.contains { $0.contains(ordinal) } ? .wanted : .other
    }

    /// Takes in one of the words; gives whether the phrase is whole.
    private func meets(_ ordinal: UInt32, at place: Int) -> Bool {
        // Backwards, so that one word of the text does not stand for two of the phrase.
        var word = words.count - 1
        while word > 0 {
            let start = starts[word - 1]
            if start >= 0, place - start < span, words[word].contains(ordinal) {
                if word == words.count - 1 { return true }
                starts[word] = start
            }
            word -= 1
        }
        if words[0].contains(ordinal) {
            if words.count == 1 { return true }
            starts[0] = place
        }
        return false
    }
}
