internal import AdministrativeDocuments
internal import VietnameseText

/// The words of a name, by both keys: what a typed name and one that a document has are compared by.
struct NameWord: Hashable {
    var exact: [UInt8]
    var folded: [UInt8]
}

/// Cuts names into words, with their abbreviations written out.
struct NameWordReader {
    let analysis: QueryAnalysis

    /// An abbreviation of several meanings makes several readings, up to so many.
    private static let mostReadings = 4

    /// The ways to read a name, at least one; the one of the words as they stand comes last where there are others.
    ///
    /// - Parameters:
    ///   - name: any text.
    ///   - column: what it names: a type's symbol stands for a type only, an agency's for an agency.
    func readings(_ name: [UInt8], in column: DocumentColumn) -> [[NameWord]] {
        // `&` in an agency's name is `và`.
        let ampersand = UInt8(ascii: "&")
        let isSpoken = column == .agency && name.contains(ampersand)
        let words = words(isSpoken ? Array(name.split(separator: ampersand).joined(separator: " và ".utf8)) : name)
        guard !words.isEmpty, words.count < 64 else { return [words] }
        if column == .type {
            guard words.count == 1 else { return [words] }
            return written(NameAbbreviations.types(Self.key(words[...])), words[...]) + [words]
        }
        let whole = written(NameAbbreviations.wholeNames(Self.key(words[...])), words[...])
        if !whole.isEmpty { return whole + [words] }
        guard column == .agency || column == .place else { return [words] }
        var readings: [[NameWord]] = [[]]
        var at = 0
        while at < words.count {
            var length = 1
            var meanings: [[NameWord]] = []
            for count in stride(from: min(NameAbbreviations.longest, words.count - at), through: 1, by: -1) {
                meanings = written(NameAbbreviations.names(Self.key(words[at..<at + count])), words[at..<at + count])
                length = count
                if !meanings.isEmpty { break }
            }
            if meanings.isEmpty { meanings = [[words[at]]] }
            readings = Array(readings.flatMap { start in meanings.map { start + $0 } }.prefix(Self.mostReadings))
            at += length
        }
        return readings
    }

    /// The words as they stand.
    func words(_ name: [UInt8]) -> [NameWord] {
        name.withUnsafeBytes { bytes in
            analysis.analyze(bytes)
            return analysis.tokens.map { token in
                NameWord(
                    exact: [UInt8](analysis.analyzer.exactKey(token.surface)),
                    folded: [UInt8](analysis.analyzer.foldedKey(token.surface)))
            }
        }
    }

    /// What an abbreviation stands for; typed with diacritics it is that one, without any of its letters.
    private func written(_ meanings: [NameAbbreviations.Meaning], _ typed: ArraySlice<NameWord>) -> [[NameWord]] {
        guard !meanings.isEmpty else { return [] }
        let exact = typed.map { String(decoding: $0.exact, as: UTF8.self) }.joined(separator: " ")
        let isMarked = typed.contains { $0.exact != $0.folded }
        return meanings.filter { !isMarked || $0.key == exact }.map { words(Array($0.name.utf8)) }
    }

    private static func key(_ words: ArraySlice<NameWord>) -> String {
        words.map { String(decoding: $0.folded, as: UTF8.self) }.joined(separator: " ")
    }
}
