/// Cuts a text into passages of a size worth reading, along its outline.
///
/// A chapter, article or clause that fits stays whole, small siblings are joined up to the target size, and what is too
/// long is cut at its parts: clauses, points, paragraphs, sentences, at last a space or a character. A heading is not left
/// behind at a passage's end. Recipients and signatures stand in passages of their own.
///
/// Ranges rise and never overlap, each byte that is not ASCII white space is in exactly one, and none is longer than
/// `maximumBytes`. Linear in the text's length.
public struct PassageCutter: Sendable {
    /// The size passages are joined up to, in bytes.
    ///
    /// Ranked best of those tried: with 1,600, 2,400, 3,200 (and half as much again at most) nDCG@10 of documents on 3,464 tuning
    /// questions was 0.7813 (with two headings; 2,400 has 0.7860 then), 0.7862, 0.7840.
    public var targetBytes = 2400
    /// The size no passage exceeds, in bytes; at least 8.
    public var maximumBytes = 3600

    /// A cutter with the default sizes.
    public init() {}

    /// The passages of a text, in order; `text` must be valid UTF-8.
    public func cut(_ text: UnsafeRawBufferPointer) -> [Passage] { passages(text, OutlineReader().outlined(text)) }

    /// A text's outline and its passages, for little more than either costs.
    public func read(_ text: UnsafeRawBufferPointer) -> (outline: DocumentOutline, passages: [Passage]) {
        let outlined = OutlineReader().outlined(text)
        return (DocumentOutline(nodes: outlined.nodes), passages(text, outlined))
    }

    private func passages(_ text: UnsafeRawBufferPointer, _ outlined: OutlinedText) -> [Passage] {
        let maximum = max(maximumBytes, 8)
        var joiner = PassageJoiner(text, outlined, target: min(max(targetBytes, 1), maximum), maximum: maximum)
        return joiner.passages()
    }
}
