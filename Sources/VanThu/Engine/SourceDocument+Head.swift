internal import AdministrativeDocuments

extension SourceDocument {
    /// The document with what its head says in the place of the title and metadata that its input did not give.
    func filled(from head: DocumentHead) -> SourceDocument {
        var filled = self
        filled.title = head.name ?? ""
        let fields = [
            ("number", head.number), ("type", head.type), ("issued_on", head.date), ("place", head.place),
        ]
        filled.metadata = fields.compactMap { key, field in
            guard let field else { return nil }
            return (key, String(decoding: DocumentMetadata.quoted(field.value), as: UTF8.self))
        }
        return filled
    }
}
