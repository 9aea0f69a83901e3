/// Reads one line of JSON lines input as a document: an object with `id`, `title`, `text` and whatever else.
enum JSONLine {
    /// The document in the given bytes of a block, which must be valid UTF-8.
    ///
    /// `id` is a string that is not empty, or an integer; `text` is a string; `title` may be missing or null. Any other
    /// field is metadata. Of a key given twice the last value counts.
    static func document(in base: UnsafeRawPointer, range: Range<Int>, source: String) throws(JSONFault)
        -> SourceDocument
    {
        var scanner = JSONScanner(base, range: range)
        var id: (value: Range<Int>, string: JSONStringRange?)?
        var title: JSONStringRange?
        var text: JSONStringRange?
        var metadata = MetadataFields()

        scanner.skipSpace()
        try scanner.expect("{")
        scanner.skipSpace()
        if scanner.current == UInt8(ascii: "}") {
            scanner.at += 1
        } else {
            while true {
                let key = try scanner.scanString()
                scanner.skipSpace()
                try scanner.expect(":")
                scanner.skipSpace()
                switch field(named: key, scanner) {
                case .id: id = try scanIdentity(&scanner)
                case .title: title = try scanOptionalString(&scanner, of: "title")
                case .text: text = try scanOptionalString(&scanner, of: "text")
                case .other:
                    let name = scanner.text(of: key)
                    let value = try scanner.scanValue(depth: 2)
                    metadata.set(name, scanner.rawText(value))
                }
                scanner.skipSpace()
                if scanner.current == UInt8(ascii: "}") {
                    scanner.at += 1
                    break
                }
                try scanner.expect(",")
                scanner.skipSpace()
            }
        }
        scanner.skipSpace()
        guard scanner.at == scanner.end else {
            throw JSONFault(offset: scanner.at, reason: "something follows the object")
        }
        guard let id else { throw JSONFault(offset: range.lowerBound, reason: "no \"id\"") }
        guard let text else { throw JSONFault(offset: range.lowerBound, reason: "no \"text\"") }
        return SourceDocument(
            id: id.string.map(scanner.text(of:)) ?? scanner.rawText(id.value),
            title: title.map(scanner.text(of:)) ?? "", text: scanner.bytes(of: text),
            metadata: metadata.fields, source: source)
    }

    private enum Field { case id, title, text, other }

    private static func field(named key: JSONStringRange, _ scanner: JSONScanner) -> Field {
        if scanner.isPlain(key, "text") { return .text }
        if scanner.isPlain(key, "id") { return .id }
        if scanner.isPlain(key, "title") { return .title }
        guard key.hasEscapes else { return .other }
        switch scanner.text(of: key) {
        case "text": return .text
        case "id": return .id
        case "title": return .title
        default: return .other
        }
    }

    private static func scanIdentity(
        _ scanner: inout JSONScanner
    ) throws(JSONFault) -> (value: Range<Int>, string: JSONStringRange?) {
        let start = scanner.at
        if scanner.current == UInt8(ascii: "\"") {
            let string = try scanner.scanString()
            guard string.end > string.start else { throw JSONFault(offset: start, reason: "\"id\" is empty") }
            return (start..<scanner.at, string)
        }
        if let first = scanner.current, first == UInt8(ascii: "-") || first &- 0x30 < 10 {
            guard try scanner.scanNumber() else {
                throw JSONFault(offset: start, reason: "\"id\" is neither a string nor an integer")
            }
            return (start..<scanner.at, nil)
        }
        throw JSONFault(offset: start, reason: "\"id\" is neither a string nor an integer")
    }

    /// A string, or nil for null.
    private static func scanOptionalString(
        _ scanner: inout JSONScanner, of field: String
    ) throws(JSONFault) -> JSONStringRange? {
        let start = scanner.at
        if scanner.current == UInt8(ascii: "\"") { return try scanner.scanString() }
        let value = try scanner.scanValue(depth: 2)
        guard scanner.byte(value.lowerBound) == UInt8(ascii: "n") else {
            throw JSONFault(offset: start, reason: "\"\(field)\" is not a string")
        }
        return nil
    }
}

/// Fields in order of first appearance, each name once; a table takes over when a line has many.
private struct MetadataFields {
    private(set) var fields: [(key: String, value: String)] = []
    /// Keys are compared by their bytes: String equality would take two normal forms of one word for the same.
    private var places: [[UInt8]: Int] = [:]

    mutating func set(_ key: String, _ value: String) {
        if let place = place(of: key) {
            fields[place].value = value
            return
        }
        fields.append((key, value))
        if fields.count == 16 {
            for (place, field) in fields.enumerated() { places[Array(field.key.utf8)] = place }
        } else if fields.count > 16 {
            places[Array(key.utf8)] = fields.count - 1
        }
    }

    private func place(of key: String) -> Int? {
        if fields.count >= 16 { return places[Array(key.utf8)] }
        return fields.firstIndex { $0.key.utf8.elementsEqual(key.utf8) }
    }
}
