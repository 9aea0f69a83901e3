import EngineBenchmarks

/// Profiles of texts as a table for people: a line a figure, a column a text.
enum TextProfileTable {
    static func text(_ names: [String], _ profiles: [TextProfile]) -> String {
        var rows: [[String]] = []
        func row(_ name: String, _ value: (TextProfile) -> String) { rows.append([name] + profiles.map(value)) }
        row("bytes of text") { Amounts.count($0.textBytes) }
        row("documents") { Amounts.count($0.documents) }
        row("passages") { Amounts.count($0.passages) }
        row("tokens") { Amounts.count($0.tokens) }
        row("bytes a token") { Amounts.fixed(Double($0.textBytes) / Double(max(1, $0.tokens)), places: 2) }
        growth("surface forms", profiles, &rows) { $0.surfaces }
        growth("exact terms", profiles, &rows) { $0.exactTerms }
        growth("folded terms", profiles, &rows) { $0.foldedTerms }
        growth("distinct pairs", profiles, &rows) { $0.pairs }
        row("Heaps exponent, terms") { Amounts.fixed($0.heapsExponent, places: 2) }
        row("Heaps exponent, pairs") { Amounts.fixed($0.pairHeapsExponent, places: 2) }
        for index in 0..<(profiles.first?.topShares.count ?? 0) {
            row("top \(Amounts.count(profiles[0].topShares[index].terms)) terms, % of tokens") {
                percent($0.topShares[index].share)
            }
        }
        for index in 0..<(profiles.first?.topPairShares.count ?? 0) {
            row("top \(Amounts.count(profiles[0].topPairShares[index].pairs)) pairs, % of pairs") {
                percent($0.topPairShares[index].share)
            }
        }
        row("terms in over 1/2 of passages") { Amounts.count($0.termsInHalf) }
        row("terms in over 1/8") { Amounts.count($0.termsInEighth) }
        row("terms in over 1/100") { Amounts.count($0.termsInHundredth) }
        row("term postings") { Amounts.count($0.termPostings) }
        row("pair postings") { Amounts.count($0.pairPostings) }
        row("terms seen once, %") { percent($0.termsOnce) }
        row("pairs seen once, %") { percent($0.pairsOnce) }
        row("entropy of a term, bits") { Amounts.fixed($0.termEntropy, places: 2) }
        row("… the one before known") { Amounts.fixed($0.conditionalEntropy, places: 2) }
        row("distinct in 200 tokens, %") { percent($0.distinctIn200) }
        row("tokens a sentence") { Amounts.fixed($0.tokensASentence, places: 1) }
        lengths("passage bytes", profiles, &rows) { $0.passageBytes }
        lengths("document bytes", profiles, &rows) { $0.documentBytes }
        return TextTable.lines([""] + names, rows)
    }

    private static func percent(_ share: Double) -> String { Amounts.fixed(share * 100, places: 1) }

    private static func growth(
        _ name: String, _ profiles: [TextProfile], _ rows: inout [[String]], _ value: (TextProfile.Growth) -> Int
    ) {
        let marks = (profiles.map(\.growth.count).max() ?? 1) - 1
        for mark in 0..<marks {
            let tokens = profiles.compactMap { $0.growth.count - 1 > mark ? $0.growth[mark].tokens : nil }.first ?? 0
            rows.append(
                ["\(name) at \(Amounts.count(tokens)) tokens"]
                    + profiles.map { $0.growth.count - 1 > mark ? Amounts.count(value($0.growth[mark])) : "–" })
        }
        rows.append(["\(name), all"] + profiles.map { $0.growth.last.map { Amounts.count(value($0)) } ?? "–" })
    }

    private static func lengths(
        _ name: String, _ profiles: [TextProfile], _ rows: inout [[String]],
        _ value: (TextProfile) -> [(percent: Int, bytes: Int)]
    ) {
        for (index, percent) in [10, 25, 50, 75, 90, 99, 100].enumerated() {
            rows.append(
                [percent == 100 ? "\(name), longest" : "\(name), \(percent) % below"]
                    + profiles.map { value($0).count > index ? Amounts.count(value($0)[index].bytes) : "–" })
        }
    }
}

extension TextProfile {
    /// The profile for programs.
    func json(path: String) -> JSON {
        func shares(_ values: [(Int, Double)]) -> JSON { .object(values.map { (String($0.0), .measured($0.1)) }) }
        func lengths(_ values: [(Int, Int)]) -> JSON { .object(values.map { ("p\($0.0)", .integer($0.1)) }) }
        return [
            "path": .string(path), "text_bytes": .integer(textBytes), "documents": .integer(documents),
            "passages": .integer(passages), "tokens": .integer(tokens),
            "growth": .array(
                growth.map {
                    [
                        "tokens": .integer($0.tokens), "surfaces": .integer($0.surfaces),
                        "exact_terms": .integer($0.exactTerms),
                        "folded_terms": .integer($0.foldedTerms), "pairs": .integer($0.pairs),
                    ]
                }),
            "heaps_exponent": .measured(heapsExponent), "pair_heaps_exponent": .measured(pairHeapsExponent),
            "top_term_shares": shares(topShares.map { ($0.terms, $0.share) }),
            "top_pair_shares": shares(topPairShares.map { ($0.pairs, $0.share) }),
            "terms_in_half": .integer(termsInHalf), "terms_in_eighth": .integer(termsInEighth),
            "terms_in_hundredth": .integer(termsInHundredth), "term_postings": .integer(termPostings),
            "pair_postings": .integer(pairPostings), "terms_once": .measured(termsOnce),
            "pairs_once": .measured(pairsOnce),
            "term_entropy_bits": .measured(termEntropy), "conditional_entropy_bits": .measured(conditionalEntropy),
            "distinct_in_200": .measured(distinctIn200), "tokens_a_sentence": .measured(tokensASentence),
            "passage_bytes": lengths(passageBytes.map { ($0.percent, $0.bytes) }),
            "document_bytes": lengths(documentBytes.map { ($0.percent, $0.bytes) }),
            "skipped": .array(skipped.map { .string($0) }),
        ]
    }
}
