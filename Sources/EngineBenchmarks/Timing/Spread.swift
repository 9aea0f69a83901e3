/// What several runs of one thing gave: the middle, and how far they lie apart.
public struct Spread: Equatable, Sendable {
    /// Of an even number of values the mean of the middle two; 0 of none.
    public let median: Double
    /// The least value.
    public let lowest: Double
    /// The greatest value.
    public let highest: Double

    /// Of values in any order.
    public init(_ values: [Double]) {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        lowest = sorted.first ?? 0
        highest = sorted.last ?? 0
        median =
            sorted.isEmpty
            ? 0 : sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }

    private init(median: Double, lowest: Double, highest: Double) {
        self.median = median
        self.lowest = lowest
        self.highest = highest
    }

    /// The quotient of medians, and how far it could lie off: extremes against opposite extremes.
    public func ratio(to other: Spread) -> Spread {
        func quotient(_ value: Double, _ divisor: Double) -> Double { divisor > 0 ? value / divisor : 0 }
        return Spread(
            median: quotient(median, other.median), lowest: quotient(lowest, other.highest),
            highest: quotient(highest, other.lowest))
    }

    /// From the lowest to the highest, as a share of the median: 0.1 where they differ by a tenth.
    public var relative: Double { median > 0 ? (highest - lowest) / median : 0 }
}
