import ArgumentParser
import EngineBenchmarks
import VanThu

/// `vanthu delete`: removes documents.
struct DeleteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Remove documents from an index.",
        discussion: """
            A document goes by the id it was added under: its path as it was given, or the id of its JSON line. Ids that \
            the index does not have are named on standard error and make the exit code 1. The space comes back when \
            segments merge (vanthu compact).

            Examples:
              vanthu delete --index kho van-ban/cu.txt 15-2020
              vanthu delete --index kho --from het-hieu-luc.txt
            """)

    @OptionGroup var index: IndexOption

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp("A file with an id on each line; - is standard input.", valueName: "file"))
    var file: String?

    @Flag(help: "Print no summary.")
    var quiet = false

    @OptionGroup var json: JSONOption

    @Argument(help: ArgumentHelp("Ids of the documents.", valueName: "id"))
    var ids: [String] = []

    func validate() throws {
        if ids.isEmpty, file == nil { throw ValidationError("Name documents as arguments or with --from.") }
    }

    func run() throws {
        let stopwatch = Stopwatch()
        var ids = ids
        if let file {
            try LineReader(path: file).forEachLine { _, line throws(VanThuError) in
                ids.append(String(decoding: line, as: UTF8.self))
            }
        }
        // An editor would make the index that is to lose documents.
        _ = try VanThuIndex.open(index.path)
        let editor = try IndexEditor.open(index.path, IndexingOptions())
        defer { editor.close() }
        let (deleted, missing) = try editor.delete(ids: ids)
        for id in missing { StandardError.complain("no document \(id) in the index") }
        if json.isOn {
            try StandardOutput.write([
                "deleted": .integer(deleted), "missing": .array(missing.map { .string($0) }),
                "seconds": .measured(stopwatch.seconds),
            ])
        } else if !quiet {
            try StandardOutput.write("\(Amounts.count(deleted, "document")) removed\n")
        }
        if !missing.isEmpty { throw ExitStatus.someInputLeftOut }
    }
}
