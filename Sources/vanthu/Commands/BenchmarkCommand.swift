import ArgumentParser

/// `vanthu benchmark`: the engine's own benchmark.
struct BenchmarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark", abstract: "Measure indexing and searching on this machine.",
        subcommands: [BenchmarkTextCommand.self])
}
