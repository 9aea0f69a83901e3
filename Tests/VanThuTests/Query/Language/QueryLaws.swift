import VanThu

/// What holds for every query.
enum QueryLaws {
    /// What of it does not hold for this query; nothing where all does.
    static func violation(_ query: String) -> String? {
        let (tree, syntax, values) = QueryLanguage.parseWithMarks(query)
        var leaves: [Unicode.Scalar] = []
        var dates = 0
        var depth = 0
        if let root = tree.root { collect(root, &leaves, &dates, &depth) }
        if depth > 100 { return "a tree \(depth) deep" }
        if dates != values.count { return "\(dates) dates of \(values.count) values" }
        if let problem = lettersViolation(query, leaves, syntax, values) { return problem }
        let printed = tree.description
        let again = QueryLanguage.parse(printed)
        if again.root != tree.root {
            return "printed as \(printed.debugDescription), read as \(String(describing: again.root))"
        }
        if !again.description.utf8.elementsEqual(printed.utf8) { return "printed differently: \(again)" }
        if let note = again.notes.first(where: { !$0.contains("only leaves out") }) {
            return "printed as \(printed.debugDescription), which has a note: \(note)"
        }
        return nil
    }

    /// Every letter and digit is in one leaf, or in a field's name, an operator, a modifier, or a date; in order.
    private static func lettersViolation(
        _ query: String, _ leaves: [Unicode.Scalar], _ syntax: [Range<Int>], _ values: [Range<Int>]
    ) -> String? {
        let marks = (syntax + values).sorted { $0.lowerBound < $1.lowerBound }
        for (one, next) in zip(marks, marks.dropFirst()) where one.upperBound > next.lowerBound {
            return "marks overlap: \(one), \(next)"
        }
        var offset = 0
        var mark = 0
        var leaf = 0
        for scalar in query.unicodeScalars {
            while mark < marks.count, marks[mark].upperBound <= offset { mark += 1 }
            let isMarked = mark < marks.count && marks[mark].contains(offset)
            if !isMarked, isWord(scalar) {
                guard leaf < leaves.count, leaves[leaf] == scalar else {
                    return "\(scalar) at byte \(offset) is in no leaf"
                }
                leaf += 1
            }
            offset += UTF8.width(scalar)
        }
        if leaf < leaves.count { return "\(leaves[leaf]) is in a leaf, but not in the query" }
        let bytes = Array(query.utf8)
        for range in syntax {
            let text = String(decoding: bytes[range], as: UTF8.self)
            let isOperator = ["AND", "OR", "NOT", "VÀ", "HOẶC", "KHÔNG"].contains(text)
            if !isOperator, !text.hasSuffix(":"), !text.hasPrefix("~"), !text.hasPrefix("^") {
                return "\(text) is no syntax"
            }
        }
        return nil
    }

    private static func collect(
        _ node: QueryNode, _ leaves: inout [Unicode.Scalar], _ dates: inout Int, _ depth: inout Int, at level: Int = 1
    ) {
        depth = max(depth, level)
        switch node {
        case .words(let text), .phrase(let text, _), .prefix(let text), .fuzzy(let text, _), .field(_, .text(let text)),
            .field(_, .prefix(let text)):
            let before = leaves.count
            for scalar in text.unicodeScalars where isWord(scalar) { leaves.append(scalar) }
            if leaves.count == before { leaves.append("\u{0}") }
        case .field(_, .dates), .field(_, .years): dates += 1
        case .must(let inner), .mustNot(let inner), .not(let inner), .boost(let inner, _):
            collect(inner, &leaves, &dates, &depth, at: level + 1)
        case .and(let nodes), .or(let nodes), .sequence(let nodes):
            if nodes.count < 2 { leaves.append("\u{0}") }
            for node in nodes { collect(node, &leaves, &dates, &depth, at: level + 1) }
        }
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 {
            return (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value & 0xDF)
        }
        if (0x1EA0...0x1EF9).contains(scalar.value) { return true }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
