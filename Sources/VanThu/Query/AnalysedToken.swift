import AdministrativeDocuments
import VietnameseText

/// A token, or a reference at the position of its first token, with all that is known of it.
public struct AnalysedToken: Equatable, Sendable {
    /// What a token is.
    public enum Kind: String, Sendable, CaseIterable {
        case word
        /// A token that begins with a digit, or a number with its canonical key.
        case number
        case documentNumber = "document_number"
        case date
    }

    /// The token as it is written.
    public var text: String
    /// The offset of its first byte, in UTF-8 bytes of the text.
    public var start: Int
    /// The offset behind its last byte.
    public var end: Int
    /// The exact key: letters, quality marks and tone.
    public var key: String
    /// The folded key: base letters.
    public var folded: String
    /// What it is.
    public var kind: Kind
    /// Its place among the text's base tokens, from 0; a reference shares it with its first part.
    public var position: Int
}

extension QueryAnalysis {
    /// The tokens of a text, each reference behind the base token it begins with.
    public func list(_ text: [UInt8]) -> [AnalysedToken] {
        text.withUnsafeBytes { bytes in
            analyze(bytes)
            var list: [AnalysedToken] = []
            list.reserveCapacity(tokens.count + references.count)
            var references = references[...]
            for (position, token) in tokens.enumerated() {
                let start = Int(token.start)
                let end = Int(token.end)
                list.append(
                    AnalysedToken(
                        text: Self.string(bytes[start..<end]), start: start, end: end,
                        key: Self.string(analyzer.exactKey(token.surface)[...]),
                        folded: Self.string(analyzer.foldedKey(token.surface)[...]),
                        kind: analyzer.traits(token.surface).contains(.startsWithDigit) ? .number : .word,
                        position: position))
                while let reference = references.first, reference.firstToken == position {
                    references.removeFirst()
                    let key = String(decoding: reference.key, as: UTF8.self)
                    list.append(
                        AnalysedToken(
                            text: Self.string(bytes[reference.start..<reference.end]), start: reference.start,
                            end: reference.end, key: key, folded: key, kind: AnalysedToken.Kind(reference.kind),
                            position: position))
                }
            }
            return list
        }
    }

    private static func string(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}

extension AnalysedToken.Kind {
    init(_ kind: ReferenceKind) {
        self =
            switch kind {
            case .documentNumber: .documentNumber
            case .date: .date
            case .number: .number
            }
    }
}
