/// Why a text is no JSON.
struct JSONFailure: Error, CustomStringConvertible {
    var reason: String
    /// Where, in bytes from the text's start.
    var byte: Int

    var description: String { "\(reason) (byte \(byte))" }
}

extension JSON {
    /// Reads one JSON value (RFC 8259) from UTF-8; numbers with neither point nor exponent become integers where they fit.
    init(reading text: [UInt8]) throws(JSONFailure) {
        var reader = JSONTextReader(text)
        self = try reader.whole()
    }

    /// The value of a key of an object.
    subscript(key: String) -> JSON? {
        guard case .object(let pairs) = self else { return nil }
        return pairs.last { $0.key == key }?.value
    }

    /// A number, whole or not.
    var asNumber: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }

    /// A whole number.
    var asInteger: Int? { if case .integer(let value) = self { value } else { nil } }

    /// A string.
    var asString: String? { if case .string(let value) = self { value } else { nil } }

    /// An array's values.
    var asArray: [JSON]? { if case .array(let values) = self { values } else { nil } }
}

/// Reads JSON by recursive descent, not deeper than results are.
private struct JSONTextReader {
    private let text: [UInt8]
    private var at = 0
    private static let deepest = 64

    init(_ text: [UInt8]) { self.text = text }

    mutating func whole() throws(JSONFailure) -> JSON {
        let value = try value(0)
        skipSpace()
        guard at == text.count else { throw failure("something stands behind the value") }
        return value
    }

    private func failure(_ reason: String) -> JSONFailure { JSONFailure(reason: reason, byte: at) }

    private mutating func skipSpace() {
        while at < text.count, [0x20, 0x0A, 0x0D, 0x09].contains(text[at]) { at += 1 }
    }

    private mutating func take(_ character: Character) -> Bool {
        skipSpace()
        guard at < text.count, text[at] == character.asciiValue else { return false }
        at += 1
        return true
    }

    private mutating func value(_ depth: Int) throws(JSONFailure) -> JSON {
        guard depth < Self.deepest else { throw failure("nested too deeply") }
        if take("{") { return try object(depth) }
        if take("[") { return try array(depth) }
        if take("\"") { return .string(try string()) }
        for (word, value) in [("true", JSON.boolean(true)), ("false", .boolean(false)), ("null", .null)]
        where text[at...].starts(with: word.utf8) {
            at += word.utf8.count
            return value
        }
        return try number()
    }

    private mutating func object(_ depth: Int) throws(JSONFailure) -> JSON {
        var pairs: [(key: String, value: JSON)] = []
        if take("}") { return .object(pairs) }
        repeat {
            guard take("\"") else { throw failure("a key is missing") }
            let key = try string()
            guard take(":") else { throw failure("a colon is missing") }
            pairs.append((key, try value(depth + 1)))
        } while take(",")
        guard take("}") else { throw failure("an object is not closed") }
        return .object(pairs)
    }

    private mutating func array(_ depth: Int) throws(JSONFailure) -> JSON {
        var values: [JSON] = []
        if take("]") { return .array(values) }
        repeat { values.append(try value(depth + 1)) } while take(",")
        guard take("]") else { throw failure("an array is not closed") }
        return .array(values)
    }

    private mutating func number() throws(JSONFailure) -> JSON {
        let end = text[at...].firstIndex { !"+-.0123456789Ee".utf8.contains($0) } ?? text.count
        let digits = String(decoding: text[at..<end], as: UTF8.self)
        defer { at = end }
        if let whole = Int(digits), digits.first != "+" { return .integer(whole) }
        guard let value = Double(digits), digits.first != "+" else { throw failure("there is no value") }
        return .number(value)
    }

    private mutating func string() throws(JSONFailure) -> String {
        var bytes: [UInt8] = []
        while at < text.count {
            let byte = text[at]
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: bytes, as: UTF8.self)
            case UInt8(ascii: "\\"): bytes += Array(String(try escape()).utf8)
            default: bytes.append(byte)
            }
        }
        throw failure("a string is not closed")
    }

    private mutating func escape() throws(JSONFailure) -> Unicode.Scalar {
        guard at < text.count else { throw failure("a string is not closed") }
        let byte = text[at]
        at += 1
        switch byte {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "u"):
            let high = try unit()
            guard (0xD800..<0xDC00).contains(high), text[at...].starts(with: "\\u".utf8) else {
                return Unicode.Scalar(high) ?? "\u{FFFD}"
            }
            at += 2
            let low = try unit()
            guard (0xDC00..<0xE000).contains(low) else { return "\u{FFFD}" }
            return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        default: throw failure("an unknown escape")
        }
    }

    private mutating func unit() throws(JSONFailure) -> UInt32 {
        guard at + 4 <= text.count, let unit = UInt32(String(decoding: text[at..<at + 4], as: UTF8.self), radix: 16)
        else { throw failure("an escape without four digits") }
        at += 4
        return unit
    }
}
