extension GeneratedDocument {
    /// The document as passages of some 1,150 bytes, cut at spaces, without blank lines; their ids are `id#n`, their titles
    /// the document's.
    ///
    /// Such pieces, of even length and blind to structure, are what collections for measuring retrieval are cut into.
    public func passages(targetBytes: Int = 1_120) -> [GeneratedDocument] {
        var passages: [GeneratedDocument] = []
        var piece: [UInt8] = []
        func close() {
            while let last = piece.last, last == 0x20 || last == 0x0A || last == 0x0D { piece.removeLast() }
            guard !piece.isEmpty else { return }
            passages.append(GeneratedDocument(id: "\(id)#\(passages.count)", title: title, text: piece))
            piece.removeAll(keepingCapacity: true)
        }
        for byte in text {
            let isSpace = byte == 0x20 || byte == 0x0A
            if isSpace, piece.count >= targetBytes {
                close()
            } else if byte != 0x0A || piece.last.map({ $0 != 0x0A }) ?? false {
                piece.append(byte)
            }
        }
        close()
        return passages
    }

    /// Appends `{"id": …, "title": …, "text": …}` and a line end.
    public func appendJSONLine(to output: inout [UInt8]) {
        output.reserveCapacity(output.count + text.count + text.count / 16 + title.utf8.count + 64)
        output += #"{"id": ""#.utf8
        Self.append(Array(id.utf8), to: &output)
        output += #"", "title": ""#.utf8
        Self.append(Array(title.utf8), to: &output)
        output += #"", "text": ""#.utf8
        Self.append(text, to: &output)
        output += "\"}\n".utf8
    }

    private static func append(_ bytes: [UInt8], to output: inout [UInt8]) {
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            for index in bytes.indices {
                let byte = bytes[index]
                if byte >= 0x20, byte != 0x22, byte != 0x5C { continue }
                output += UnsafeBufferPointer(rebasing: bytes[start..<index])
                start = index + 1
                appendEscaped(byte, to: &output)
            }
            output += UnsafeBufferPointer(rebasing: bytes[start...])
        }
    }

    private static func appendEscaped(_ byte: UInt8, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x0A: output.append(UInt8(ascii: "n"))
        case 0x0D: output.append(UInt8(ascii: "r"))
        case 0x09: output.append(UInt8(ascii: "t"))
        case 0x22, 0x5C: output.append(byte)
        default:
            output += "u00".utf8
            for digit in [byte >> 4, byte & 0xF] { output.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
        }
    }
}
