/// The time of each query in each of several passes, in nanoseconds.
public struct Latencies: Sendable {
    /// One array a pass, each with one value a query.
    public private(set) var passes: [[UInt64]] = []

    /// No pass yet.
    public init() {}

    /// Adds a pass over the same queries as those before it.
    public mutating func add(_ pass: [UInt64]) { passes.append(pass) }

    /// Each query's median over the passes in microseconds, in the order of the queries.
    public var medians: [Double] {
        guard let first = passes.first else { return [] }
        return first.indices.map { query in Self.median(passes.map { $0[query] }) / 1000 }
    }

    /// Each query's median over the passes in microseconds, rising.
    public var sortedMedians: [Double] { medians.sorted() }

    /// The mean of each pass in microseconds.
    public var passMeans: [Double] { passes.map { Self.mean($0.map { Double($0) }) / 1000 } }

    /// The passes with some of the queries only.
    public func only(_ queries: [Int]) -> Latencies {
        var some = Latencies()
        for pass in passes { some.add(queries.map { pass[$0] }) }
        return some
    }

    /// Of an even number of values the mean of the middle two.
    public static func median(_ values: [UInt64]) -> Double {
        guard !values.isEmpty else { return 0 }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2)
            ? (Double(sorted[middle - 1]) + Double(sorted[middle])) / 2 : Double(sorted[middle])
    }

    /// The value that `percent` of the values do not exceed: the one of rank ⌈percent/100 · n⌉; 0 of nothing.
    public static func percentile(_ sorted: [Double], _ percent: Int) -> Double {
        guard !sorted.isEmpty else { return 0 }
        let rank = (percent * sorted.count + 99) / 100
        return sorted[min(sorted.count, max(1, rank)) - 1]
    }

    /// The arithmetic mean; 0 of nothing.
    public static func mean(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }
}
