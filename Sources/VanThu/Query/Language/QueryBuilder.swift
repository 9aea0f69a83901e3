/// Puts a stretch's operands and operators together: NOT binds closest, then AND, then OR, then standing side by side.
struct QueryBuilder {
    private let field: QueryField?
    private var conjuncts: [QueryNode] = []
    private var alternatives: [QueryNode] = []
    private var sequence: [QueryNode] = []
    private var isNegated = false
    private var awaitsOperand = false

    /// Builds what stands in a field's parentheses, or elsewhere.
    init(_ field: QueryField?) { self.field = field }

    mutating func add(_ operation: QueryOperator) {
        switch operation {
        case .and: awaitsOperand = true
        case .or:
            endConjunction()
            awaitsOperand = true
        case .not:
            if !awaitsOperand { endAlternatives() }
            isNegated = true
            awaitsOperand = true
        }
    }

    mutating func add(_ operand: QueryNode) {
        if !awaitsOperand { endAlternatives() }
        conjuncts.append(isNegated ? .not(operand) : operand)
        isNegated = false
        awaitsOperand = false
    }

    /// All of it as one node; values side by side in a field's parentheses are alternatives.
    mutating func finish() -> QueryNode? {
        endAlternatives()
        if field != nil, sequence.allSatisfy(\.isAffirmative) { return .alternatives(sequence) }
        return .sideBySide(sequence)
    }

    private mutating func endConjunction() {
        if let node = QueryNode.conjunction(conjuncts) { alternatives.append(node) }
        conjuncts.removeAll()
    }

    private mutating func endAlternatives() {
        endConjunction()
        if let node = QueryNode.alternatives(alternatives) { sequence.append(node) }
        alternatives.removeAll()
    }
}

extension QueryNode {
    /// All of the nodes, those that are conjunctions taken apart; nothing of none.
    static func conjunction(_ nodes: [QueryNode]) -> QueryNode? {
        guard nodes.count > 1 else { return nodes.first }
        let nodes = nodes.flatMap { if case .and(let inner) = $0 { inner } else { [$0] } }
        return nodes.count > 1 ? .and(nodes) : nodes.first
    }

    /// Any of the nodes, those that are alternatives taken apart; nothing of none.
    static func alternatives(_ nodes: [QueryNode]) -> QueryNode? {
        guard nodes.count > 1 else { return nodes.first }
        let nodes = nodes.flatMap { if case .or(let inner) = $0 { inner } else { [$0] } }
        return nodes.count > 1 ? .or(nodes) : nodes.first
    }

    /// The nodes side by side, sequences taken apart and neighbouring words made one; nothing of none.
    static func sideBySide(_ nodes: [QueryNode]) -> QueryNode? {
        guard nodes.count > 1 else { return nodes.first }
        var sequence: [QueryNode] = []
        for node in nodes.flatMap({ if case .sequence(let inner) = $0 { inner } else { [$0] } }) {
            if case .words(let more) = node, case .words(let words)? = sequence.last {
                sequence[sequence.count - 1] = .words("\(words) \(more)")
            } else {
                sequence.append(node)
            }
        }
        return sequence.count > 1 ? .sequence(sequence) : sequence.first
    }

    /// Whether it asks for something without requiring or leaving out.
    var isAffirmative: Bool {
        switch self {
        case .must, .mustNot, .not: false
        default: true
        }
    }

    /// Whether nothing is asked for, only words left out; `-loai:ke-hoach` asks for documents of all other types.
    var onlyLeavesOut: Bool {
        switch self {
        case .mustNot(let inner), .not(let inner): !inner.isOfFields
        case .must(let inner), .boost(let inner, _): inner.onlyLeavesOut
        case .and(let nodes), .or(let nodes), .sequence(let nodes): nodes.allSatisfy(\.onlyLeavesOut)
        case .words, .phrase, .prefix, .fuzzy, .field: false
        }
    }

    /// Whether it holds nothing but fields.
    private var isOfFields: Bool {
        switch self {
        case .field: true
        case .must(let inner), .mustNot(let inner), .not(let inner), .boost(let inner, _): inner.isOfFields
        case .and(let nodes), .or(let nodes), .sequence(let nodes): nodes.allSatisfy(\.isOfFields)
        case .words, .phrase, .prefix, .fuzzy: false
        }
    }
}
