public import VietnameseText

/// Keys of the documents that a person names in a search.
///
/// - A number in any spelling, or several: their canonical keys (`15/2020/ND-CP` → `15/2020/nd-cp`).
/// - A number without its symbol (`Nghị định 15/2020`, `15/2020`): all keys that begin so (`15/2020/nd-`, `15/2020/`); a
///   standard without its year: those of every year.
/// - A law, code, ordinance or the constitution by name and year or date, with or without diacritics: `luat dat dai|2013`;
///   without year all years (`luat dat dai|`). Behind `Luật` a code is meant as well, for so people call it.
/// - A type with agency and day, as texts mention it: `nghi quyet|hoi dong nhan dan tinh|2023-12-08`.
public enum CitationKeys {
    /// The patterns of a text; empty where it names no document.
    public static func patterns(ofQuery text: String) -> [CitationPattern] {
        let analyzer = TextAnalyzer()
        var tokens: [RawToken] = []
        var recognizer = ReferenceRecognizer()
        return Array(text.utf8).withUnsafeBytes { bytes in
            analyzer.tokenize(bytes, into: &tokens)
            return tokens.withUnsafeBufferPointer { tokens in
                var references: [Reference] = []
                var at = 0
                while at < tokens.count {
                    let found = recognizer.recognize(text: bytes, tokens: tokens, at: at)
                    if let found { references.append(found) }
                    at += max(1, found?.tokenCount ?? 1)
                }
                return patterns(ofQuery: bytes, tokens: tokens, references: references)
            }
        }
    }

    /// The patterns of a text whose tokens and references are at hand; empty where it names no document.
    ///
    /// - Parameters:
    ///   - text: Valid UTF-8 of less than 4 GiB.
    ///   - tokens: The text's tokens in order.
    ///   - references: All that `ReferenceRecognizer` found among them, in order.
    public static func patterns(
        ofQuery text: UnsafeRawBufferPointer, tokens: UnsafeBufferPointer<RawToken>, references: [Reference]
    ) -> [CitationPattern] {
        let named = QueriedName(SentenceReader(text: text, tokens: tokens), references)
        let numbers = references.filter { $0.kind == .documentNumber }
        if !numbers.isEmpty {
            return numbers.flatMap { patterns(ofNumber: $0.key) } + named.patterns(ofNumbers: numbers)
        }
        if let short = named.shortNumber { return [short] }
        let laws = named.patterns
        if !laws.isEmpty { return laws }
        var reader = CitationReader()
        return reader.read(text, tokens: tokens, references: references).map {
            CitationPattern(key: Array($0.key.utf8), isPrefix: false)
        }
    }

    private static func patterns(ofNumber key: [UInt8]) -> [CitationPattern] {
        let whole = CitationPattern(key: key, isPrefix: false)
        guard key.starts(with: "qcvn".utf8) || key.starts(with: "tcvn".utf8) else { return [whole] }
        // The issuer of a standard is often left out, and its year.
        if !key.contains(UInt8(ascii: ":")) {
            return [whole, CitationPattern(key: key + [UInt8(ascii: ":")], isPrefix: true)]
        }
        let hasIssuer = key.drop { $0 != UInt8(ascii: ":") }.contains(UInt8(ascii: "/"))
        return hasIssuer ? [whole] : [whole, CitationPattern(key: key + [UInt8(ascii: "/")], isPrefix: true)]
    }
}
