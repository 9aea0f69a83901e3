import AdministrativeDocuments
import Foundation

/// The citations of a text by the words of `words(of:)`.
func citations(in text: [UInt8]) -> [Citation] {
    let tokens = words(of: text)
    let references = references(in: text)
    var reader = CitationReader()
    return text.withUnsafeBytes { bytes in
        tokens.withUnsafeBufferPointer { reader.read(bytes, tokens: $0, references: references) }
    }
}

/// The citations of a text.
func citations(_ text: String) -> [Citation] { citations(in: Array(text.utf8)) }

/// What a citation says, in one line: type, key, agency, date, relation; `-` for what is nil.
func line(_ citation: Citation) -> String {
    [citation.type, citation.key, citation.agency, citation.date, citation.relation?.rawValue]
        .map { $0 ?? "-" }.joined(separator: " | ")
}

/// The bytes of a citation as text.
func mention(_ citation: Citation, _ text: String) -> String {
    String(decoding: Array(text.utf8)[citation.start..<citation.end], as: UTF8.self)
}
