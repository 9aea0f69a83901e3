public import VanThu

/// Queries answered one after another on one thread, each timed: warm-up first, then passes that count.
public struct TimedRun {
    /// The times of the passes that counted.
    public private(set) var latencies = Latencies()
    /// How many passes warmed up.
    public private(set) var warmPasses = 0
    /// The answers of the last pass, a query each.
    public private(set) var answers: [[RankedHit]]
    private let queries: [String]
    private let searcher: IndexSearcher
    private let options: SearchOptions

    /// Nothing is answered yet.
    public init(_ queries: [String], searcher: IndexSearcher, options: SearchOptions) {
        self.queries = queries
        self.searcher = searcher
        self.options = options
        answers = [[RankedHit]](repeating: [], count: queries.count)
    }

    /// Answers everything off the clock for at least one pass and at least so many seconds.
    public mutating func warm(seconds: Double) {
        let stopwatch = Stopwatch()
        repeat {
            for (index, query) in queries.enumerated() { answers[index] = searcher.rank(query, options) }
            warmPasses += 1
        } while stopwatch.seconds < seconds && !queries.isEmpty
    }

    /// Answers everything once on the clock; nothing but the clock is read between queries.
    public mutating func time() {
        var pass = [UInt64](repeating: 0, count: queries.count)
        for (index, query) in queries.enumerated() {
            let start = Stopwatch.nanoseconds()
            let hits = searcher.rank(query, options)
            pass[index] = Stopwatch.nanoseconds() - start
            answers[index] = hits
        }
        latencies.add(pass)
    }
}
