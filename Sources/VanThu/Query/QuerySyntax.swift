/// The language of queries: words, `"phrases"`, `+must` and `-mustnot`.
///
/// An operator counts only where no text of an administrative document would have it: `+` and `-` after the start or
/// white space and before a word or a phrase, so the hyphens of `15/2020/QĐ-TTg` and `kinh tế - xã hội` are text.
/// Straight quotes and `“ ”`, `„ “`, `« »` make phrases. Everything else, parentheses too, is text.
public enum QuerySyntax {
    /// Reads a query; never fails: what cannot be an operator is text, and `notes` says so.
    ///
    /// Linear in the length of the query.
    public static func parse(_ query: String) -> ParsedQuery {
        var parser = QueryParser(query)
        parser.parse()
        return ParsedQuery(clauses: parser.clauses, notes: parser.notes)
    }
}

private struct QueryParser {
    /// Enough for any query that a person typed.
    private static let mostNotes = 8

    private let scalars: [Unicode.Scalar]
    /// The offset of each scalar in UTF-8 bytes, and the query's length at the end.
    private let offsets: [Int]
    private var run: Range<Int>?
    /// Once no closing mark is left, none is looked for again: that keeps the time linear.
    private var straightCloserIsGone = false
    private var guillemetCloserIsGone = false

    private(set) var clauses: [QueryClause] = []
    private(set) var notes: [String] = []

    init(_ query: String) {
        scalars = Array(query.unicodeScalars)
        var offsets = [0]
        offsets.reserveCapacity(scalars.count + 1)
        var offset = 0
        for scalar in scalars {
            offset += UTF8.width(scalar)
            offsets.append(offset)
        }
        self.offsets = offsets
    }

    mutating func parse() {
        var at = 0
        while at < scalars.count {
            if isSpace(at) {
                at += 1
            } else if isSpace(at - 1), let next = operatorClause(at) {
                at = next
            } else if opensQuote(at), let next = phrase(at, .should) {
                at = next
            } else {
                run = (run?.lowerBound ?? at)..<(at + 1)
                at += 1
            }
        }
        endRun()
        if !clauses.isEmpty, clauses.allSatisfy({ $0.occurrence == .mustNot }) {
            notes.append("the query only leaves out, so nothing is asked for")
        }
    }

    /// Reads `+` or `-` with what it governs; gives the place behind it, or nothing where the sign is text.
    private mutating func operatorClause(_ at: Int) -> Int? {
        let occurrence: QueryClause.Occurrence
        switch scalars[at] {
        case "+": occurrence = .must
        case "-": occurrence = .mustNot
        default: return nil
        }
        let next = at + 1
        if !isSpace(next), scalars[next] != "+", scalars[next] != "-" {
            if opensQuote(next), let end = phrase(next, occurrence) { return end }
            var end = next + 1
            while !isSpace(end), !opensQuote(end) || closer(of: end) == nil { end += 1 }
            if hasWord(next..<end) {
                add(occurrence, .words, next..<end)
                return end
            }
        } else if occurrence == .mustNot {
            return nil  // a dash between spaces is punctuation, and says nothing about what was meant
        }
        note(at, "governs no word and is read as text")
        return nil
    }

    /// Reads a phrase that opens at `at`; gives the place behind it, or nothing where the mark is text.
    private mutating func phrase(_ at: Int, _ occurrence: QueryClause.Occurrence) -> Int? {
        guard let close = closer(of: at) else {
            note(at, "opens a phrase that is not closed and is read as text")
            return nil
        }
        let inside = trimmed((at + 1)..<close)
        if hasWord(inside) {
            add(occurrence, .phrase, inside)
        } else {
            note(at, "opens a phrase without a word")
        }
        return close + 1
    }

    /// Whether a mark can open a phrase here: not the inch sign of `5"`, nor a mark that ends a word.
    private func opensQuote(_ at: Int) -> Bool {
        switch scalars[at] {
        case "“", "„", "«": true
        case "\"", "”", "‟": at == 0 || !belongsToWord(scalars[at - 1])
        default: false
        }
    }

    private mutating func closer(of at: Int) -> Int? {
        if scalars[at] == "«" {
            guard !guillemetCloserIsGone else { return nil }
            if let close = scalars[(at + 1)...].firstIndex(of: "»") { return close }
            guillemetCloserIsGone = true
        } else {
            guard !straightCloserIsGone else { return nil }
            let closers: [Unicode.Scalar] = ["\"", "”", "“", "‟"]
            if let close = scalars[(at + 1)...].firstIndex(where: { closers.contains($0) }) { return close }
            straightCloserIsGone = true
        }
        return nil
    }

    private mutating func add(
        _ occurrence: QueryClause.Occurrence, _ kind: QueryClause.Kind, _ range: Range<Int>
    ) {
        endRun()
        let bytes = offsets[range.lowerBound]..<offsets[range.upperBound]
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[range])
        clauses.append(
            QueryClause(occurrence: occurrence, kind: kind, text: String(text), range: bytes))
    }

    /// Plain words up to here are one clause, so that neighbours in the query stay neighbours.
    private mutating func endRun() {
        guard let words = run else { return }
        run = nil
        if hasWord(words) { add(.should, .words, words) }
    }

    private mutating func note(_ at: Int, _ what: String) {
        let line = "\(scalars[at]) at byte \(offsets[at]) of the query \(what)"
        if notes.count < Self.mostNotes, !notes.contains(line) { notes.append(line) }
    }

    private func isSpace(_ at: Int) -> Bool {
        at < 0 || at >= scalars.count || scalars[at].properties.isWhitespace
    }

    private func hasWord(_ range: Range<Int>) -> Bool {
        scalars[range].contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }

    private func belongsToWord(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        return properties.isAlphabetic || properties.numericType != nil
            || properties.generalCategory == .nonspacingMark
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, isSpace(lower) { lower += 1 }
        while lower < upper, isSpace(upper - 1) { upper -= 1 }
        return lower..<upper
    }
}
