import VanThu

/// A document's report the way people read it.
struct InspectionPage {
    let style: Style
    let columns: Int

    /// The document's name, what its head says, its outline, its passages with their first words, and what it cites.
    func text(of report: DocumentReport, _ text: [UInt8]) -> String {
        var page = style.title(PageText.plain(report.id)) + "\n"
        page += fields(of: report.metadata)
        page += heading("outline", report.outline.count)
        page += OutlineView(style: style, columns: columns).text(of: report.outline, text)
        page += heading("passages", report.passages.count)
        page += passages(of: report, text)
        page += heading("citations", report.citations.count)
        page += citations(of: report)
        return page
    }

    private func heading(_ name: String, _ count: Int) -> String {
        "\n" + style.title(name) + style.aside("  \(Amounts.count(count))") + "\n"
    }

    // MARK: Metadata

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
        for (name, field) in always { page += line(name, field?.value ?? "not found", field) }
        for signer in metadata.signers { page += line("signer", signer.line, signer.name) }
        for case (let name, let field?) in sometimes { page += line(name, field.value, field) }
        return page
    }

    private func line(_ name: String, _ value: String, _ field: DocumentReport.Field?) -> String {
        FieldLines(style: style, columns: columns).text(name, value, aside: field.map { range($0.start, $0.end) } ?? "")
    }

    // MARK: Passages and citations

    private func passages(of report: DocumentReport, _ text: [UInt8]) -> String {
        let places = report.passages.map { range($0.start, $0.end) }
        let placeWidth = places.map(\.count).max() ?? 0
        let numberWidth = String(report.passages.count).count
        let indent = String(repeating: " ", count: numberWidth + placeWidth + 6)
        let room = max(20, columns - indent.count)
        var page = ""
        for (index, passage) in report.passages.enumerated() {
            var lines = passage.path.isEmpty ? [] : [PageText.plain(passage.path.joined(separator: " › "))]
            if passage.isBoilerplate { lines.append("[boilerplate]") }
            lines = lines.flatMap { PageText.wrapped($0, width: room) }.map { style.place($0) }
            lines.append(PageText.beginning(Array(text[passage.start..<passage.end]), width: room))
            let head =
                "  " + PageText.right(String(index + 1), numberWidth) + "  "
                + style.aside(PageText.padded(places[index], placeWidth)) + "  "
            page += lines.enumerated().map { ($0 == 0 ? head : indent) + $1 + "\n" }.joined()
        }
        return page
    }

    private func citations(of report: DocumentReport) -> String {
        let relations = report.citations.map { $0.relation?.rawValue ?? "" }
        let places = report.citations.map { range($0.start, $0.end) }
        let placeWidth = places.map(\.count).max() ?? 0
        let relationWidth = (relations.map(\.count).max() ?? 0) + 2
        let indent = String(repeating: " ", count: placeWidth + relationWidth + 4)
        var page = ""
        for (index, citation) in report.citations.enumerated() {
            let lines = PageText.wrapped(citation.text, width: max(20, columns - indent.count))
            let head =
                "  " + style.aside(PageText.padded(places[index], placeWidth)) + "  "
                + PageText.padded(relations[index], relationWidth)
            page += lines.enumerated().map { ($0 == 0 ? head : indent) + $1 + "\n" }.joined()
        }
        return page
    }

    private func range(_ start: Int, _ end: Int) -> String { "\(start)–\(end)" }
}

extension DocumentReport.Signer {
    /// `Lý Hoài Thạch, TM. KT., Phó Chủ tịch`.
    var line: String { ([name.value] + [capacity, position].compactMap { $0?.value }).joined(separator: ", ") }
}
