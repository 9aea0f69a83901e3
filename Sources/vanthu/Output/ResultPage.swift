import VanThu

/// A search result the way people read it.
struct ResultPage {
    let style: Style
    let columns: Int
    let showsScore: Bool
    let unit: ResultUnit

    /// The whole page: hits with an empty line behind each, then one line about all of them.
    func text(of result: SearchResult) -> String {
        result.hits.map { text(of: $0) + "\n" }.joined() + style.aside(summary(of: result)) + "\n"
    }

    private func text(of hit: SearchHit) -> String {
        let number = "\(hit.rank). "
        let indent = String(repeating: " ", count: number.count)
        let width = max(20, min(columns, Self.widestText) - indent.count)
        let document = hit.document
        var name = plain(Self.name(of: document))
        var place = hit.passage.path
        if name.isEmpty { name = plain(document.id) } else { place.insert(document.id, at: 0) }
        let heading = wrapped(Snippet(of: Array(name.utf8), width: width * Self.linesOfName), width: width)
        var lines = heading.isEmpty ? [""] : heading.map { style.title($0) }
        if showsScore { lines[lines.count - 1] += style.aside("  \(Amounts.fixed(hit.score, places: 3))") }
        let aside = [document.issuedOn ?? "", document.agency ?? "", place.joined(separator: " › ")].filter {
            !$0.isEmpty
        }
        if !aside.isEmpty { lines.append(style.aside(plain(aside.joined(separator: " · ")))) }
        lines += text(of: hit.passage, width: width)
        for part in hit.explanation ?? [] { lines.append(style.aside(plain(explanation(part)))) }
        return lines.enumerated().map { ($0 == 0 ? number : indent) + $1 + "\n" }.joined()
    }

    /// `1487/QĐ-UBND · Quyết định ban hành …`; the type where there is no title; nothing where nothing is known.
    private static func name(of document: DocumentSummary) -> String {
        let title = document.title.isEmpty ? document.type : document.title
        return [document.number, title].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// A snippet that fills its lines; breaking at spaces may cost some room at each line's end.
    private func text(of passage: PassageResult, width: Int) -> [String] {
        var room = width * Self.linesOfText
        while true {
            let lines = wrapped(Snippet(of: passage, width: room), width: width)
            if lines.count <= Self.linesOfText || room <= width { return lines }
            room -= 4
        }
    }

    private func explanation(_ part: ScorePart) -> String {
        "\(Amounts.fixed(part.contribution, places: 3))  \(part.kind) \(part.text): "
            + "\(part.frequency) here, in \(Amounts.count(part.documentFrequency)), idf \(Amounts.fixed(part.idf, places: 3))"
    }

    private func summary(of result: SearchResult) -> String {
        let time = Amounts.duration(result.elapsedMicroseconds / 1e6)
        guard !result.hits.isEmpty else { return "nothing found in \(time)" }
        let total = (result.totalIsExact ? "" : "at least ") + Amounts.count(result.total, unit.rawValue)
        return "\(Amounts.count(result.hits.count)) of \(total) in \(time)"
    }

    /// On one line, and without anything that could steer the terminal.
    private func plain(_ text: String) -> String { Snippet(of: Array(text.utf8), width: .max).text }

    /// Lines of at most `width` characters, broken at spaces where there are any; marks do not count.
    private func wrapped(_ snippet: Snippet, width: Int) -> [String] {
        let characters = snippet.segments.flatMap { segment in segment.text.map { ($0, segment.isMatch) } }
        var lines: [String] = []
        var start = 0
        while start < characters.count {
            var end = min(characters.count, start + width)
            var next = end
            if end < characters.count, let space = characters[start...end].lastIndex(where: { $0.0 == " " }),
                space > start
            {
                end = space
                next = space + 1
            }
            lines.append(marked(characters[start..<end]))
            start = next
        }
        return lines
    }

    private func marked(_ characters: ArraySlice<(Character, Bool)>) -> String {
        var line = ""
        var run = ""
        var isMatch = false
        for (character, match) in characters {
            if match != isMatch {
                line += isMatch ? style.match(run) : run
                run = ""
                isMatch = match
            }
            run.append(character)
        }
        return line + (isMatch ? style.match(run) : run)
    }

    /// Longer lines are hard to read.
    private static let widestText = 100
    private static let linesOfText = 3
    /// Abstracts may be long; what goes beyond is in the document.
    private static let linesOfName = 2
}
