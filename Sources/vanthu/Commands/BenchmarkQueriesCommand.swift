import ArgumentParser
import EngineBenchmarks
import VanThu

/// `vanthu benchmark queries`: queries made of a corpus's own words.
struct BenchmarkQueriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queries",
        abstract: "Write queries drawn from texts, to ask this and other engines.",
        discussion: """
            Writes lines of `name<TAB>query`: term.tsv (one word), words.tsv (two to five words that stand side by side in a \
            passage) and questions.tsv (12 to 25 words: spans of a passage in words that ask), and of each the same \
            queries without diacritics as .khongdau.tsv. Words are letters only, in lower case.

            Places are drawn at random over all texts, so frequent words come often. The first letter of a name is the band \
            of the query's rarest word, whatever its marks: r under 1 % of the passages hold it, m 1 to 10 %, c more; \
            the words that ask do not count. Each \
            band has a third of the queries, or as many as there are. The same texts, seed and count give the same files.

            Examples:
              vanthu benchmark queries --corpus van-ban/ --output cau-hoi
              vanthu benchmark queries --corpus doan.jsonl --unit whole --output q --count 300 --seed 7
              vanthu run --index kho --topics cau-hoi/words.khongdau.tsv --output run.trec --match phrase
            """)

    @OptionGroup var corpus: CorpusOptions

    @OptionGroup var making: QueryMaking

    @Option(help: "What is a passage: part of a document as the index cuts it, or the whole.")
    var unit: IndexUnit = .passages

    @Option(help: ArgumentHelp("The folder for the files.", valueName: "dir"))
    var output: String

    @Flag(help: "Show no progress and no summary.")
    var quiet = false

    @OptionGroup var json: JSONOption

    func run() throws {
        Interruption.watch()
        let folder = try TemporaryFolder()
        let bar = ProgressBar(quiet: quiet)
        defer { bar.finish() }
        let corpus = try corpus.prepared(in: folder.path, bar)
        let sets = try making.queries(corpus, unit: unit, seed: self.corpus.seed, bar)
        bar.finish()
        try QueryFiles.write(sets, to: output)
        if json.isOn {
            try StandardOutput.write([
                "corpus": corpus.json, "unit": .string(unit.rawValue),
                "seed": .integer(Int(clamping: self.corpus.seed)),
                "sets": .array(sets.map(\.json)),
            ])
        } else if !quiet {
            let rows = sets.map { set in
                [set.shape.rawValue, Amounts.count(set.queries.count)] + set.bandCounts.map { Amounts.count($0.count) }
            }
            let table = TextTable.lines(["", "queries", "rare", "middling", "common"], rows, numbers: 1)
            try StandardOutput.write("\(corpus.line)\n\(table)")
        }
    }
}
