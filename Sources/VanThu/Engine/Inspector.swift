internal import AdministrativeDocuments

/// Says what the engine understands of documents, without an index; reusable, for one thread.
public final class Inspector {
    private let inspector = DocumentInspector()

    /// An inspector that cuts passages as indexing does.
    public init() {}

    /// What is understood of a document's text; what its input says beside the text plays no part.
    public func inspect(_ document: SourceDocument) -> DocumentReport {
        document.text.withUnsafeBytes { text in
            let found = inspector.inspect(text)
            let description = found.description
            let references = found.references.map { reference in
                DocumentReport.Reference(
                    kind: AnalysedToken.Kind(reference.kind), key: String(decoding: reference.key, as: UTF8.self),
                    text: String(decoding: text[reference.start..<reference.end], as: UTF8.self),
                    start: reference.start, end: reference.end)
            }
            return DocumentReport(
                id: document.id, metadata: DocumentReport.Metadata(description),
                outline: found.outline.nodes.map { DocumentReport.OutlineNode($0, text) },
                passages: found.passages.map {
                    DocumentReport.Passage(
                        path: $0.place.map(\.label), start: $0.start, end: $0.end, isBoilerplate: $0.isBoilerplate)
                },
                citations: found.citations.map { DocumentReport.Citation($0, in: text) },
                references: references.filter { $0.kind != .documentNumber })
        }
    }
}

extension DocumentReport.Citation {
    fileprivate init(_ citation: Citation, in text: UnsafeRawBufferPointer) {
        let number = citation.number.map { range in
            String(decoding: text[range].filter { $0 != 0x20 && !(0x09...0x0D).contains($0) }, as: UTF8.self)
        }
        self.init(
            kind: number == nil ? .documentName : .documentNumber, key: citation.key,
            text: String(decoding: text[citation.start..<citation.end], as: UTF8.self), start: citation.start,
            end: citation.end, type: citation.type, number: number, agency: citation.agency, date: citation.date,
            relation: citation.relation.map(Relation.init))
    }
}

extension DocumentReport.Citation.Relation {
    fileprivate init(_ relation: CitationRelation) {
        switch relation {
        case .basis: self = .basis
        case .replaces: self = .replaces
        case .amends: self = .amends
        case .supplements: self = .supplements
        case .repeals: self = .repeals
        case .guides: self = .guides
        case .expires: self = .expires
        }
    }
}

extension DocumentReport.Metadata {
    fileprivate init(_ description: DocumentDescription) {
        func field(_ value: InspectedValue?) -> DocumentReport.Field? { value.map(DocumentReport.Field.init) }
        self.init(
            number: field(description.number),
            numberParts: description.numberParts.map(DocumentReport.NumberParts.init),
            type: field(description.type), agency: field(description.agency), superior: field(description.superior),
            issuedOn: field(description.date), place: field(description.place), title: field(description.title),
            urgency: field(description.urgency), secrecy: field(description.secrecy),
            addressees: description.addressees.map(DocumentReport.Field.init),
            recipients: description.recipients.map(DocumentReport.Field.init), filing: field(description.filing),
            signers: description.signers.map { signer in
                DocumentReport.Signer(
                    name: DocumentReport.Field(signer.name), capacity: field(signer.capacity),
                    position: field(signer.position))
            },
            attachments: description.attachments.map(DocumentReport.Field.init))
    }
}

extension DocumentReport.NumberParts {
    fileprivate init(_ parts: NumberParts) {
        self.init(
            sequence: parts.sequence, year: parts.year, typeSymbol: parts.typeSymbol, agencySymbol: parts.agencySymbol)
    }
}

extension DocumentReport.OutlineNode {
    fileprivate init(_ node: OutlineNode, _ text: UnsafeRawBufferPointer) {
        let heading = String(decoding: text[node.headingStart..<node.headingEnd], as: UTF8.self)
        self.init(
            level: "\(node.level)", number: node.number,
            label: PathElement(level: node.level, number: node.number).label,
            title: heading.split(whereSeparator: \.isWhitespace).joined(separator: " "), start: node.start,
            end: node.end,
            parent: node.parent)
    }
}

extension DocumentReport.Field {
    fileprivate init(_ value: InspectedValue) {
        self.init(value: value.value, start: value.start, end: value.end, confidence: value.confidence)
    }
}
