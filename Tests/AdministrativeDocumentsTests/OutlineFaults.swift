import AdministrativeDocuments

/// What an outline must hold to, and how clean the articles' numbering is.
enum OutlineFaults {
    /// The first promise that a text's outline breaks, nil if all hold.
    static func fault(of text: [UInt8]) -> String? {
        let nodes = text.withUnsafeBytes { OutlineReader().read($0) }.nodes
        var lastEnds: [Int: Int] = [:]
        for (index, node) in nodes.enumerated() {
            guard node.start == node.headingStart, node.headingStart <= node.headingEnd, node.headingEnd <= node.end,
                node.end <= text.count
            else { return "node \(index): \(node)" }
            if let parent = node.parent {
                guard parent < index, nodes[parent].start <= node.start, node.end <= nodes[parent].end else {
                    return "node \(index) is not inside its parent: \(node)"
                }
            }
            guard lastEnds[node.parent ?? -1, default: 0] <= node.start else {
                return "node \(index) begins inside the one before: \(node)"
            }
            lastEnds[node.parent ?? -1] = node.end
        }
        return nil
    }

    /// The places where the articles' numbers do not follow one another within the document, an attachment or an annex.
    static func breaks(in outline: DocumentOutline) -> [String] {
        var breaks: [String] = []
        var last: [Int: (number: Int, suffix: String)] = [:]
        for (index, node) in outline.nodes.enumerated() where node.level == .article {
            let number = Int(node.number.prefix { $0.isNumber }) ?? 0
            let suffix = String(node.number.drop { $0.isNumber })
            let root = outline.path(of: index).last { outline.nodes[$0].level <= .annex } ?? -1
            if let before = last[root] {
                let follows =
                    suffix.isEmpty ? number == before.number + 1 : number == before.number && suffix > before.suffix
                if !follows { breaks.append("\(before.number)\(before.suffix) → \(node.number) at \(node.start)") }
            } else if number != 1 {
                breaks.append("begins with \(node.number) at \(node.start)")
            }
            last[root] = (number, suffix)
        }
        return breaks
    }
}
