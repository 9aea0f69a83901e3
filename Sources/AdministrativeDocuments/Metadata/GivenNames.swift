/// The usual spelling of names that somebody gave beside a document's text, so that one agency or type is counted once.
///
/// One is for one thread: it remembers what it spelled.
public struct GivenNames {
    private var agencies = AgencyNames()

    /// Names that nobody gave yet.
    public init() {}

    /// An agency's name written out: `UBND TỈNH CÀ MAU` → `Ủy ban nhân dân tỉnh Cà Mau`; as given, in single spaces, where it
    /// does not begin as an agency's name does.
    public mutating func agency(_ given: String) -> String { agencies.agency(given) ?? Self.singleSpaced(given) }

    /// A type's name: `QUYẾT ĐỊNH` → `Quyết định`; as given, in single spaces, where it is none of the known ones.
    public static func type(_ given: String) -> String {
        let given = singleSpaced(given)
        let key = PlaceNames.foldedName(given)
        return DocumentType.all.first { PlaceNames.foldedName($0) == key } ?? given
    }

    private static func singleSpaced(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
