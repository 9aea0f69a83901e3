import VanThu

extension SearchResult {
    /// The result for programs.
    var json: JSON {
        [
            "total": .integer(total), "total_is_exact": .boolean(totalIsExact),
            "elapsed_us": .measured(elapsedMicroseconds), "hits": .array(hits.map(\.json)),
            "notes": .array(notes.map { .string($0) }),
        ]
    }
}

extension SearchHit {
    /// The hit for programs.
    var json: JSON {
        let hit: JSON = [
            "rank": .integer(rank), "score": .number(score), "document": document.json, "passage": passage.json,
        ]
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
            "highlights": .array(highlights.map { [.integer($0.lowerBound), .integer($0.upperBound)] }),
        ]
    }
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
