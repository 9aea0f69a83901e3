import VanThu

extension SearchResult {
    /// The result for programs; hits bring `passages`, the others of their document, where those were asked for.
    func json(otherPassages: Bool = false) -> JSON {
        [
            "total": .integer(total), "total_is_exact": .boolean(totalIsExact),
            "elapsed_us": .measured(elapsedMicroseconds),
            "hits": .array(hits.map { $0.json(otherPassages: otherPassages) }),
            "notes": .array(notes.map { .string($0) }), "understood": .string(understood),
            "next": .optional(next?.description), "facets": .array(facets.map(\.json)),
        ]
    }
}

extension SearchHit {
    /// The hit for programs.
    func json(otherPassages hasOthers: Bool = false) -> JSON {
        var hit: JSON = [
            "rank": .integer(rank), "score": .number(score), "document": document.json, "passage": passage.json,
        ]
        if hasOthers { hit = hit.adding(["passages": .array(otherPassages.map(\.json))]) }
        guard let explanation else { return hit }
        return hit.adding(["explanation": .array(explanation.map(\.json))])
    }
}

extension DocumentSummary {
    /// The document for programs.
    var json: JSON {
        [
            "id": .string(id), "number": .optional(number), "type": .optional(type), "agency": .optional(agency),
            "issued_on": .optional(issuedOn), "title": .string(title),
        ]
    }
}

extension PassageResult {
    /// The passage for programs; offsets are in bytes of the original document.
    var json: JSON {
        [
            "ordinal": .integer(ordinal), "path": .array(path.map { .string($0) }), "start": .integer(start),
            "end": .integer(end), "text": .string(String(decoding: text, as: UTF8.self)),
            "highlights": .ranges(highlights), "snippet": Snippet(of: self, width: Self.snippetWidth).json,
        ]
    }

    /// Three lines of a page, as `vanthu search` shows them.
    private static let snippetWidth = 300
}

extension ScorePart {
    /// The addend for programs.
    var json: JSON {
        [
            "text": .string(text), "kind": .string(kind), "frequency": .integer(frequency),
            "document_frequency": .integer(documentFrequency), "idf": .number(idf),
            "contribution": .number(contribution),
        ]
    }
}

extension Snippet {
    /// The snippet for programs: its highlights are in bytes of its own text, what it shows in bytes of the document.
    var json: JSON {
        [
            "text": .string(text), "highlights": .ranges(highlights), "start": .integer(range.lowerBound),
            "end": .integer(range.upperBound),
        ]
    }
}

extension JSON {
    /// Ranges as pairs of offsets.
    static func ranges(_ ranges: [Range<Int>]) -> JSON {
        .array(ranges.map { [.integer($0.lowerBound), .integer($0.upperBound)] })
    }
}
