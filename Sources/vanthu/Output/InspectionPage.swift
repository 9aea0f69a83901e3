import VanThu

/// A document's report the way people read it.
struct InspectionPage {
    let style: Style
    let columns: Int

    /// The document's name, what its head says, its passages with their first words, and what it cites.
    func text(of report: DocumentReport, _ text: [UInt8]) -> String {
        var page = style.title(plain(report.id)) + "\n"
        page += fields(of: report.metadata)
        page += heading("outline", report.outline.count)
        var depths: [Int] = []
        for node in report.outline {
            let depth = node.parent.map { depths[$0] + 1 } ?? 0
            depths.append(depth)
            let place = range(node.start, node.end)
            let indent = String(repeating: "  ", count: depth + 1)
            let used = indent.count + place.count + 2
            page += indent + Snippet(of: Array(node.title.utf8), width: max(20, columns - used)).text
            page += "  " + style.aside(place) + "\n"
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
            if !passage.path.isEmpty {
                page += String(repeating: " ", count: numberWidth + 4)
                page += style.aside(plain(passage.path.joined(separator: " › "))) + "\n"
            }
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

    /// What the document says of itself: the fields that nearly every one has, and of the others those that are there.
    private func fields(of metadata: DocumentReport.Metadata) -> String {
        let always = [
            ("number", metadata.number), ("type", metadata.type), ("agency", metadata.agency),
            ("issued on", metadata.issuedOn), ("place", metadata.place), ("title", metadata.title),
        ]
        let sometimes =
            [("superior", metadata.superior), ("urgency", metadata.urgency), ("secrecy", metadata.secrecy)]
            + metadata.addressees.map { ("addressee", $0) } + metadata.recipients.map { ("recipient", $0) }
            + [("filing", metadata.filing)] + metadata.attachments.map { ("attached", $0) }
        var page = ""
        for (name, field) in always {
            page += line(name, field.map { plain($0.value) } ?? style.aside("not found"), field)
        }
        for signer in metadata.signers {
            let titles = [signer.capacity, signer.position].compactMap { $0.map { plain($0.value) } }
            page += line("signer", ([plain(signer.name.value)] + titles).joined(separator: ", "), signer.name)
        }
        for case (let name, let field?) in sometimes { page += line(name, plain(field.value), field) }
        return page
    }

    private func line(_ name: String, _ value: String, _ field: DocumentReport.Field?) -> String {
        let place = field.map { "  " + style.aside(range($0.start, $0.end)) } ?? ""
        return "  " + style.aside(padded(name, 11)) + value + place + "\n"
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
