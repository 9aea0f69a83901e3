import AdministrativeDocuments
import VietnameseText

/// A text with its tokens and references, as an indexer has them when it reads what a document says.
struct TokenizedText {
    let text: [UInt8]
    let tokens: [RawToken]
    /// Forms that a reference may begin with.
    let triggers: Set<UInt32>
    private(set) var references: [Reference] = []

    init(_ text: [UInt8], _ analyzer: TextAnalyzer) {
        var tokens: [RawToken] = []
        text.withUnsafeBytes { analyzer.tokenize($0, into: &tokens) }
        self.text = text
        self.tokens = tokens
        triggers = Set(tokens.map(\.surface).filter { analyzer.traits($0).contains(.triggersReference) })
        var recognizer = ReferenceRecognizer()
        references = findReferences(&recognizer)
    }

    /// All references, in order.
    func findReferences(_ recognizer: inout ReferenceRecognizer) -> [Reference] {
        var found: [Reference] = []
        text.withUnsafeBytes { text in
            tokens.withUnsafeBufferPointer { tokens in
                var at = 0
                while at < tokens.count {
                    if triggers.contains(tokens[at].surface),
                        let reference = recognizer.recognize(text: text, tokens: tokens, at: at)
                    {
                        found.append(reference)
                        at += max(1, reference.tokenCount)
                    } else {
                        at += 1
                    }
                }
            }
        }
        return found
    }
}
