import VanThu

extension StoredDocument {
    /// The document for programs, its text where that was asked for.
    func json(withText: Bool) -> JSON {
        let document = summary.json.adding([
            "metadata": .object(metadata.map { (key: $0.name, value: .raw($0.value)) }),
            "outline": .array(report.outline.map(\.json)), "cites": .array(cites.map(\.json)),
            "cited_by": .array(citedBy.map(\.json)), "cited_by_total": .integer(citedByTotal),
        ])
        return withText ? document.adding(["text": .string(String(decoding: text, as: UTF8.self))]) : document
    }
}

extension StoredDocument.Cited {
    /// The cited document for programs; `document` is `null` where the index does not hold it.
    fileprivate var json: JSON {
        [
            "key": .string(key), "text": .string(text), "relations": .relations(relations),
            "mentions": .integer(mentions), "document": document?.json ?? .null,
        ]
    }
}

extension StoredDocument.Citing {
    /// The citing document for programs.
    fileprivate var json: JSON { ["document": document.json, "relations": .relations(relations)] }
}

extension JSON {
    fileprivate static func relations(_ relations: [DocumentReport.Citation.Relation]) -> JSON {
        .array(relations.map { .string($0.rawValue) })
    }
}
