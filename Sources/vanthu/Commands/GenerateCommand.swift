import ArgumentParser

/// `vanthu generate`: makes texts.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "generate", abstract: "Make texts to measure with.")
}
