import EngineBenchmarks
import VanThu

/// What `vanthu benchmark search` found, for people, programs and as a picture.
struct SearchBenchmarkResult {
    var conditions: MeasuringConditions
    /// None where index and queries were there already.
    var corpus: PreparedCorpus?
    /// What documents were cut into; none of an index that was there already.
    var unit: IndexUnit?
    var statistics: IndexStatistics
    var settings: SearchBenchmark.Settings
    var sets: [MadeQueries]
    /// Microseconds of a query that finds nothing.
    var floor: Double
    /// The share of the time that the thread waited for a processor.
    var waitedShare: Double
    var series: [SearchSeries]

    /// What makes the figures doubtful.
    private var doubts: [String] { conditions.doubts(widestSpread: widestSpread, waitedShare: waitedShare) }

    private var widestSpread: Double { series.map(\.summary.passes.relative).max() ?? 0 }

    private var indexLine: String {
        "Index: \(Amounts.count(statistics.passages, "passage")) of "
            + "\(Amounts.count(statistics.documents, "document")), \(Amounts.count(statistics.segments, "segment")), "
            + "\(Amounts.bytes(statistics.indexBytes))"
    }

    // MARK: For people

    /// The tables and what stands around them.
    var page: String {
        let corpus = corpus.map { $0.line + "\n" } ?? ""
        let doubts = doubts.map { "\n\($0)" }.joined()
        return "\(conditions.line)\n\(corpus)\(indexLine)\n\n\(kinds)\n\(bands)\nMicroseconds, top "
            + "\(settings.top), one thread, warm; medians over \(Amounts.count(settings.passes, "pass", plural: "passes")). "
            + "A word that is nowhere: \(microseconds(floor)).\(doubts)\n"
    }

    private var kinds: String {
        let rows = series.map { series -> [String] in
            let summary = series.summary
            return [
                series.kind.rawValue, series.isStripped ? "no diacritics" : "typed", Amounts.count(summary.queries),
                microseconds(summary.p50), microseconds(summary.p90), microseconds(summary.p99),
                microseconds(summary.mean), Amounts.fixed(summary.passes.relative * 100, places: 0) + " %",
                Amounts.count(Int(summary.perSecond)),
            ]
        }
        return TextTable.lines(
            ["", "", "queries", "p50", "p90", "p99", "mean", "spread", "queries/s"], rows, numbers: 2)
    }

    /// p50 and p99 by band; nothing where no query has a band.
    private var bands: String {
        let rows = series.filter { !$0.bands.isEmpty }.map { series -> [String] in
            [series.kind.rawValue, series.isStripped ? "no diacritics" : "typed"]
                + QueryBand.allCases.map { band in
                    series.bands.first { $0.band == band }.map {
                        "\(microseconds($0.summary.p50)) / \(microseconds($0.summary.p99))"
                    } ?? "–"
                }
        }
        guard !rows.isEmpty else { return "" }
        return TextTable.lines(["p50 / p99 by the rarest word", "", "rare", "middling", "common"], rows, numbers: 2)
    }

    private func microseconds(_ value: Double) -> String {
        value < 9.95 ? Amounts.fixed(value, places: 1) : Amounts.count(Int(value.rounded()))
    }

    // MARK: For programs

    /// Everything.
    var json: JSON {
        let settings: JSON = [
            "top": .integer(settings.top), "passes": .integer(settings.passes),
            "warm_seconds": .measured(settings.warmSeconds), "unit": .optional(unit?.rawValue),
        ]
        let index: JSON = [
            "documents": .integer(statistics.documents), "passages": .integer(statistics.passages),
            "segments": .integer(statistics.segments), "tokens": .integer(statistics.tokens),
            "terms": .integer(statistics.terms), "pairs": .integer(statistics.pairs),
            "index_bytes": .integer(statistics.indexBytes), "stored_bytes": .integer(statistics.storedBytes),
        ]
        return JSON.object([(key: "benchmark", value: .string("search"))]).adding(conditions.json).adding([
            "corpus": corpus?.json ?? .null, "index": index, "settings": settings, "queries": .array(sets.map(\.json)),
            "floor_us": .measured(floor), "waited_share": .measured(waitedShare), "results": .array(series.map(\.json)),
        ])
    }

    // MARK: As a picture

    /// The picture.
    var chart: SearchChart {
        let rows = QueryKind.allCases.compactMap { kind -> SearchChart.Row? in
            let timed = series.filter { $0.kind == kind }
            guard !timed.isEmpty else { return nil }
            func range(_ isStripped: Bool) -> SearchChart.Range? {
                timed.first { $0.isStripped == isStripped }.map {
                    SearchChart.Range(p50: $0.summary.p50, p90: $0.summary.p90, p99: $0.summary.p99)
                }
            }
            let (label, note) = kind.inChart
            return SearchChart.Row(label: label, note: note, typed: range(false), stripped: range(true))
        }
        let counts = sets.map { "\(Amounts.count($0.queries.count)) × \($0.shape.rawValue)" }.joined(separator: ", ")
        let head = ChartHead(
            title: "VanThu: time to answer",
            subtitle: [conditions.chartLine, corpus?.line, indexLine].compactMap(\.self),
            notes: [
                "Top \(settings.top), one thread, warm, logarithmic axis. Queries: \(counts). Each counts by its median over "
                    + "\(Amounts.count(settings.passes, "pass", plural: "passes")), whose means differ by up to "
                    + "\(Amounts.fixed(widestSpread * 100, places: 0)) %. A word that is nowhere takes \(microseconds(floor)) µs.",
                doubts.joined(separator: " "),
            ].filter { !$0.isEmpty })
        return SearchChart(head: head, rows: rows)
    }
}

extension QueryKind {
    /// Name and explanation in a chart.
    fileprivate var inChart: (label: String, note: String) {
        switch self {
        case .term: ("One term", "one word")
        case .any: ("Any", "of 2–5 words")
        case .all: ("All", "of 2–5 words")
        case .phrase: ("Phrase", "of 2–5 words")
        case .question: ("Question", "any of its words")
        }
    }
}

extension LatencySummary {
    /// The figures for programs.
    fileprivate var json: JSON { JSON.object([]).adding(pairs) }

    fileprivate var pairs: KeyValuePairs<String, JSON> {
        [
            "queries": .integer(queries), "p50_us": .measured(p50), "p90_us": .measured(p90), "p99_us": .measured(p99),
            "mean_us": .measured(mean), "pass_means_us": passes.json, "queries_per_second": .measured(perSecond),
        ]
    }
}

extension SearchSeries {
    /// The series for programs.
    fileprivate var json: JSON {
        JSON.object([
            (key: "kind", value: .string(kind.rawValue)),
            (key: "diacritics", value: .boolean(!isStripped)),
        ]).adding(summary.pairs).adding([
            "hits": .integer(hits),
            "bands": .object(bands.map { (key: $0.band.rawValue, value: $0.summary.json) }),
        ])
    }
}
