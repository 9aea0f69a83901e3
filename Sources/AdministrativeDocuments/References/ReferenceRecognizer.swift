public import VietnameseText

/// Recognises document numbers, dates and numbers in a text's tokens, in all their spellings, under one key each.
///
/// Offered the tokens that start with a digit and the words `QCVN`, `TCVN`, `quý`. A reference covers
/// `tokenCount` tokens; a caller that goes on behind them sees no second reference in the same words.
public struct ReferenceRecognizer {
    private var key: [UInt8] = []

    /// A recogniser with scratch space of its own; one for each thread.
    public init() { key.reserveCapacity(64) }

    /// Reads the reference that begins at `tokens[at]`, nil if none does.
    ///
    /// - Parameters:
    ///   - text: The text the tokens lie in.
    ///   - tokens: Base tokens in order; words by UAX #29.
    ///   - at: The token that may open a reference.
    /// - Complexity: Constant; nothing is allocated where nothing is found.
    public mutating func recognize(
        text: UnsafeRawBufferPointer, tokens: UnsafeBufferPointer<RawToken>, at: Int
    ) -> Reference? {
        let reader = TokenReader(text: text, tokens: tokens)
        let word = reader.word(at)
        guard let first = word.first else { return nil }
        if first &- 0x30 < 10 {
            if let number = DocumentNumberRecognition(reader: reader).number(at: at, key: &key) { return number }
            if let date = DateRecognition(reader: reader).date(at: at) { return date }
            return NumberRecognition.number(at: at, reader, key: &key)
        }
        guard at + 1 < tokens.count else { return nil }
        switch first | 0x20 {
        case UInt8(ascii: "q"):
            if FoldedWord.matches(word, "qcvn") {
                return StandardRecognition(reader: reader).standard(at: at, key: &key)
            }
            if FoldedWord.matches(word, "quy") { return DateRecognition(reader: reader).quarter(at: at) }
            return nil
        case UInt8(ascii: "t"):
            guard FoldedWord.matches(word, "tcvn") else { return nil }
            return StandardRecognition(reader: reader).standard(at: at, key: &key)
        default: return nil
        }
    }
}
