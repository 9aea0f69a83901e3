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

    /// One turn of a series.
    public struct Step: Equatable, Sendable {
        /// How is asked.
        public let kind: QueryKind
        /// Whether without diacritics.
        public let isStripped: Bool
        /// The pass on the clock, from 0; none while warming up.
        public let pass: Int?
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
    /// The share of the time on the clock that the thread waited for a processor, 0 to 1; the work itself never waits.
    public private(set) var waitedShare = 0.0

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
    /// - Parameter progress: is told what begins.
    public mutating func run(progress: (Step) -> Void) -> [SearchSeries] {
        func begin(_ index: Int, pass: Int?) {
            progress(Step(kind: series[index].kind, isStripped: series[index].isStripped, pass: pass))
        }
        for index in series.indices {
            begin(index, pass: nil)
            series[index].run.warm(seconds: settings.warmSeconds)
        }
        let (wall, busy) = (Stopwatch(), Stopwatch.threadSeconds)
        for (turn, index) in RoundRobin.order(Array(series.indices), rounds: settings.passes).enumerated() {
            begin(index, pass: turn / series.count)
            series[index].run.time()
        }
        let seconds = wall.seconds
        waitedShare = seconds > 0 ? max(0, 1 - (Stopwatch.threadSeconds - busy) / seconds) : 0
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
