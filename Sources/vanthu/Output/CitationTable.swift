import VanThu

/// The most cited documents for people: how many documents cite each, and what it is.
enum CitationTable {
    static func text(_ cited: [CitationCount], columns: Int) -> String {
        guard !cited.isEmpty else { return "no document cites another\n" }
        let counts = cited.map { Amounts.count($0.documents) }
        let width = max(Self.head.count, counts.map(\.count).max() ?? 0)
        let indent = String(repeating: " ", count: width + 2)
        return Self.head + "  document\n"
            + zip(counts, cited).map { count, cited in
                let lines = PageText.wrapped(cited.shownName, width: max(20, columns - indent.count))
                let head = PageText.right(count, width) + "  "
                return lines.enumerated().map { ($0 == 0 ? head : indent) + $1 + "\n" }.joined()
            }.joined()
    }

    private static let head = "cited by"
}

extension CitationCount {
    /// Number and title; of a document that the index does not hold, what others call it.
    fileprivate var shownName: String {
        if let name = document?.name, !name.isEmpty { return name }
        return text ?? key.split(separator: "|").joined(separator: ", ")
    }

    /// The count for programs.
    var json: JSON {
        [
            "key": .string(key), "text": text.map { .string($0) } ?? .null, "documents": .integer(documents),
            "document": document?.json ?? .null,
        ]
    }
}
