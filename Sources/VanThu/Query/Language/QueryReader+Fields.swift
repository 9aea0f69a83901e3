extension QueryReader {
    /// A field with its value; nothing where there is none, or no value for it: then all of it is read as words.
    mutating func fieldTerm(_ at: Int, _ limit: Int) -> Read? {
        guard let name = FieldName(startingAt: at, in: text), name.range.upperBound < limit else { return nil }
        let plainly = name.isPlainly(textIn: text) || name.range.upperBound + 1 == limit
        guard let field = QueryField(named: text.scalars[name.range]) else {
            // `cụ thể:……` is no field of nobody's.
            if !plainly, hasValue(name.range.upperBound + 1, limit) { noteUnknown(name) }
            return nil
        }
        guard !plainly else {
            noteSpace(name)
            return nil
        }
        let value = name.range.upperBound + 1
        let marksBefore = marks.count
        marks.append(QueryMark(role: .field(field), range: bytes(name.range.lowerBound..<value)))
        if let read = fieldValue(field, name, value, limit) { return read }
        marks.removeSubrange(marksBefore...)
        return nil
    }

    /// Whether a word stands behind a colon before the next space.
    private func hasValue(_ at: Int, _ limit: Int) -> Bool {
        text.hasWord(at..<(brackets.end(at).map { min($0 + 1, limit) } ?? chunkEnd(at, limit)))
    }

    private mutating func fieldValue(_ field: QueryField, _ name: FieldName, _ at: Int, _ limit: Int) -> Read? {
        if let close = brackets.end(at), text.scalars[at] == "(" {
            guard text.hasWord(at..<close) else { return noteEmpty(name) }
            return fieldGroup(field, at, limit)
        }
        if let close = brackets.end(at) {
            let inside = text.trimmed(at + 1..<close)
            guard text.hasWord(inside) else { return noteEmpty(name) }
            var end = close + 1
            let isPrefix = field.hasPrefixes && end < limit && text.isSign(end, "*")
            guard admits(at: name.range.lowerBound),
                let condition = condition(field, inside, isQuoted: true, isPrefix: isPrefix, name)
            else { return nil }
            if isPrefix { end += 1 }
            return weighted(.leaf(.field(field, condition)), end, limit)
        }
        let end = chunkEnd(at, limit)
        var value = at..<end
        var weight: (value: Double, range: Range<Int>)?
        if let hat = text.last("^", in: value), let (number, last) = QueryWeight.read(text, hat, end), last == end {
            weight = (number, hat..<end)
            value = at..<hat
        }
        while let last = value.last, text.isSign(last, ",") || text.isSign(last, ";") { value.removeLast() }
        let isPrefix = field.hasPrefixes && value.last.map { text.isSign($0, "*") } == true
        if isPrefix { value.removeLast() }
        guard text.hasWord(value) else { return noteEmpty(name) }
        guard admits(weight == nil ? 1 : 2, at: name.range.lowerBound),
            let condition = condition(field, value, isQuoted: false, isPrefix: isPrefix, name)
        else { return nil }
        guard let weight else { return (.leaf(.field(field, condition)), end) }
        marks.append(QueryMark(role: .modifier, range: bytes(weight.range)))
        return (.weighted(.leaf(.field(field, condition)), weight.value), end)
    }

    /// What a value asks of a field; a wrong date asks nothing, and is noted.
    mutating func condition(
        _ field: QueryField, _ range: Range<Int>, isQuoted: Bool, isPrefix: Bool, _ name: FieldName?
    ) -> FieldCondition? {
        let value = text.scalars[range]
        do throws(DateCondition.Problem) {
            let condition: FieldCondition
            switch field.kind {
            case .date: condition = .dates(try DateCondition.days(value))
            case .year: condition = .years(try DateCondition.years(value))
            case .number, .words:
                let string = Self.value(of: value, field, isQuoted: isQuoted)
                return isPrefix ? .prefix(string) : .text(string)
            }
            marks.append(QueryMark(role: .value, range: bytes(range)))
            return condition
        } catch {
            let at = range.lowerBound
            let clause = name.map { "\(excerpt($0.range)):" } ?? ""
            note(
                at,
                "\(clause)\(excerpt(range)) \(place(name?.range.lowerBound ?? at)) \(error.message); it is read as words"
            )
            return nil
        }
    }

    /// A value's text: hyphens are spaces, except between quotes and in numbers; spaces are single.
    static func value(
        of scalars: ArraySlice<Unicode.Scalar>, _ field: QueryField, isQuoted: Bool
    ) -> String {
        if isQuoted { return QueryText.string(scalars) }
        let breaksAtHyphens = field.kind == .words
        return scalars.split {
            $0.properties.isWhitespace || breaksAtHyphens && ($0 == "_" || QueryText.isHyphen($0))
        }.map { QueryText.string($0) }.joined(separator: " ")
    }

    /// The conditions of a run of words in a field's parentheses, one or several; words where they are none.
    mutating func values(_ field: QueryField, _ run: Range<Int>) -> QueryNode {
        if field.kind == .words {
            guard admits(2, at: run.lowerBound),
                let condition = condition(field, run, isQuoted: false, isPrefix: false, nil)
            else { return .words(text.string(run)) }
            return .field(field, condition)
        }
        let marksBefore = marks.count
        var conditions: [QueryNode] = []
        var at = run.lowerBound
        while at < run.upperBound {
            let start = at
            while at < run.upperBound, !text.isSpace(at) { at += 1 }
            let chunk = start..<at
            at += 1
            guard text.hasWord(chunk) else { continue }
            guard admits(2, at: chunk.lowerBound),
                let condition = condition(field, chunk, isQuoted: false, isPrefix: false, nil)
            else {
                marks.removeSubrange(marksBefore...)
                return .words(text.string(run))
            }
            conditions.append(.field(field, condition))
        }
        return .alternatives(conditions) ?? .words(text.string(run))
    }

    // MARK: Notes

    private mutating func noteEmpty(_ name: FieldName) -> Read? {
        note(
            name.range.lowerBound,
            "\(excerpt(name.range)): \(place(name.range.lowerBound)) has no value and is read as a word")
        return nil
    }

    private mutating func noteUnknown(_ name: FieldName) {
        guard !notes.isFull else { return }
        let range = name.range
        note(
            range.lowerBound,
            "\(excerpt(range)): \(place(range.lowerBound)) is no field and is read as words"
                + (QueryField.nearestName(to: text.scalars[range]).map { "; did you mean \($0):?" } ?? "")
                + "; the fields are \(QueryField.list)")
    }

    /// `loai: quyết định`: prose, or a field with a space too many; a name in small letters without diacritics may be that.
    ///
    /// Who types `số: 11/2014` with its diacritics means the word.
    private mutating func noteSpace(_ name: FieldName) {
        let range = name.range
        guard range.upperBound + 1 < text.count, text.isSpace(range.upperBound + 1),
            text.scalars[range].allSatisfy({ $0.isASCII && !$0.properties.isUppercase })
        else { return }
        note(
            range.lowerBound,
            "\(excerpt(range)): \(place(range.lowerBound)) is followed by a space and is read as a word, not as a field"
        )
    }
}
