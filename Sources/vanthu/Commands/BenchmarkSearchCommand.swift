import ArgumentParser
import EngineBenchmarks
import VanThu

/// `vanthu benchmark search`: how long answers take.
struct BenchmarkSearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Measure searching: how long answers take, by kind of query.",
        discussion: """
            One thread answers queries one after another, everything in memory: from the query's text to its ranked hits, \
            no text of a hit read. Five kinds are timed: one term; several words as any, all and phrase; whole questions. \
            Each is asked with diacritics and without. First everything warms up, then the kinds take turns, --runs passes \
            each. A query counts by its median over the passes; p50, p90 and p99 are over queries. The spread tells how far \
            the means of the passes lie apart: differences smaller than that say nothing.

            The floor is the time of a query for a word that is nowhere. Bands go by the rarest word of a query: rare in \
            under 1 % of the passages, middling in 1 to 10 %, common in more.

            Texts are indexed into a temporary folder first, unless --index names an index; its queries come from --queries \
            (files of `vanthu benchmark queries`), or are drawn from --corpus.

            Examples:
              vanthu benchmark search --corpus van-ban/ --chart search.svg
              vanthu benchmark search --index kho --queries cau-hoi --runs 9
              vanthu benchmark search --corpus doan.jsonl --unit whole --topics hoi.tsv --json > search.json
            """)

    @OptionGroup var corpus: CorpusOptions

    @Option(help: ArgumentHelp("An index that is there already.", valueName: "dir"))
    var index: String?

    @Option(
        help: ArgumentHelp("The folder of the queries; without it they are drawn from the corpus.", valueName: "dir"))
    var queries: String?

    @OptionGroup var making: QueryMaking

    @Option(help: "What documents are cut into, where texts are indexed first.")
    var unit: IndexUnit = .passages

    @Flag(help: "Merge the index into one segment first, where texts are indexed.")
    var compact = false

    @Option(help: "The most hits of a query.")
    var top = 10

    @Option(help: "Passes on the clock.")
    var runs = 5

    @Option(
        name: .customLong("warm"),
        help: ArgumentHelp("Least time to warm each kind up, beside one pass.", valueName: "seconds"))
    var warmSeconds = 0.5

    @Option(
        help: ArgumentHelp("Where an index is made, and removed again. (default: TMPDIR, or /tmp)", valueName: "dir"))
    var work: String?

    @Option(help: ArgumentHelp("Draw the result as an SVG picture.", valueName: "file"))
    var chart: String?

    @Flag(help: "Show no progress.")
    var quiet = false

    @OptionGroup var json: JSONOption

    func validate() throws {
        guard top >= 1 else { throw ValidationError("--top must be 1 or more.") }
        guard (1...10_000).contains(runs) else { throw ValidationError("--runs must be between 1 and 10000.") }
        guard warmSeconds >= 0, warmSeconds.isFinite else { throw ValidationError("--warm must be 0 or more.") }
        guard index == nil || queries != nil || !corpus.corpus.isEmpty else {
            throw ValidationError("--index needs queries: name a folder with --queries, or texts with --corpus.")
        }
        guard index == nil || !compact else {
            throw ValidationError("--compact would change the index; `vanthu compact` does that.")
        }
        guard queries == nil || making.topics == nil else {
            throw ValidationError("--queries has its questions; --topics goes with queries that are made.")
        }
        guard chart != "-" || !json.isOn else {
            throw ValidationError("--chart - and --json would both print on standard output; name a file.")
        }
    }

    func run() throws {
        Interruption.watch()
        let folder = try TemporaryFolder(in: work)
        let bar = ProgressBar(quiet: quiet)
        defer { bar.finish() }
        // What is named is looked at before anything takes its time.
        let known = try queries.map { try QueryFiles.read($0) }
        let named = try index.map { try VanThuIndex.open($0) }
        let isCorpusNeeded = named == nil || known == nil
        let corpus = isCorpusNeeded ? try corpus.prepared(in: folder.path, bar) : nil
        let opened = try named ?? indexed(corpus, folder.path + "/index", bar)
        guard let sets = try known ?? corpus.map({ try making.queries($0, unit: unit, seed: self.corpus.seed, bar) })
        else { throw VanThuError.usage("there are no queries") }
        let conditions = MeasuringConditions()
        var settings = SearchBenchmark.Settings()
        (settings.top, settings.passes, settings.warmSeconds) = (top, runs, warmSeconds)
        let queries = Dictionary(uniqueKeysWithValues: sets.map { ($0.shape, $0.queries) })
        var benchmark = SearchBenchmark(opened.makeSearcher(), queries, settings)
        let series = benchmark.run { step in
            let turn = step.pass.map { "pass \($0 + 1) of \(runs)" } ?? "warming up"
            bar.show("\(turn): \(step.kind.rawValue), \(step.isStripped ? "no diacritics" : "typed")")
        }
        let result = SearchBenchmarkResult(
            conditions: conditions, corpus: corpus, unit: named == nil ? unit : nil,
            statistics: try opened.statistics(),
            settings: settings, sets: sets, floor: benchmark.floor(), waitedShare: benchmark.waitedShare, series: series
        )
        bar.finish()
        if let chart { try ChartFile.write(result.chart.drawing, to: chart) }
        if json.isOn {
            try StandardOutput.write(result.json)
        } else if chart != "-" {
            try StandardOutput.write(result.page)
        }
    }

    private func indexed(_ corpus: PreparedCorpus?, _ path: String, _ bar: ProgressBar) throws -> VanThuIndex {
        let editor = try IndexEditor.open(path, IndexingOptions(unit: unit))
        defer { editor.close() }
        _ = try editor.add(paths: corpus?.paths ?? []) { bar.show($0) }
        if compact { try editor.compact { bar.show($0) } }
        return try VanThuIndex.open(path)
    }
}
