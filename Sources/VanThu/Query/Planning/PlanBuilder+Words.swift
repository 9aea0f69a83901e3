internal import AdministrativeDocuments
internal import InvertedIndex

/// What words add to a plan: their scores, their conditions, and the marks by which they are shown.
extension PlanBuilder {
    // MARK: Scoring

    mutating func addScored(_ found: QueryWords, _ weight: Float, keepingQuestionPhrases: Bool = false) {
        guard scores else { return }
        var words = found.words
        if !keepingQuestionPhrases { dropQuestionPhrases(&words) }
        var before: (selection: Int, word: QueryWord)?
        for word in words {
            let selection = plan.query.select(word.selection)
            plan.labels[selection] = word.text
            // Parts of a number or date are in many others, too.
            let share = word.reference.map { found.references[$0].range.count > 1 } == true ? Self.partWeight : 1
            if !word.isDropped {
                plan.query.addTerm(selection, weight: share * weight)
                if word.isInTitles {
                    plan.query.addTitleTerm(word.folded, weight: options.ranking.titleWeight * weight)
                }
                mark(word)
            }
            if let before, options.ranking.pairWeight > 0, !(before.word.isDropped && word.isDropped) {
                let isInside = word.reference != nil && before.word.reference == word.reference
                plan.query.addPair(
                    before.selection, selection, weight: options.ranking.pairWeight * (isInside ? share : 1) * weight)
            }
            before = (selection, word)
        }
        let asksForDocuments = words.count { $0.reference == nil } <= Self.mostWordsOfName
        for reference in found.references {
            let selection = select(reference.key)
            plan.query.addTerm(selection, weight: (reference.range.count > 1 ? Self.referenceWeight : 1) * weight)
            guard asksForDocuments, reference.kind == .documentNumber else { continue }
            let own = PassageMark.ownNumber(reference.key)
            let bearer = plan.query.select(.exact(TermKey(exact: own, folded: own)))
            plan.labels[bearer] = String(decoding: reference.key, as: UTF8.self)
            plan.query.addTerm(bearer, weight: Self.bearerWeight * weight)
        }
    }

    /// What it counts to be the document that bears the number, where the query is hardly more than a number.
    ///
    /// With the number's own weight it is more than any number of mentions can count, as repetitions are saturated at k1 + 1 times.
    private static let bearerWeight: Float = 6
    /// Words beside numbers up to which a query names documents (`Nghị định số 15/2020/NĐ-CP`) rather than asks about something.
    private static let mostWordsOfName = 3

    /// What the parts of a number or date count, and what it counts as a whole.
    ///
    /// One spelled otherwise, which shares few of the parts, must stand above another that shares most of them. Of the weights
    /// tried on the 52 of 3,464 judged questions that hold a number or date these were best: nDCG@10 0.647 → 0.676 typed,
    /// 0.654 → 0.685 without diacritics.
    private static let partWeight: Float = 0.25
    private static let referenceWeight: Float = 3

    private mutating func select(_ key: [UInt8], isMarked: Bool = true) -> Int {
        let selection = plan.query.select(.exact(TermKey(exact: key, folded: key)))
        plan.labels[selection] = String(decoding: key, as: UTF8.self)
        if isMarked { plan.marks.references.insert(key) }
        return selection
    }

    private mutating func mark(_ word: QueryWord) {
        switch word.selection {
        case .exact: plan.marks.exact.insert(word.exact)
        case .anyForm: plan.marks.folded.insert(word.folded)
        case .forms(let exact, _): plan.marks.exact.formUnion(exact)
        case .anyOf(let keys): plan.marks.exact.formUnion(keys.map(\.exact))
        }
    }

    /// Words of a question that say only that it is one are not looked for, as long as others remain.
    private func dropQuestionPhrases(_ words: inout [QueryWord]) {
        let dropped = QuestionPhrases.dropped(words.map { ($0.exact, $0.folded) })
        guard dropped.contains(true), dropped.contains(false) else { return }
        for index in words.indices { words[index].isDropped = dropped[index] }
    }

    // MARK: Conditions

    /// Requires each word, and each number or date in any spelling.
    mutating func requireEach(_ found: QueryWords) {
        for word in found.words where word.reference == nil {
            plan.query.require(.term(plan.query.select(word.selection)))
        }
        for reference in found.references { plan.query.require(.term(select(reference.key))) }
    }

    /// Requires the words side by side.
    mutating func require(_ found: QueryWords, _ weight: Float) {
        for word in found.words { mark(word) }
        guard let condition = condition(found) else { return }
        plan.query.require(condition, weight: weight)
        if case .term(let selection) = condition { plan.query.addTerm(selection, weight: weight) }
    }

    /// The words one behind the other, as a predicate; the marks are left to what scores them.
    mutating func row(_ found: QueryWords, slop: Int) -> PassagePredicate? {
        switch condition(found, isMarked: false) {
        case .term(let number): .term(number)
        case .phrase(let numbers): .phrase(numbers, slop: slop)
        case nil: nil
        }
    }

    /// Each word, and each number or date in any spelling, as a predicate.
    mutating func each(_ found: QueryWords) -> PassagePredicate? {
        var parts: [PassagePredicate] = []
        for word in found.words where word.reference == nil { parts.append(.term(plan.query.select(word.selection))) }
        for reference in found.references { parts.append(.term(select(reference.key, isMarked: false))) }
        return parts.count > 1 ? .and(parts) : parts.first
    }

    /// A phrase; one word; or, where it is nothing but a number or date, that in any spelling.
    private mutating func condition(_ found: QueryWords, isMarked: Bool = true) -> RankedQuery.Condition? {
        guard !found.isEmpty else { return nil }
        if let key = found.loneReference { return .term(select(key, isMarked: isMarked)) }
        var numbers: [Int] = []
        for word in found.words {
            let selection = plan.query.select(word.selection)
            plan.labels[selection] = word.text
            numbers.append(selection)
        }
        return numbers.count == 1 ? .term(numbers[0]) : .phrase(numbers)
    }
}
