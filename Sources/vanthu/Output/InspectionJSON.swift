import VanThu

extension DocumentReport {
    /// The report for programs.
    var json: JSON {
        [
            "id": .string(id),
            "metadata": [
                "number": .field(number), "type": .field(type), "issued_on": .field(issuedOn), "place": .field(place),
                "title": .field(title),
            ],
            "outline": [],
            "passages": .array(
                passages.map {
                    [
                        "path": .array($0.path.map { .string($0) }), "start": .integer($0.start),
                        "end": .integer($0.end), "boilerplate": .boolean($0.isBoilerplate),
                    ]
                }),
            "citations": .array(citations.map(\.json)), "references": .array(references.map(\.json)),
        ]
    }
}

extension DocumentReport.Citation {
    /// The mention for programs.
    fileprivate var json: JSON {
        [
            "kind": .string(kind.rawValue), "key": .string(key), "text": .string(text), "start": .integer(start),
            "end": .integer(end), "type": .text(type), "number": .text(number), "agency": .text(agency),
            "date": .text(date), "relation": .text(relation?.rawValue),
        ]
    }
}

extension DocumentReport.Reference {
    /// The reference for programs.
    fileprivate var json: JSON {
        [
            "kind": .string(kind.rawValue), "key": .string(key), "text": .string(text), "start": .integer(start),
            "end": .integer(end),
        ]
    }
}

extension JSON {
    /// A text, or `null`.
    fileprivate static func text(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

    /// A value with its place and how sure it is, or `null`.
    fileprivate static func field(_ field: DocumentReport.Field?) -> JSON {
        guard let field else { return .null }
        return [
            "value": .string(field.value), "start": .integer(field.start), "end": .integer(field.end),
            "confidence": .number(field.confidence),
        ]
    }
}
