public import AdministrativeDocuments
public import VietnameseText

/// Cuts texts into tokens and finds the document numbers, dates and numbers among them; reusable, for one thread.
///
/// Documents and queries go through the same cut, or they would not meet.
public final class QueryAnalysis {
    /// The owner of surface forms, keys and traits that `tokens` refer to.
    public let analyzer: TextAnalyzer
    /// The tokens of the last text, in order; a token's position is its index.
    public private(set) var tokens: [RawToken] = []
    /// The references of the last text, in order, none inside another.
    public private(set) var references: [Reference] = []

    private var recognizer = ReferenceRecognizer()

    /// Works with the forms of `analyzer`, or with some of its own.
    public init(analyzer: TextAnalyzer = TextAnalyzer()) { self.analyzer = analyzer }

    /// Analyzes a text of any bytes, less than 4 GiB.
    ///
    /// Linear, and without allocation once its buffers have grown.
    public func analyze(_ text: UnsafeRawBufferPointer) {
        tokens.removeAll(keepingCapacity: true)
        references.removeAll(keepingCapacity: true)
        analyzer.tokenize(text, into: &tokens)
        tokens.withUnsafeBufferPointer { tokens in
            var at = 0
            while at < tokens.count {
                if analyzer.traits(tokens[at].surface).contains(.triggersReference),
                    let reference = recognizer.recognize(text: text, tokens: tokens, at: at)
                {
                    references.append(reference)
                    at += max(1, reference.tokenCount)
                } else {
                    at += 1
                }
            }
        }
    }
}
