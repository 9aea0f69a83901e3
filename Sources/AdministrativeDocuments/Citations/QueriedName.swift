internal import VietnameseText

/// A query read as a document's name: `luat dat dai 2013`, `Nghị định 15/2020`.
///
/// Words are compared folded, for queries are typed without diacritics, too.
struct QueriedName {
    private let reader: SentenceReader
    private let references: [Reference]
    private let words: [String]

    init(_ reader: SentenceReader, _ references: [Reference]) {
        self.reader = reader
        self.references = references
        words = (0..<reader.count).map { index in
            var key: [UInt8] = []
            _ = FoldedWord(reader.word(index), into: &key)
            return String(decoding: key, as: UTF8.self)
        }
    }

    // MARK: Laws

    /// The keys of a law's name; empty where the query opens with none.
    var patterns: [CitationPattern] {
        guard let (type, end) = law else { return [] }
        let subject = end..<subjectEnd(from: end)
        guard !subject.isEmpty || type.isConstitution else { return [] }
        return patterns(type, subject, year: year(from: subject.upperBound))
    }

    /// The name that stands beside numbers: `Luật Đất đai số 45/2013/QH13` is cited as `Luật Đất đai năm 2013`, too.
    func patterns(ofNumbers numbers: [Reference]) -> [CitationPattern] {
        guard numbers.count == 1, let (type, end) = law else { return [] }
        let subject = end..<subjectEnd(from: end)
        let parts = numbers[0].key.split(separator: UInt8(ascii: "/"))
        guard !subject.isEmpty || type.isConstitution, parts.count == 3 else { return [] }
        return patterns(type, subject, year: String(decoding: parts[1], as: UTF8.self))
    }

    private func patterns(_ type: CitedType, _ subject: Range<Int>, year: String?) -> [CitationPattern] {
        var names = [type]
        if type.codes == CitedType.law.codes { names.append(CitedType.code) }
        return names.map { name in
            let key = CitationKey.law(name, subject: subject, year: (year ?? "")[...], reader)
            return CitationPattern(key: Array(key.utf8), isPrefix: year == nil)
        }
    }

    private var law: (type: CitedType, end: Int)? { type { $0.isLaw } }

    /// The type that the query opens with, the longest, and the token behind its name.
    private func type(where isMeant: (CitedType) -> Bool) -> (type: CitedType, end: Int)? {
        var found: (type: CitedType, end: Int)?
        for (type, name) in zip(CitedType.all, CitedType.foldedNames)
        where isMeant(type) && words.starts(with: name) && name.count > found?.end ?? 0 {
            found = (type, name.count)
        }
        return found
    }

    /// Where a law's subject ends: before `năm`, `ngày`, `số`, a date or the year that ends the query.
    private func subjectEnd(from start: Int) -> Int {
        var end = start
        while end < words.count, !isDay(end), reader.year(end) == nil || end + 1 < words.count {
            let behind = end + 1
            if words[end] == "nam",
                reader.year(behind) != nil || words.indices.contains(behind) && words[behind] == "ngay"
            {
                break
            }
            if words[end] == "ngay", isDay(behind) { break }
            if references.contains(where: {
                $0.kind == .documentNumber && ($0.firstToken == end || isNumberWord(end, $0))
            }) {
                break
            }
            end += 1
        }
        return end
    }

    private func isNumberWord(_ index: Int, _ number: Reference) -> Bool {
        words[index] == "so" && number.firstToken == index + 1
    }

    private func isDay(_ index: Int) -> Bool {
        references.contains { $0.kind == .date && $0.firstToken == index && $0.key.count == 10 }
    }

    private func year(from start: Int) -> String? {
        if let day = references.first(where: { $0.kind == .date && $0.firstToken >= start && $0.key.count == 10 }) {
            return String(decoding: day.key.prefix(4), as: UTF8.self)
        }
        return (start..<max(start, reader.count)).lazy.compactMap { reader.year($0) }.first.map { String($0) }
    }

    // MARK: Numbers cut short

    /// The beginning of a number's key where the symbol is left out: `Nghị định số 15/2020`, `15/2020`.
    var shortNumber: CitationPattern? {
        let type = type { _ in true }
        var at = type?.end ?? 0
        if at < words.count, words[at] == "so" { at += 1 }
        guard at + 2 == reader.count, reader.gap(behind: at).isSubset(of: [.space, .slash]),
            reader.gap(behind: at).contains(.slash), let year = reader.year(at + 1),
            let number = TokenReader.integer(reader.word(at), maximumDigits: 5), number > 0
        else { return nil }
        var key = "\(number)/\(year)/"
        if let type = type?.type {
            if type.isLaw, type.symbols.isEmpty {
                key += "qh"
            } else if type.name != nil {
                guard type.symbols.count == 1 else { return nil }
                key += type.symbols[0] + "-"
            }
        }
        return CitationPattern(key: Array(key.utf8), isPrefix: true)
    }
}
