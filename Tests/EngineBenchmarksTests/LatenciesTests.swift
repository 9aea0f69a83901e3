import EngineBenchmarks
import Testing

@Suite struct LatenciesTests {
    @Test func percentilesAreValuesOfTheirRankRoundedUp() {
        let values = (1...10).map(Double.init)
        #expect(
            [0, 1, 10, 11, 50, 90, 91, 99, 100].map { Latencies.percentile(values, $0) } == [
                1, 1, 1, 2, 5, 9, 10, 10, 10,
            ])
        #expect(Latencies.percentile([7], 50) == 7 && Latencies.percentile([], 50) == 0)
    }

    @Test func aQueryCountsByItsMedianOverThePasses() {
        var latencies = Latencies()
        latencies.add([3000, 10_000])
        latencies.add([1000, 20_000])
        #expect(latencies.sortedMedians == [2, 15])
        latencies.add([9000, 30_000])
        #expect(latencies.sortedMedians == [3, 20])
        #expect(Latencies().sortedMedians.isEmpty && Latencies.mean([]) == 0 && Latencies.mean([1, 3]) == 2)
    }
}
