import ArgumentParser
import VanThu

/// Facets as people name them: `type,year` or `loai,nam`.
struct FacetFields: ExpressibleByArgument, Equatable {
    let fields: [FacetField]

    static var allValueStrings: [String] { FacetField.allCases.map(\.rawValue) }

    init(fields: [FacetField]) { self.fields = fields }

    init?(argument: String) {
        var fields: [FacetField] = []
        for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
            let name = name.lowercased().filter { $0 != " " }
            guard let field = FacetField.allCases.first(where: { Self.names(of: $0).contains(name) }) else {
                return nil
            }
            if !fields.contains(field) { fields.append(field) }
        }
        self.fields = fields
    }

    /// The names that queries have for the field.
    private static func names(of field: FacetField) -> [String] {
        QueryField(rawValue: field.rawValue)?.names ?? [field.rawValue]
    }

    var defaultValueDescription: String { "none" }
}
