internal import AdministrativeDocuments
internal import InvertedIndex
internal import VietnameseText

/// What a list of hits shows.
extension IndexSearcher {
    /// Hits as they are shown, behind so many others.
    func shown(
        _ hits: [Hit], _ plan: QueryPlan, _ options: SearchOptions, behind above: Int, isBare: Bool = false
    ) -> [SearchHit] {
        let marker = PassageMarker(analysis, plan.marks)
        return hits.enumerated().map { place, hit in
            SearchHit(
                rank: above + place + 1, score: Double(hit.score), document: summary(of: hit.document, in: hit.segment),
                passage: passage(hit, marker), otherPassages: otherPassages(hit, plan, options, marker),
                explanation: options.explain ? explanation(plan, hit, options.by, isShare: isBare) : nil)
        }
    }

    /// The passages of a found document that answer best, behind the one that is shown first.
    private func otherPassages(
        _ hit: Hit, _ plan: QueryPlan, _ options: SearchOptions, _ marker: PassageMarker
    ) -> [PassageResult] {
        guard options.by == .document, options.passagesPerDocument > 1 else { return [] }
        var query = plan.query
        let identity = PassagePredicate.identity(
            snapshot.segments[hit.segment].reader.identity(ofDocument: hit.document))
        query.filter = query.filter.map { .and([identity, $0]) } ?? identity
        query.order = .score
        query.after = nil
        let found = searcher.passages(query, limit: options.passagesPerDocument).hits
        return found.filter { $0.passage != hit.passage }.prefix(options.passagesPerDocument - 1).map {
            passage($0, marker)
        }
    }

    /// What is known of a document.
    func summary(of document: Int, in segment: Int) -> DocumentSummary {
        let reader = snapshot.segments[segment].reader
        let record = reader.record(ofDocument: document)
        let metadata = DocumentMetadata.decode(record.metadata)
        func field(_ field: QueryField) -> String? { DocumentFields.texts(field, in: metadata).first }
        return DocumentSummary(
            id: String(decoding: reader.identity(ofDocument: document), as: UTF8.self), number: field(.number),
            type: field(.type), agency: field(.agency), issuedOn: field(.date),
            title: String(decoding: record.title, as: UTF8.self))
    }

    private func passage(_ hit: Hit, _ marker: PassageMarker) -> PassageResult {
        let reader = snapshot.segments[hit.segment].reader
        let passages = reader.passages(ofDocument: hit.document)
        guard passages.contains(hit.passage) else {
            return PassageResult(ordinal: 0, start: 0, end: 0, text: [])
        }
        let range = reader.range(ofPassage: hit.passage)
        let text = reader.text(ofPassage: hit.passage)
        let marks = text.withUnsafeBytes { marker.marks(in: $0) }
        return PassageResult(
            ordinal: hit.passage - passages.lowerBound,
            path: PassageNote(reader.note(ofPassage: hit.passage)).path.map(\.label), start: range.lowerBound,
            end: range.upperBound, text: text,
            highlights: marks.map { $0.lowerBound + range.lowerBound..<$0.upperBound + range.lowerBound })
    }

    private func explanation(_ plan: QueryPlan, _ hit: Hit, _ unit: ResultUnit, isShare: Bool) -> [ScorePart] {
        let parts =
            unit == .document
            ? searcher.explain(plan.query, document: hit) : searcher.explain(plan.query, hit)
        // A hit by bare forms has a share of its score only, and so have its parts.
        let sum = parts.reduce(0) { $0 + $1.score }
        let share = isShare && sum > 0 ? Double(hit.score / sum) : 1
        return parts.map { part in
            let words = part.words.map { number in
                part.kind == .title
                    ? String(decoding: plan.query.titleTerms[number].folded, as: UTF8.self) : plan.labels[number] ?? ""
            }
            return ScorePart(
                text: words.joined(separator: " "), kind: part.kind.rawValue, frequency: part.frequency,
                documentFrequency: part.count, idf: Double(part.idf), contribution: Double(part.score) * share)
        }
    }
}
