import VanThu

/// Topics answered one after another on one thread, each timed: warm-up first, then passes that count.
struct TimedRun {
    private(set) var latencies = Latencies()
    private(set) var warmPasses = 0
    /// The answers of the last pass, a topic each.
    private(set) var answers: [[RankedHit]] = []

    /// Runs the queries.
    ///
    /// Warms up for at least one pass and at least `warmSeconds`. Nothing but the clock is read between queries.
    init(
        _ queries: [String], searcher: IndexSearcher, options: SearchOptions, passes: Int, warmSeconds: Double
    ) {
        answers = [[RankedHit]](repeating: [], count: queries.count)
        let warming = Stopwatch()
        repeat {
            for (index, query) in queries.enumerated() { answers[index] = searcher.rank(query, options) }
            warmPasses += 1
        } while warming.seconds < warmSeconds && !queries.isEmpty
        for _ in 0..<passes {
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
}
