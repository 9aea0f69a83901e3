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
            let head = found.head
            let references = found.references.map { reference in
                DocumentReport.Reference(
                    kind: AnalysedToken.Kind(reference.kind), key: String(decoding: reference.key, as: UTF8.self),
                    text: String(decoding: text[reference.start..<reference.end], as: UTF8.self),
                    start: reference.start, end: reference.end)
            }
            return DocumentReport(
                id: document.id, number: head.number.map(DocumentReport.Field.init),
                type: head.type.map(DocumentReport.Field.init), issuedOn: head.date.map(DocumentReport.Field.init),
                place: head.place.map(DocumentReport.Field.init), title: head.title.map(DocumentReport.Field.init),
                passages: found.passages.map {
                    DocumentReport.Passage(
                        path: $0.path, start: $0.start, end: $0.end, isBoilerplate: $0.isBoilerplate)
                },
                // A document's number in its own head cites nothing.
                citations: references.filter { $0.kind == .documentNumber && $0.start != head.number?.start },
                references: references.filter { $0.kind != .documentNumber })
        }
    }
}

extension DocumentReport.Field {
    fileprivate init(_ value: InspectedValue) {
        self.init(value: value.value, start: value.start, end: value.end, confidence: value.confidence)
    }
}
