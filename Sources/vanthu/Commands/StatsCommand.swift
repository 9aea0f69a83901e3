import ArgumentParser
import EngineBenchmarks
import VanThu

/// `vanthu stats`: counts and sizes.
struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Show what an index holds and how large it is.",
        discussion: """
            --most-cited adds the documents that most documents of the index mention, whether it holds them or not: how \
            many mention each, its number (or name and date), and the title of those it holds.

            Examples:
              vanthu stats --index kho
              vanthu stats --index kho --most-cited 20
              vanthu stats --index kho --json | jq .documents
            """)

    @OptionGroup var index: IndexOption

    @Option(help: ArgumentHelp("Add the documents that are mentioned most, as many as said.", valueName: "number"))
    var mostCited: Int?

    @OptionGroup var json: JSONOption

    func validate() throws {
        guard mostCited ?? 1 >= 1 else { throw ValidationError("--most-cited must be 1 or more.") }
    }

    func run() throws {
        let stopwatch = Stopwatch()
        let opened = try VanThuIndex.open(index.path)
        let statistics = try opened.statistics()
        let cited = mostCited.map { opened.makeSearcher().mostCited($0) }
        if json.isOn {
            var object = statistics.json
            if let cited { object = object.adding(["most_cited": .array(cited.map(\.json))]) }
            try StandardOutput.write(object.adding(["seconds": .measured(stopwatch.seconds)]))
        } else {
            let table = cited.map { "\n" + CitationTable.text($0, columns: Terminal.columns(1)) } ?? ""
            try StandardOutput.write(statistics.summary + table)
        }
    }
}
