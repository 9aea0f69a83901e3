import VanThu

/// A document of the index the way people read it.
struct DocumentPage {
    let style: Style
    let columns: Int

    /// Its name, what is known of it, its outline, what it cites and what cites it.
    func text(of document: StoredDocument) -> String {
        let name = document.summary.name.isEmpty ? document.summary.id : document.summary.name
        var page = PageText.wrapped(name, width: columns).map { style.title($0) + "\n" }.joined()
        page += fields(of: document)
        page += heading("outline", Amounts.count(document.report.outline.count))
        page += OutlineView(style: style, columns: columns).text(of: document.report.outline, document.text)
        let held = document.cites.count { $0.document != nil }
        page += heading("cites", Amounts.count(document.cites.count) + (held > 0 ? ", \(held) in this index" : ""))
        page += cites(document.cites)
        let shown = document.citedBy.count
        let all = Amounts.count(document.citedByTotal)
        page += heading("cited by", shown < document.citedByTotal ? "\(all), the newest \(shown) (--citing)" : all)
        page += citedBy(document.citedBy)
        return page
    }

    private func heading(_ name: String, _ count: String) -> String {
        "\n" + style.title(name) + style.aside("  \(count)") + "\n"
    }

    // MARK: Metadata

    private func fields(of document: StoredDocument) -> String {
        let metadata = document.report.metadata
        var fields: [(name: String, value: String)] = [("id", document.summary.id)]
        for field in document.metadata {
            let value = MetadataValue(field.value)
            let signers = metadata.signers
            if field.name == "signers", !signers.isEmpty, value.texts == signers.map(\.name.value) {
                fields += signers.map { ("signer", $0.line) }
            } else {
                fields.append((field.name.split(separator: "_").joined(separator: " "), value.line))
            }
        }
        fields += metadata.addressees.map { ("addressee", $0.value) }
        fields += metadata.recipients.map { ("recipient", $0.value) }
        if let filing = metadata.filing { fields.append(("filing", filing.value)) }
        fields += metadata.attachments.map { ("attached", $0.value) }
        let names = fields.map { PageText.beginning(Array($0.name.utf8), width: 24) }
        let lines = FieldLines(style: style, columns: columns, nameWidth: max(11, (names.map(\.count).max() ?? 0) + 2))
        return zip(names, fields).map { lines.text($0, $1.value) }.joined()
    }

    // MARK: Citations

    private func cites(_ cited: [StoredDocument.Cited]) -> String {
        let relations = cited.map { names(of: $0.relations) }
        let width = (relations.map(\.count).max() ?? 0) + 2
        return zip(relations, cited).map { relation, cited in
            let mentions = cited.mentions > 1 ? "×\(cited.mentions)" : ""
            let line = FieldLines(style: style, columns: columns, nameWidth: width)
            var text = line.text(relation, cited.text, aside: mentions)
            if let document = cited.document {
                text += line.text("", "→ \(document.name.isEmpty ? document.id : document.name)")
            }
            return text
        }.joined()
    }

    private func citedBy(_ citing: [StoredDocument.Citing]) -> String {
        let relations = citing.map { names(of: $0.relations) }
        let width = (relations.map(\.count).max() ?? 0) + 2
        return zip(relations, citing).map { relation, citing in
            let document = citing.document
            return FieldLines(style: style, columns: columns, nameWidth: width).text(
                relation, document.name.isEmpty ? document.id : document.name, aside: document.issuedOn ?? "")
        }.joined()
    }

    private func names(of relations: [DocumentReport.Citation.Relation]) -> String {
        relations.map(\.rawValue).joined(separator: ", ")
    }
}

/// A value of stored metadata, which is JSON, for people.
struct MetadataValue {
    private let json: JSON
    private let raw: String

    init(_ raw: String) {
        self.raw = raw
        do throws(JSONFailure) {
            json = try JSON(reading: Array(raw.utf8))
        } catch {
            json = .string(raw)
        }
    }

    /// The strings of an array of strings, or the one string.
    var texts: [String] {
        if let text = json.asString { return [text] }
        return json.asArray?.compactMap(\.asString) ?? []
    }

    /// Strings without their quotes; anything else as it is.
    var line: String {
        if let values = json.asArray, values.allSatisfy({ $0.asString != nil }) { return texts.joined(separator: "; ") }
        return json.asString ?? raw
    }
}
