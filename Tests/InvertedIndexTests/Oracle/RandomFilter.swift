@testable import InvertedIndex

extension QueryMaker {
    /// A random tree of conditions; its words are selected in `query`.
    static func predicate(
        _ query: inout RankedQuery, _ words: [SampleWord], texts: [[SampleWord]], depth: Int = 3,
        _ random: inout SeededRandom
    ) -> PassagePredicate {
        func word(_ word: SampleWord) -> Int {
            query.select(
                Bool.random(using: &random)
                    ? .exact(TermKey(exact: word.exact, folded: word.folded)) : .anyForm(folded: word.folded))
        }
        func anyWord() -> Int { word(words[Int.random(in: 0..<words.count, using: &random)]) }
        let category = ["kind", "tags", "rare", "both", "absent"].randomElement(using: &random) ?? "kind"
        let integer = ["year", "year", "both", "extreme", "absent"].randomElement(using: &random) ?? "year"
        switch Int.random(in: 0..<(depth > 0 ? 17 : 11), using: &random) {
        case 10:
            let titled = (0..<Int.random(in: 0...2, using: &random)).map { _ in
                words[Int.random(in: 0..<words.count, using: &random)].folded
            }
            return .title(titled)
        case 0:
            return [.all, .none, .identity(Array("d\(Int.random(in: 0..<30, using: &random))".utf8))]
                .randomElement(using: &random) ?? .all
        case 1, 2: return .term(anyWord())
        case 3, 4:
            // Words of one text in order, some left out: what slop is for.
            guard let text = texts.randomElement(using: &random) else { return .phrase([anyWord()], slop: 0) }
            let start = Int.random(in: 0..<text.count, using: &random)
            var row = text[start...].prefix(6).filter { _ in Int.random(in: 0..<3, using: &random) > 0 }.map {
                word($0)
            }
            if row.isEmpty { row = [anyWord()] }
            return .phrase(row, slop: Int.random(in: 0...3, using: &random))
        case 5, 6:
            let values = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                SampleMaker.category(category, &random)
            }
            return .category(category, anyOf: values)
        case 7:
            let value = SampleMaker.category(category, &random)
            return .categoryPrefix(category, Array(value.prefix(Int.random(in: 0...2, using: &random))))
        case 8, 9:
            let ends = [SampleMaker.integer(integer, &random), SampleMaker.integer(integer, &random)].sorted()
            return .integer(integer, ends[0]...ends[1])
        case 11, 12: return .not(predicate(&query, words, texts: texts, depth: depth - 1, &random))
        case let kind:
            let parts = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                predicate(&query, words, texts: texts, depth: depth - 1, &random)
            }
            return kind < 15 ? .and(parts) : .or(parts)
        }
    }

    static func order(_ random: inout SeededRandom) -> RankedQuery.Order {
        guard Int.random(in: 0..<3, using: &random) > 0 else { return .score }
        let column = ["year", "both", "extreme", "absent"].randomElement(using: &random) ?? "year"
        return .integer(column, descending: Bool.random(using: &random))
    }
}
