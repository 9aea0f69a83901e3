import ArgumentParser
import Glibc
import VanThu

/// `vanthu index`: adds documents.
struct IndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Add files and folders to an index.",
        discussion: """
            Folders are read with all they hold. A line of a .jsonl or .ndjson file is a document \
            {"id", "title", "text", …}; any other file of text is one. A document with the id (or path) of one that is \
            there replaces it. The index is made where there is none, and what was added is safe on disk when the \
            command ends.

            What cannot be read is left out, named on standard error, and makes the exit code 1.

            Examples:
              vanthu index --index kho van-ban/ cong-bao.jsonl
              zstdcat luat.jsonl.zst | vanthu index --index kho --threads 2 --memory 1GB -
            """)

    @OptionGroup var index: IndexOption

    @Option(help: "What documents are cut into: passages worth reading, or none of it.")
    var unit: IndexUnit = .passages

    @Option(help: "Threads that analyse. (default: one for each processor)")
    var threads: Int?

    @Option(help: ArgumentHelp("Memory to stay within, such as 512MB or 2GB.", valueName: "size"))
    var memory = ByteSize(bytes: IndexingOptions().memoryBytes)

    @Flag(help: "Read invalid UTF-8 with replacement characters instead of leaving its document out.")
    var lenient = false

    @Flag(help: "Show no progress and no summary.")
    var quiet = false

    @Flag(help: "Name every input that was left out, not only the first twenty.")
    var verbose = false

    @OptionGroup var json: JSONOption

    @Argument(
        help: ArgumentHelp(
            "Files and folders to add; - is standard input, as JSON lines or one text.", valueName: "path"))
    var paths: [String]

    func validate() throws {
        if let threads, threads < 1 { throw ValidationError("--threads must be 1 or more.") }
        guard memory.bytes >= Self.leastMemory else { throw ValidationError("--memory must be 16MB or more.") }
    }

    func run() throws {
        var options = IndexingOptions(unit: unit, memoryBytes: memory.bytes, lenient: lenient)
        if let threads { options.threads = threads }
        // With nothing to read no index is made; a path that is missing among others is named and left out.
        if let missing = paths.first, !paths.contains(where: { $0 == "-" || access($0, F_OK) == 0 }) {
            throw VanThuError.input("\(missing): no such file or folder")
        }
        let editor = try IndexEditor.open(index.path, options)
        defer { editor.close() }
        let bar = ProgressBar(quiet: quiet)
        defer { bar.finish() }
        let report = try editor.add(paths: paths) { bar.show($0) }
        bar.finish()
        complain(about: report.skipped)
        if json.isOn {
            try StandardOutput.write(report.json)
        } else if !quiet {
            try StandardOutput.write(report.summary)
        }
        if !report.skipped.isEmpty { throw ExitStatus.someInputLeftOut }
    }

    private func complain(about skipped: [SkippedInput]) {
        let named = verbose ? skipped.count : min(skipped.count, Self.mostNamed)
        for input in skipped.prefix(named) { StandardError.complain("left out \(input)") }
        if skipped.count > named {
            StandardError.complain("left out \(Amounts.count(skipped.count - named)) more (--verbose names them)")
        }
    }

    private static let mostNamed = 20
    /// Below this, buffers of fixed size alone would not fit.
    private static let leastMemory = 16_000_000
}
