/// How many of the matching documents have each value of a column.
public struct Facet: Hashable, Sendable {
    /// A value of a column.
    public enum Value: Hashable, Sendable, Comparable {
        /// Of a category.
        case category([UInt8])
        /// Of a column of integers.
        case integer(Int32)

        /// Bytes and integers ascend.
        public static func < (a: Value, b: Value) -> Bool {
            switch (a, b) {
            case (.category(let a), .category(let b)): isBelow(a, b)
            case (.integer(let a), .integer(let b)): a < b
            case (.category, .integer): true
            case (.integer, .category): false
            }
        }
    }

    /// A value and its documents.
    public struct Count: Hashable, Sendable {
        /// The value.
        public var value: Value
        /// Matching documents that have it.
        public var documents: Int
    }

    /// The column.
    public var column: ColumnName
    /// Its commonest values, the commonest first, of equally common ones the lower.
    public var counts: [Count] = []
    /// Different values among the matching documents.
    public var distinct = 0
    /// Matching documents without a value.
    public var missing = 0
}

/// Counts over all documents that match a query.
public struct FacetCounts: Hashable, Sendable {
    /// Documents that match.
    public var documents = 0
    /// One for each column asked for.
    public var facets: [Facet] = []
}

extension Searcher {
    /// Counts the values of columns over all documents that match a query, exactly; order and place of the query do not matter.
    ///
    /// - Parameters:
    ///   - query: what is looked for.
    ///   - columns: what is counted.
    ///   - limit: how many values of each column are given.
    ///   - byTitle: whether documents count that are found by their title alone, as where documents are ranked.
    public func facets(
        _ query: RankedQuery, columns: [ColumnName], limit: Int, byTitle: Bool = false
    ) -> FacetCounts {
        var result = FacetCounts()
        var tallies = columns.map { Tally(column: $0) }
        if !query.isEmpty {
            let resolved = ResolvedQuery(query, snapshot, gatherer: gatherer)
            let table = table(query)
            let titles = byTitle && query.findsByTitleAlone ? documentScores(resolved) : []
            for (index, segment) in snapshot.segments.enumerated() {
                let documents = matchingDocuments(resolved, index, table, titles.isEmpty ? [] : titles[index])
                let count = documents.count
                if count == 0 { continue }
                result.documents += count
                for place in tallies.indices { tallies[place].add(documents, count, segment.reader.columns) }
            }
        }
        result.facets = tallies.map { $0.facet(limit) }
        return result
    }

    /// The documents of a segment that match, live ones only.
    private func matchingDocuments(
        _ resolved: ResolvedQuery, _ index: Int, _ table: ImpactTable, _ titleScores: [Float]
    ) -> UnitSet {
        let segment = snapshot.segments[index]
        let documents = segment.reader.documents
        let hasPassages = segment.reader.passageCount > 0 && sum(resolved, index, table)
        var found = hasPassages ? matchingDocuments(documents) : UnitSet(units: documents.count)
        for (document, score) in titleScores.enumerated() where score > 0 && segment.isLive(document) {
            if passageShown(documents.passages(of: document)) != nil { found.insert(document) }
        }
        return found
    }

    /// The counts of one column over the segments so far.
    private struct Tally {
        let column: ColumnName
        private var categories: [[UInt8]: Int] = [:]
        private var integers: [Int32: Int] = [:]
        private var missing = 0

        init(column: ColumnName) { self.column = column }

        mutating func add(_ documents: UnitSet, _ count: Int, _ table: ColumnTable) {
            switch column.kind {
            case .category:
                guard let column = table.categories[column.name] else {
                    missing += count
                    return
                }
                let (counts, present) = column.count(documents, documentCount: count)
                missing += count - present
                for (ordinal, count) in counts.enumerated() where count > 0 {
                    categories[Array(column.value(ordinal)), default: 0] += count
                }
            case .integer:
                guard let column = table.integers[column.name] else {
                    missing += count
                    return
                }
                var values: [Int32] = []
                values.reserveCapacity(count)
                documents.forEach { if let value = column.value(of: $0) { values.append(value) } }
                missing += count - values.count
                add(values)
            }
        }

        /// Values that are near each other, as years and days are, are counted in an array.
        private mutating func add(_ values: [Int32]) {
            guard let low = values.min(), let high = values.max() else { return }
            guard Int(high) - Int(low) < 1 << 16 else {
                for value in values { integers[value, default: 0] += 1 }
                return
            }
            var counts = [Int](repeating: 0, count: Int(high) - Int(low) + 1)
            for value in values { counts[Int(value) - Int(low)] += 1 }
            for (offset, count) in counts.enumerated() where count > 0 {
                integers[Int32(Int(low) + offset), default: 0] += count
            }
        }

        func facet(_ limit: Int) -> Facet {
            var counts = categories.map { Facet.Count(value: .category($0.key), documents: $0.value) }
            counts += integers.map { Facet.Count(value: .integer($0.key), documents: $0.value) }
            counts.sort { $0.documents == $1.documents ? $0.value < $1.value : $0.documents > $1.documents }
            return Facet(
                column: column, counts: Array(counts.prefix(max(limit, 0))), distinct: counts.count, missing: missing)
        }
    }
}
