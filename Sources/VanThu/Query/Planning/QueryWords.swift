internal import AdministrativeDocuments
internal import InvertedIndex
internal import VietnameseText

/// One word of a query.
struct QueryWord {
    var selection: TermSelection
    var exact: [UInt8]
    var folded: [UInt8]
    var text: String
    /// Whether it was typed with diacritics.
    var isMarked: Bool
    var isDropped = false
    /// Whether titles are searched for it, too; not for what stands for many words.
    var isInTitles = true
    /// Whether it is part of a number or date, which stands for its parts where all words are required.
    var reference: Int?
}

/// A number or date among the words of a query.
struct QueryReference {
    var key: [UInt8]
    var kind: ReferenceKind
    /// The words that it is made of, and those that announce it.
    var range: Range<Int>
}

/// The words of a leaf of a query, with the numbers and dates among them.
struct QueryWords {
    var words: [QueryWord] = []
    var references: [QueryReference] = []

    var isEmpty: Bool { words.isEmpty }

    /// The number or date that is all there is.
    var loneReference: [UInt8]? {
        references.count == 1 && references[0].range == 0..<words.count ? references[0].key : nil
    }

    /// Words behind others, as if they had been typed so.
    mutating func append(_ more: QueryWords) {
        let (count, known) = (words.count, references.count)
        words += more.words.map { word in
            var word = word
            word.reference = word.reference.map { $0 + known }
            return word
        }
        references += more.references.map { reference in
            var reference = reference
            reference.range = reference.range.lowerBound + count..<reference.range.upperBound + count
            return reference
        }
    }
}

/// Cuts the text of a query's leaf into words.
struct QueryWordReader {
    let analysis: QueryAnalysis

    /// The words of a text.
    ///
    /// - Parameters:
    ///   - text: what was typed.
    ///   - bareForms: let words typed with diacritics stand for their bare form, too.
    func words(of text: String, bareForms: Bool) -> QueryWords {
        var text = text
        return text.withUTF8 { bytes in
            let bytes = UnsafeRawBufferPointer(bytes)
            analysis.analyze(bytes)
            let analyzer = analysis.analyzer
            var found = QueryWords()
            for token in analysis.tokens {
                let exact = [UInt8](analyzer.exactKey(token.surface))
                let folded = [UInt8](analyzer.foldedKey(token.surface))
                let isMarked = analyzer.traits(token.surface).contains(.hasMarks)
                let selection: TermSelection
                if isMarked {
                    selection =
                        bareForms
                        ? .forms([exact, folded], folded: folded) : .exact(TermKey(exact: exact, folded: folded))
                } else {
                    selection = .anyForm(folded: folded)
                }
                found.words.append(
                    QueryWord(
                        selection: selection, exact: exact, folded: folded,
                        text: String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self),
                        isMarked: isMarked))
            }
            for (number, reference) in analysis.references.enumerated() {
                var range = reference.firstToken..<min(reference.firstToken + reference.tokenCount, found.words.count)
                if range.lowerBound > 0, Self.announces(reference.kind, found.words[range.lowerBound - 1]) {
                    range = range.lowerBound - 1..<range.upperBound
                }
                found.references.append(QueryReference(key: reference.key, kind: reference.kind, range: range))
                for index in range { found.words[index].reference = number }
            }
            return found
        }
    }

    /// Whether a word only says what comes: the `ngày` of `ngày 23/6/2020`, the `số` of `số 15/2020/NĐ-CP`.
    ///
    /// Texts that give the date or the number in another spelling do without it.
    private static func announces(_ kind: ReferenceKind, _ word: QueryWord) -> Bool {
        guard word.reference == nil else { return false }
        return switch kind {
        case .date: dateWords.contains(word.exact)
        case .documentNumber: numberWords.contains(word.exact)
        case .number: false
        }
    }

    private static let dateWords = withBareForms(["ngày", "tháng"])
    private static let numberWords = withBareForms(["số"])

    private static func withBareForms(_ words: [String]) -> Set<[UInt8]> {
        Set(words.flatMap { [Array(VietnameseKeys.exact($0).utf8), Array(VietnameseKeys.folded($0).utf8)] })
    }
}
