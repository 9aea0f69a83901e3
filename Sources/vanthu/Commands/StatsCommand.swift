import ArgumentParser
import EngineBenchmarks
import VanThu

/// `vanthu stats`: counts and sizes.
struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Show what an index holds and how large it is.",
        discussion: """
            Examples:
              vanthu stats --index kho
              vanthu stats --index kho --json | jq .documents
            """)

    @OptionGroup var index: IndexOption
    @OptionGroup var json: JSONOption

    func run() throws {
        let stopwatch = Stopwatch()
        let statistics = try VanThuIndex.open(index.path).statistics()
        if json.isOn {
            try StandardOutput.write(statistics.json.adding(["seconds": .measured(stopwatch.seconds)]))
        } else {
            try StandardOutput.write(statistics.summary)
        }
    }
}
