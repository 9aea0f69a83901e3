extension QueryReader {
    // MARK: Capitals

    func hasOperator(_ items: [QueryItem]) -> Bool {
        items.contains { item in
            var item = item
            while true {
                switch item {
                case .operation: return true
                case .group(let group), .fieldGroup(_, let group): return hasOperator(group.items)
                case .signed(_, let inner), .weighted(let inner, _): item = inner
                case .text, .leaf, .value: return false
                }
            }
        }
    }

    /// Gathers the words outside of fields that are not operators.
    func collect(_ items: [QueryItem], _ evidence: inout CapitalsEvidence) {
        for item in items { collect(item, &evidence) }
    }

    private func collect(_ item: QueryItem, _ evidence: inout CapitalsEvidence) {
        switch item {
        case .text(let range, _): evidence.add(text, range)
        case .leaf(.phrase(let words, _)), .leaf(.prefix(let words)), .leaf(.fuzzy(let words, _)): evidence.add(words)
        case .value(let range, _): evidence.add(text, range)
        case .group(let group): collect(group.items, &evidence)
        // What is no date becomes words.
        case .fieldGroup(let field, let group): if !field.hasPrefixes { collect(group.items, &evidence) }
        case .signed(_, let inner), .weighted(let inner, _): collect(inner, &evidence)
        case .leaf, .operation: break
        }
    }

    // MARK: Tree

    /// The node of a stretch's items, in a field's parentheses or not.
    mutating func node(of items: [QueryItem], in field: QueryField?) -> QueryNode? {
        var items = withoutIdleText(items)
        decideOperators(&items, in: field)
        var builder = QueryBuilder(field)
        for operand in operands(items) {
            switch operand {
            case .operation(let operation, let range):
                marks.append(QueryMark(role: .operator, range: bytes(range)))
                builder.add(operation)
            default:
                if let node = node(of: operand, in: field) { builder.add(node) }
            }
        }
        return builder.finish()
    }

    /// The items without runs of text that hold no word; punctuation beside words stays with them.
    private func withoutIdleText(_ items: [QueryItem]) -> [QueryItem] {
        var kept: [QueryItem] = []
        var run: [QueryItem] = []
        func isText(_ item: QueryItem) -> Bool {
            switch item {
            case .text: true
            case .group(let group): group.isPlain
            default: false
            }
        }
        for item in items {
            if isText(item) {
                run.append(item)
            } else {
                if run.contains(where: \.hasWord) { kept += run }
                run.removeAll()
                kept.append(item)
            }
        }
        return run.contains(where: \.hasWord) ? kept + run : kept
    }

    /// The node of one item, in which parentheses are a group.
    private mutating func node(of item: QueryItem, in field: QueryField?) -> QueryNode? {
        switch item {
        case .text(let range, let hasWord):
            guard hasWord else { return nil }
            return field.map { values($0, range) } ?? .words(text.string(range))
        case .leaf(let leaf): return leaf
        case .value(let range, let isPrefix):
            guard let field else { return .phrase(text.string(range), slop: 0) }
            return condition(field, range, isQuoted: !isPrefix, isPrefix: isPrefix, nil).map { .field(field, $0) }
                ?? .phrase(text.string(range), slop: 0)
        case .group(let group): return node(of: group.items, in: field)
        case .fieldGroup(let field, let group): return node(of: group.items, in: field)
        case .signed(let isMust, let inner):
            return node(of: inner, in: field).map { isMust ? .must($0) : .mustNot($0) }
        case .weighted(let inner, let weight): return node(of: inner, in: field).map { .boost($0, weight) }
        case .operation(_, let range): return .words(text.string(range))
        }
    }

    // MARK: Operators

    /// Makes text of the operators' words that stand not between operands.
    private mutating func decideOperators(_ items: inout [QueryItem], in field: QueryField?) {
        let mayBeHeading = isInCapitals && field == nil
        func isOperand(_ at: Int) -> Bool {
            guard items.indices.contains(at), case .operation = items[at] else { return items.indices.contains(at) }
            return false
        }
        /// Plain words in capitals beside it: a heading's `VÀ`.
        func isHeading(_ at: Int) -> Bool {
            guard mayBeHeading, items.indices.contains(at), case .text = items[at] else { return false }
            return true
        }
        func isNegation(_ at: Int) -> Bool {
            guard items.indices.contains(at), case .operation(.not, _) = items[at] else { return false }
            return isOperand(at + 1) && !isHeading(at + 1)
        }
        /// The `VÀ` of `Mục 3. QUYỀN VÀ NGHĨA VỤ`: it and both words beside it are Vietnamese in capitals.
        func isInHeading(_ at: Int, _ range: Range<Int>) -> Bool {
            guard field == nil, QueryOperator.isVietnamese(text.scalars[range]), at > 0, at + 1 < items.count,
                case .text(let before, _) = items[at - 1], case .text(let behind, _) = items[at + 1]
            else { return false }
            return isInCapitals(wordAtEndOf: before) && isInCapitals(wordAtStartOf: behind)
        }
        for at in items.indices {
            guard case .operation(let operation, let range) = items[at] else { continue }
            let isBetween: Bool
            let isBesideHeading: Bool
            if operation == .not {
                isBetween = isOperand(at + 1)
                isBesideHeading = isHeading(at + 1)
            } else {
                isBetween = isOperand(at - 1) && (isOperand(at + 1) || isNegation(at + 1))
                isBesideHeading = isHeading(at - 1) || isHeading(at + 1)
            }
            let isInside = isInHeading(at, range)
            guard !isBetween || isBesideHeading || isInside else { continue }
            items[at] = .text(range, hasWord: true)
            let word = text.string(range)
            note(
                range.lowerBound,
                isBetween
                    ? "\(word) \(place(range.lowerBound)) is read as a word, because \(isBesideHeading ? "all words" : "the words beside it") are in capitals; parentheses make it an operator: (…) \(word) (…)"
                    : "\(word) \(place(range.lowerBound)) has nothing to join and is read as a word")
        }
    }

    private func isInCapitals(wordAtEndOf range: Range<Int>) -> Bool {
        var start = range.upperBound
        while start > range.lowerBound, !text.isSpace(start - 1) { start -= 1 }
        return isInCapitals(start..<range.upperBound)
    }

    private func isInCapitals(wordAtStartOf range: Range<Int>) -> Bool {
        var end = range.lowerBound
        while end < range.upperBound, !text.isSpace(end) { end += 1 }
        return isInCapitals(range.lowerBound..<end)
    }

    private func isInCapitals(_ range: Range<Int>) -> Bool {
        var evidence = CapitalsEvidence()
        evidence.add(text, range)
        return evidence.isConclusive
    }

    /// The items with plain parentheses read as text, unless an operator is beside them, and all neighbouring text as one.
    private func operands(_ items: [QueryItem]) -> [QueryItem] {
        var operands: [QueryItem] = []
        func isOperation(_ at: Int) -> Bool {
            guard items.indices.contains(at), case .operation = items[at] else { return false }
            return true
        }
        for (at, item) in items.enumerated() {
            var item = item
            if case .group(let group) = item, group.isPlain, !isOperation(at - 1), !isOperation(at + 1) {
                item = .text(group.range, hasWord: true)
            }
            if case .text(let more, let moreHasWord) = item, case .text(let range, let hasWord)? = operands.last {
                operands[operands.count - 1] = .text(
                    range.lowerBound..<more.upperBound, hasWord: hasWord || moreHasWord)
            } else {
                operands.append(item)
            }
        }
        return operands
    }
}
