internal import Glibc

/// A scale from values to places on paper, with its ticks.
struct ChartAxis: Sendable {
    /// What is written under a line of the grid, where anything is.
    struct Tick: Equatable, Sendable {
        var value: Double
        var isLabelled: Bool
    }

    let ticks: [Tick]
    private let low: Double
    private let high: Double
    private let isLogarithmic: Bool
    private let start: Double
    private let length: Double

    /// From 0 to somewhat above `greatest`, with four to eight steps of 1, 2 or 5 times a power of ten.
    init(upTo greatest: Double, start: Double, length: Double) {
        let greatest = greatest > 0 && greatest.isFinite ? greatest : 1
        let power = pow(10, (log10(greatest / 4)).rounded(.down))
        let step = [1.0, 2, 5, 10].first { greatest / ($0 * power) <= 6 }.map { $0 * power } ?? power * 10
        let steps = (greatest / step).rounded(.up)
        ticks = (0...Int(steps)).map { Tick(value: Double($0) * step, isLabelled: true) }
        (low, high, isLogarithmic) = (0, steps * step, false)
        (self.start, self.length) = (start, length)
    }

    /// Between 1, 2 or 5 times powers of ten around the values, each of those a tick.
    init(logarithmic values: [Double], start: Double, length: Double) {
        let values = values.filter { $0 > 0 && $0.isFinite }
        let (least, greatest) = (values.min() ?? 1, values.max() ?? 10)
        var marks: [Double] = []
        var power = pow(10, log10(least).rounded(.down))
        while marks.last ?? 0 < greatest || marks.count < 2 {
            for factor in [1.0, 2, 5] where marks.last ?? 0 < greatest || marks.count < 2 {
                marks.append(factor * power)
            }
            power *= 10
        }
        // The last mark below all values is where the axis begins.
        if let first = marks.lastIndex(where: { $0 <= least }) { marks.removeFirst(min(first, marks.count - 2)) }
        (low, high, isLogarithmic) = (marks[0], marks[marks.count - 1], true)
        // Over more than three decades the labels of 2 and 5 would touch.
        let isWide = high / low > 2000
        ticks = marks.map { mark in
            let exponent = log10(mark)
            return Tick(value: mark, isLabelled: !isWide || abs(exponent - exponent.rounded()) < 1e-6)
        }
        (self.start, self.length) = (start, length)
    }

    /// Where a value stands; what is outside the axis stands at its end.
    func place(_ value: Double) -> Double {
        guard value.isFinite else { return start }
        let share =
            isLogarithmic
            ? (log10(max(value, low)) - log10(low)) / (log10(high) - log10(low)) : (value - low) / (high - low)
        return start + length * min(1, max(0, share))
    }
}
