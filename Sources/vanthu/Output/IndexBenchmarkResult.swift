import EngineBenchmarks
import VanThu

/// What `vanthu benchmark index` found, for people, programs and as a picture.
struct IndexBenchmarkResult {
    var conditions: MeasuringConditions
    var corpus: PreparedCorpus
    var memory: ByteSize?
    var runs: [IndexRun]
    var summaries: [IndexSummary]

    private var widestSpread: Double { summaries.map(\.megabytesPerSecond.relative).max() ?? 0 }
    private var rounds: Int { summaries.first?.runs ?? 0 }

    /// The table and what stands around it.
    var page: String {
        let rows = summaries.map { summary -> [String] in
            [
                summary.setting.unit.rawValue, String(summary.setting.threads),
                Amounts.fixed(summary.megabytesPerSecond.median, places: 1), range(summary.megabytesPerSecond),
                Amounts.count(Int(summary.documentsPerSecond.median)),
                Amounts.fixed(summary.tokensPerSecond.median / 1e6, places: 1) + " M",
                Amounts.fixed(summary.cpuSeconds.median, places: 2), Amounts.bytes(Int(summary.peakBytes.median)),
                Amounts.bytes(Int(summary.indexBytes.median - summary.storedBytes.median)),
                Amounts.bytes(Int(summary.storedBytes.median)),
            ]
        }
        let table = TextTable.lines(
            [
                "unit", "threads", "MB/s", "lowest–highest", "documents/s", "tokens/s", "CPU s", "memory", "index",
                "stored text",
            ], rows, numbers: 1)
        let doubts = conditions.doubts(widestSpread: widestSpread).map { "\n\($0)" }.joined()
        return
            "\(conditions.line)\n\(corpus.line)\n\n\(table)\nMedians of \(Amounts.count(rounds, "run")) in turn, each a "
            + "process of its own.\(doubts)\n"
    }

    private func range(_ spread: Spread) -> String {
        "\(Amounts.fixed(spread.lowest, places: 1))–\(Amounts.fixed(spread.highest, places: 1))"
    }

    /// Everything.
    var json: JSON {
        let settings: JSON = [
            "runs": .integer(rounds), "memory_bytes": .integer(memory?.bytes ?? IndexingOptions().memoryBytes),
        ]
        return JSON.object([(key: "benchmark", value: .string("index"))]).adding(conditions.json).adding([
            "corpus": corpus.json, "settings": settings, "results": .array(summaries.map(\.json)),
            "runs": .array(runs.map(\.json)),
        ])
    }

    /// The picture.
    var chart: IndexChart {
        var groups: [(name: String, rows: [IndexChart.Row])] = []
        for summary in summaries {
            let name = summary.setting.unit == .passages ? "Cut into passages" : "Documents whole"
            if groups.last?.name != name { groups.append((name, [])) }
            groups[groups.count - 1].rows.append(
                IndexChart.Row(
                    label: Amounts.count(summary.setting.threads, "thread"), speed: summary.megabytesPerSecond,
                    indexBytes: summary.indexBytes.median - summary.storedBytes.median,
                    storedBytes: summary.storedBytes.median, memory: Amounts.bytes(Int(summary.peakBytes.median)),
                    cpu: Amounts.fixed(summary.cpuSeconds.median, places: summary.cpuSeconds.median < 99.5 ? 1 : 0)
                        + " s"))
        }
        let head = ChartHead(
            title: "VanThu: indexing", subtitle: [conditions.chartLine, corpus.line],
            notes: [
                "Speed in megabytes of text a second, to a committed index: median of \(Amounts.count(rounds, "run")), the line "
                    + "from the lowest to the highest. Memory is the largest resident size, CPU the time of all threads.",
                conditions.doubts(widestSpread: widestSpread).joined(separator: " "),
            ].filter { !$0.isEmpty })
        return IndexChart(head: head, groups: groups)
    }
}

extension IndexSummary {
    /// A setting's figures for programs.
    fileprivate var json: JSON {
        [
            "threads": .integer(setting.threads), "unit": .string(setting.unit.rawValue), "runs": .integer(runs),
            "mb_per_second": megabytesPerSecond.json, "documents_per_second": documentsPerSecond.json,
            "tokens_per_second": tokensPerSecond.json, "seconds": seconds.json, "cpu_seconds": cpuSeconds.json,
            "peak_rss_bytes": peakBytes.wholeJSON, "index_bytes": indexBytes.wholeJSON,
            "stored_bytes": storedBytes.wholeJSON, "passages": .integer(passages),
        ]
    }
}

extension IndexRun {
    /// A run's figures for programs, as `vanthu index --json` gives them.
    fileprivate var json: JSON {
        JSON.object([
            (key: "threads", value: .integer(setting.threads)), (key: "unit", value: .string(setting.unit.rawValue)),
        ]).adding([
            "documents": .integer(report.documents), "passages": .integer(report.passages),
            "tokens": .integer(report.tokens), "input_bytes": .integer(report.inputBytes),
            "seconds": .measured(report.seconds), "cpu_seconds": .measured(report.cpuSeconds),
            "peak_rss_bytes": .integer(report.peakRSSBytes), "index_bytes": .integer(report.indexBytes),
            "stored_bytes": .integer(report.storedBytes),
        ])
    }
}
