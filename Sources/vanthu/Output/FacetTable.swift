import VanThu

/// Facets for people: the values of each with their documents, a line each, all in the same columns.
struct FacetTable {
    let style: Style
    let columns: Int

    func text(of facets: [FacetResult]) -> String {
        let tables = facets.map { facet in
            facet.counts.map { (PageText.plain($0.value), Amounts.count($0.documents)) }
                + (facet.missing > 0 ? [("(none)", Amounts.count(facet.missing))] : [])
        }
        let numberWidth = max(tables.joined().map(\.1.count).max() ?? 0, Self.head.count)
        let names = tables.joined().map(\.0.count) + facets.map { $0.field.rawValue.count - 2 }
        let nameWidth = min(names.max() ?? 0, max(20, columns - numberWidth - 4))
        return zip(facets, tables).map { facet, rows in
            var page =
                style.title(PageText.padded(facet.field.rawValue, nameWidth + 4))
                + style.aside(PageText.right(Self.head, numberWidth)) + "\n"
            for (name, number) in rows {
                let name = PageText.beginning(Array(name.utf8), width: nameWidth)
                page += "  \(PageText.padded(name, nameWidth))  \(PageText.right(number, numberWidth))\n"
            }
            let more = facet.distinct - facet.counts.count
            if more > 0 {
                page += style.aside("  and \(Amounts.count(more, "more value")) (--facet-values shows more)") + "\n"
            }
            return page + "\n"
        }.joined()
    }

    private static let head = "documents"
}

extension FacetResult {
    /// The counts for programs.
    var json: JSON {
        [
            "field": .string(field.rawValue), "distinct": .integer(distinct), "missing": .integer(missing),
            "counts": .array(counts.map { ["value": .string($0.value), "documents": .integer($0.documents)] }),
        ]
    }
}
