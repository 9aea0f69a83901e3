import ArgumentParser
import EngineBenchmarks
import VanThu

/// `vanthu benchmark index`: how fast texts become an index, and how large it is.
struct BenchmarkIndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Measure indexing: speed, processor time, memory, size.",
        discussion: """
            Each run is a process of its own that indexes all of the corpus into a new folder: timed from opening the input \
            to the finished commit, safe on disk. Runs of different settings take turns. The input is read once beforehand, \
            so disks are measured only where the index is written (--work).

            MB/s are of texts and titles in UTF-8, in powers of ten; the rest of JSON lines does not count. Memory is \
            the largest resident size of the process. The index's size leaves stored text out, which stands beside it.

            Examples:
              vanthu benchmark index --corpus van-ban/ cong-bao.jsonl
              vanthu benchmark index --corpus doan.jsonl --unit whole --threads 2 --runs 5
              vanthu benchmark index --size 200MB --threads 1,2,4 --chart index.svg --json > index.json
            """)

    @OptionGroup var corpus: CorpusOptions

    @Option(help: ArgumentHelp("Threads that analyse: one number or several.", valueName: "n,…"))
    var threads = ThreadCounts()

    @Option(help: ArgumentHelp("What documents are cut into: passages, whole, or both.", valueName: "unit,…"))
    var unit = UnitChoice()

    @Option(help: "Runs of each setting.")
    var runs = 3

    @Option(help: ArgumentHelp("Memory that each run stays within, such as 512MB.", valueName: "size"))
    var memory: ByteSize?

    @Option(
        help: ArgumentHelp("Where indexes are made, and removed again. (default: TMPDIR, or /tmp)", valueName: "dir"))
    var work: String?

    @Option(help: ArgumentHelp("Draw the result as an SVG picture.", valueName: "file"))
    var chart: String?

    @Flag(help: "Show no progress.")
    var quiet = false

    @OptionGroup var json: JSONOption

    func validate() throws {
        guard (1...1000).contains(runs) else { throw ValidationError("--runs must be between 1 and 1000.") }
        guard chart != "-" || !json.isOn else {
            throw ValidationError("--chart - and --json would both print on standard output; name a file.")
        }
    }

    func run() throws {
        Interruption.watch()
        let folder = try TemporaryFolder(in: work)
        let bar = ProgressBar(quiet: quiet)
        defer { bar.finish() }
        let corpus = try corpus.prepared(in: folder.path, bar)
        let conditions = MeasuringConditions()
        let settings = unit.units.flatMap { unit in threads.counts.map { IndexSetting(threads: $0, unit: unit) } }
        let indexing = IndexingRuns(paths: corpus.paths, folder: folder.path, memory: memory, bar: bar)
        let runs = try indexing.run(RoundRobin.order(settings, rounds: runs))
        bar.finish()
        let result = IndexBenchmarkResult(
            conditions: conditions, corpus: corpus, memory: memory, runs: runs,
            summaries: settings.map { IndexSummary($0, runs, textBytes: corpus.totals.textBytes) })
        if let chart { try ChartFile.write(result.chart.drawing, to: chart) }
        if json.isOn {
            try StandardOutput.write(result.json)
        } else if chart != "-" {
            try StandardOutput.write(result.page)
        }
    }
}
