internal import AdministrativeDocuments

extension SourceDocument {
    /// The document with what it says of itself in the place of the title and metadata that its input did not give.
    func filled(from description: DocumentDescription) -> SourceDocument {
        var filled = self
        filled.title = description.name ?? ""
        let fields = [
            ("number", description.number), ("type", description.type), ("agency", description.agency),
            ("issued_on", description.date), ("place", description.place), ("urgency", description.urgency),
            ("secrecy", description.secrecy),
        ]
        filled.metadata = fields.compactMap { key, field in
            guard let field else { return nil }
            return (key, Self.quoted(field.value))
        }
        if !description.signers.isEmpty {
            let names = description.signers.map { Self.quoted($0.name.value) }
            filled.metadata.append(("signers", "[" + names.joined(separator: ",") + "]"))
        }
        return filled
    }

    private static func quoted(_ text: String) -> String {
        String(decoding: DocumentMetadata.quoted(text), as: UTF8.self)
    }
}
