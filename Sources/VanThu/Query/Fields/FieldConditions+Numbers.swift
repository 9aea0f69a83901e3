internal import AdministrativeDocuments
internal import InvertedIndex
internal import VietnameseText

/// Conditions on numbers: the document's own, those it cites, and the article's.
extension FieldConditions {
    // MARK: Document numbers

    /// `so:15/2020/QĐ-TTg` is that number in any spelling, `so:15` and `so:15/2020` all that go on behind it.
    func number(_ value: String, isPrefix: Bool, _ plan: inout QueryPlan) -> PassagePredicate {
        let column = DocumentColumn.number
        let shown = QueryNotes.excerpt(value)
        let key = isPrefix ? nil : recognized(value)
        let typed = key ?? typedKey(value)
        var found: [PassagePredicate] = []
        if isPrefix {
            if !typed.isEmpty, vocabulary.hasValue(typed, isPrefix: true, in: column) {
                found.append(.categoryPrefix(column.rawValue, typed))
            }
        } else {
            if vocabulary.hasValue(typed, in: column) { found.append(.category(column.rawValue, anyOf: [typed])) }
            if key == nil || found.isEmpty {
                for next in Self.separators where vocabulary.hasValue(typed + [next], isPrefix: true, in: column) {
                    found.append(.categoryPrefix(column.rawValue, typed + [next]))
                }
            }
        }
        guard !found.isEmpty else {
            plan.note(
                isPrefix
                    ? "no document has a number that begins with \"\(shown)\""
                    : "no document has the number \"\(shown)\"")
            return .none
        }
        return found.count == 1 ? found[0] : .or(found)
    }

    /// What may stand behind a part of a number: `15/2020`, `36-NQ/TW`.
    private static let separators: [UInt8] = [UInt8(ascii: "/"), UInt8(ascii: "-")]

    /// The canonical key of a number that is all of a text; `số` may stand before it.
    private func recognized(_ value: String) -> [UInt8]? {
        var value = value
        return value.withUTF8 { bytes in
            let bytes = UnsafeRawBufferPointer(bytes)
            reader.analysis.analyze(bytes)
            guard let reference = reader.analysis.references.first, reference.kind == .documentNumber,
                reference.firstToken + reference.tokenCount == reader.analysis.tokens.count
            else { return nil }
            let isAnnounced =
                reference.firstToken == 1
                && reader.analysis.analyzer.foldedKey(reader.analysis.tokens[0].surface).elementsEqual("so".utf8)
            return reference.firstToken == 0 || isAnnounced ? reference.key : nil
        }
    }

    /// A part of a number as keys have it: base letters, plain hyphens, no spaces, no zeros at the start.
    private func typedKey(_ value: String) -> [UInt8] {
        var key: [UInt8] = []
        for scalar in foldedKey(of: value).unicodeScalars where !scalar.properties.isWhitespace {
            if QueryText.isHyphen(scalar) {
                key.append(UInt8(ascii: "-"))
            } else {
                key.append(contentsOf: Array(String(scalar).utf8))
            }
        }
        while key.count > 1, key[0] == UInt8(ascii: "0"), (0x30...0x39).contains(key[1]) { key.removeFirst() }
        return key
    }

    // MARK: Citations

    /// `cites:15/2020/QĐ-TTg`, `cites:"Luật Đất đai 2013"`: passages that mention the document.
    func citation(_ value: String, isPrefix: Bool, _ plan: inout QueryPlan) -> PassagePredicate {
        let shown = QueryNotes.excerpt(value)
        var keys: [TermKey] = []
        for wanted in isPrefix ? [CitedKey(key: typedKey(value), goesOn: [[]])] : citedKeys(value) {
            guard !wanted.key.isEmpty else { continue }
            let mark = PassageMark.citation(wanted.key)
            if wanted.isWhole { keys += marks(mark) { $0 == mark } }
            for next in wanted.goesOn where keys.isEmpty || !wanted.isWhole {
                keys += marks(mark + next) { _ in true }
            }
        }
        guard !keys.isEmpty else {
            plan.note("no passage cites \"\(shown)\"")
            return .none
        }
        return term(keys, "cites:\(shown)", &plan)
    }

    /// A key by which citations are kept, and what may stand behind it.
    private struct CitedKey {
        var key: [UInt8]
        /// Whether the key itself is one.
        var isWhole = false
        /// What keys that begin so go on with; looked at where the whole key is none.
        var goesOn: [[UInt8]] = []
    }

    /// The keys that a typed number or name of a cited document means.
    private func citedKeys(_ value: String) -> [CitedKey] {
        let parts = Self.separators.map { [$0] }
        if let key = recognized(value) { return [CitedKey(key: key, isWhole: true, goesOn: parts)] }
        if value.unicodeScalars.first(where: { !$0.properties.isWhitespace }).map(QueryText.isDigit) == true {
            return [CitedKey(key: typedKey(value), isWhole: true, goesOn: parts)]
        }
        return namedKeys(value)
    }

    /// A law by its name, with a year or without: `luat dat dai|2013`; other documents by type, agency and day.
    private func namedKeys(_ value: String) -> [CitedKey] {
        CitationKeys.patterns(ofQuery: value).map { pattern in
            pattern.isPrefix
                ? CitedKey(key: pattern.key, goesOn: [[]]) : CitedKey(key: pattern.key, isWhole: true)
        }
    }

    // MARK: Articles

    /// The most articles of a range: no law has more.
    private static let mostArticles = 1_000

    /// `dieu:7`, `dieu:7a`, `dieu:"7, 9"`, `dieu:7..9`.
    func article(_ value: String, isPrefix: Bool, _ plan: inout QueryPlan) -> PassagePredicate {
        let shown = QueryNotes.excerpt(value)
        var keys: [TermKey] = []
        if let range = Self.range(value) {
            let wanted = Set(range.map { PassageMark.article(Array(String($0).utf8)) })
            keys = marks(PassageMark.article([])) { wanted.contains($0) }
        } else {
            for word in Self.articleNumbers(reader.words(Array(value.utf8))) {
                let number = Self.withoutZeros(word.exact)
                if isPrefix {
                    keys += marks(PassageMark.article(number)) { _ in true }
                } else if word.exact == word.folded {
                    // Without diacritics `7d` may be `7đ`.
                    let wanted = PassageMark.article(number)
                    keys += marks(PassageMark.article(number.prefix { (0x30...0x39).contains($0) })) { mark in
                        Array(foldedKey(of: String(decoding: mark.dropFirst(), as: UTF8.self)).utf8)
                            == Array(wanted.dropFirst())
                    }
                } else {
                    let wanted = PassageMark.article(number)
                    keys += marks(wanted) { $0 == wanted }
                }
            }
        }
        guard !keys.isEmpty else {
            plan.note("no passage is in an article \"\(shown)\"")
            return .none
        }
        return term(keys, "Điều \(shown)", &plan)
    }

    /// The words that are numbers of articles: not `Điều`, nor a clause or point with its number, as in `khoản 2 Điều 7`.
    private static func articleNumbers(_ words: [NameWord]) -> [NameWord] {
        let parts = ["khoan", "diem"].map { Array($0.utf8) }
        return words.indices.filter { index in
            words[index].folded != Array("dieu".utf8) && !parts.contains(words[index].folded)
                && !(index > 0 && parts.contains(words[index - 1].folded))
        }.map { words[$0] }
    }

    private static func withoutZeros(_ number: [UInt8]) -> [UInt8] {
        var number = number[...]
        while number.count > 1, number.first == UInt8(ascii: "0") { number.removeFirst() }
        return Array(number)
    }

    private static func range(_ value: String) -> ClosedRange<Int>? {
        let ends = value.replacing("…", with: "..").replacing("...", with: "..").split(
            separator: "..", omittingEmptySubsequences: false)
        guard ends.count == 2 else { return nil }
        let numbers = ends.map { Int(String($0.filter { !$0.isWhitespace })) }
        guard let first = ends[0].isEmpty ? 1 : numbers[0], first >= 0,
            let last = ends[1].isEmpty ? first + mostArticles : numbers[1], first <= last,
            last - first <= mostArticles
        else { return nil }
        return first...last
    }

    // MARK: Marks

    /// The marks of passages that begin with some bytes and are meant.
    private func marks(_ prefix: [UInt8], _ isMeant: ([UInt8]) -> Bool) -> [TermKey] {
        snapshot.terms(withPrefix: prefix, limit: Self.mostMarks) { isMeant($0.folded) }.terms.map(\.key)
    }

    /// The most marks that one condition stands for, those in most passages.
    private static let mostMarks = 4_096

    private func term(_ keys: [TermKey], _ label: String, _ plan: inout QueryPlan) -> PassagePredicate {
        var unique: [TermKey] = []
        var known: Set<TermKey> = []
        for key in keys where known.insert(key).inserted { unique.append(key) }
        let selection = plan.query.select(unique.count == 1 ? .exact(unique[0]) : .anyOf(unique))
        plan.labels[selection] = label
        return .term(selection)
    }
}
