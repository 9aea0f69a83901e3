/// A document's metadata as it is stored: one JSON object, values byte for byte as they were given.
enum DocumentMetadata {
    /// `{"key":value,…}`, or nothing where there is none.
    static func encode(_ metadata: [(key: String, value: String)]) -> [UInt8] {
        guard !metadata.isEmpty else { return [] }
        var out: [UInt8] = [UInt8(ascii: "{")]
        for (index, field) in metadata.enumerated() {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            out += quoted(field.key)
            out.append(UInt8(ascii: ":"))
            // Readers give raw JSON; a program may give plain text, which is kept as a string.
            out += isValue(field.value) ? Array(field.value.utf8) : quoted(field.value)
        }
        out.append(UInt8(ascii: "}"))
        return out
    }

    private static func isValue(_ text: String) -> Bool {
        Array(text.utf8).withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, bytes.count > 0 else { return false }
            var scanner = JSONScanner(base, range: 0..<bytes.count)
            do throws(JSONFault) {
                scanner.skipSpace()
                _ = try scanner.scanValue(depth: 2)
                scanner.skipSpace()
                return scanner.at == scanner.end
            } catch {
                return false
            }
        }
    }

    /// A JSON string.
    static func quoted(_ text: String) -> [UInt8] {
        var out: [UInt8] = [UInt8(ascii: "\"")]
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
            case 0x0A: out += Array("\\n".utf8)
            case 0x0D: out += Array("\\r".utf8)
            case 0x09: out += Array("\\t".utf8)
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                out += Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
            default: out.append(byte)
            }
        }
        out.append(UInt8(ascii: "\""))
        return out
    }

    /// The fields of a stored object; none where it cannot be read.
    static func decode(_ bytes: [UInt8]) -> [(key: String, value: String)] {
        guard !bytes.isEmpty else { return [] }
        // The reader of JSON lines wants an identity and a text beside the metadata.
        let head = Array("{\"id\":0,\"text\":\"\",".utf8)
        let line = head + bytes.dropFirst()
        return line.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return [] }
            do throws(JSONFault) {
                return try JSONLine.document(in: base, range: 0..<buffer.count, source: "").metadata
            } catch {
                return []
            }
        }
    }

    /// The text of a field whose value is a JSON string or number.
    static func text(_ name: String, in metadata: [(key: String, value: String)]) -> String? {
        guard let value = metadata.first(where: { $0.key == name })?.value else { return nil }
        return text(of: value)
    }

    /// The text of a JSON string or number, or of any text that is no JSON; `null`, truth values and objects name nothing.
    private static func text(of value: String) -> String? {
        guard !["null", "true", "false"].contains(value), !value.hasPrefix("{") else { return nil }
        guard value.hasPrefix("\"") else { return value }
        let line = Array("{\"id\":0,\"text\":\"\",\"title\":\(value)}".utf8)
        return line.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return nil }
            do throws(JSONFault) {
                return try JSONLine.document(in: base, range: 0..<buffer.count, source: "").title
            } catch {
                return nil
            }
        }
    }

    /// The texts of a value: of each element of an array, or the one of a string or number.
    static func texts(of value: String) -> [String] {
        guard value.hasPrefix("[") else { return text(of: value).map { [$0] } ?? [] }
        return Array(value.utf8).withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return [] }
            var scanner = JSONScanner(base, range: 0..<bytes.count)
            var texts: [String] = []
            do throws(JSONFault) {
                try scanner.expect("[")
                scanner.skipSpace()
                while scanner.current != UInt8(ascii: "]") {
                    let element = scanner.rawText(try scanner.scanValue(depth: 2))
                    if element.hasPrefix("\"") || !element.hasPrefix("[") && !element.hasPrefix("{") {
                        if let text = text(of: element) { texts.append(text) }
                    }
                    scanner.skipSpace()
                    guard scanner.current == UInt8(ascii: ",") else { break }
                    scanner.at += 1
                    scanner.skipSpace()
                }
            } catch {
                return []
            }
            return texts
        }
    }
}
