internal import InvertedIndex
internal import VietnameseText

/// Makes the index's query out of what a person typed.
///
/// The rule of diacritics: a word typed with them stands for itself, and for its bare form only where too few texts answer;
/// a word typed without stands for any word of its base letters. Taking bare words of a query that has diacritics elsewhere
/// as they are was measured, too: the ranking of questions stays the same (nDCG@10 0.778 and 0.778), and a word that somebody
/// was too lazy to mark would be missed.
///
/// Plain words, side by side, are optional, all required, or a phrase, as `MatchMode` says. Operators and signs are meant in any mode:
/// what they govern is asked for strictly, all of its words. One thread's.
final class QueryPlanner {
    private let analysis: QueryAnalysis
    private let snapshot: Snapshot
    private let fields: FieldConditions

    /// Plans for an index; `vocabulary` is its columns' values, which are read once.
    init(_ analysis: QueryAnalysis, _ vocabulary: ColumnVocabulary) {
        self.analysis = analysis
        snapshot = vocabulary.snapshot
        fields = FieldConditions(analysis, vocabulary)
    }

    /// The plan of a query.
    ///
    /// - Parameters:
    ///   - text: what was typed.
    ///   - options: how it is matched and ranked.
    ///   - bareForms: let words typed with diacritics stand for their bare form, too: for texts that lost theirs.
    func plan(_ text: String, _ options: SearchOptions, bareForms: Bool = false) -> QueryPlan {
        plan(QueryLanguage.parse(text), options, bareForms: bareForms)
    }

    /// The plan of a query that was read.
    func plan(_ tree: QueryTree, _ options: SearchOptions, bareForms: Bool = false) -> QueryPlan {
        let words = QueryWordReader(analysis: analysis)
        var builder = PlanBuilder(
            words: words, expansion: QueryExpansion(snapshot: snapshot, reader: words), fields: fields,
            options: options, bareForms: bareForms)
        guard !options.filter.isEmpty else { return builder.plan(tree) }
        let filter = QueryLanguage.parse(options.filter)
        var plan = builder.plan(tree, filter: filter.root)
        // A filter may well only leave out.
        plan.notes += filter.notes.filter { $0 != QueryNotes.onlyLeavesOut }.map { "in the filter: \($0)" }
        return plan
    }
}
