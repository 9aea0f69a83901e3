/// Lines for people about what was read otherwise than it looks.
struct QueryNotes {
    /// Enough for any query that a person typed.
    private static let most = 8
    /// What is said of a query that holds nothing but words to leave out.
    static let onlyLeavesOut = "the query only leaves out, so nothing is asked for"

    private var lines: [(at: Int, line: String)] = []

    /// Whether nothing more is noted: worth asking before a line that costs time to write.
    var isFull: Bool { lines.count >= Self.most }

    /// Notes what happened at an offset of the query, unless there is enough to read already.
    mutating func add(at offset: Int, _ line: String) {
        if !isFull, !lines.contains(where: { $0.line == line }) { lines.append((offset, line)) }
    }

    /// A text cut to what a line can hold.
    static func excerpt(_ text: String) -> String {
        text.unicodeScalars.count > 40 ? QueryText.string(text.unicodeScalars.prefix(40)) + "…" : text
    }

    /// The lines in the query's order.
    var inOrder: [String] {
        lines.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element.line)
    }
}
