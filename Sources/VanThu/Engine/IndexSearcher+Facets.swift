internal import InvertedIndex

/// Counts over all documents that match.
extension IndexSearcher {
    /// The counts that were asked for.
    func facets(_ plan: QueryPlan, _ options: SearchOptions) -> [FacetResult] {
        guard !options.facets.isEmpty, options.facetValues > 0 else { return [] }
        let columns = options.facets.map(\.column)
        let counts = searcher.facets(
            plan.query, columns: columns.map { ColumnName($0.isInteger ? .integer : .category, $0.rawValue) },
            limit: options.facetValues, byTitle: options.by == .document)
        return zip(options.facets, counts.facets).map { field, facet in
            var values = facet.counts.map { ($0.value, $0.documents) }
            if field.column.isInteger { values.sort { $0.0 > $1.0 } }
            return FacetResult(
                field: field, counts: values.map { FacetResult.Count(value: Self.text($0.0), documents: $0.1) },
                distinct: facet.distinct, missing: facet.missing)
        }
    }

    private static func text(_ value: Facet.Value) -> String {
        switch value {
        case .category(let bytes): String(decoding: bytes, as: UTF8.self)
        case .integer(let number): String(number)
        }
    }
}

extension FacetField {
    /// The column that holds the field's values.
    var column: DocumentColumn {
        switch self {
        case .type: .type
        case .agency: .agency
        case .year: .year
        case .place: .place
        case .urgency: .urgency
        case .signer: .signer
        }
    }
}
