/// The number a document bears in its own head.
enum OwnNumber {
    /// Behind it stands the body.
    private static let maximumBytes = 6000

    /// The canonical key of the first number that `Số:`, alone or behind a type, announces at a line's start before anything
    /// is cited; else of the title's (`QUYẾT ĐỊNH … SỐ 5/2000/QĐ-BGTVT`).
    static func find(_ reader: SentenceReader, _ references: [Reference]) -> [UInt8]? {
        var titled: [UInt8]?
        for reference in references {
            guard reference.start < maximumBytes else { break }
            guard reference.kind == .documentNumber else { continue }
            let so = reference.firstToken - 1
            let syllable = reader.syllable(so)
            guard syllable.code == Word.so else { continue }
            if opensLine(so, reader), syllable.opensWithCapital { return reference.key }
            if reader.gap(behind: so).contains(.colon) {
                if syllable.opensWithCapital, reader.gap(before: so).contains(.space) { return reference.key }
                if let (_, first) = CitedType.ending(at: so - 1, from: 0, reader), opensLine(first, reader) {
                    return reference.key
                }
            }
            if reader.code(so - 1) == Word.cu { break }
            if titled == nil, syllable.isCapitals, isTitle(endingAt: so, reader) { titled = reference.key }
        }
        return titled
    }

    /// Whether a type's name, perhaps with its agency, opens the paragraph that a word ends.
    private static func isTitle(endingAt so: Int, _ reader: SentenceReader) -> Bool {
        var first = so
        while first > max(0, so - 18), reader.gap(before: first).isSubset(of: [.space, .lineBreak, .dash, .comma]) {
            first -= 1
        }
        guard let (_, end) = CitedType.opening(at: first, reader) else { return false }
        return end == so || reader.code(end) == Word.cua
    }

    private static func opensLine(_ at: Int, _ reader: SentenceReader) -> Bool {
        reader.gap(before: at).contains(.lineBreak) || at == 0
    }
}
