import VanThu

/// A document's outline for people: where each part stands, then its heading, further in the deeper it is.
struct OutlineView {
    let style: Style
    let columns: Int

    /// A line a part; a part whose heading is a bare number shows its first words.
    func text(of outline: [DocumentReport.OutlineNode], _ text: [UInt8]) -> String {
        let places = outline.map { "\($0.start)–\($0.end)" }
        let placeWidth = places.map(\.count).max() ?? 0
        var depths: [Int] = []
        var page = ""
        for (index, node) in outline.enumerated() {
            depths.append(node.parent.map { depths[$0] + 1 } ?? 0)
            let indent = String(repeating: " ", count: 2 * min(depths[index], Self.deepest))
            let room = max(20, columns - placeWidth - 4 - indent.count)
            let next = index + 1 < outline.count ? outline[index + 1].start : text.count
            let own = node.start..<min(node.end, max(next, node.start), text.count)
            let heading = Self.isBare(node) ? Array(text[own]) : Array(node.title.utf8)
            page += "  " + style.aside(PageText.padded(places[index], placeWidth)) + "  " + indent
            page += PageText.beginning(heading, width: room) + "\n"
        }
        return page
    }

    /// Whether a heading says no more than its number: `2.`, `a)`, `Điều 7.`, `-`.
    private static func isBare(_ node: DocumentReport.OutlineNode) -> Bool {
        let title = letters(node.title)
        return title == letters(node.number) || title == letters(node.label)
    }

    private static func letters(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }

    /// Deeper parts are not set in further.
    private static let deepest = 8
}
