import VanThu

/// A search result the way people read it.
struct ResultPage {
    let style: Style
    let columns: Int
    let showsScore: Bool
    let unit: ResultUnit
    /// Whether the page says how the query was read.
    var showsUnderstood = false

    /// The whole page: hits with an empty line behind each, facets, then a line about all hits, and where the next page begins.
    func text(of result: SearchResult) -> String {
        var page = result.hits.map { text(of: $0) + "\n" }.joined()
        page += FacetTable(style: style, columns: width).text(of: result.facets)
        if showsUnderstood, !result.understood.isEmpty {
            page += style.aside("understood: \(PageText.plain(result.understood))") + "\n"
        }
        page += style.aside(summary(of: result)) + "\n"
        if let next = result.next { page += style.aside("next page: --after \(next)") + "\n" }
        return page
    }

    private var width: Int { min(columns, PageText.widest) }

    private func text(of hit: SearchHit) -> String {
        let number = "\(hit.rank). "
        let indent = String(repeating: " ", count: number.count)
        let width = max(20, width - indent.count)
        let document = hit.document
        var name = PageText.plain(document.name)
        let id = PageText.plain(document.id)
        let known = [document.issuedOn, document.agency].compactMap { $0 }.filter { !$0.isEmpty }
        var asides = known.isEmpty ? [] : [PageText.plain(known.joined(separator: " · "))]
        if name.isEmpty {
            name = id
        } else if let last = asides.last, last.count + 3 + id.count <= width {
            asides = ["\(last) · \(id)"]
        } else if !id.isEmpty {
            asides.append(id)
        }
        let title = Snippet(of: Array(name.utf8), width: width * Self.linesOfName)
        let heading = PageText.wrapped(title, width: width, style: style)
        var lines = heading.isEmpty ? [""] : heading.map { style.title($0) }
        if showsScore { lines[lines.count - 1] += style.aside("  \(Amounts.fixed(hit.score, places: 3))") }
        lines += asides.map { style.aside($0) }
        lines += text(of: hit.passage, width: width)
        for passage in hit.otherPassages {
            lines += text(of: passage, width: max(20, width - 3)).enumerated().map { ($0 == 0 ? "·  " : "   ") + $1 }
        }
        for part in hit.explanation ?? [] { lines.append(style.aside(PageText.plain(explanation(part)))) }
        return lines.enumerated().map { ($0 == 0 ? number : indent) + $1 + "\n" }.joined()
    }

    /// Where in the document it stands, then a snippet that fills its lines.
    private func text(of passage: PassageResult, width: Int) -> [String] {
        let path = passage.path.isEmpty ? [] : PageText.wrapped(passage.path.joined(separator: " › "), width: width)
        return path.map { style.place($0) } + snippet(of: passage, width: width)
    }

    /// A snippet that fills its lines; breaking at spaces may cost some room at each line's end.
    private func snippet(of passage: PassageResult, width: Int) -> [String] {
        var room = width * Self.linesOfText
        while true {
            let lines = PageText.wrapped(Snippet(of: passage, width: room), width: width, style: style)
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
        let total = (result.totalIsExact ? "" : "at least ") + Amounts.count(result.total, unit.rawValue)
        guard let first = result.hits.first, let last = result.hits.last else {
            return result.total > 0 ? "nothing behind that place; \(total) in \(time)" : "nothing found in \(time)"
        }
        let shown = first.rank == 1 ? "" : Amounts.count(first.rank) + "–"
        return "\(shown)\(Amounts.count(last.rank)) of \(total) in \(time)"
    }

    private static let linesOfText = 3
    /// Abstracts may be long; what goes beyond is in the document.
    private static let linesOfName = 2
}

extension DocumentSummary {
    /// `1487/QĐ-UBND · Quyết định ban hành …`; the type where there is no title; nothing where nothing is known.
    var name: String {
        [number, title.isEmpty ? type : title].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
