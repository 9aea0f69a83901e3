public import VietnameseText

/// Finds the documents that a text mentions, with what its words say of them.
///
/// A mention is a number with what stands around it (`Quyết định số 2159/QĐ-UBND ngày 06/12/2019 của Ủy ban nhân dân tỉnh`), a
/// law by name and date or year, a law's bare name (`Luật Đất đai`) behind one full mention of it, or a type with agency and
/// date. The document's own number, in its head and wherever it recurs, is none; nor are the numbers of forms, a bare name that
/// no full mention explains or two do, `Quyết định này`, and numbers cut short (`Nghị định 134`): which of several they mean,
/// the text does not say.
///
/// Words are read only around references and behind the words that open a law's name.
public struct CitationReader {
    private let names = AgencyNameCache()

    /// A reader; one for each thread.
    public init() {}

    /// The mentions of a text in order; no two overlap.
    ///
    /// - Parameters:
    ///   - text: Valid UTF-8 of less than 4 GiB.
    ///   - tokens: The text's tokens in order.
    ///   - references: All that `ReferenceRecognizer` found among them, in order.
    /// - Complexity: Linear in the number of tokens.
    public mutating func read(
        _ text: UnsafeRawBufferPointer, tokens: UnsafeBufferPointer<RawToken>, references: [Reference]
    ) -> [Citation] {
        var pass = CitationPass(SentenceReader(text: text, tokens: tokens), references, names)
        pass.run()
        return pass.citations()
    }
}
