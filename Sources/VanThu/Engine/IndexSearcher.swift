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
    private let snapshot: Snapshot
    private let unit: IndexUnit
    private let searcher: Searcher
    private var analysis = QueryAnalysis()
    private var planner: QueryPlanner

    init(_ snapshot: Snapshot, _ unit: IndexUnit) {
        self.snapshot = snapshot
        self.unit = unit
        searcher = Searcher(snapshot)
        planner = QueryPlanner(analysis)
    }

    /// Forms met in queries and shown texts are remembered up to this many bytes.
    private static let analysisBytes = 64 << 20

    /// Ranks only; no stored text is read.
    public func rank(_ query: String, _ options: SearchOptions) -> [RankedHit] {
        forgetForms()
        let plan = planner.plan(query, options)
        let found = hits(plan, query, options, countTotal: false)
        return (found.typed.hits + found.bare).map { RankedHit(score: $0.score, hit: $0) }
    }

    /// Ranks and reads what a list of hits shows.
    public func search(_ query: String, _ options: SearchOptions) -> SearchResult {
        let clock = RunClock()
        forgetForms()
        let plan = planner.plan(query, options)
        let found = hits(plan, query, options, countTotal: true)
        var hits = shown(found.typed.hits, plan, options)
        if let wider = found.wider { hits += shown(found.bare, wider, options, below: hits.count) }
        return SearchResult(
            total: found.typed.total, totalIsExact: found.typed.totalIsExact,
            elapsedMicroseconds: clock.elapsed.seconds * 1e6, hits: hits, notes: plan.notes)
    }

    /// Forgets the forms met so far once they take too much memory.
    private func forgetForms() {
        guard analysis.analyzer.memoryBytes > Self.analysisBytes else { return }
        analysis = QueryAnalysis()
        planner = QueryPlanner(analysis)
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
        /// The total counts both.
        var typed: RankedHits
        var bare: [Hit] = []
        var wider: QueryPlan?
    }

    private func hits(_ plan: QueryPlan, _ text: String, _ options: SearchOptions, countTotal: Bool) -> Found {
        var found = Found(typed: run(plan, options, countTotal))
        guard found.typed.hits.count < options.top, options.top > 0 else { return found }
        // Too few: texts that lost their diacritics may answer, too, far below those that have them.
        let wider = planner.plan(text, options, bareForms: true)
        guard wider.query.selections != plan.query.selections else { return found }
        let more = run(wider, options, countTotal)
        let known = Set(found.typed.hits.map { Place($0, options.by) })
        let lowest = found.typed.hits.last?.score ?? .infinity
        for var hit in more.hits where !known.contains(Place(hit, options.by)) {
            hit.score = min(hit.score, lowest) * Self.bareFormFactor
            found.bare.append(hit)
            if found.typed.hits.count + found.bare.count == options.top { break }
        }
        found.wider = wider
        found.typed.total = max(found.typed.total, more.total)
        found.typed.totalIsExact = found.typed.totalIsExact && more.totalIsExact
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

    private func run(_ plan: QueryPlan, _ options: SearchOptions, _ countTotal: Bool) -> RankedHits {
        switch options.by {
        case .passage: searcher.passages(plan.query, limit: options.top, countTotal: countTotal)
        case .document: searcher.documents(plan.query, limit: options.top, countTotal: countTotal)
        }
    }

    // MARK: What is shown

    /// Hits as they are shown; those by bare forms are `below` so many others.
    private func shown(_ hits: [Hit], _ plan: QueryPlan, _ options: SearchOptions, below above: Int? = nil)
        -> [SearchHit]
    {
        let marker = PassageMarker(analysis, plan.marks)
        return hits.enumerated().map { place, hit in
            SearchHit(
                rank: (above ?? 0) + place + 1, score: Double(hit.score), document: document(of: hit),
                passage: passage(of: hit, marker),
                explanation: options.explain ? explanation(plan, hit, options.by, isShare: above != nil) : nil)
        }
    }

    private func document(of hit: Hit) -> DocumentSummary {
        let reader = snapshot.segments[hit.segment].reader
        let record = reader.record(ofDocument: hit.document)
        let metadata = DocumentMetadata.decode(record.metadata)
        func field(_ names: String...) -> String? {
            names.lazy.compactMap { DocumentMetadata.text($0, in: metadata) }.first
        }
        return DocumentSummary(
            id: String(decoding: reader.identity(ofDocument: hit.document), as: UTF8.self), number: field("number"),
            type: field("type"), agency: field("agency"), issuedOn: field("issued_on", "issuedOn"),
            title: String(decoding: record.title, as: UTF8.self))
    }

    private func passage(of hit: Hit, _ marker: PassageMarker) -> PassageResult {
        let reader = snapshot.segments[hit.segment].reader
        let passages = reader.passages(ofDocument: hit.document)
        guard passages.contains(hit.passage) else {
            return PassageResult(ordinal: 0, start: 0, end: 0, text: [])
        }
        let range = reader.range(ofPassage: hit.passage)
        let text = reader.text(ofPassage: hit.passage)
        let marks = text.withUnsafeBytes { marker.marks(in: $0) }
        return PassageResult(
            ordinal: hit.passage - passages.lowerBound, start: range.lowerBound, end: range.upperBound, text: text,
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
