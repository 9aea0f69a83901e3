/// Answers in an order that must hold at every place: by a column, in pages, or where there is no score to go by.
///
/// Here every match is looked at, while a plain query scores only a few candidates in full.
extension Searcher {
    /// Where a found passage stands in the order of a query, so that the next page can begin behind it.
    public func place(ofPassage hit: Hit, _ query: RankedQuery) -> RankedQuery.Place {
        var place = place(ofDocument: hit, query)
        let documents = snapshot.segments[hit.segment].reader.documents
        place.passage = hit.passage - documents.passages(of: hit.document).lowerBound
        return place
    }

    /// Where a found document stands in the order of a query, so that the next page can begin behind it.
    public func place(ofDocument hit: Hit, _ query: RankedQuery) -> RankedQuery.Place {
        let reader = snapshot.segments[hit.segment].reader
        let key: RankedQuery.Place.Key
        switch query.order {
        case .score: key = .score(hit.score)
        case .integer(let column, _):
            key = reader.integer(ofDocument: hit.document, in: column).map { .integer($0) } ?? .missing
        }
        return RankedQuery.Place(key: key, sequence: reader.documents.sequence(of: hit.document), passage: 0)
    }

    /// What the order of a query goes by, of the documents of one segment; `nil` where it is the score.
    private struct Primaries {
        private let column: IntegerColumn?
        private let descending: Bool

        init?(_ query: RankedQuery, _ reader: SegmentReader) {
            switch query.order {
            case .integer(let name, let descending):
                column = reader.columns.integers[name]
                self.descending = descending
            case .score:
                // Without a word to score all are alike, and arrival decides.
                guard query.isOnlyFilter else { return nil }
                column = nil
                descending = false
            }
        }

        func value(_ document: Int) -> Int64 {
            guard let column else { return .max }
            return RankKey.primary(value: column.value(of: document), descending: descending)
        }
    }

    /// The first answers of those behind a place.
    private struct Page {
        private var top: TopHits<RankKey>
        private let after: RankKey?
        private let limit: Int

        init(_ query: RankedQuery, limit: Int) {
            top = TopHits(capacity: limit)
            after = query.after.flatMap { place in
                // Without a score, by arrival alone.
                query.isOnlyFilter && query.order == .score
                    ? RankKey(primary: .max, sequence: place.sequence, passage: place.passage)
                    : RankKey(place, query.order)
            }
            self.limit = limit
        }

        /// Whether an answer could still be taken.
        @inline(__always)
        func isWanted(_ key: RankKey) -> Bool {
            if let worst = top.worst, key < worst { return false }
            if let after, key >= after { return false }
            return limit > 0
        }

        @inline(__always)
        mutating func offer(_ key: RankKey, segment: Int, unit: Int) {
            if isWanted(key) { top.offer(key, segment: segment, unit: unit) }
        }

        /// The last place taken, once there are enough.
        var worst: RankKey? { top.worst }

        /// The answers in order.
        var entries: [TopHits<RankKey>.Entry] { top.entries.sorted { $1.score < $0.score } }
    }

    // MARK: Passages

    func passagesInOrder(_ resolved: ResolvedQuery, _ table: ImpactTable, limit: Int) -> RankedHits {
        var result = RankedHits()
        var page = Page(resolved.query, limit: limit)
        for (index, segment) in snapshot.segments.enumerated() where segment.reader.passageCount > 0 {
            guard sum(resolved, index, table) else { continue }
            result.total += sums.matches
            let documents = segment.reader.documents
            if let primaries = Primaries(resolved.query, segment.reader) {
                matchingDocuments(documents).forEach { document in
                    let primary = primaries.value(document)
                    // All of a document's passages stand together.
                    if let last = page.worst, primary > last.primary { return }
                    let first = RankKey(primary: primary, sequence: documents.sequence(of: document), passage: 0)
                    if let last = page.worst, first < last { return }
                    let passages = documents.passages(of: document)
                    for passage in passages where sums.sums[passage] > 0 {
                        var key = first
                        key.passage = UInt32(passage - passages.lowerBound)
                        page.offer(key, segment: index, unit: passage)
                    }
                }
                continue
            }
            let matching = matchingPassages(documents)
            let scores = rescore(matching, index, resolved, table)
            var document = 0
            for (passage, score) in zip(matching, scores) {
                document = documents.document(of: Int(passage), from: document)
                let key = RankKey(
                    primary: RankKey.primary(score: score), sequence: documents.sequence(of: document),
                    passage: Int(passage) - documents.passages(of: document).lowerBound)
                page.offer(key, segment: index, unit: Int(passage))
            }
        }
        let entries = page.entries
        let scores = rescore(entries.map { ($0.segment, $0.unit) }, resolved, table)
        result.hits = zip(entries, scores).map { entry, score in
            let documents = snapshot.segments[Int(entry.segment)].reader.documents
            return Hit(
                score: score, segment: Int(entry.segment), passage: Int(entry.unit),
                document: documents.document(of: Int(entry.unit)))
        }
        return result
    }

    /// The passages whose sum is not zero, ascending.
    private func matchingPassages(_ documents: DocumentTable) -> [UInt32] {
        var found: [UInt32] = []
        sums.matching(of: documents.passageCount).forEach { found.append(UInt32($0)) }
        return found
    }

    /// The documents that have a passage whose sum is not zero.
    func matchingDocuments(_ documents: DocumentTable) -> UnitSet {
        let passages = sums.matching(of: documents.passageCount)
        var found = UnitSet(units: documents.count)
        for word in 0..<(documents.count + 63) / 64 {
            let first = word * 64
            if first + 64 <= documents.count, let start = documents.startOfSingles(first) {
                found.words[word] = passages.bits(at: start)
                continue
            }
            for document in first..<min(first + 64, documents.count)
            where passages.first(in: documents.passages(of: document)) != nil {
                found.insert(document)
            }
        }
        return found
    }

    // MARK: Documents

    func documentsInOrder(_ resolved: ResolvedQuery, _ table: ImpactTable, limit: Int) -> RankedHits {
        var result = RankedHits()
        var page = Page(resolved.query, limit: limit)
        let whole = documentScores(resolved)
        let findsByTitle = resolved.query.findsByTitleAlone
        var shown: [[Int: UInt32]] = []
        for (index, segment) in snapshot.segments.enumerated() {
            let documents = segment.reader.documents
            let hasPassages = segment.reader.passageCount > 0 && sum(resolved, index, table)
            let primaries = Primaries(resolved.query, segment.reader)
            var scores: [Float] = []
            var matching: [UInt32] = []
            if primaries == nil, hasPassages {
                matching = matchingPassages(documents)
                scores = rescore(matching, index, resolved, table)
            }
            var best: [Int: UInt32] = [:]
            var next = 0
            for document in 0..<segment.reader.documentCount where segment.isLive(document) {
                let passages = documents.passages(of: document)
                var found: (passage: Int, score: Float)?
                if primaries == nil {
                    while next < matching.count, matching[next] < passages.upperBound {
                        if found.map({ scores[next] > $0.score }) ?? true {
                            found = (Int(matching[next]), scores[next])
                        }
                        next += 1
                    }
                } else if hasPassages {
                    var highest: UInt16 = 0
                    for passage in passages where sums.sums[passage] > highest {
                        highest = sums.sums[passage]
                        found = (passage, 0)
                    }
                }
                if found == nil, findsByTitle, whole[index][document] > 0 {
                    found = passageShown(passages).map { ($0, 0) }
                }
                guard let found else { continue }
                result.total += 1
                let primary = primaries?.value(document) ?? RankKey.primary(score: found.score + whole[index][document])
                let key = RankKey(primary: primary, sequence: documents.sequence(of: document), passage: 0)
                guard page.isWanted(key) else { continue }
                page.offer(key, segment: index, unit: document)
                best[document] = UInt32(found.passage)
            }
            shown.append(best)
        }
        let entries = page.entries
        let units = entries.map { ($0.segment, shown[Int($0.segment)][Int($0.unit)] ?? 0) }
        let scores = rescore(units, resolved, table)
        result.hits = entries.indices.map { i in
            let segment = Int(entries[i].segment)
            let document = Int(entries[i].unit)
            return Hit(
                score: scores[i] + whole[segment][document], segment: segment, passage: Int(units[i].1),
                document: document)
        }
        return result
    }
}
