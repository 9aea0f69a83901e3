import EngineBenchmarks
import Testing
import VanThu

@Suite struct SpreadTests {
    @Test func theMedianIsTheMiddleOrTheMeanOfTheMiddleTwo() {
        #expect(Spread([3, 1, 2]).median == 2 && Spread([4, 1, 3, 2]).median == 2.5 && Spread([7]).median == 7)
        let spread = Spread([12, 8, 10])
        #expect(spread.lowest == 8 && spread.highest == 12 && spread.relative == 0.4)
        #expect(Spread([]).median == 0 && Spread([]).relative == 0)
    }

    @Test func ratiosKnowHowFarTheyCouldLieOff() {
        let ratio = Spread([8, 10, 12]).ratio(to: Spread([4, 5, 8]))
        #expect(ratio.median == 2 && ratio.lowest == 1 && ratio.highest == 3)
        #expect(Spread([1]).ratio(to: Spread([])).highest == 0)
    }

    @Test func aSummaryTellsQueriesAndPassesApart() {
        var latencies = Latencies()
        latencies.add([1000, 2000, 3000, 94_000])
        latencies.add([3000, 2000, 3000, 92_000])
        latencies.add([2000, 2000, 3000, 93_000])
        let summary = LatencySummary(latencies)
        #expect(summary.queries == 4 && summary.p50 == 2 && summary.p90 == 93 && summary.p99 == 93)
        #expect(summary.mean == 25 && summary.perSecond == 40_000)
        #expect(summary.passes.median == 25 && summary.passes.relative == 0)
        #expect(LatencySummary(latencies.only([0, 2])).mean == 2.5)
        #expect(LatencySummary(Latencies()).perSecond == 0)
    }

    @Test func settingsTakeTurnsAndNoneIsAlwaysFirst() {
        #expect(RoundRobin.order(["a", "b", "c"], rounds: 3) == ["a", "b", "c", "b", "c", "a", "c", "a", "b"])
        #expect(RoundRobin.order([Int](), rounds: 3).isEmpty)
    }

    @Test func runsAreSummedUpBySetting() {
        let one = IndexSetting(threads: 1, unit: .whole)
        let two = IndexSetting(threads: 2, unit: .whole)
        func run(_ setting: IndexSetting, _ seconds: Double) -> IndexRun {
            IndexRun(
                setting: setting,
                report: IndexingReport(
                    documents: 10, passages: 20, tokens: 400, inputBytes: 9_000_000, seconds: seconds, cpuSeconds: 2,
                    indexBytes: 100, storedBytes: 40, peakRSSBytes: 7, skipped: []))
        }
        let summary = IndexSummary(one, [run(one, 2), run(two, 9), run(one, 4), run(one, 5)], textBytes: 8_000_000)
        #expect(summary.runs == 3 && summary.seconds == Spread([2, 4, 5]) && summary.passages == 20)
        #expect(summary.megabytesPerSecond.median == 2 && summary.megabytesPerSecond.highest == 4)
        #expect(summary.documentsPerSecond.lowest == 2 && summary.tokensPerSecond.median == 100)
        #expect(summary.indexBytes.median - summary.storedBytes.median == 60)
    }
}
