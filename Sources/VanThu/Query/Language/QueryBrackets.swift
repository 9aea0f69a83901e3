/// Which quotes and parentheses of a query belong together, found in one pass before anything is read.
struct QueryBrackets {
    /// How deep groups may stand in each other; the parentheses of a field count twice.
    ///
    /// (In a tree printed anew, a field's group may need parentheses around its operands, too.)
    static let deepest = 16

    /// For each scalar that opens a phrase or can open a group, where that closes; -1 for all others.
    private var closers: [Int32]
    /// The first parenthesis that could open a group and is not closed.
    private(set) var unclosed: Int?
    /// The first parenthesis that opens deeper than groups may stand.
    private(set) var tooDeep: Int?

    /// Pairs the brackets of a query; linear.
    init(_ text: QueryText, _ notes: inout QueryNotes) {
        closers = Array(repeating: -1, count: text.count)
        // Once no closing mark is left, none is looked for again: that keeps the time linear.
        var isLost = (straight: false, guillemet: false)
        var open: [(at: Int, depth: Int)] = []
        var depth = 0
        var at = 0
        while at < text.count {
            if Self.opensPhrase(text, at) {
                if let close = Self.phraseEnd(text, at, &isLost) {
                    closers[at] = Int32(close)
                    at = close
                } else {
                    notes.add(
                        at: text.offsets[at],
                        "\(text.scalars[at]) at byte \(text.offsets[at]) of the query opens a phrase that is not closed and is read as text"
                    )
                }
            } else if text.isSign(at, "(") {
                let cost = Self.groupCost(text, at)
                open.append((at, cost))
                depth += cost
            } else if text.isSign(at, ")"), let (start, cost) = open.popLast() {
                if cost > 0, !text.belongsToWord(at + 1) {
                    if depth <= Self.deepest {
                        closers[start] = Int32(at)
                    } else {
                        tooDeep = min(tooDeep ?? start, start)
                    }
                }
                depth -= cost
            }
            at += 1
        }
        unclosed = open.first { $0.depth > 0 }?.at
    }

    /// Where the phrase or group that opens here closes.
    func end(_ at: Int) -> Int? {
        at < closers.count && closers[at] >= 0 ? Int(closers[at]) : nil
    }

    /// Makes text of a phrase's mark or a parenthesis.
    mutating func forget(_ at: Int) { closers[at] = -1 }

    // MARK: Phrases

    /// Whether a mark can open a phrase here: not the inch sign of `5"`, nor a mark that ends a word.
    static func opensPhrase(_ text: QueryText, _ at: Int) -> Bool {
        switch text.scalars[at] {
        case "“", "„", "«": !text.traits[at].contains(.literal)
        case "\"", "”", "‟": !text.traits[at].contains(.literal) && !text.belongsToWord(at - 1)
        default: false
        }
    }

    private static func phraseEnd(
        _ text: QueryText, _ at: Int, _ isLost: inout (straight: Bool, guillemet: Bool)
    ) -> Int? {
        if text.scalars[at] == "«" {
            guard !isLost.guillemet else { return nil }
            if let close = (at + 1..<text.count).first(where: { text.isSign($0, "»") }) { return close }
            isLost.guillemet = true
        } else {
            guard !isLost.straight else { return nil }
            let close = (at + 1..<text.count).first {
                switch text.scalars[$0] {
                case "\"", "”", "“", "‟": !text.traits[$0].contains(.literal)
                default: false
                }
            }
            if let close { return close }
            isLost.straight = true
        }
        return nil
    }

    // MARK: Groups

    /// How much deeper a parenthesis leads: nothing where it can open no group, as inside a word, `f(x)`.
    private static func groupCost(_ text: QueryText, _ at: Int) -> Int {
        if text.isSpace(at - 1) || text.isSign(at - 1, "(") || text.isSign(at - 1, ")") { return 1 }
        if text.isSign(at - 1, "+") || text.isSign(at - 1, "-") {
            return text.isSpace(at - 2) || text.isSign(at - 2, "(") ? 1 : 0
        }
        if text.isSign(at - 1, ":"), let name = FieldName(endingAt: at - 1, in: text),
            QueryField(named: text.scalars[name.range]) != nil
        {
            return 2
        }
        return 0
    }
}

/// A name before a colon, which may be a field's or not.
struct FieldName {
    /// Where the name stands; the colon is behind it.
    let range: Range<Int>

    private static let longest = 32

    /// The name that begins here: letters, hyphens and underscores, then a colon.
    init?(startingAt start: Int, in text: QueryText) {
        guard start < text.count, text.traits[start].contains(.letter) else { return nil }
        var end = start
        while end < text.count, end - start < Self.longest, Self.isPart(text, end) { end += 1 }
        guard text.isSign(end, ":") else { return nil }
        range = start..<end
    }

    /// The name that ends before this colon.
    init?(endingAt colon: Int, in text: QueryText) {
        var start = colon
        while start > 0, colon - start < Self.longest, Self.isPart(text, start - 1) { start -= 1 }
        while start < colon, !text.traits[start].contains(.letter) { start += 1 }
        guard start < colon else { return nil }
        range = start..<colon
    }

    private static func isPart(_ text: QueryText, _ at: Int) -> Bool {
        let traits = text.traits[at]
        if traits.contains(.literal) { return false }
        if traits.contains(.letter) || traits.contains(.mark) { return !traits.contains(.digit) }
        return text.scalars[at] == "_" || QueryText.isHyphen(text.scalars[at])
    }

    /// Whether what stands behind the colon shows that it is no field: a space, or the slash of an address or path.
    func isPlainly(textIn text: QueryText) -> Bool {
        let next = range.upperBound + 1
        return text.isSpace(next) || text.scalars[next] == "/" || text.scalars[next] == "\\"
    }
}
