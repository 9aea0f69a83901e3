import Glibc

@testable import InvertedIndex

func logarithm(_ value: Double) -> Double { log(value) }

/// Random queries over a vocabulary: plain, required, excluded, phrases, pairs, titles, in every mixture.
struct QueryMaker {
    enum Shape: CaseIterable { case any, anyWithPairs, all, allUnscored, phrase, mixed, excluding, many, manyRequired }

    static func query(
        _ shape: Shape, _ words: [SampleWord], texts: [[SampleWord]], _ random: inout SeededRandom
    ) -> RankedQuery {
        var query = RankedQuery()
        if Bool.random(using: &random) {
            query.k1 = [0.4, 0.9, 1.2, 2][Int.random(in: 0..<4, using: &random)]
            query.b = [0, 0.4, 0.75, 1][Int.random(in: 0..<4, using: &random)]
            query.documentB = [0, 0.3, 1][Int.random(in: 0..<3, using: &random)]
            query.documentPairWeight = [0, 0.7, 2][Int.random(in: 0..<3, using: &random)]
        }
        let forms = Int.random(in: 0..<3, using: &random)
        func selection(_ word: SampleWord) -> Int {
            if Int.random(in: 0..<8, using: &random) == 0 {
                let others = words.shuffled(using: &random).prefix(Int.random(in: 0...12, using: &random))
                return query.select(.anyOf((others + [word]).map { TermKey(exact: $0.exact, folded: $0.folded) }))
            }
            let isExact = forms == 0 || forms == 1 && Bool.random(using: &random)
            return query.select(
                isExact ? .exact(TermKey(exact: word.exact, folded: word.folded)) : .anyForm(folded: word.folded))
        }
        func randomWord() -> SampleWord {
            if Int.random(in: 0..<30, using: &random) == 0 {
                return SampleWord(surface: [], exact: Array("absent".utf8), folded: Array("absent".utf8))
            }
            return words[Int.random(in: 0..<words.count, using: &random)]
        }
        // Words that follow one another in some text, so that phrases and pairs are found.
        func run(_ count: Int) -> [Int] {
            if let text = texts.randomElement(using: &random), text.count >= count,
                Int.random(in: 0..<6, using: &random) > 0
            {
                let start = Int.random(in: 0...text.count - count, using: &random)
                return text[start..<start + count].map { selection($0) }
            }
            return (0..<count).map { _ in selection(randomWord()) }
        }
        func weight() -> Float { [1, 1, 0.5, 2.5, 0.1].randomElement(using: &random) ?? 1 }
        let isLong = shape == .many || shape == .manyRequired
        let length = isLong ? Int.random(in: 8...30, using: &random) : Int.random(in: 1...5, using: &random)
        let numbers = run(length)
        switch shape {
        case .phrase:
            query.require(
                .phrase(run(Int.random(in: 2...5, using: &random))),
                weight: [1, 0.5, 3].randomElement(using: &random) ?? 1)
            if Int.random(in: 0..<4, using: &random) == 0 { query.require(.phrase(run(2))) }
        case .all:
            for number in numbers {
                query.addTerm(number, weight: weight())
                query.require(.term(number))
            }
        case .allUnscored:
            for number in numbers { query.require(.term(number)) }
            for number in run(2) { query.addTerm(number, weight: weight()) }
        default:
            for number in numbers { query.addTerm(number, weight: weight()) }
        }
        if shape == .anyWithPairs || shape == .many || Int.random(in: 0..<3, using: &random) == 0, shape != .phrase {
            for (first, second) in zip(numbers, numbers.dropFirst()) {
                query.addPair(first, second, weight: 0.5 * weight())
            }
        }
        if shape == .manyRequired {
            query.require(Bool.random(using: &random) ? .term(numbers[0]) : .phrase(run(2)))
        }
        if shape == .mixed {
            query.require(.term(run(1)[0]))
            if Bool.random(using: &random) { query.require(.phrase(run(Int.random(in: 2...3, using: &random)))) }
            if Bool.random(using: &random) { query.require(.phrase(run(2))) }
        }
        if shape == .excluding || shape == .mixed && Bool.random(using: &random) {
            for _ in 0..<Int.random(in: 1...2, using: &random) {
                if Bool.random(using: &random) {
                    query.exclude(.term(run(1)[0]))
                } else {
                    query.exclude(.phrase(run(Int.random(in: 2...4, using: &random))))
                }
            }
        }
        if Int.random(in: 0..<3, using: &random) == 0 {
            for _ in 0..<2 { query.addTitleTerm(randomWord().folded, weight: weight()) }
        }
        return query
    }
}
