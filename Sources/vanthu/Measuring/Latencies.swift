/// The time of each query in each of several passes, in nanoseconds.
struct Latencies {
    /// One array a pass, each with one value a query.
    private(set) var passes: [[UInt64]] = []

    mutating func add(_ pass: [UInt64]) { passes.append(pass) }

    /// Each query's median over the passes in microseconds, rising.
    var sortedMedians: [Double] {
        guard let first = passes.first else { return [] }
        return first.indices.map { query in Self.median(passes.map { $0[query] }) / 1000 }.sorted()
    }

    /// Of an even number of values the mean of the middle two.
    static func median(_ values: [UInt64]) -> Double {
        guard !values.isEmpty else { return 0 }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2)
            ? (Double(sorted[middle - 1]) + Double(sorted[middle])) / 2 : Double(sorted[middle])
    }

    /// The value that `percent` of the values do not exceed: the one of rank ⌈percent/100 · n⌉; 0 of nothing.
    static func percentile(_ sorted: [Double], _ percent: Int) -> Double {
        guard !sorted.isEmpty else { return 0 }
        let rank = (percent * sorted.count + 99) / 100
        return sorted[min(sorted.count, max(1, rank)) - 1]
    }

    static func mean(_ values: [Double]) -> Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }
}
