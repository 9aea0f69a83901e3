@testable import InvertedIndex

/// Answers queries by going through all words of all documents, in double precision and without any index.
///
/// It shares the query's form with the engine, and the representative lengths of `LengthClass`; nothing else.
struct Oracle {
    struct Document {
        var segment: Int
        var number: Int
        var isLive: Bool
        var passages: [Int]
        var titleWords: [[UInt8]]
        var length: Int
        var source: SampleDocument
    }

    struct Passage {
        var segment: Int
        var number: Int
        var document: Int
        /// Exact terms by number.
        var words: [Int]
        var extras: [Int]
        var length: Double
    }

    private(set) var documents: [Document] = []
    private(set) var passages: [Passage] = []
    private var termNumbers: [SampleWord: Int] = [:]
    private var terms: [SampleWord] = []
    private var averageLength = 1.0
    private var averageDocumentLength = 1.0
    private var averageTitleLength = 1.0

    /// - Parameters:
    ///   - segments: documents by segment.
    ///   - deleted: numbers of deleted documents by segment.
    init(_ segments: [[SampleDocument]], deleted: [Set<Int>]) {
        var tokens = 0
        var titleTokens = 0
        for (segment, all) in segments.enumerated() {
            var passageNumber = 0
            for (number, document) in all.enumerated() {
                var own: [Int] = []
                var length = 0
                for passage in document.passages {
                    own.append(passages.count)
                    passages.append(
                        Passage(
                            segment: segment, number: passageNumber, document: documents.count,
                            words: passage.words.map { term($0) }, extras: passage.extras.map { term($0) },
                            length: Self.representative(passage.words.count)))
                    passageNumber += 1
                    length += passage.words.count
                }
                tokens += length
                titleTokens += document.titleWords.count
                documents.append(
                    Document(
                        segment: segment, number: number, isLive: !deleted[segment].contains(number), passages: own,
                        titleWords: document.titleWords.map(\.folded), length: length, source: document))
            }
        }
        averageLength = max(1, Double(tokens) / Double(max(1, passages.count)))
        averageDocumentLength = max(1, Double(tokens) / Double(max(1, documents.count)))
        averageTitleLength = max(1, Double(titleTokens) / Double(max(1, documents.count)))
    }

    private mutating func term(_ word: SampleWord) -> Int {
        var key = word
        key.surface = []
        if let known = termNumbers[key] { return known }
        termNumbers[key] = terms.count
        terms.append(key)
        return terms.count - 1
    }

    /// The nearest representative length, the lower of two as near.
    private static func representative(_ length: Int) -> Double {
        var best = LengthClass.lengths[0]
        for candidate in LengthClass.lengths where abs(candidate - Float(length)) < abs(best - Float(length)) {
            best = candidate
        }
        return Double(best)
    }

    // MARK: Passages

    /// One scored thing of a query, with how often each passage holds it.
    struct Item {
        var weight: Double
        var frequencies: [Int]
        var isPair = false
        var isPhrase = false
        var place = 0
    }

    /// All passages that match, with what the engine's 16-bit sums may be wrong by.
    struct Answer {
        var scores: [Int: Double] = [:]
        var items: [Item] = []
        /// Bound of the difference between a passage's score and its sum, in units of the score.
        var error = 0.0
    }

    private static func idf(_ count: Int, _ total: Int) -> Double {
        let n = Double(min(count, total))
        return logarithm(1 + (Double(total) - n + 0.5) / (n + 0.5))
    }

    func isSelected(_ selection: TermSelection, _ term: Int) -> Bool {
        switch selection {
        case .exact(let key): terms[term].exact == key.exact
        case .anyForm(let folded): terms[term].folded == folded
        case .anyOf(let keys): keys.contains(TermKey(exact: terms[term].exact, folded: terms[term].folded))
        case .forms(let exact, let folded): terms[term].folded == folded && exact.contains(terms[term].exact)
        }
    }

    func answer(_ query: RankedQuery) -> Answer {
        let selected = query.selections.map { selection in Set(terms.indices.filter { isSelected(selection, $0) }) }
        let total = passages.count
        let occurrences = selected.map { set in
            passages.map { passage in (passage.words + passage.extras).count { set.contains($0) } }
        }
        let wordCounts = occurrences.map { $0.count { $0 > 0 } }
        var answer = Answer()
        for (place, term) in query.terms.enumerated() where wordCounts[term.selection] > 0 {
            answer.items.append(
                Item(
                    weight: Double(term.weight) * Self.idf(wordCounts[term.selection], total),
                    frequencies: occurrences[term.selection], place: place))
        }
        for (place, pair) in query.pairs.enumerated() {
            let (frequencies, count) = pairFrequencies(selected[pair.first], selected[pair.second])
            if count == 0 { continue }
            answer.items.append(
                Item(
                    weight: Double(pair.weight) * Self.idf(count, total), frequencies: frequencies, isPair: true,
                    place: place))
        }
        var conditions: [[Int]] = []
        for (condition, factor) in zip(query.required, query.requiredWeights) {
            switch condition {
            case .term(let word): conditions.append(occurrences[word])
            case .phrase(let words):
                let frequencies = phraseFrequencies(words.map { selected[$0] })
                conditions.append(frequencies)
                let weight = Double(factor) * words.reduce(0) { $0 + Self.idf(wordCounts[$1], total) }
                answer.items.append(Item(weight: weight, frequencies: frequencies, isPhrase: true))
            }
        }
        let excluded = query.excluded.map { condition in
            switch condition {
            case .term(let word): occurrences[word]
            case .phrase(let words): phraseFrequencies(words.map { selected[$0] })
            }
        }
        for number in passages.indices where documents[passages[number].document].isLive {
            if conditions.contains(where: { $0[number] == 0 }) || excluded.contains(where: { $0[number] > 0 }) {
                continue
            }
            if let filter = query.filter, !holds(filter, number, selected) { continue }
            if isOnlyFilter(query) {
                answer.scores[number] = 0
                continue
            }
            let suffices = query.filter != nil && query.filterSuffices
            if conditions.isEmpty, !suffices, !answer.items.contains(where: { $0.frequencies[number] > 0 }) { continue }
            answer.scores[number] = score(number, answer.items, query)
        }
        answer.error = errorBound(answer.items, query)
        return answer
    }

    private func quotient(_ frequency: Int, _ length: Double, _ average: Double, _ k1: Float, _ b: Float) -> Double {
        let tf = Double(frequency)
        return tf / (tf + Double(k1) * (1 - Double(b) + Double(b) * length / average))
    }

    func score(_ passage: Int, _ items: [Item], _ query: RankedQuery) -> Double {
        items.reduce(0) { sum, item in
            let frequency = item.frequencies[passage]
            if frequency == 0 { return sum }
            return sum + item.weight
                * quotient(frequency, passages[passage].length, averageLength, query.k1, query.b)
        }
    }

    /// How far the engine's 16-bit sum of a passage, as a score, can be from its score.
    ///
    /// An item of weight w adds ⌊f · W / 256⌋ with f = max(1, ⌊255 q + ½⌋), W = ⌊max(256, w · scale)⌋, scale =
    /// (65,000 − 256 n) / Σw, where its score is w · q: that is 255 / 256 · scale · w · q in the sums' units. f is off by at
    /// most 1 (½ by rounding, up to 1 where q < 1/510 is lifted), which makes W / 256; W is off by at most 1 by rounding
    /// down, by 256 where it is lifted to 256, times f / 256 < 1; the sum is rounded down, another 1. In units of the
    /// score a step is 256 / (255 · scale). Frequencies count up to 16 in the sums: what is beyond adds
    /// w · (q(tf) − q(16)). A required word that is not scored adds up to 255 more, another 1 marks a match.
    private func errorBound(_ items: [Item], _ query: RankedQuery) -> Double {
        let sum = items.reduce(0) { $0 + $1.weight }
        if sum <= 0 { return 0 }
        let n = Double(items.count + query.required.count)
        let scale = (65_000 - 256 * n) / sum
        var beyond = 0.0
        var steps = 1.0
        for item in items {
            var most = 0.0
            for (number, frequency) in item.frequencies.enumerated() where frequency > 16 {
                let length = passages[number].length
                most = max(
                    most,
                    quotient(frequency, length, averageLength, query.k1, query.b)
                        - quotient(16, length, averageLength, query.k1, query.b))
            }
            beyond += item.weight * most
            let isLifted = item.weight * scale < 256
            steps += max(item.weight * scale, 256) / 256 + (isLifted ? 256 : 1) + 1
        }
        let scored = Set(query.terms.map(\.selection))
        for case .term(let word) in query.required where !scored.contains(word) { steps += 255 }
        return steps * 256 / (255 * scale) + beyond
    }

    private func pairFrequencies(_ first: Set<Int>, _ second: Set<Int>) -> (frequencies: [Int], count: Int) {
        var count = 0
        let frequencies = passages.map { passage in
            var found: [Int: Int] = [:]
            for (a, b) in zip(passage.words, passage.words.dropFirst()) where first.contains(a) && second.contains(b) {
                found[a * terms.count + b, default: 0] += 1
            }
            count += found.count
            return found.values.reduce(0, +)
        }
        return (frequencies, count)
    }

    private func phraseFrequencies(_ words: [Set<Int>]) -> [Int] {
        passages.map { passage in
            guard passage.words.count >= words.count else { return 0 }
            return (0...passage.words.count - words.count).count { start in
                words.indices.allSatisfy { words[$0].contains(passage.words[start + $0]) }
            }
        }
    }

    // MARK: Documents

    struct FoundDocument {
        /// The score with its best passage.
        var score: Double
        /// What pairs and title add, whichever passage is shown.
        var whole: Double
        /// Matching passages with their scores.
        var passages: [Int: Double]
    }

    /// Documents that match: best passage + pairs over the whole document + title.
    func documents(_ query: RankedQuery, _ answer: Answer) -> [Int: FoundDocument] {
        var whole = [Double](repeating: 0, count: documents.count)
        let strongest = Double(query.pairs.map(\.weight).max() ?? 1)
        for item in answer.items where item.isPair && query.documentPairWeight > 0 {
            let frequencies = documents.map { $0.passages.reduce(0) { $0 + item.frequencies[$1] } }
            let weight =
                Double(query.documentPairWeight) * Double(query.pairs[item.place].weight) / strongest
                * Self.idf(frequencies.count { $0 > 0 }, documents.count)
            for (number, frequency) in frequencies.enumerated() where frequency > 0 {
                whole[number] +=
                    weight
                    * quotient(
                        frequency, Double(documents[number].length), averageDocumentLength, query.k1, query.documentB)
            }
        }
        for term in query.titleTerms {
            let frequencies = documents.map { $0.titleWords.count { $0 == term.folded } }
            let weight = Double(term.weight) * Self.idf(frequencies.count { $0 > 0 }, documents.count)
            for (number, frequency) in frequencies.enumerated() where frequency > 0 {
                let length = Self.representative(documents[number].titleWords.count)
                whole[number] += weight * quotient(frequency, length, averageTitleLength, query.k1, query.b)
            }
        }
        var found: [Int: FoundDocument] = [:]
        let isConditional =
            !query.required.isEmpty || !query.excluded.isEmpty || query.filter.map { asksForWords($0) } ?? false
        let selected = query.selections.map { selection in Set(terms.indices.filter { isSelected(selection, $0) }) }
        for (number, document) in documents.enumerated() where document.isLive && !document.passages.isEmpty {
            var matching: [Int: Double] = [:]
            for passage in document.passages { matching[passage] = answer.scores[passage] }
            if matching.isEmpty, isConditional { continue }
            if let filter = query.filter, !document.passages.contains(where: { holds(filter, $0, selected) }) {
                continue
            }
            let score = (matching.values.max() ?? 0) + whole[number]
            if !matching.isEmpty || whole[number] > 0 {
                found[number] = FoundDocument(score: score, whole: whole[number], passages: matching)
            }
        }
        return found
    }
}
