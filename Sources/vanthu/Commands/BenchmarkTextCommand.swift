import ArgumentParser
import EngineBenchmarks
import Glibc
import VanThu

/// `vanthu benchmark text`: what texts are like, in figures.
struct BenchmarkTextCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "text",
        abstract: "Describe texts in figures, side by side.",
        discussion: """
            Each path gets a column: how its vocabulary and its pairs of neighbouring words grow, how their frequencies \
            are spread over texts and passages, how much words recur, how long things are. Two collections whose columns \
            agree make an engine work alike.

            Files and folders are read as index reads them. With --unit whole each document is one passage, for texts \
            that are cut already. Memory grows with the distinct pairs: about 1 GB for 10 GB of text.

            How well texts compress is best asked of a compressor: zstd -3 -c FILE | wc -c.

            Examples:
              vanthu generate --size 100MB --output made.jsonl
              vanthu benchmark text van-ban/ made.jsonl
              vanthu benchmark text --unit whole --json passages.jsonl
            """)

    @Option(help: "What documents are cut into before they are counted.")
    var unit: IndexUnit = .passages

    @Flag(help: "Show no progress.")
    var quiet = false

    @OptionGroup var json: JSONOption

    @Argument(help: ArgumentHelp("Files and folders to describe, one column each.", valueName: "path"))
    var paths: [String]

    func run() throws {
        for path in paths where access(path, F_OK) != 0 { throw VanThuError.input("\(path): no such file or folder") }
        var profiles: [TextProfile] = []
        for path in paths {
            let bar = ProgressBar(quiet: quiet)
            defer { bar.finish() }
            let total = InputReader().totalBytes(of: [path]) ?? 0
            let profiler = TextProfiler(unit: unit)
            profiler.add(paths: [path]) { bar.show("reading", done: $0, of: total) }
            profiles.append(profiler.finish())
        }
        for profile in profiles {
            for skipped in profile.skipped.prefix(20) { StandardError.complain("left out \(skipped)") }
        }
        if json.isOn {
            try StandardOutput.write(
                .object([("texts", .array(zip(paths, profiles).map { $1.json(path: $0) }))]))
        } else {
            try StandardOutput.write(TextProfileTable.text(paths, profiles))
        }
        if profiles.contains(where: { !$0.skipped.isEmpty }) { throw ExitStatus.someInputLeftOut }
    }
}
