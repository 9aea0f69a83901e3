internal import VietnameseText

/// What a query can ask of a document besides its words.
public enum QueryField: String, Sendable, CaseIterable {
    /// The document's number, `15/2020/QĐ-TTg`.
    case number
    /// The type of document, `quyết định`.
    case type
    /// The agency that issued it.
    case agency
    /// The day of issue.
    case date
    /// The year of issue.
    case year
    /// The place of issue.
    case place
    /// Who signed it.
    case signer
    /// How urgent it is, `hỏa tốc`.
    case urgency
    /// The article that a passage stands in, `7` or `7a`.
    case article
    /// The document's title or abstract.
    case title
    /// The number of a document that is cited.
    case cites

    /// The names by which a query calls the field: Vietnamese first, then the English ones.
    ///
    /// Diacritics, case, hyphens and underscores do not matter: `co-quan`, `co_quan`, `coquan`, `CƠ-QUAN` are one name.
    public var names: [String] {
        switch self {
        case .number: ["so", "so-hieu", "so-ky-hieu", "number"]
        case .type: ["loai", "loai-van-ban", "type"]
        case .agency: ["co-quan", "co-quan-ban-hanh", "agency"]
        case .date: ["ngay", "ngay-ban-hanh", "date"]
        case .year: ["nam", "nam-ban-hanh", "year"]
        case .place: ["noi", "noi-ban-hanh", "dia-danh", "place"]
        case .signer: ["nguoi-ky", "signer"]
        case .urgency: ["khan", "do-khan", "urgency"]
        case .article: ["dieu", "article"]
        case .title: ["tieu-de", "trich-yeu", "title"]
        case .cites: ["cites", "dan-chieu", "vien-dan"]
        }
    }

    /// How a field's value is read.
    enum Kind { case number, words, date, year }

    var kind: Kind {
        switch self {
        case .number, .cites, .article: .number
        case .date: .date
        case .year: .year
        case .type, .agency, .place, .signer, .urgency, .title: .words
        }
    }

    /// The field of a name as typed.
    init?(named name: some Collection<Unicode.Scalar>) {
        guard let field = Self.byKey[Self.key(of: name)] else { return nil }
        self = field
    }

    /// The name without diacritics, case, hyphens and underscores.
    private static func key(of name: some Collection<Unicode.Scalar>) -> String {
        var letters = String.UnicodeScalarView()
        var isASCII = true
        for scalar in name where scalar != "_" && !QueryText.isHyphen(scalar) {
            if scalar.value >= 0x80 { isASCII = false }
            let isCapital = (0x41...0x5A).contains(scalar.value)
            letters.append(isCapital ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar)
        }
        return isASCII ? String(letters) : foldedKey(of: String(letters))
    }

    private static let byKey = Dictionary(
        allCases.flatMap { field in field.names.map { (key(of: $0.unicodeScalars), field) } },
        uniquingKeysWith: { first, _ in first })

    /// All fields with both names, for a person who used another.
    static let list = allCases.map { $0.names[0] == $0.rawValue ? $0.rawValue : "\($0.names[0]) (\($0.rawValue))" }
        .joined(separator: ", ")

    /// The name that was probably meant by one that is none: one letter off, or two in a longer name.
    static func nearestName(to name: some Collection<Unicode.Scalar>) -> String? {
        let typed = Array(key(of: name).utf8)
        guard typed.count > 2, typed.count < 24 else { return nil }
        var best: (name: String, distance: Int)?
        for name in allCases.flatMap(\.names) {
            let key = Array(key(of: name.unicodeScalars).utf8)
            let distance = EditDistance.between(typed, key)
            let most = key.count > 5 ? 2 : key.count > 2 ? 1 : 0
            if distance <= most, distance < best?.distance ?? .max { best = (name, distance) }
        }
        return best?.name
    }
}
