/// Writes a tree as a query that reads back to it, with as few parentheses as that takes.
struct QueryPrinter {
    private let isInCapitals: Bool
    private(set) var query = ""

    init(of root: QueryNode) {
        var evidence = CapitalsEvidence()
        Self.collect(root, &evidence)
        isInCapitals = evidence.isConclusive
        if case .words(let words) = root {
            // Alone, words may keep their parentheses: there is nothing they could group.
            query = Self.escaped(words, keepingParentheses: true)
        } else {
            query = print(root).text
        }
    }

    /// A node as it is written, and what its neighbours need to know.
    private struct Printed {
        var text: String
        /// Whether it begins or ends with plain words, to which others beside them would be added.
        var beginsPlain = false
        var endsPlain = false
        /// How deep its parentheses go.
        var depth = 0

        var inParentheses: Printed { Printed(text: "(\(text))", depth: depth + 1) }
    }

    private static func collect(_ node: QueryNode, _ evidence: inout CapitalsEvidence) {
        switch node {
        case .words(let words), .phrase(let words, _), .prefix(let words), .fuzzy(let words, _): evidence.add(words)
        case .field: break
        case .must(let inner), .mustNot(let inner), .not(let inner), .boost(let inner, _): collect(inner, &evidence)
        case .and(let nodes), .or(let nodes), .sequence(let nodes): for node in nodes { collect(node, &evidence) }
        }
    }

    // MARK: Nodes

    private func print(_ node: QueryNode) -> Printed {
        switch node {
        case .words(let words): return Printed(text: Self.escaped(words), beginsPlain: true, endsPlain: true)
        case .phrase(let words, let slop):
            return Printed(text: Self.quoted(words) + (slop > 0 ? "~\(slop)" : ""))
        case .prefix(let words): return Printed(text: Self.escaped(words, isModified: true) + "*")
        case .fuzzy(let words, let distance):
            return Printed(text: Self.escaped(words, isModified: true) + "~\(distance)")
        case .field(let field, let condition): return Printed(text: "\(field.rawValue):\(Self.value(condition, field))")
        case .must(let inner): return signed("+", inner)
        case .mustNot(let inner): return signed("-", inner)
        case .not(let inner): return joined([inner], "NOT ", keeping: { $0.isUnary })
        case .and(let nodes): return joined(nodes, " AND ", keeping: { $0.isUnary || $0.isNegation })
        case .or(let nodes): return joined(nodes, " OR ", keeping: { $0.isUnary || $0.isNegation || $0.isConjunction })
        case .sequence(let nodes): return sequence(nodes)
        case .boost(let inner, let weight):
            let base: Printed
            if case .words(let words) = inner, isBare(inner, underWeight: true) {
                base = Printed(text: Self.escaped(words, isModified: true))
            } else {
                base = isBare(inner, underWeight: true) ? print(inner) : print(inner).inParentheses
            }
            return Printed(text: base.text + "^" + QueryWeight.printed(weight), depth: base.depth)
        }
    }

    private func signed(_ sign: String, _ node: QueryNode) -> Printed {
        let isBare = if case .boost = node { true } else { isBare(node, underWeight: false) }
        let printed = isBare ? print(node) : print(node).inParentheses
        return Printed(text: sign + printed.text, depth: printed.depth)
    }

    /// Whether a sign or weight takes the node without parentheses.
    private func isBare(_ node: QueryNode, underWeight: Bool) -> Bool {
        switch node {
        case .words(let words):
            let text = QueryText(leaf: words)
            return !text.traits.contains { $0.contains(.space) }
                && (!underWeight || QueryWeight.isPossible(on: 0..<text.count, of: text))
        case .prefix(let words):
            let text = QueryText(leaf: words)
            return !underWeight || text.hasLetter(0..<text.count)
        case .phrase, .fuzzy, .field: return true
        default: return false
        }
    }

    /// Operands with an operator between them, or `NOT` before the one.
    private func joined(_ nodes: [QueryNode], _ sign: String, keeping isKept: (QueryNode) -> Bool) -> Printed {
        let operands = nodes.map { node -> Printed in
            let printed = print(node)
            // Among words in capitals an operator's word counts only beside parentheses.
            if case .words = node, isInCapitals { return printed.inParentheses }
            return isKept(node) ? printed : printed.inParentheses
        }
        let isNegation = nodes.count == 1
        return Printed(
            text: (isNegation ? sign : "") + operands.map(\.text).joined(separator: sign),
            beginsPlain: !isNegation && operands.first?.beginsPlain ?? false,
            endsPlain: operands.last?.endsPlain ?? false, depth: operands.map(\.depth).max() ?? 0)
    }

    private func sequence(_ nodes: [QueryNode]) -> Printed {
        var printed: [Printed] = []
        for (at, node) in nodes.enumerated() {
            var next =
                node.isUnary || node.isNegation || node.isConjunction || node.isAlternatives
                ? print(node) : print(node).inParentheses
            if let last = printed.last, last.endsPlain, next.beginsPlain {
                let isNextWords = if case .words = node { true } else { false }
                let isLastWords = if case .words = nodes[at - 1] { true } else { false }
                if isNextWords || !isLastWords && last.depth < next.depth {
                    printed[at - 1] = last.inParentheses
                } else {
                    next = next.inParentheses
                }
            }
            printed.append(next)
        }
        return Printed(
            text: printed.map(\.text).joined(separator: " "), beginsPlain: printed.first?.beginsPlain ?? false,
            endsPlain: printed.last?.endsPlain ?? false, depth: printed.map(\.depth).max() ?? 0)
    }

    // MARK: Values

    private static func value(_ condition: FieldCondition, _ field: QueryField) -> String {
        switch condition {
        case .text(let value): return value.isBareValue(of: field) ? value : quoted(value)
        case .prefix(let value): return (value.isBareValue(of: field) ? value : quoted(value)) + "*"
        case .dates(let days): return range(days.lowerBound, days.upperBound)
        case .years(let years): return range(years.lowerBound, years.upperBound)
        }
    }

    private static func range<Value: Equatable>(_ lower: Value, _ upper: Value) -> String {
        lower == upper ? "\(lower)" : "\(lower)..\(upper)"
    }

    // MARK: Text

    private static func quoted(_ words: String) -> String {
        var text = "\""
        for scalar in words.unicodeScalars {
            switch scalar {
            case "\\", "\"", "“", "”", "„", "‟", "«", "»": text.unicodeScalars.append("\\")
            default: break
            }
            text.unicodeScalars.append(scalar)
        }
        return text + "\""
    }

    /// Words with a backslash before whatever would be a sign of the language.
    private static func escaped(_ words: String, keepingParentheses: Bool = false, isModified: Bool = false) -> String {
        let text = QueryText(leaf: words)
        var escaped = String.UnicodeScalarView()
        for at in 0..<text.count {
            if isSign(text, at, keepingParentheses, isModified) { escaped.append("\\") }
            escaped.append(text.scalars[at])
        }
        return String(escaped)
    }

    private static func isSign(_ text: QueryText, _ at: Int, _ keepingParentheses: Bool, _ isModified: Bool) -> Bool {
        /// Behind white space or a parenthesis.
        let begins = text.isSpace(at - 1) || text.isSign(at - 1, "(")
        switch text.scalars[at] {
        case "\\", "*", "~", "^": return true
        case "(", ")": return !keepingParentheses
        case "+": return begins
        case "-": return begins && !text.isSpace(at + 1)
        case ":":
            guard let name = FieldName(endingAt: at, in: text) else { return false }
            return !name.isPlainly(textIn: text) || isModified && at + 1 == text.count
                || QueryField(named: text.scalars[name.range]) != nil
        case "A", "O", "N", "V", "H", "K":
            guard begins else { return false }
            var end = at + 1
            while text.belongsToWord(end), end - at <= QueryOperator.longest { end += 1 }
            return QueryOperator(text.scalars[at..<end]) != nil
        default: return QueryBrackets.opensPhrase(text, at)
        }
    }
}

extension QueryNode {
    /// Whether no operator of its own stands outside of parentheses.
    fileprivate var isUnary: Bool {
        switch self {
        case .words, .phrase, .prefix, .fuzzy, .field, .must, .mustNot, .boost: true
        case .and, .or, .not, .sequence: false
        }
    }

    fileprivate var isNegation: Bool { if case .not = self { true } else { false } }
    fileprivate var isConjunction: Bool { if case .and = self { true } else { false } }
    fileprivate var isAlternatives: Bool { if case .or = self { true } else { false } }
}

extension String {
    /// Whether a value needs no quotes.
    fileprivate func isBareValue(of field: QueryField) -> Bool {
        let text = QueryText(leaf: self)
        return text.belongsToWord(0)
            && (0..<text.count).allSatisfy {
                text.belongsToWord($0) || text.scalars[$0] == "/" || text.scalars[$0] == "."
                    || text.scalars[$0] == "-" && field.kind == .number
            }
    }
}
