/// A JSON value; objects keep the order of their keys.
enum JSON: Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    /// Written with the fewest digits that read back the same; JSON has no infinity and no NaN, which become `null`.
    case number(Double)
    case string(String)
    case array([JSON])
    case object([(key: String, value: JSON)])
    /// A value that is JSON text already.
    case raw(String)

    /// A string, or `null`.
    static func optional(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }

    /// A whole number, or `null`.
    static func optional(_ value: Int?) -> JSON { value.map { .integer($0) } ?? .null }

    /// A number of seconds or the like, to six places: more is noise.
    static func measured(_ value: Double) -> JSON {
        guard value.isFinite, abs(value) < 1e9 else { return .number(value) }
        return .number((value * 1e6).rounded() / 1e6)
    }

    /// The value's keys and values, with more behind them; other values stay as they are.
    func adding(_ more: KeyValuePairs<String, JSON>) -> JSON {
        guard case .object(let pairs) = self else { return self }
        return .object(pairs + more.map { (key: $0.key, value: $0.value) })
    }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral {
    init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements.map { (key: $0.0, value: $0.1) }) }
    init(arrayLiteral elements: JSON...) { self = .array(elements) }
}

extension JSON: CustomStringConvertible {
    /// The value as JSON text on one line.
    var description: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .boolean(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .number(let value): text += value.isFinite ? value.description : "null"
        case .string(let value): Self.write(value, to: &text)
        case .raw(let value): text += value
        case .array(let values):
            text += "["
            for (index, value) in values.enumerated() {
                if index > 0 { text += "," }
                value.write(to: &text)
            }
            text += "]"
        case .object(let pairs):
            text += "{"
            for (index, pair) in pairs.enumerated() {
                if index > 0 { text += "," }
                Self.write(pair.key, to: &text)
                text += ":"
                pair.value.write(to: &text)
            }
            text += "}"
        }
    }

    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
