internal import InvertedIndex
internal import VietnameseText

/// Makes conditions on columns, titles and passage marks out of a query's fields.
///
/// Where the index has nothing of what is asked for, a note says so, and the condition is true of no passage.
struct FieldConditions {
    let reader: NameWordReader
    let vocabulary: ColumnVocabulary

    init(_ analysis: QueryAnalysis, _ vocabulary: ColumnVocabulary) {
        reader = NameWordReader(analysis: analysis)
        self.vocabulary = vocabulary
    }

    var snapshot: Snapshot { vocabulary.snapshot }

    /// The condition that a field makes; what it looks for in passages is selected in the plan.
    func predicate(_ field: QueryField, _ condition: FieldCondition, _ plan: inout QueryPlan) -> PassagePredicate {
        switch condition {
        case .dates(let days):
            let numbers = days.lowerBound.number...days.upperBound.number
            noteIfNone(in: numbers, .date, "no document is dated", days.lowerBound, days.upperBound, &plan)
            return .integer(DocumentColumn.date.rawValue, numbers)
        case .years(let years):
            let numbers = Int32(years.lowerBound)...Int32(years.upperBound)
            noteIfNone(in: numbers, .year, "no document is of", years.lowerBound, years.upperBound, &plan)
            return .integer(DocumentColumn.year.rawValue, numbers)
        case .text(let value): return predicate(field, value, isPrefix: false, &plan)
        case .prefix(let value): return predicate(field, value, isPrefix: true, &plan)
        }
    }

    private func noteIfNone<Value: Equatable>(
        in numbers: ClosedRange<Int32>, _ column: DocumentColumn, _ what: String, _ lower: Value, _ upper: Value,
        _ plan: inout QueryPlan
    ) {
        if snapshot.segments.contains(where: { $0.reader.hasInteger(in: numbers, of: column.rawValue) }) { return }
        plan.note(lower == upper ? "\(what) \(lower)" : "\(what) \(lower)..\(upper)")
    }

    private func predicate(
        _ field: QueryField, _ value: String, isPrefix: Bool, _ plan: inout QueryPlan
    ) -> PassagePredicate {
        switch field {
        case .type: named(.type, "type", value, isPrefix: isPrefix, &plan)
        case .agency: named(.agency, "agency", value, isPrefix: isPrefix, &plan)
        case .place: named(.place, "place of issue", value, isPrefix: isPrefix, &plan)
        case .urgency: named(.urgency, "urgency", value, isPrefix: isPrefix, &plan)
        case .signer: named(.signer, "signer", value, isPrefix: isPrefix, &plan)
        case .number: number(value, isPrefix: isPrefix, &plan)
        case .cites: citation(value, isPrefix: isPrefix, &plan)
        case .article: article(value, isPrefix: isPrefix, &plan)
        case .title: title(value, isPrefix: isPrefix, &plan)
        case .date, .year: .none  // Their conditions are days and years.
        }
    }

    // MARK: Names

    /// A column of names: the values that are the one that was typed, or else all that hold its words.
    private func named(
        _ column: DocumentColumn, _ what: String, _ value: String, isPrefix: Bool, _ plan: inout QueryPlan
    ) -> PassagePredicate {
        let words = vocabulary.words(of: column)
        let readings = reader.readings(Array(value.utf8), in: column)
        for comparison in isPrefix ? [ColumnWords.Comparison.beginning] : [.equal, .holding, .inOrder] {
            let found = readings.flatMap { words.values($0, comparison) }
            if !found.isEmpty { return .category(column.rawValue, anyOf: Self.unique(found)) }
        }
        let shown = QueryNotes.excerpt(value)
        if words.values.isEmpty {
            plan.note("no document of the index has \(Self.article(what)) \(what)")
        } else if isPrefix {
            plan.note("no document has \(Self.article(what)) \(what) that begins with \"\(shown)\"")
        } else {
            let nearest = readings.lazy.compactMap { words.nearest(to: $0) }.first
            plan.note(
                "no document has the \(what) \"\(shown)\""
                    + (nearest.map { "; did you mean \"\(String(decoding: $0, as: UTF8.self))\"?" } ?? ""))
        }
        return .none
    }

    private static func article(_ noun: String) -> String { noun == "agency" || noun == "urgency" ? "an" : "a" }

    private static func unique(_ values: [[UInt8]]) -> [[UInt8]] {
        Set(values).sorted { $0.lexicographicallyPrecedes($1) }
    }

    // MARK: Titles

    /// Titles are compared by base letters.
    private func title(_ value: String, isPrefix: Bool, _ plan: inout QueryPlan) -> PassagePredicate {
        var words = reader.words(Array(value.utf8)).map(\.folded)
        let shown = QueryNotes.excerpt(value)
        guard isPrefix, let last = words.popLast(), !last.isEmpty else {
            if words.isEmpty || words.contains(where: { !snapshot.hasTitleWord($0) }) {
                plan.note("no document has \"\(shown)\" in its title")
                return .none
            }
            return .title(words)
        }
        let found = snapshot.titleWords(withPrefix: last, limit: QueryExpansion.mostTerms)
        if found.words.isEmpty { plan.note("no document has a word in its title that begins with \"\(shown)\"") }
        let alternatives = found.words.map { PassagePredicate.title(words + [$0]) }
        return alternatives.count == 1 ? alternatives[0] : alternatives.isEmpty ? .none : .or(alternatives)
    }
}

extension QueryPlan {
    /// Adds a line once, up to a bound.
    mutating func note(_ line: String) {
        if notes.count < 24, !notes.contains(line) { notes.append(line) }
    }
}
