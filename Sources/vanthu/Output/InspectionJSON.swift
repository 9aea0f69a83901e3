import VanThu

extension DocumentReport {
    /// The report for programs.
    var json: JSON {
        [
            "id": .string(id),
            "metadata": metadata.json,
            "outline": .array(outline.map(\.json)),
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

extension DocumentReport.OutlineNode {
    /// The node for programs.
    var json: JSON {
        [
            "level": .string(level), "number": .string(number), "title": .string(title), "start": .integer(start),
            "end": .integer(end), "parent": parent.map { .integer($0) } ?? .null,
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

extension DocumentReport.Metadata {
    /// Each field or `null`, and each list, for programs.
    fileprivate var json: JSON {
        [
            "number": .field(number), "number_parts": numberParts?.json ?? .null, "type": .field(type),
            "agency": .field(agency), "superior": .field(superior), "issued_on": .field(issuedOn),
            "place": .field(place), "title": .field(title), "urgency": .field(urgency), "secrecy": .field(secrecy),
            "addressees": .array(addressees.map { .field($0) }), "recipients": .array(recipients.map { .field($0) }),
            "filing": .field(filing), "signers": .array(signers.map(\.json)),
            "attachments": .array(attachments.map { .field($0) }),
        ]
    }
}

extension DocumentReport.NumberParts {
    fileprivate var json: JSON {
        [
            "sequence": .string(sequence), "year": .optional(year), "type_symbol": .optional(typeSymbol),
            "agency_symbol": .optional(agencySymbol),
        ]
    }
}

extension DocumentReport.Signer {
    fileprivate var json: JSON {
        ["name": .field(name), "capacity": .field(capacity), "position": .field(position)]
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
