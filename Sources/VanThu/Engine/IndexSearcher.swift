internal import InvertedIndex
internal import VietnameseText

/// A hit before anything stored is read.
public struct RankedHit: Equatable, Sendable {
    /// Its score.
    public var score: Float
    /// Where it stands in the snapshot.
    var hit: Hit
}

/// Answers queries on one thread.
public final class IndexSearcher {
    let snapshot: Snapshot
    private let unit: IndexUnit
    let searcher: Searcher
    let numbers = DocumentNumberKey()
    private(set) var analysis = QueryAnalysis()
    private(set) var planner: QueryPlanner
    private let vocabulary: ColumnVocabulary

    init(_ snapshot: Snapshot, _ unit: IndexUnit) {
        self.snapshot = snapshot
        self.unit = unit
        searcher = Searcher(snapshot)
        vocabulary = ColumnVocabulary(snapshot)
        planner = QueryPlanner(analysis, vocabulary)
    }

    /// Forms met in queries and shown texts are remembered up to this many bytes.
    private static let analysisBytes = 64 << 20

    /// Ranks only; no stored text is read.
    public func rank(_ query: String, _ options: SearchOptions) -> [RankedHit] {
        forgetForms()
        let plan = prepared(planner.plan(query, options), options)
        let found = hits(plan, options, countTotal: false)
        return (found.typed.hits + found.shownBare).map { RankedHit(score: $0.score, hit: $0) }
    }

    /// Ranks and reads what a list of hits shows.
    public func search(_ query: String, _ options: SearchOptions) -> SearchResult {
        let clock = RunClock()
        forgetForms()
        let plan = prepared(planner.plan(query, options), options)
        let found = hits(plan, options, countTotal: true)
        let before = options.after?.shown ?? 0
        var hits = shown(found.typed.hits, plan, options, behind: before)
        if let wider = found.wider, !found.bare.isEmpty {
            hits += shown(found.shownBare, wider, options, behind: before + hits.count, isBare: true)
        }
        let facets = facets(found.wider ?? plan, options)
        return SearchResult(
            total: found.total, totalIsExact: found.totalIsExact,
            elapsedMicroseconds: clock.elapsed.seconds * 1e6, hits: hits, notes: plan.notes,
            understood: plan.description, facets: facets,
            next: next(found, plan, options, shown: before + hits.count, question: PagePlace.question(query, options)))
    }

    /// The plan in the order asked for, from the place asked for.
    private func prepared(_ plan: QueryPlan, _ options: SearchOptions) -> QueryPlan {
        var plan = plan
        plan.query.isExact = options.isPaged
        let date = DocumentColumn.date.rawValue
        switch options.order {
        // Without a word there is no score: what is new is what people look for.
        case .score: plan.query.order = plan.query.isOnlyFilter ? .integer(date, descending: true) : .score
        case .newest: plan.query.order = .integer(date, descending: true)
        case .oldest: plan.query.order = .integer(date, descending: false)
        }
        return plan
    }

    /// Forgets the forms met so far once they take too much memory.
    private func forgetForms() {
        guard analysis.analyzer.memoryBytes > Self.analysisBytes else { return }
        analysis = QueryAnalysis()
        planner = QueryPlanner(analysis, vocabulary)
    }

    /// The name of a hit in a run: `id`, or `id#n` for the n-th passage of a document that has several.
    public func name(of hit: RankedHit, by unit: ResultUnit) -> String {
        let reader = snapshot.segments[hit.hit.segment].reader
        let id = String(decoding: reader.identity(ofDocument: hit.hit.document), as: UTF8.self)
        if unit == .document || self.unit == .whole { return id }
        return "\(id)#\(hit.hit.passage - reader.passages(ofDocument: hit.hit.document).lowerBound)"
    }

    // MARK: Ranking

    /// Hits by the forms that were typed, and below them those by bare forms, with the plan that found them.
    private struct Found {
        var typed = RankedHits()
        /// The hits by bare forms with the scores that their plan gave, and the factor and the bound of what they are worth.
        var bare: [Hit] = []
        var lowest: Float = .infinity
        var wider: QueryPlan?
        /// Counts both.
        var total = 0
        var totalIsExact = true

        /// The hits by bare forms as they are shown.
        var shownBare: [Hit] {
            bare.map { hit in
                var hit = hit
                hit.score = min(hit.score, lowest) * IndexSearcher.bareFormFactor
                return hit
            }
        }
    }

    private func hits(_ plan: QueryPlan, _ options: SearchOptions, countTotal: Bool) -> Found {
        let after = options.after
        let isBarePage = after?.isBare == true
        var found = Found()
        if !isBarePage { found.typed = run(plan, options, after: after, limit: options.top, countTotal) }
        found.total = found.typed.total
        found.totalIsExact = found.typed.totalIsExact
        let room = options.top - found.typed.hits.count
        // Too few: texts that lost their diacritics may answer, too, far below those that have them. Where pages are asked for,
        // each says how many there are on all.
        guard room > 0 || options.isPaged, options.top > 0 else { return found }
        let wider = prepared(planner.plan(plan.tree, options, bareForms: true), options)
        guard wider.query.selections != plan.query.selections else { return found }
        // In the order of time they would stand among the others: they are asked only where there are none.
        let isByScore = plan.query.order == .score
        guard isByScore || isBarePage || found.typed.hits.isEmpty && after == nil else { return found }
        found.wider = wider
        var typed = found.typed.hits
        if room > 0, isByScore, after != nil {
            typed = run(plan, options, after: nil, limit: snapshot.passageCount, false).hits
        }
        // Whoever wants all may ask for the greatest number there is.
        let limit = room > 0 ? min(options.top, .max - typed.count) + typed.count : 1
        let more = run(wider, options, after: isBarePage ? after : nil, limit: limit, countTotal)
        found.total = max(found.typed.total, more.total)
        found.totalIsExact = found.typed.totalIsExact && more.totalIsExact
        guard room > 0 else { return found }
        let known = Set(typed.map { Place($0, options.by) })
        found.lowest = typed.last?.score ?? .infinity
        found.bare = Array(more.hits.lazy.filter { !known.contains(Place($0, options.by)) }.prefix(room))
        return found
    }

    /// What a hit by bare forms alone is worth against one by the forms that were typed.
    private static let bareFormFactor: Float = 0.1

    private struct Place: Hashable {
        var segment: Int
        var unit: Int

        init(_ hit: Hit, _ by: ResultUnit) {
            segment = hit.segment
            unit = by == .document ? hit.document : hit.passage
        }
    }

    private func run(
        _ plan: QueryPlan, _ options: SearchOptions, after: PagePlace?, limit: Int, _ countTotal: Bool
    ) -> RankedHits {
        var query = plan.query
        query.after = after?.place
        return switch options.by {
        case .passage: searcher.passages(query, limit: limit, countTotal: countTotal)
        case .document: searcher.documents(query, limit: limit, countTotal: countTotal)
        }
    }

    /// Where the next page begins.
    private func next(
        _ found: Found, _ plan: QueryPlan, _ options: SearchOptions, shown: Int, question: UInt64
    ) -> PagePlace? {
        guard found.typed.hits.count + found.bare.count == options.top, shown < found.total else { return nil }
        let isBare = !found.bare.isEmpty
        guard let last = found.bare.last ?? found.typed.hits.last else { return nil }
        let query = isBare ? found.wider?.query ?? plan.query : plan.query
        let place =
            options.by == .document
            ? searcher.place(ofDocument: last, query) : searcher.place(ofPassage: last, query)
        return PagePlace(isBare: isBare, place: place, shown: shown, question: question)
    }
}
