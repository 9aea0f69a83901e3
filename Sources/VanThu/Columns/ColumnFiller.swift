internal import AdministrativeDocuments
internal import InvertedIndex
internal import VietnameseText

/// Writes what is known of a document into the index's columns.
///
/// One thread's.
struct ColumnFiller {
    private var names = GivenNames()
    // Documents name the same few types and agencies again and again.
    private var types: [String: String] = [:]
    private var agencies: [String: String] = [:]
    private var relation: [UInt8] = []

    /// So many names are remembered.
    private static let mostNames = 4096

    /// Fills the columns of the document that a builder has begun; `numbers` are its numbers' canonical keys.
    mutating func fill(
        _ builder: SegmentBuilder, _ fields: DocumentFields, numbers: [[UInt8]], citations: [Citation]
    ) {
        func add(_ column: DocumentColumn, _ value: String) {
            guard !value.isEmpty else { return }
            var value = value
            value.withUTF8 { builder.addCategory(column.rawValue, UnsafeRawBufferPointer($0)) }
        }
        for number in numbers {
            number.withUnsafeBytes { builder.addCategory(DocumentColumn.number.rawValue, $0) }
        }
        for type in fields.texts(.type) { add(.type, Self.remembered(type, in: &types, GivenNames.type)) }
        // Joint documents have several.
        for agency in fields.texts(.agency) {
            add(.agency, Self.remembered(agency, in: &agencies) { names.agency($0) })
        }
        for place in fields.texts(.place) { add(.place, place) }
        for urgency in fields.texts(.urgency) { add(.urgency, urgency) }
        for signer in fields.texts(.signer) { add(.signer, signer) }
        if let day = fields.day { builder.setInteger(DocumentColumn.date.rawValue, day.number) }
        if let year = fields.year { builder.setInteger(DocumentColumn.year.rawValue, Int32(year)) }
        for citation in citations {
            add(.cites, citation.key)
            guard let relation = citation.relation else { continue }
            CitedRelation.write(relation.rawValue, citation.key.utf8, to: &self.relation)
            self.relation.withUnsafeBytes { builder.addCategory(DocumentColumn.relation.rawValue, $0) }
        }
    }

    private static func remembered(
        _ given: String, in known: inout [String: String], _ spelled: (String) -> String
    ) -> String {
        if let name = known[given] { return name }
        if known.count >= mostNames { known.removeAll() }
        let name = spelled(given)
        known[given] = name
        return name
    }
}
