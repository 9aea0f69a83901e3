import ArgumentParser
import EngineBenchmarks
import VanThu

/// `vanthu compact`: merges to one segment.
struct CompactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compact",
        abstract: "Merge an index to one segment.",
        discussion: """
            Searching one segment is fastest, and deleted documents give their space back. Readers are not disturbed; \
            while it runs the index needs room for both the old and the new files.

            Example:
              vanthu compact --index kho
            """)

    @OptionGroup var index: IndexOption

    @Flag(help: "Show no progress and no summary.")
    var quiet = false

    @OptionGroup var json: JSONOption

    func run() throws {
        let stopwatch = Stopwatch()
        // An editor would make the index that is to be merged.
        let before = try VanThuIndex.open(index.path).statistics()
        let editor = try IndexEditor.open(index.path, IndexingOptions())
        defer { editor.close() }
        let bar = ProgressBar(quiet: quiet)
        defer { bar.finish() }
        try editor.compact { bar.show($0) }
        bar.finish()
        let seconds = stopwatch.seconds
        let after = try VanThuIndex.open(index.path).statistics()
        if json.isOn {
            try StandardOutput.write([
                "segments_before": .integer(before.segments), "segments": .integer(after.segments),
                "index_bytes_before": .integer(before.indexBytes), "index_bytes": .integer(after.indexBytes),
                "documents": .integer(after.documents), "seconds": .measured(seconds),
            ])
        } else if !quiet {
            try StandardOutput.write(
                "\(Amounts.count(before.segments, "segment")) of \(Amounts.bytes(before.indexBytes)) merged to "
                    + "\(Amounts.bytes(after.indexBytes)) in \(Amounts.duration(seconds))\n")
        }
    }
}
