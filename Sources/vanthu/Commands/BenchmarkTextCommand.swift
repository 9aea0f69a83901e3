import ArgumentParser

/// `vanthu benchmark text`: what texts are like, in figures.
struct BenchmarkTextCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "text", abstract: "Describe texts in figures.")
}
