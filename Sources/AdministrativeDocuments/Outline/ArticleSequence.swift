/// Chooses which of the lines that open with `Điều n` are headings: the numbers must make sequences.
///
/// Each candidate has a worth by its shape; a chain of candidates gains where a number follows the one before it, and pays
/// where numbers are left out and where a sequence begins anew. The best chain over the whole text is taken: so a mention
/// at a line's start and an amendment's words lose against the document's own sequence wherever they are out of turn.
struct ArticleSequence {
    /// A line that may be a heading of an article.
    struct Candidate {
        var block: Int
        var number: Int
        var suffix: Int
        var worth: Int
        /// How many annexes, forms, titles and signatures stand before it, each with its weight.
        var boundaries: Int
    }

    private struct Choice {
        var score: Int
        var previous: Int
        var startsAnew: Bool
    }

    // What was tried on real texts; the share of clean documents hardly moves with any of them by 2.
    private static let inTurn = 4
    private static let gap = -9
    private static let startElsewhere = -8
    private static let newSequence = -11
    private static let newSequenceBehindBoundary = -1
    private static let newSequenceElsewhere = -20
    /// What going on across annexes and signatures costs at most: forms stand in articles, too.
    private static let widestCrossing = 14

    /// The blocks of the articles, rising, and whether a sequence begins with each.
    static func chosen(_ candidates: [Candidate]) -> [(block: Int, startsAnew: Bool)] {
        guard !candidates.isEmpty else { return [] }
        var choices: [Choice] = []
        choices.reserveCapacity(candidates.count)
        /// The best chain that ends with a number, by number and suffix.
        var ends: [Int: Int] = [:]
        /// The best chain that ends with a plain number, by number, for gaps.
        var byNumber: [Int] = []
        var best = -1
        var bestBehindBoundary = -1
        var boundaries = 0
        for (index, candidate) in candidates.enumerated() {
            if candidate.boundaries > boundaries {
                boundaries = candidate.boundaries
                bestBehindBoundary = best
            }
            let isFirst = candidate.number == 1 && candidate.suffix == 0
            let start = isFirst ? inTurn : startElsewhere
            var choice = Choice(score: candidate.worth + start, previous: -1, startsAnew: true)
            func consider(_ previous: Int, _ gain: Int, startsAnew: Bool) {
                guard previous >= 0 else { return }
                let score = choices[previous].score + candidate.worth + gain
                if score > choice.score {
                    choice = Choice(score: score, previous: previous, startsAnew: startsAnew)
                }
            }
            func crossing(_ previous: Int) -> Int {
                previous < 0 ? 0 : min(candidates[index].boundaries - candidates[previous].boundaries, widestCrossing)
            }
            // In turn: 5 behind 4, or behind 4a; 4a behind 4.
            if candidate.suffix == 0 {
                for suffix in 0..<8 {
                    guard let previous = ends[key(candidate.number - 1, suffix)] else {
                        if suffix > 0 { break } else { continue }
                    }
                    consider(previous, inTurn - crossing(previous), startsAnew: false)
                }
            } else if let previous = ends[key(candidate.number, candidate.suffix - 1)] {
                consider(previous, inTurn - crossing(previous), startsAnew: false)
            }
            // Numbers left out.
            let highest = min(candidate.number - 1, byNumber.count - 1)
            for number in stride(from: highest, to: max(0, highest - 64), by: -1) {
                let previous = byNumber[number]
                consider(previous, gap - min(candidate.number - number, 8) - crossing(previous), startsAnew: false)
            }
            consider(best, isFirst ? newSequence : newSequence + newSequenceElsewhere, startsAnew: true)
            consider(
                bestBehindBoundary, isFirst ? newSequenceBehindBoundary : newSequenceElsewhere, startsAnew: true)
            choices.append(choice)
            let place = key(candidate.number, candidate.suffix)
            if ends[place].map({ choices[$0].score <= choice.score }) ?? true { ends[place] = index }
            while byNumber.count <= candidate.number { byNumber.append(-1) }
            let known = byNumber[candidate.number]
            if known < 0 || choices[known].score <= choice.score { byNumber[candidate.number] = index }
            if best < 0 || choices[best].score <= choice.score { best = index }
        }
        var chain: [(Int, Bool)] = []
        var at = best
        guard at >= 0, choices[at].score > 0 else { return [] }
        while at >= 0 {
            chain.append((candidates[at].block, choices[at].startsAnew))
            at = choices[at].previous
        }
        return chain.reversed()
    }

    private static func key(_ number: Int, _ suffix: Int) -> Int { number << 5 | suffix }
}
