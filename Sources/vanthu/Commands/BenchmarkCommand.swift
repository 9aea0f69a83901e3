import ArgumentParser

/// `vanthu benchmark`: the engine's own benchmark.
struct BenchmarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark",
        abstract: "Measure indexing and searching on this machine.",
        discussion: """
            Measures VanThu on your texts, or on texts that it makes: `index` how fast and how large, `search` how long \
            answers take. Each prints a table, with --json one object for scripts, with --chart a picture. `queries` writes \
            the queries that `search` asks, so that other engines can be asked the same; `compare` lays results of two \
            machines or two versions side by side; `text` describes texts.

            Everything is measured several times, different settings in turn, and shown as the median with the lowest and \
            the highest. Other work on the machine, a processor that slows down when hot, and other guests of the same \
            host make runs differ, mostly upwards: believe no difference that is smaller than the spread, close other \
            programs, and repeat what matters. The load before and after, and the processor time that the host took away, \
            stand in the result.

            Examples:
              vanthu benchmark index --corpus van-ban/ --chart index.svg
              vanthu benchmark search --corpus van-ban/ --chart search.svg
              vanthu benchmark index --size 200MB --threads 1,2,4 --json > may-a.json
              vanthu benchmark compare may-a.json may-b.json
            """,
        subcommands: [
            BenchmarkIndexCommand.self, BenchmarkSearchCommand.self, BenchmarkQueriesCommand.self,
            BenchmarkCompareCommand.self, BenchmarkTextCommand.self,
        ])
}
