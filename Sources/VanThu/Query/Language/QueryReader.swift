/// Reads a query in three steps, each linear: brackets are paired, items are read, items become a tree.
struct QueryReader {
    /// More of phrases, fields, signs, groups and operators than a person would type; what comes after them is text.
    static let mostTerms = 1_024

    let text: QueryText
    var brackets: QueryBrackets
    var notes = QueryNotes()
    var marks: [QueryMark] = []
    private var terms = 0
    private var isFull = false
    /// Whether the words are typed in capitals, as far as a heading would be: an operator's word may be none.
    var isInCapitals = false

    init(_ query: String) {
        text = QueryText(query)
        brackets = QueryBrackets(text, &notes)
    }

    mutating func read() -> QueryTree {
        let items = items(0..<text.count, in: nil)
        if hasOperator(items) {
            var evidence = CapitalsEvidence()
            collect(items, &evidence)
            isInCapitals = evidence.isConclusive
        }
        let root = node(of: items, in: nil)
        noteBrackets(root)
        var lines = notes.inOrder
        if let root, root.onlyLeavesOut { lines.append(QueryNotes.onlyLeavesOut) }
        return QueryTree(root: root, notes: lines)
    }

    /// Parentheses in plain text mean nothing; in a query with other signs one may have been forgotten.
    private mutating func noteBrackets(_ root: QueryNode?) {
        if case .words? = root { return }
        if root == nil { return }
        if let at = brackets.unclosed {
            note(at, "( \(place(at)) opens a group that is not closed and is read as text")
        }
        if let at = brackets.tooDeep {
            note(at, "( \(place(at)) opens a group too deep inside others and is read as text")
        }
    }

    // MARK: Notes

    mutating func note(_ at: Int, _ line: String) { notes.add(at: text.offsets[at], line) }

    func place(_ at: Int) -> String { "at byte \(text.offsets[at]) of the query" }

    /// The text of a range, cut to what a line can hold.
    func excerpt(_ range: Range<Int>) -> String {
        range.count > 40 ? text.string(range.prefix(40)) + "…" : text.string(range)
    }

    /// Where a range that is not empty stands in the query's bytes, without the backslash that may follow it.
    func bytes(_ range: Range<Int>) -> Range<Int> {
        let last = range.upperBound - 1
        return text.offsets[range.lowerBound]..<text.offsets[last] + UTF8.width(text.scalars[last])
    }

    // MARK: Bounds

    /// Whether there is room for another term, which begins at `at`.
    mutating func admits(_ count: Int = 1, at: Int) -> Bool {
        guard !isFull, terms + count <= Self.mostTerms else {
            guard !isFull else { return false }
            isFull = true
            note(
                at,
                "the query has over \(Self.mostTerms) terms; from byte \(text.offsets[at]) on they are read as words")
            return false
        }
        terms += count
        return true
    }

    // MARK: Items

    /// The items of a stretch of the query: all of it, or what stands in parentheses.
    ///
    /// - Parameters:
    ///   - range: the stretch.
    ///   - field: the field whose parentheses they are.
    mutating func items(_ range: Range<Int>, in field: QueryField?) -> [QueryItem] {
        var items: [QueryItem] = []
        var at = range.lowerBound
        while at < range.upperBound {
            if text.isSpace(at) {
                at += 1
                continue
            }
            let begins = at == range.lowerBound || text.isSpace(at - 1)
            if let read = term(at, range.upperBound, in: field, begins: begins) {
                if let item = read.item { items.append(item) }
                at = read.end
                continue
            }
            let chunk = at..<chunkEnd(at, range.upperBound)
            append(word(chunk, range.upperBound, in: field, begins: begins), to: &items)
            at = chunk.upperBound
        }
        return items
    }

    private func append(_ item: QueryItem, to items: inout [QueryItem]) {
        if case .text(let more, let moreHasWord) = item, case .text(let range, let hasWord)? = items.last {
            items[items.count - 1] = .text(range.lowerBound..<more.upperBound, hasWord: hasWord || moreHasWord)
        } else {
            items.append(item)
        }
    }

    /// Where the chunk that begins at `at` ends: at white space, a phrase, a group, or the stretch's end.
    func chunkEnd(_ at: Int, _ limit: Int) -> Int {
        var end = at + 1
        while end < limit, !text.isSpace(end), brackets.end(end) == nil { end += 1 }
        return end
    }

    typealias Read = (item: QueryItem?, end: Int)

    /// A phrase, a group, or at a chunk's begin a sign or field; nothing where there is text.
    private mutating func term(_ at: Int, _ limit: Int, in field: QueryField?, begins: Bool) -> Read? {
        if brackets.end(at) != nil { return bracketed(at, limit, in: field) }
        guard begins else { return nil }
        return signed(at, limit, in: field) ?? fieldTerm(at, limit)
    }

    private mutating func bracketed(_ at: Int, _ limit: Int, in field: QueryField?) -> Read? {
        text.scalars[at] == "(" ? group(at, limit, in: field) : phrase(at, limit, in: field)
    }

    // MARK: Signs

    /// `+` or `-` with what it governs; nothing where the sign is text.
    private mutating func signed(_ at: Int, _ limit: Int, in field: QueryField?) -> Read? {
        let isMust = text.isSign(at, "+")
        guard isMust || text.isSign(at, "-") else { return nil }
        let next = at + 1
        if next >= limit || text.isSpace(next) || text.isSign(next, "+") || text.isSign(next, "-") {
            // A dash between spaces is punctuation, and says nothing about what was meant.
            if isMust { noteIdle(at) }
            return nil
        }
        guard admits(at: at) else { return nil }
        let read: Read
        if brackets.end(next) != nil, let found = bracketed(next, limit, in: field) {
            read = found
        } else if let found = fieldTerm(next, limit) {
            read = found
        } else {
            let chunk = next..<chunkEnd(next, limit)
            read = (word(chunk, limit, in: field, begins: false), chunk.upperBound)
        }
        guard let item = read.item else { return (nil, read.end) }
        guard item.hasWord else {
            noteIdle(at)
            return nil
        }
        return (.signed(isMust: isMust, item), read.end)
    }

    private mutating func noteIdle(_ at: Int) {
        note(at, "\(text.scalars[at]) \(place(at)) governs no word and is read as text")
    }

    // MARK: Phrases and groups

    /// A phrase with slop and weight; nothing where its marks are text after all.
    private mutating func phrase(_ at: Int, _ limit: Int, in field: QueryField?) -> Read? {
        guard let close = brackets.end(at) else { return nil }
        let inside = text.trimmed(at + 1..<close)
        guard text.hasWord(inside) else {
            note(at, "\(text.scalars[at]) \(place(at)) opens a phrase without a word")
            return (nil, close + 1)
        }
        guard admits(field == nil ? 1 : 2, at: at) else {
            brackets.forget(at)
            return nil
        }
        guard field == nil else { return weighted(.value(inside, isPrefix: false), close + 1, limit) }
        var end = close + 1
        var slop = 0
        if let read = self.slop(end, limit) { (slop, end) = read }
        return weighted(.leaf(.phrase(text.string(inside), slop: slop)), end, limit)
    }

    /// `~2` behind a phrase.
    private mutating func slop(_ at: Int, _ limit: Int) -> (Int, Int)? {
        guard at < limit, text.isSign(at, "~") else { return nil }
        var end = at + 1
        while end < limit, QueryText.isDigit(text.scalars[end]) { end += 1 }
        guard end > at + 1 else { return nil }
        guard end - at <= 3, endsModifier(end, limit), let slop = Int(text.string(at + 1..<end)) else {
            note(at, "~ \(place(at)) is followed by no number from 0 to 99 and is read as text")
            return nil
        }
        marks.append(QueryMark(role: .modifier, range: bytes(at..<end)))
        return (slop, end)
    }

    /// A group with its weight; nothing where its parentheses are text after all.
    private mutating func group(_ at: Int, _ limit: Int, in field: QueryField?) -> Read? {
        guard let close = brackets.end(at) else { return nil }
        guard text.hasWord(at..<close), admits(at: at) else {
            brackets.forget(at)
            return nil
        }
        let group = QueryGroup(items(at + 1..<close, in: field), at..<close + 1)
        // Parentheses in plain text are no terms, be they ever so many.
        if group.isPlain { terms -= 1 }
        return weighted(.group(group), close + 1, limit)
    }

    /// A group that is a field's value.
    mutating func fieldGroup(_ field: QueryField, _ at: Int, _ limit: Int) -> Read? {
        guard let close = brackets.end(at), text.hasWord(at..<close), admits(at: at) else { return nil }
        let group = QueryGroup(items(at + 1..<close, in: field), at..<close + 1)
        return weighted(.fieldGroup(field, group), close + 1, limit)
    }

    /// The item with the weight behind it, if there is one.
    mutating func weighted(_ item: QueryItem, _ at: Int, _ limit: Int) -> (item: QueryItem?, end: Int) {
        guard at < limit, text.isSign(at, "^") else { return (item, at) }
        guard let (weight, end) = QueryWeight.read(text, at, limit), endsModifier(end, limit) else {
            note(at, "^ \(place(at)) is followed by no weight (0.001 to 999) and is read as text")
            return (item, at)
        }
        guard admits(at: at) else { return (item, at) }
        marks.append(QueryMark(role: .modifier, range: bytes(at..<end)))
        return (.weighted(item, weight), end)
    }

    /// Whether a modifier can end here.
    private func endsModifier(_ at: Int, _ limit: Int) -> Bool {
        at >= limit || text.isSpace(at) || text.isSign(at, "^") || text.isSign(at, ")") || text.isSign(at, ",")
            || text.isSign(at, ";")
    }
}
