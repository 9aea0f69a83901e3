public import VietnameseText

/// Reads the heads of documents whose tokens are at hand already; takes time for the head only, not for the text.
///
/// One is for one thread and any number of documents.
public struct DocumentHeadReader {
    private var recognizer = ReferenceRecognizer()

    /// A reader with scratch space of its own.
    public init() {}

    /// What a text's head says.
    ///
    /// - Parameters:
    ///   - text: Valid UTF-8 of less than 4 GiB.
    ///   - tokens: The text's tokens in order, at least those of its head.
    ///   - mayOpenReference: Whether a surface form has `SurfaceTraits.triggersReference`.
    public mutating func read(
        _ text: UnsafeRawBufferPointer, tokens: UnsafeBufferPointer<RawToken>, mayOpenReference: (UInt32) -> Bool
    ) -> DocumentHead {
        let head = HeadText(text)
        var references: [Reference] = []
        var at = 0
        while at < tokens.count, tokens[at].start < head.end {
            if mayOpenReference(tokens[at].surface),
                let reference = recognizer.recognize(text: text, tokens: tokens, at: at)
            {
                references.append(reference)
                at += max(1, reference.tokenCount)
            } else {
                at += 1
            }
        }
        return head.read(references)
    }
}
