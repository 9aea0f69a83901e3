public import VanThu

/// One kind of query, typed with diacritics or without, timed.
public struct SearchSeries: Sendable {
    /// How is asked.
    public let kind: QueryKind
    /// Whether diacritics were taken from the queries.
    public let isStripped: Bool
    /// All of the queries.
    public let summary: LatencySummary
    /// The queries of each band that has some.
    public let bands: [(band: QueryBand, summary: LatencySummary)]
    /// Hits of all queries together: of two runs of the same work it is the same.
    public let hits: Int
}

/// Times queries on one index, one after another on one thread, everything warm.
public struct SearchBenchmark {
    /// How the queries are timed.
    public struct Settings: Equatable, Sendable {
        /// The most hits of a query.
        public var top = 10
        /// Passes on the clock.
        public var passes = 5
        /// The least time that each series warms up, beside one pass.
        public var warmSeconds = 0.5

        /// Defaults.
        public init() {}
    }

    private struct Series {
        var kind: QueryKind
        var isStripped: Bool
        var queries: [BenchmarkQuery]
        var run: TimedRun
    }

    private let settings: Settings
    private let searcher: IndexSearcher
    private var series: [Series] = []

    /// - Parameters:
    ///   - searcher: answers.
    ///   - queries: those of each shape; a shape without any is not timed.
    ///   - settings: how they are timed.
    public init(_ searcher: IndexSearcher, _ queries: [QueryShape: [BenchmarkQuery]], _ settings: Settings) {
        self.searcher = searcher
        self.settings = settings
        for kind in QueryKind.allCases {
            guard let asked = queries[kind.shape], !asked.isEmpty else { continue }
            let options = SearchOptions(top: settings.top, match: kind.match)
            for isStripped in [false, true] {
                let texts = asked.map { isStripped ? $0.stripped : $0.text }
                series.append(
                    Series(
                        kind: kind, isStripped: isStripped, queries: asked,
                        run: TimedRun(texts, searcher: searcher, options: options)))
            }
        }
    }

    /// Warms every series up, then gives each a pass in turn, so that noise falls on all alike.
    ///
    /// - Parameter progress: is told the steps done and the steps in all.
    public mutating func run(progress: (Int, Int) -> Void) -> [SearchSeries] {
        let steps = series.count * (settings.passes + 1)
        var done = 0
        func step() {
            progress(done, steps)
            done += 1
        }
        for index in series.indices {
            step()
            series[index].run.warm(seconds: settings.warmSeconds)
        }
        for index in RoundRobin.order(Array(series.indices), rounds: settings.passes) {
            step()
            series[index].run.time()
        }
        return series.map(Self.result)
    }

    /// The time of a query whose word no passage holds: what any query costs at least, median microseconds.
    public func floor() -> Double {
        let options = SearchOptions(top: settings.top)
        var run = TimedRun([String](repeating: Self.unknownWord, count: 200), searcher: searcher, options: options)
        run.warm(seconds: 0)
        for _ in 0..<max(1, settings.passes) { run.time() }
        return LatencySummary(run.latencies).p50
    }

    /// No language's word.
    static let unknownWord = "zqxjwvkz"

    private static func result(_ series: Series) -> SearchSeries {
        let bands = QueryBand.allCases.compactMap { band -> (band: QueryBand, summary: LatencySummary)? in
            let places = series.queries.indices.filter { series.queries[$0].band == band }
            return places.isEmpty ? nil : (band, LatencySummary(series.run.latencies.only(places)))
        }
        return SearchSeries(
            kind: series.kind, isStripped: series.isStripped, summary: LatencySummary(series.run.latencies),
            bands: bands, hits: series.run.answers.reduce(0) { $0 + $1.count })
    }
}
