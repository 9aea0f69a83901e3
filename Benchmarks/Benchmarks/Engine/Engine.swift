import Benchmark
import Workloads

/// Bytes, postings, queries or whatever a workload handles, in a millisecond.
let amountPerMillisecond = BenchmarkMetric.custom("Amount (/ ms)", polarity: .prefersLarger, useScalingFactor: false)

let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, amountPerMillisecond, .peakMemoryResident], warmupIterations: 3,
        maxDuration: .seconds(2), maxIterations: 2000)

    for workload in Workload.all {
        Benchmark(workload.name) { (benchmark: Benchmark) in
            let run = try workload.prepare()
            let amount = try workload.amount().count
            let clock = ContinuousClock()
            benchmark.startMeasurement()
            let start = clock.now
            for _ in benchmark.scaledIterations { blackHole(try run()) }
            let time = clock.now - start
            benchmark.stopMeasurement()
            let milliseconds = time / .milliseconds(1) / Double(benchmark.scaledIterations.count)
            benchmark.measurement(amountPerMillisecond, Int(Double(amount) / max(milliseconds, 1e-6)))
        }
    }
}
