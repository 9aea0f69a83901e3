import ArgumentParser
import EngineBenchmarks
import VanThu

/// `vanthu benchmark compare`: results side by side.
struct BenchmarkCompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Lay results of several machines, versions or settings side by side.",
        discussion: """
            Reads what `vanthu benchmark index --json` or `vanthu benchmark search --json` printed. The first file is what \
            the others are compared with: a ratio is theirs by its, of speeds and times alike. Behind it stands how far it \
            could lie off: from the lowest by the highest to the highest by the lowest of the repetitions. Where 1 is among \
            them the two cannot be told apart, and a = says so.

            Examples:
              vanthu benchmark index --corpus van-ban/ --json > before.json
              vanthu benchmark compare before.json after.json
              vanthu benchmark compare may-a.json may-b.json may-c.json --json
            """)

    @Argument(help: ArgumentHelp("Results of one kind of benchmark, two or more.", valueName: "file"))
    var files: [String]

    @OptionGroup var json: JSONOption

    func validate() throws {
        guard files.count >= 2 else { throw ValidationError("Name two results or more.") }
    }

    func run() throws {
        let results = try files.map { try BenchmarkRecord(path: $0) }
        if let other = results.first(where: { $0.kind != results[0].kind }) {
            throw VanThuError.input(
                "\(other.path): a benchmark of \(other.kind), but \(files[0]) is of \(results[0].kind)")
        }
        let comparison = BenchmarkComparison(results: results)
        if json.isOn {
            try StandardOutput.write(comparison.json)
        } else {
            try StandardOutput.write(comparison.page)
        }
    }
}
