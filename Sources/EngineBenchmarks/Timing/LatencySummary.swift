/// A set of queries' latencies in a few figures, microseconds.
public struct LatencySummary: Equatable, Sendable {
    /// How many queries were timed.
    public let queries: Int
    /// Half of the queries take no longer.
    public let p50: Double
    /// Nine in ten of the queries take no longer.
    public let p90: Double
    /// 99 in a hundred of the queries take no longer.
    public let p99: Double
    /// The mean over the queries.
    public let mean: Double
    /// The mean of each pass: what repeating the same work gave.
    public let passes: Spread

    /// A query counts by its median over the passes; percentiles are over queries.
    public init(_ latencies: Latencies) {
        let medians = latencies.sortedMedians
        queries = medians.count
        p50 = Latencies.percentile(medians, 50)
        p90 = Latencies.percentile(medians, 90)
        p99 = Latencies.percentile(medians, 99)
        mean = Latencies.mean(medians)
        passes = Spread(latencies.passMeans)
    }

    /// Queries that one thread answers in a second, one after another.
    public var perSecond: Double { mean > 0 ? 1e6 / mean : 0 }
}
