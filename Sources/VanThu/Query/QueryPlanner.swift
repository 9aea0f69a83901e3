internal import AdministrativeDocuments
internal import InvertedIndex
internal import VietnameseText

/// Makes the index's query out of what a person typed.
///
/// The rule of diacritics: a word typed with them stands for itself, and for its bare form only where too few texts answer;
/// a word typed without stands for any word of its base letters. Taking bare words of a query that has diacritics elsewhere
/// as they are was measured, too: the ranking of questions stays the same (nDCG@10 0.778 and 0.778), and a word that somebody
/// was too lazy to mark would be missed.
struct QueryPlan {
    var query = RankedQuery()
    /// What the query's words match, for marking them in texts.
    var marks = MatchMarks()
    var notes: [String] = []
    /// The words by selection number, for explanations.
    var labels: [Int: String] = [:]
    /// The query as it was understood.
    var understood = ""
}

/// The keys by which words of a text are marked as matches.
struct MatchMarks {
    var exact: Set<[UInt8]> = []
    var folded: Set<[UInt8]> = []
    /// Keys of numbers and dates.
    var references: Set<[UInt8]> = []
}

/// Plans queries.
///
/// One thread's.
final class QueryPlanner {
    private let analysis: QueryAnalysis

    init(_ analysis: QueryAnalysis) { self.analysis = analysis }

    /// One word of a clause.
    private struct Word {
        var selection: TermSelection
        var exact: [UInt8]
        var folded: [UInt8]
        var text: String
        var isDropped = false
        /// Whether it is part of a number or date, which stands for its parts where all words are required.
        var reference: Int?
    }

    /// The plan of a query.
    ///
    /// - Parameters:
    ///   - text: what was typed.
    ///   - options: how it is matched and ranked.
    ///   - bareForms: let words typed with diacritics stand for their bare form, too: for texts that lost theirs.
    func plan(_ text: String, _ options: SearchOptions, bareForms: Bool = false) -> QueryPlan {
        let parsed = QuerySyntax.parse(text)
        var plan = QueryPlan()
        plan.notes = parsed.notes
        plan.query.k1 = options.ranking.k1
        plan.query.b = options.ranking.b
        plan.query.documentPairWeight = options.ranking.documentPairWeight
        let clauses = parsed.clauses.map { clause in
            // Bare forms widen what is found; what is left out stays what was typed.
            (clause, words(of: clause.text, bareForms: bareForms && clause.occurrence != .mustNot))
        }
        plan.query.titlesMatchAlone =
            bareForms || !clauses.contains { $0.1.words.contains { $0.selection.isExact } }
        for (clause, found) in clauses {
            switch (clause.occurrence, clause.kind) {
            case (.mustNot, _): exclude(found, &plan)
            case (.must, _), (_, .phrase): require(found, asPhrase: true, options, &plan)
            case (.should, .words):
                switch options.match {
                case .any: addScored(found, options, &plan)
                case .all:
                    addScored(found, options, &plan, keepingQuestionPhrases: true)
                    requireEach(found, &plan)
                case .phrase: require(found, asPhrase: true, options, &plan)
                }
            }
        }
        return plan
    }

    // MARK: Words

    private func words(
        of text: String, bareForms: Bool
    ) -> (words: [Word], references: [(key: [UInt8], range: Range<Int>)]) {
        var text = text
        return text.withUTF8 { bytes in
            let bytes = UnsafeRawBufferPointer(bytes)
            analysis.analyze(bytes)
            let analyzer = analysis.analyzer
            var words: [Word] = []
            for token in analysis.tokens {
                let exact = [UInt8](analyzer.exactKey(token.surface))
                let folded = [UInt8](analyzer.foldedKey(token.surface))
                let selection: TermSelection
                if analyzer.traits(token.surface).contains(.hasMarks) {
                    selection =
                        bareForms
                        ? .forms([exact, folded], folded: folded) : .exact(TermKey(exact: exact, folded: folded))
                } else {
                    selection = .anyForm(folded: folded)
                }
                words.append(
                    Word(
                        selection: selection, exact: exact, folded: folded,
                        text: String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)))
            }
            var references: [(key: [UInt8], range: Range<Int>)] = []
            for (number, reference) in analysis.references.enumerated() {
                var range = reference.firstToken..<min(reference.firstToken + reference.tokenCount, words.count)
                if range.lowerBound > 0, Self.announces(reference.kind, words[range.lowerBound - 1]) {
                    range = range.lowerBound - 1..<range.upperBound
                }
                references.append((reference.key, range))
                for index in range { words[index].reference = number }
            }
            return (words, references)
        }
    }

    /// Whether a word only says what comes: the `ngày` of `ngày 23/6/2020`, the `số` of `số 15/2020/NĐ-CP`.
    ///
    /// Texts that give the date or the number in another spelling do without it.
    private static func announces(_ kind: ReferenceKind, _ word: Word) -> Bool {
        guard word.reference == nil else { return false }
        return switch kind {
        case .date: dateWords.contains(word.exact)
        case .documentNumber: numberWords.contains(word.exact)
        case .number: false
        }
    }

    private static let dateWords = withBareForms(["ngày", "tháng"])
    private static let numberWords = withBareForms(["số"])

    private static func withBareForms(_ words: [String]) -> Set<[UInt8]> {
        Set(words.flatMap { [Array(VietnameseKeys.exact($0).utf8), Array(VietnameseKeys.folded($0).utf8)] })
    }

    // MARK: Scoring

    private typealias Found = (words: [Word], references: [(key: [UInt8], range: Range<Int>)])

    private func addScored(
        _ found: Found, _ options: SearchOptions, _ plan: inout QueryPlan, keepingQuestionPhrases: Bool = false
    ) {
        var words = found.words
        if !keepingQuestionPhrases { dropQuestionPhrases(&words) }
        var before: (selection: Int, word: Word)?
        for word in words {
            let selection = plan.query.select(word.selection)
            plan.labels[selection] = word.text
            // Parts of a number or date are in many others, too.
            let share = word.reference.map { found.references[$0].range.count > 1 } == true ? Self.partWeight : 1
            if !word.isDropped {
                plan.query.addTerm(selection, weight: share)
                plan.query.addTitleTerm(word.folded, weight: options.ranking.titleWeight)
                mark(word, &plan)
            }
            if let before, options.ranking.pairWeight > 0, !(before.word.isDropped && word.isDropped) {
                let isInside = word.reference != nil && before.word.reference == word.reference
                plan.query.addPair(
                    before.selection, selection, weight: options.ranking.pairWeight * (isInside ? share : 1))
            }
            before = (selection, word)
        }
        for reference in found.references {
            let selection = select(reference.key, &plan)
            plan.query.addTerm(selection, weight: reference.range.count > 1 ? Self.referenceWeight : 1)
        }
    }

    /// What the parts of a number or date count, and what it counts as a whole.
    ///
    /// One spelled otherwise, which shares few of the parts, must stand above another that shares most of them. Of the weights
    /// tried on the 52 of 3,464 judged questions that hold a number or date these were best: nDCG@10 0.647 → 0.676 typed,
    /// 0.654 → 0.685 without diacritics.
    private static let partWeight: Float = 0.25
    private static let referenceWeight: Float = 3

    private func select(_ key: [UInt8], _ plan: inout QueryPlan) -> Int {
        let selection = plan.query.select(.exact(TermKey(exact: key, folded: key)))
        plan.labels[selection] = String(decoding: key, as: UTF8.self)
        plan.marks.references.insert(key)
        return selection
    }

    private func mark(_ word: Word, _ plan: inout QueryPlan) {
        switch word.selection {
        case .exact: plan.marks.exact.insert(word.exact)
        case .anyForm: plan.marks.folded.insert(word.folded)
        case .forms(let exact, _): plan.marks.exact.formUnion(exact)
        case .anyOf(let keys): plan.marks.exact.formUnion(keys.map(\.exact))
        }
    }

    /// Words of a question that say only that it is one are not looked for, as long as others remain.
    private func dropQuestionPhrases(_ words: inout [Word]) {
        let dropped = QuestionPhrases.dropped(words.map { ($0.exact, $0.folded) })
        guard dropped.contains(true), dropped.contains(false) else { return }
        for index in words.indices { words[index].isDropped = dropped[index] }
    }

    // MARK: Conditions

    private func requireEach(_ found: Found, _ plan: inout QueryPlan) {
        for word in found.words where word.reference == nil {
            plan.query.require(.term(plan.query.select(word.selection)))
        }
        for reference in found.references { plan.query.require(.term(select(reference.key, &plan))) }
    }

    private func require(
        _ found: Found, asPhrase: Bool, _ options: SearchOptions, _ plan: inout QueryPlan
    ) {
        for word in found.words { mark(word, &plan) }
        for condition in conditions(found, &plan) {
            plan.query.require(condition)
            if case .term(let selection) = condition { plan.query.addTerm(selection, weight: 1) }
        }
    }

    private func exclude(_ found: Found, _ plan: inout QueryPlan) {
        for condition in conditions(found, &plan) { plan.query.exclude(condition) }
    }

    /// A phrase; one word; or, where it is nothing but a number or date, that in any spelling.
    private func conditions(_ found: Found, _ plan: inout QueryPlan) -> [RankedQuery.Condition] {
        guard !found.words.isEmpty else { return [] }
        if found.references.count == 1, found.references[0].range == 0..<found.words.count {
            return [.term(select(found.references[0].key, &plan))]
        }
        var numbers: [Int] = []
        for word in found.words {
            let selection = plan.query.select(word.selection)
            plan.labels[selection] = word.text
            numbers.append(selection)
        }
        return numbers.count == 1 ? [.term(numbers[0])] : [.phrase(numbers)]
    }
}

extension TermSelection {
    /// Whether it stands for one exact term: a word typed with diacritics.
    fileprivate var isExact: Bool {
        if case .exact = self { true } else { false }
    }
}
