internal import AdministrativeDocuments
internal import InvertedIndex
internal import VietnameseText

/// Writes what is known of a document into the index's columns.
///
/// One thread's.
struct ColumnFiller {
    private var names = GivenNames()

    /// Fills the columns of the document that a builder has begun; `numbers` are its numbers' canonical keys.
    mutating func fill(
        _ builder: SegmentBuilder, _ fields: DocumentFields, numbers: [[UInt8]], citations: [Citation]
    ) {
        func add(_ column: DocumentColumn, _ value: String) {
            if !value.isEmpty { builder.addCategory(column.rawValue, Array(value.utf8)) }
        }
        for number in numbers { builder.addCategory(DocumentColumn.number.rawValue, number) }
        for type in fields.texts(.type) { add(.type, GivenNames.type(type)) }
        // Joint documents have several.
        for agency in fields.texts(.agency) { add(.agency, names.agency(agency)) }
        for place in fields.texts(.place) { add(.place, place) }
        for urgency in fields.texts(.urgency) { add(.urgency, urgency) }
        for signer in fields.texts(.signer) { add(.signer, signer) }
        if let day = fields.day { builder.setInteger(DocumentColumn.date.rawValue, day.number) }
        if let year = fields.year { builder.setInteger(DocumentColumn.year.rawValue, Int32(year)) }
        for citation in citations {
            add(.cites, citation.key)
            guard let relation = citation.relation else { continue }
            builder.addCategory(
                DocumentColumn.relation.rawValue, CitedRelation.value(relation.rawValue, citation.key.utf8))
        }
    }
}
