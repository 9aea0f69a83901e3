import ArgumentParser
import EngineBenchmarks
import VanThu

/// `vanthu run`: answers a batch of queries and times them.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Answer a file of queries, timed, as a TREC run.",
        discussion: """
            Topics are lines of `name<TAB>query`. One thread answers them one after another: first to warm up, then \
            --repeat times on the clock, from the query's text to its ranked hits. A query's latency is its median over \
            the passes; percentiles are over queries. A passage is named id#n, a document by its id; white space in an \
            id is written %20, as a run has none.

            Examples:
              vanthu run --index kho --topics topics.tsv --output kho.trec --by document
              vanthu run --index kho --topics queries.tsv --output q.trec --top 10 --latencies ns.txt
            """)

    @OptionGroup var index: IndexOption

    @Option(help: ArgumentHelp("The queries; - is standard input.", valueName: "file"))
    var topics: String

    @Option(help: ArgumentHelp("The run to write.", valueName: "file"))
    var output: String

    @Option(help: "The most hits of a query.")
    var top = 100

    @OptionGroup var matching: MatchingOptions
    @OptionGroup var filter: FilterOption
    @OptionGroup var ranking: RankingOptions

    @Option(name: .customLong("repeat"), help: "Passes on the clock.")
    var passes = 5

    @Option(
        name: .customLong("warm"), help: ArgumentHelp("Least time to warm up, beside one pass.", valueName: "seconds"))
    var warmSeconds = 1.0

    @Option(help: ArgumentHelp("Write a line a pass: nanoseconds of each query in order.", valueName: "file"))
    var latencies: String?

    @Flag(help: "Print no summary.")
    var quiet = false

    @OptionGroup var json: JSONOption

    func validate() throws {
        guard top >= 1 else { throw ValidationError("--top must be 1 or more.") }
        guard output != "-" || !json.isOn else {
            throw ValidationError("--output - and --json would both print on standard output; name a file for the run.")
        }
        guard passes >= 1 else { throw ValidationError("--repeat must be 1 or more.") }
        guard warmSeconds >= 0, warmSeconds.isFinite else { throw ValidationError("--warm must be 0 or more.") }
    }

    func run() throws {
        let stopwatch = Stopwatch()
        let topics = try Topics(path: topics)
        guard !topics.names.isEmpty else { throw VanThuError.input("\(self.topics): there is no query in it") }
        let searcher = try VanThuIndex.open(index.path).makeSearcher()
        var runFile = try ResultFile(output)
        let options = SearchOptions(
            top: top, by: matching.by, match: matching.match, ranking: ranking.settings, filter: filter.query)
        var run = TimedRun(topics.queries, searcher: searcher, options: options)
        run.warm(seconds: warmSeconds)
        for _ in 0..<passes { run.time() }
        for (topic, hits) in zip(topics.names, run.answers) {
            for (offset, hit) in hits.enumerated() {
                let name = TRECName.encoded(searcher.name(of: hit, by: matching.by))
                try runFile.append("\(topic) Q0 \(name) \(offset + 1) \(hit.score) vanthu\n")
            }
        }
        try runFile.flush()
        if let latencies { try write(run.latencies, to: latencies) }
        try report(run, queries: topics.queries.count, seconds: stopwatch.seconds)
    }

    private func write(_ latencies: Latencies, to path: String) throws {
        var file = try ResultFile(path)
        for pass in latencies.passes { try file.append(pass.map(String.init).joined(separator: " ") + "\n") }
        try file.flush()
    }

    private func report(_ run: TimedRun, queries: Int, seconds: Double) throws {
        let summary = LatencySummary(run.latencies)
        let percentiles = [summary.p50, summary.p90, summary.p99]
        if json.isOn {
            try StandardOutput.write([
                "queries": .integer(queries), "p50_us": .measured(percentiles[0]), "p90_us": .measured(percentiles[1]),
                "p99_us": .measured(percentiles[2]), "mean_us": .measured(summary.mean),
                "warm_passes": .integer(run.warmPasses),
                "passes": .integer(run.latencies.passes.count), "seconds": .measured(seconds),
            ])
        } else if !quiet, output != "-" {
            let times = percentiles.map { Amounts.duration($0 / 1e6) }
            try StandardOutput.write(
                "\(Amounts.count(queries)) queries: p50 \(times[0]), p90 \(times[1]), p99 \(times[2]), "
                    + "mean \(Amounts.duration(summary.mean / 1e6))\n")
        }
    }
}

/// Names in TREC files, whose fields end at white space.
enum TRECName {
    static func encoded(_ name: String) -> String {
        guard name.utf8.contains(where: isBlank) else { return name }
        var bytes: [UInt8] = []
        for byte in name.utf8 {
            if isBlank(byte) {
                bytes += Array((byte < 16 ? "%0" : "%").utf8) + Array(String(byte, radix: 16, uppercase: true).utf8)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
