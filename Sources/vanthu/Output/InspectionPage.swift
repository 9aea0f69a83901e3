import VanThu

/// A document's report the way people read it.
struct InspectionPage {
    let style: Style
    let columns: Int

    /// The document's name, what its head says, its passages with their first words, and what it cites.
    func text(of report: DocumentReport, _ text: [UInt8]) -> String {
        var page = style.title(plain(report.id)) + "\n"
        let fields = [
            ("number", report.number), ("type", report.type), ("issued on", report.issuedOn),
            ("place", report.place), ("title", report.title),
        ]
        for (name, field) in fields {
            page += "  " + style.aside(padded(name, 11))
            if let field {
                page += "\(plain(field.value))  \(style.aside(range(field.start, field.end)))\n"
            } else {
                page += style.aside("not found") + "\n"
            }
        }
        page += heading("passages", report.passages.count)
        let numberWidth = String(report.passages.count).count
        let rangeWidth = report.passages.last.map { range($0.start, $0.end).count } ?? 0
        for (index, passage) in report.passages.enumerated() {
            let number = String(index + 1)
            let place = padded(range(passage.start, passage.end), rangeWidth)
            let kind = passage.isBoilerplate ? style.aside("[boilerplate] ") : ""
            let used = numberWidth + rangeWidth + 6 + (passage.isBoilerplate ? 14 : 0)
            let words = Snippet(of: Array(text[passage.start..<passage.end]), width: max(20, columns - used)).text
            page += "  " + String(repeating: " ", count: numberWidth - number.count) + number + "  "
            page += style.aside(place) + "  " + kind + words + "\n"
        }
        page += heading("citations", report.citations.count)
        let rows = report.citations.map { citation in
            (
                relation: citation.relation?.rawValue ?? "",
                place: range(citation.start, citation.end), text: plain(citation.text)
            )
        }
        let relationWidth = rows.map(\.relation.count).max() ?? 0
        let placeWidth = rows.map(\.place.count).max() ?? 0
        for row in rows {
            page += "  " + (relationWidth == 0 ? "" : padded(row.relation, relationWidth) + "  ")
            page += style.aside(padded(row.place, placeWidth)) + "  \(row.text)\n"
        }
        return page
    }

    private func heading(_ name: String, _ count: Int) -> String {
        "\n" + style.title(name) + style.aside("  \(Amounts.count(count))") + "\n"
    }

    private func range(_ start: Int, _ end: Int) -> String { "\(start)–\(end)" }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// On one line, and without anything that could steer the terminal.
    private func plain(_ text: String) -> String { Snippet(of: Array(text.utf8), width: .max).text }
}
