extension QueryReader {
    /// What a chunk of text is: an operator's word, a word with a modifier, or plain text.
    ///
    /// - Parameters:
    ///   - chunk: text without white space.
    ///   - limit: where the stretch that is read ends.
    ///   - field: the field whose parentheses it stands in.
    ///   - begins: whether white space or the stretch's begin stands before it.
    mutating func word(_ chunk: Range<Int>, _ limit: Int, in field: QueryField?, begins: Bool) -> QueryItem {
        let plain = QueryItem.text(chunk, hasWord: text.hasWord(chunk))
        guard chunk.upperBound == limit || text.isSpace(chunk.upperBound) else { return plain }
        if begins, !text.traits[chunk.lowerBound].contains(.literal),
            let operation = QueryOperator(text.scalars[chunk]), admits(at: chunk.lowerBound)
        {
            return .operation(operation, chunk)
        }
        if let item = weightedWord(chunk, in: field) ?? modifiedWord(chunk, in: field) { return item }
        noteStray(chunk)
        return plain
    }

    private mutating func weightedWord(_ chunk: Range<Int>, in field: QueryField?) -> QueryItem? {
        guard let hat = text.last("^", in: chunk) else { return nil }
        let base = chunk.lowerBound..<hat
        guard QueryWeight.isPossible(on: base, of: text) else { return nil }
        guard let (weight, end) = QueryWeight.read(text, hat, chunk.upperBound), end == chunk.upperBound else {
            if hat + 1 < chunk.upperBound, QueryText.isDigit(text.scalars[hat + 1]) {
                note(hat, "^ \(place(hat)) is followed by no weight (0.001 to 999) and is read as text")
            }
            return nil
        }
        guard admits(at: hat) else { return nil }
        let item = modifiedWord(base, in: field) ?? .text(base, hasWord: true)
        marks.append(QueryMark(role: .modifier, range: bytes(hat..<end)))
        return .weighted(item, weight)
    }

    /// `quy*` or `uỷ~1`; in a field's parentheses only a prefix, where the field has prefixes.
    private mutating func modifiedWord(_ chunk: Range<Int>, in field: QueryField?) -> QueryItem? {
        if field == nil, let tilde = text.last("~", in: chunk), text.hasLetter(chunk.lowerBound..<tilde) {
            let figures = text.scalars[tilde + 1..<chunk.upperBound]
            if figures.isEmpty || figures.count == 1 && (figures.first == "1" || figures.first == "2") {
                guard admits(at: chunk.lowerBound) else { return nil }
                marks.append(QueryMark(role: .modifier, range: bytes(tilde..<chunk.upperBound)))
                return .leaf(
                    .fuzzy(
                        text.string(chunk.lowerBound..<tilde), distance: figures.first == "2" ? 2 : 1))
            }
            if let first = figures.first, QueryText.isDigit(first) {
                note(tilde, "~ \(place(tilde)) is followed by no distance (1 or 2) and is read as text")
            }
            return nil
        }
        guard let base = prefixBase(chunk), field?.hasPrefixes ?? true,
            admits(field == nil ? 1 : 2, at: chunk.lowerBound)
        else { return nil }
        return field == nil ? .leaf(.prefix(text.string(base))) : .value(base, isPrefix: true)
    }

    /// What stands before the one `*` at a chunk's end.
    private func prefixBase(_ chunk: Range<Int>) -> Range<Int>? {
        let star = chunk.upperBound - 1
        guard star > chunk.lowerBound, text.isSign(star, "*"), text.belongsToWord(star - 1) else { return nil }
        let base = chunk.lowerBound..<star
        return text.hasWord(base) && text.last("*", in: base) == nil ? base : nil
    }

    /// A star that someone may have meant: before a word or inside it.
    private mutating func noteStray(_ chunk: Range<Int>) {
        guard let star = text.last("*", in: chunk), star + 1 < chunk.upperBound,
            text.traits[star + 1].contains(.letter),
            star == chunk.lowerBound || text.traits[star - 1].contains(.letter)
        else { return }
        note(star, "* \(place(star)) stands not at the end of a word and is read as text")
    }
}

extension QueryField {
    /// Whether `quy*` can be asked of it.
    var hasPrefixes: Bool {
        switch kind {
        case .number, .words: true
        case .date, .year: false
        }
    }
}
