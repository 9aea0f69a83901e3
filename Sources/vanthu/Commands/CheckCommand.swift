import ArgumentParser
import EngineBenchmarks
import VanThu

/// `vanthu check`: verifies every byte.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Verify every byte of an index.",
        discussion: """
            Reads every byte of all files and compares checksums, sizes and counts. The exit code is 0 when the index is \
            whole and 3 when it is not; each problem is a line on standard error.

            Example:
              vanthu check --index kho && cp -r kho sao-luu/
            """)

    @OptionGroup var index: IndexOption

    @Flag(help: "Show no progress and no summary.")
    var quiet = false

    @OptionGroup var json: JSONOption

    func run() throws {
        let stopwatch = Stopwatch()
        let bar = ProgressBar(quiet: quiet)
        defer { bar.finish() }
        let report = try VanThuIndex.check(index.path) { bar.show("checking", done: $0, of: $1) }
        bar.finish()
        for problem in report.problems { StandardError.complain(problem) }
        if json.isOn {
            try StandardOutput.write([
                "files": .integer(report.files), "bytes": .integer(report.bytes),
                "documents": .integer(report.documents), "passages": .integer(report.passages),
                "problems": .array(report.problems.map { .string($0) }), "seconds": .measured(stopwatch.seconds),
            ])
        } else if !quiet, report.problems.isEmpty {
            try StandardOutput.write(
                "whole: \(Amounts.count(report.files, "file")), \(Amounts.bytes(report.bytes)), "
                    + "\(Amounts.count(report.documents, "document")) in \(Amounts.count(report.passages, "passage"))\n"
            )
        }
        if !report.problems.isEmpty { throw ExitStatus.indexUnusable }
    }
}
