internal import VietnameseText

/// Reads one document as far as its head, its signature block and its references tell, without an index.
///
/// Holds an analyser, so one is for one thread; reusing it for many documents saves its start.
public final class DocumentInspector {
    private let analyzer = TextAnalyzer()
    private var recognizer = ReferenceRecognizer()
    private var citationReader = CitationReader()
    private var describer = DocumentDescriber()
    private var tokens: [RawToken] = []
    private let cutter: PassageCutter

    /// An inspector that cuts passages as `cutter` does.
    public init(cutter: PassageCutter = PassageCutter()) { self.cutter = cutter }

    /// What is understood of a text; `text` must be valid UTF-8 of less than 4 GiB.
    public func inspect(_ text: UnsafeRawBufferPointer) -> DocumentInspection {
        tokens.removeAll(keepingCapacity: true)
        analyzer.tokenize(text, into: &tokens)
        let (outline, passages) = cutter.read(text)
        return tokens.withUnsafeBufferPointer { tokens in
            let references = references(in: text, tokens)
            return DocumentInspection(
                description: describer.describe(text, tokens: tokens) {
                    analyzer.traits($0).contains(.triggersReference)
                },
                outline: outline, passages: passages,
                citations: citationReader.read(text, tokens: tokens, references: references), references: references)
        }
    }

    private func references(
        in text: UnsafeRawBufferPointer, _ tokens: UnsafeBufferPointer<RawToken>
    ) -> [Reference] {
        var found: [Reference] = []
        var at = 0
        while at < tokens.count {
            if analyzer.traits(tokens[at].surface).contains(.triggersReference),
                let reference = recognizer.recognize(text: text, tokens: tokens, at: at)
            {
                found.append(reference)
                at += reference.tokenCount
            } else {
                at += 1
            }
        }
        return found
    }
}
