internal import AdministrativeDocuments
internal import VietnameseText

/// What is known of a document: what its input gave, and, where that says nothing, what its text says of itself.
struct DocumentFields {
    /// The metadata as it is stored, the given fields first.
    private(set) var metadata: [(key: String, value: String)]
    private(set) var title: String
    /// The values of each field, looked up once.
    private var values: [(field: QueryField, texts: [String])] = []
    /// The days or the year of issue as they are given.
    private var days: ClosedRange<Day>?

    /// What the fields of JSON lines are called beside the names that queries have for them.
    private static let otherNames: [String: QueryField] = [
        "issued_on": .date, "issuedon": .date, "signers": .signer, "so_hieu_van_ban": .number,
        "document_number": .number,
        "ngay_ky": .date,
    ]

    init(_ document: SourceDocument, _ description: DocumentDescription?) {
        metadata = document.metadata
        title = document.title
        for (key, value) in metadata {
            guard let field = Self.field(named: key), !values.contains(where: { $0.field == field }) else { continue }
            let texts = Self.texts(of: value)
            if !texts.isEmpty { values.append((field, texts)) }
        }
        if title.isEmpty { title = text(.title) ?? "" }
        if let description { describe(description) }
        days = text(.date).flatMap(Self.days)
    }

    private mutating func describe(_ description: DocumentDescription) {
        if title.isEmpty { title = description.name ?? "" }
        add("number", .number, description.number)
        add("type", .type, description.type)
        if description.type == nil, Self.isLetter(description), text(.type) == nil {
            append("type", .type, DocumentType.officialLetter)
        }
        add("agency", .agency, description.agency)
        add("issued_on", .date, description.date)
        add("place", .place, description.place)
        add("urgency", .urgency, description.urgency)
        if let secrecy = description.secrecy, !metadata.contains(where: { $0.key == "secrecy" }) {
            metadata.append(("secrecy", Self.quoted(secrecy.value)))
        }
        if !description.signers.isEmpty, texts(.signer).isEmpty {
            let names = description.signers.map(\.name.value)
            metadata.append(("signers", "[" + names.map(Self.quoted).joined(separator: ",") + "]"))
            let texts = names.map(Self.trimmed).filter { !$0.isEmpty }
            if !texts.isEmpty { values.append((.signer, texts)) }
        }
    }

    private mutating func add(_ name: String, _ field: QueryField, _ found: InspectedValue?) {
        guard let found, text(field) == nil else { return }
        append(name, field, found.value)
    }

    private mutating func append(_ name: String, _ field: QueryField, _ value: String) {
        metadata.append((name, Self.quoted(value)))
        let text = Self.trimmed(value)
        if !text.isEmpty { values.append((field, [text])) }
    }

    /// A numbered text that names no type, is about something and is sent to somebody, is an official letter (công văn).
    private static func isLetter(_ description: DocumentDescription) -> Bool {
        description.number != nil && description.numberParts?.typeSymbol == nil
            && (!description.addressees.isEmpty || description.title?.value.prefix(3).lowercased() == "v/v")
    }

    private static func quoted(_ text: String) -> String {
        String(decoding: DocumentMetadata.quoted(text), as: UTF8.self)
    }

    // MARK: Values

    /// The first value of a field.
    func text(_ field: QueryField) -> String? { texts(field).first }
    /// All values of a field: several where its value is an array.
    func texts(_ field: QueryField) -> [String] { values.first { $0.field == field }?.texts ?? [] }

    /// All values of a field in stored metadata, under whichever of its names they stand.
    static func texts(_ field: QueryField, in metadata: [(key: String, value: String)]) -> [String] {
        for (key, value) in metadata where Self.field(named: key) == field {
            let texts = texts(of: value)
            if !texts.isEmpty { return texts }
        }
        return []
    }

    private static func texts(of value: String) -> [String] {
        DocumentMetadata.texts(of: value).map(trimmed).filter { !$0.isEmpty }
    }

    private static func field(named key: String) -> QueryField? {
        guard key.utf8.count <= 40 else { return nil }
        return otherNames[key.lowercased()] ?? QueryField(named: key.unicodeScalars)
    }

    private static func trimmed(_ text: String) -> String {
        // Mostly there is nothing to trim: a letter's byte at each end.
        if let first = text.utf8.first, let last = text.utf8.last, first > 0x20, first < 0x80, last > 0x20, last < 0x80
        {
            return text
        }
        var text = Substring(text)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// The days or the year of a date in any form that a query may have: `2020-06-23`, `23/6/2020`, `2020-06-23T08:00:00Z`.
    static func days(_ date: String) -> ClosedRange<Day>? {
        if let day = plainDay(date.utf8) { return day...day }
        var scalars = Array(date.unicodeScalars)
        if scalars.count == 8, scalars.allSatisfy({ ("0"..."9").contains($0) }) {
            // ISO 8601 without hyphens, `20200623`.
            scalars.insert("-", at: 6)
            scalars.insert("-", at: 4)
        }
        if scalars.count > 10, scalars[10] == "T" || scalars[10] == " " { scalars.removeSubrange(10...) }
        do throws(DateCondition.Problem) {
            return try DateCondition.days(scalars[...])
        } catch {
            return nil
        }
    }

    /// A day as descriptions write it, `2020-06-23`.
    private static func plainDay(_ date: String.UTF8View) -> Day? {
        guard date.count == 10 else { return nil }
        var parts = (0, 0, 0)
        for (place, byte) in date.enumerated() {
            let digit = Int(byte &- 0x30)
            switch place {
            case 4, 7: guard byte == UInt8(ascii: "-") else { return nil }
            default: guard digit < 10 else { return nil }
            }
            switch place {
            case 0..<4: parts.0 = parts.0 * 10 + digit
            case 5..<7: parts.1 = parts.1 * 10 + digit
            case 8..<10: parts.2 = parts.2 * 10 + digit
            default: break
            }
        }
        return Day(year: parts.0, month: parts.1, day: parts.2)
    }

    /// The day of issue, where a whole day is given.
    var day: Day? {
        guard let days, days.lowerBound == days.upperBound else { return nil }
        return days.lowerBound
    }

    /// The year of issue: given, of the date, or of the number.
    var year: Int? {
        if let given = text(.year).flatMap(Self.wholeNumber), Day.years.contains(given) { return given }
        if let days, days.lowerBound.year == days.upperBound.year { return days.lowerBound.year }
        return text(.number).flatMap(Self.year(ofNumber:))
    }

    /// Tables whose years have gaps are written out with fractions: `2020.0`.
    private static func wholeNumber(_ text: String) -> Int? {
        Int(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }

    /// The year in a number: `15/2020/NĐ-CP`.
    private static func year(ofNumber number: String) -> Int? {
        number.split(separator: "/").dropFirst().lazy.filter { $0.utf8.count == 4 }.compactMap { Int($0) }
            .first { (1945...2100).contains($0) }
    }
}
