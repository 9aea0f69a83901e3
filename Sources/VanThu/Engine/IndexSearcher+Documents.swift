internal import AdministrativeDocuments
internal import InvertedIndex
internal import VietnameseText

/// Single documents: by number or identity, with what they cite and what cites them.
extension IndexSearcher {
    /// The documents that bear a number in any spelling, or have an identity; several may bear one number.
    ///
    /// Where there is none, those whose numbers go on where a part of one ends (`1487`, `15/2020`), else those that are called so
    /// (`Luật Đất đai`, `luat dat dai 2013`).
    ///
    /// - Parameters:
    ///   - name: a number, `15/2020/QĐ-TTg`, or an identity; a part of a number, or a title, with the year or without.
    ///   - citing: how many of the documents that mention it are given.
    public func documents(named name: String, citing: Int = 20) -> [StoredDocument] {
        places(named: name).map { stored($0, citing: citing) }
    }

    /// Where the documents of a name stand, the newest first.
    func places(named name: String) -> [Hit] {
        let number = numbers.key(named: name).map { [$0] } ?? []
        let isNumbered = PassagePredicate.category(DocumentColumn.number.rawValue, anyOf: number)
        let found = places(.or([.identity(Array(name.utf8)), isNumbered]), limit: Self.mostOfOneNumber).hits
        if !found.isEmpty { return found }
        let isPart = name.unicodeScalars.first { !$0.properties.isWhitespace }.map(QueryText.isDigit) == true
        return isPart ? places(.number, name) : places(titled: name)
    }

    /// The documents of which a field is what somebody typed.
    private func places(_ field: QueryField, _ value: String) -> [Hit] {
        let plan = planner.plan(QueryTree(root: .field(field, .text(value))), SearchOptions())
        return plan.query.filter.map { places($0, limit: Self.mostOfOneNumber).hits } ?? []
    }

    /// The documents whose whole title is a name, or a name with their year behind it.
    private func places(titled name: String) -> [Hit] {
        var words = Self.words(of: name)
        var found: [Hit] = []
        for hit in places(.title, name) where Self.words(of: title(of: hit)) == words { found.append(hit) }
        guard found.isEmpty, let year = words.popLast(), year.count == 4, let year = Int32(year) else { return found }
        if words.last == "nam" { words.removeLast() }
        for hit in places(.title, words.joined(separator: " ")) where Self.words(of: title(of: hit)) == words {
            let reader = snapshot.segments[hit.segment].reader
            if reader.integer(ofDocument: hit.document, in: DocumentColumn.year.rawValue) == year { found.append(hit) }
        }
        return found
    }

    private func title(of hit: Hit) -> String {
        String(decoding: snapshot.segments[hit.segment].reader.record(ofDocument: hit.document).title, as: UTF8.self)
    }

    private static func words(of text: String) -> [String] {
        unmarkedText(text).lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// Numbers are given anew by each agency and, many of them, each year.
    private static let mostOfOneNumber = 100

    /// The newest documents that a predicate admits.
    private func places(_ predicate: PassagePredicate, limit: Int) -> RankedHits {
        var query = RankedQuery()
        query.filter = predicate
        query.order = .integer(DocumentColumn.date.rawValue, descending: true)
        return searcher.documents(query, limit: limit, countTotal: true)
    }

    private func stored(_ hit: Hit, citing: Int) -> StoredDocument {
        let reader = snapshot.segments[hit.segment].reader
        let summary = summary(of: hit.document, in: hit.segment)
        let text = reader.text(ofDocument: hit.document)
        let report = Inspector().inspect(SourceDocument(id: summary.id, text: text))
        let metadata = DocumentMetadata.decode(reader.record(ofDocument: hit.document).metadata)
        let (citedBy, total) = citedBy(summary, report, limit: citing)
        return StoredDocument(
            summary: summary, metadata: metadata.map { StoredDocument.Field(name: $0.key, value: $0.value) },
            report: report, cites: cited(report), citedBy: citedBy, citedByTotal: total, text: text)
    }

    // MARK: What it cites

    private func cited(_ report: DocumentReport) -> [StoredDocument.Cited] {
        var order: [String] = []
        var cited: [String: StoredDocument.Cited] = [:]
        for citation in report.citations {
            if cited[citation.key] == nil {
                order.append(citation.key)
                cited[citation.key] = StoredDocument.Cited(
                    key: citation.key, text: citation.text, relations: [], mentions: 0,
                    document: citation.number == nil ? nil : document(numbered: citation.key))
            }
            cited[citation.key]?.mentions += 1
            if let relation = citation.relation, cited[citation.key]?.relations.contains(relation) == false {
                cited[citation.key]?.relations.append(relation)
            }
        }
        return order.compactMap { cited[$0] }
    }

    private func document(numbered key: String) -> DocumentSummary? {
        let column = DocumentColumn.number.rawValue
        let found = places(.category(column, anyOf: [Array(key.utf8)]), limit: 1)
        return found.hits.first.map { summary(of: $0.document, in: $0.segment) }
    }

    // MARK: What cites it

    private func citedBy(
        _ document: DocumentSummary, _ report: DocumentReport, limit: Int
    ) -> ([StoredDocument.Citing], total: Int) {
        let keys = citationKeys(of: document, report)
        guard !keys.isEmpty else { return ([], 0) }
        let others = PassagePredicate.not(.identity(Array(document.id.utf8)))
        let found = places(.and([.category(DocumentColumn.cites.rawValue, anyOf: keys), others]), limit: limit)
        let citing = found.hits.map { hit in
            let values = snapshot.segments[hit.segment].reader.categories(
                ofDocument: hit.document, in: DocumentColumn.relation.rawValue)
            return StoredDocument.Citing(
                document: summary(of: hit.document, in: hit.segment),
                relations: DocumentReport.Citation.Relation.allCases.filter { relation in
                    keys.contains { values.contains(CitedRelation.value(relation.rawValue, $0)) }
                })
        }
        return (citing, found.total)
    }

    /// The keys by which others mention a document: its number, and a law's name with its year.
    private func citationKeys(of document: DocumentSummary, _ report: DocumentReport) -> [[UInt8]] {
        var keys = document.number.map { [numbers.key(of: $0)] } ?? []
        guard let year = document.issuedOn.flatMap(DocumentFields.days)?.lowerBound.year else { return keys }
        // A law's title is its name: `Luật Đất đai`; other titles name no document. One that was given may be a file's name.
        for name in [document.title, Self.name(report.metadata)] where !name.isEmpty {
            keys += CitationKeys.patterns(ofQuery: "\(name) \(year)").lazy.filter { pattern in
                !pattern.isPrefix && pattern.key.ends(with: "|\(year)".utf8) && !keys.contains(pattern.key)
            }.map(\.key)
        }
        return keys
    }

    /// Type and title, as the text has them.
    private static func name(_ metadata: DocumentReport.Metadata) -> String {
        guard let type = metadata.type?.value, let title = metadata.title?.value else { return "" }
        return title.lowercased().hasPrefix(type.lowercased()) ? title : "\(type) \(title)"
    }

    // MARK: Most cited

    /// The documents that most documents of the index mention.
    ///
    /// - Parameter limit: how many are given.
    public func mostCited(_ limit: Int) -> [CitationCount] {
        var query = RankedQuery()
        query.filter = .all
        let column = ColumnName(.category, DocumentColumn.cites.rawValue)
        let facet = searcher.facets(query, columns: [column], limit: limit).facets.first
        return (facet?.counts ?? []).compactMap { count in
            guard case .category(let key) = count.value else { return nil }
            let name = String(decoding: key, as: UTF8.self)
            let document = document(numbered: name)
            return CitationCount(
                key: name, text: document == nil ? mention(of: name) : nil, documents: count.documents,
                document: document)
        }
    }

    /// How a document that mentions another one calls it.
    private func mention(of key: String) -> String? {
        let citing = places(.category(DocumentColumn.cites.rawValue, anyOf: [Array(key.utf8)]), limit: 1)
        guard let hit = citing.hits.first else { return nil }
        let text = snapshot.segments[hit.segment].reader.text(ofDocument: hit.document)
        let mentions = Inspector().inspect(SourceDocument(id: "", text: text)).citations
        let words = mentions.first { $0.key == key }?.text.split(whereSeparator: \.isWhitespace)
        return words?.joined(separator: " ")
    }
}

extension Array<UInt8> {
    fileprivate func ends(with end: some BidirectionalCollection<UInt8>) -> Bool {
        reversed().starts(with: end.reversed())
    }
}
