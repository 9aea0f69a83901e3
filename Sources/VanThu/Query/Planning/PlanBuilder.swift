internal import InvertedIndex

/// Builds one plan out of a tree.
struct PlanBuilder {
    let words: QueryWordReader
    let expansion: QueryExpansion
    let fields: FieldConditions
    let options: SearchOptions
    let bareForms: Bool

    var plan = QueryPlan()
    private var filters: [PassagePredicate] = []
    /// Whether there are words of which a passage holds any.
    private var hasOptionalWords = false
    private var hasMarkedWords = false
    /// Whether words add to the score; those of a filter do not.
    private(set) var scores = true
    private var expansions = 0

    /// The most prefixes and fuzzy words of a query: each one goes through much of the index's vocabulary.
    private static let mostExpansions = 64

    init(
        words: QueryWordReader, expansion: QueryExpansion, fields: FieldConditions, options: SearchOptions,
        bareForms: Bool
    ) {
        self.words = words
        self.expansion = expansion
        self.fields = fields
        self.options = options
        self.bareForms = bareForms
    }

    /// Builds the plan of a query and of a filter that every hit fulfils beside it.
    mutating func plan(_ tree: QueryTree, filter: QueryNode? = nil) -> QueryPlan {
        plan.notes = tree.notes
        plan.tree = tree
        plan.query.k1 = options.ranking.k1
        plan.query.b = options.ranking.b
        plan.query.documentPairWeight = options.ranking.documentPairWeight
        // Everything but what is left out would be no answer.
        guard filter != nil || tree.root?.onlyLeavesOut == false else { return plan }
        if let root = tree.root { add(root, weight: 1, isStrict: false) }
        if let filter {
            scores = false
            filters += predicate(filter, 1, isPositive: true).map { [$0] } ?? []
            scores = true
        }
        plan.query.titlesMatchAlone = bareForms || !hasMarkedWords
        if !filters.isEmpty {
            plan.query.filter = filters.count == 1 ? filters[0] : .and(filters)
            plan.query.filterSuffices =
                !hasOptionalWords && plan.query.required.isEmpty && !plan.query.terms.isEmpty
        }
        return plan
    }

    // MARK: What every hit is asked for

    /// Adds a node that stands beside all others: the words it asks for, and its conditions.
    ///
    /// - Parameters:
    ///   - node: what was asked.
    ///   - weight: the factor of its score.
    ///   - isStrict: whether an operator or sign governs it, so that all of it is meant.
    private mutating func add(_ node: QueryNode, weight: Float, isStrict: Bool) {
        switch node {
        case .words(let text):
            let found = read(node)
            switch manner(text, isStrict: isStrict) {
            case .optional:
                hasOptionalWords = hasOptionalWords || !found.isEmpty
                addScored(found, weight)
            case .each:
                addScored(found, weight, keepingQuestionPhrases: true)
                requireEach(found)
            case .phrase: require(found, weight)
            }
        case .prefix, .fuzzy:
            let found = read(node)
            if options.match == .any, !isStrict {
                hasOptionalWords = hasOptionalWords || !found.isEmpty
                addScored(found, weight)
            } else {
                require(found, weight)
            }
        case .phrase(_, let slop):
            let found = read(node)
            if slop == 0 || found.words.count < 2 || found.loneReference != nil {
                require(found, weight)
            } else if let predicate = predicate(node, weight, isPositive: true) {
                filters.append(predicate)
            }
        case .must(let inner): add(inner, weight: weight, isStrict: true)
        case .mustNot(let inner), .not(let inner): leaveOut(inner, weight: weight)
        case .and(let nodes): for node in nodes { add(node, weight: weight, isStrict: true) }
        case .sequence(let nodes):
            for item in items(of: nodes, isPositive: true) {
                switch item {
                case .node(let node): add(node, weight: weight, isStrict: isStrict)
                case .phrase(let found): require(found, weight)
                }
            }
        case .boost(let inner, let factor): add(inner, weight: weight * Float(factor), isStrict: isStrict)
        case .field, .or:
            if let predicate = predicate(node, weight, isPositive: true) { filters.append(predicate) }
        }
    }

    /// Adds that no hit is what a node strictly asks for.
    private mutating func leaveOut(_ node: QueryNode, weight: Float) {
        switch node {
        case .must(let inner), .boost(let inner, _): leaveOut(inner, weight: weight)
        case .mustNot(let inner), .not(let inner): add(inner, weight: weight, isStrict: true)
        default:
            guard let predicate = predicate(node, weight, isPositive: false) else { return }
            switch predicate {
            case .term(let number): plan.query.exclude(.term(number))
            case .phrase(let numbers, slop: 0): plan.query.exclude(.phrase(numbers))
            default: filters.append(.not(predicate))
            }
        }
    }

    // MARK: Strict conditions

    /// What a node strictly asks of a passage; nothing where it asks for no word.
    ///
    /// What is asked for, and not left out, adds to the score.
    private mutating func predicate(_ node: QueryNode, _ weight: Float, isPositive: Bool) -> PassagePredicate? {
        switch node {
        case .words(let text):
            let found = read(node, isPositive: isPositive)
            if isPositive { addScored(found, weight, keepingQuestionPhrases: true) }
            return manner(text, isStrict: true) == .phrase ? row(found, slop: 0) : each(found)
        case .phrase(_, let slop): return scoredRow(read(node, isPositive: isPositive), weight, slop: slop, isPositive)
        case .prefix, .fuzzy: return scoredRow(read(node, isPositive: isPositive), weight, slop: 0, isPositive)
        case .field(let field, let condition): return fields.predicate(field, condition, &plan)
        case .must(let inner): return predicate(inner, weight, isPositive: isPositive)
        case .mustNot(let inner), .not(let inner):
            return predicate(inner, weight, isPositive: !isPositive).map { .not($0) }
        case .boost(let inner, let factor): return predicate(inner, weight * Float(factor), isPositive: isPositive)
        case .and(let nodes): return .all(of: nodes.compactMap { predicate($0, weight, isPositive: isPositive) })
        case .or(let nodes): return .any(of: nodes.compactMap { predicate($0, weight, isPositive: isPositive) })
        case .sequence(let nodes):
            var parts: [PassagePredicate] = []
            for item in items(of: nodes, isPositive: isPositive) {
                switch item {
                case .node(let node): parts += predicate(node, weight, isPositive: isPositive).map { [$0] } ?? []
                case .phrase(let found): parts += scoredRow(found, weight, slop: 0, isPositive).map { [$0] } ?? []
                }
            }
            return .all(of: parts)
        }
    }

    private mutating func scoredRow(
        _ found: QueryWords, _ weight: Float, slop: Int, _ isPositive: Bool
    ) -> PassagePredicate? {
        if isPositive { addScored(found, weight, keepingQuestionPhrases: true) }
        return row(found, slop: slop)
    }

    // MARK: Reading leaves

    /// How plain words are matched.
    private enum Manner { case optional, each, phrase }

    private func manner(_ text: String, isStrict: Bool) -> Manner {
        if options.match == .phrase { return .phrase }
        // What a sign governs without a space in it is one thing: `+kinh-tế`.
        if isStrict { return text.unicodeScalars.contains { $0.properties.isWhitespace } ? .each : .phrase }
        return options.match == .all ? .each : .optional
    }

    /// The words of a leaf; of what is left out no bare forms, as these only widen what is found.
    private mutating func read(_ node: QueryNode, isPositive: Bool = true) -> QueryWords {
        let bareForms = bareForms && isPositive
        let found: QueryWords
        switch node {
        case .words(let text), .phrase(let text, _): found = words.words(of: text, bareForms: bareForms)
        case .prefix(let text), .fuzzy(let text, _):
            expansions += 1
            if expansions > Self.mostExpansions {
                plan.note(
                    "of prefixes and fuzzy words the first \(Self.mostExpansions) are looked for, the others as they stand"
                )
                found = words.words(of: text, bareForms: bareForms)
            } else if case .fuzzy(_, let distance) = node {
                found = expansion.fuzzy(text, distance: distance, bareForms: bareForms, &plan)
            } else {
                found = expansion.prefix(text, bareForms: bareForms, &plan)
            }
        default: found = QueryWords()
        }
        if scores, found.words.contains(where: \.isMarked) { hasMarkedWords = true }
        return found
    }

    private enum Item {
        case node(QueryNode)
        case phrase(QueryWords)
    }

    /// The nodes of a sequence; where words are matched side by side, neighbouring words, prefixes and fuzzy words as one.
    private mutating func items(of nodes: [QueryNode], isPositive: Bool) -> [Item] {
        guard options.match == .phrase else { return nodes.map { .node($0) } }
        var items: [Item] = []
        for node in nodes {
            switch node {
            case .words, .prefix, .fuzzy:
                let found = read(node, isPositive: isPositive)
                if case .phrase(var run)? = items.last {
                    run.append(found)
                    items[items.count - 1] = .phrase(run)
                } else {
                    items.append(.phrase(found))
                }
            default: items.append(.node(node))
            }
        }
        return items
    }
}

extension PassagePredicate {
    /// All of some; nothing of none.
    fileprivate static func all(of parts: [PassagePredicate]) -> PassagePredicate? {
        parts.count > 1 ? .and(parts) : parts.first
    }

    /// Any of some; nothing of none.
    fileprivate static func any(of parts: [PassagePredicate]) -> PassagePredicate? {
        parts.count > 1 ? .or(parts) : parts.first
    }
}
