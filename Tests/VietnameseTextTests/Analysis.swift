@testable import VietnameseText

/// A token with everything the analyser says of it, as values.
struct AnalysedToken: Equatable, CustomStringConvertible {
    var range: Range<Int>
    var text: [UInt8]
    var exact: String
    var folded: String
    var traits: SurfaceTraits

    var description: String { "\(String(decoding: text, as: UTF8.self))@\(range) \(exact) \(folded)" }
}

extension TextAnalyzer {
    /// The tokens of a text's bytes.
    func rawTokens(of text: [UInt8]) -> [RawToken] {
        var tokens: [RawToken] = []
        text.withUnsafeBytes { tokenize($0, into: &tokens) }
        return tokens
    }

    /// The tokens of a text's bytes with their keys.
    func analyse(_ text: [UInt8]) -> [AnalysedToken] {
        rawTokens(of: text).map { token in
            AnalysedToken(
                range: Int(token.start)..<Int(token.end), text: Array(text[Int(token.start)..<Int(token.end)]),
                exact: String(decoding: exactKey(token.surface), as: UTF8.self),
                folded: String(decoding: foldedKey(token.surface), as: UTF8.self), traits: traits(token.surface))
        }
    }

    /// The tokens of a text with their keys.
    func analyse(_ text: String) -> [AnalysedToken] { analyse(Array(text.utf8)) }
}

/// The words of a text, as they stand in it.
func words(_ text: String) -> [String] {
    TextAnalyzer().analyse(text).map { String(decoding: $0.text, as: UTF8.self) }
}
