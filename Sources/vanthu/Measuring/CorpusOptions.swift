import ArgumentParser
import EngineBenchmarks
import Glibc
import VanThu

/// The texts to measure with.
struct CorpusOptions: ParsableArguments {
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Files and folders to measure with, as `vanthu index` reads them. Without any, texts are made.",
            valueName: "path"))
    var corpus: [String] = []

    @Option(help: ArgumentHelp("How much text to make. (default: 50MB)", valueName: "size"))
    var size: ByteSize?

    @Option(help: "Another seed makes other texts and other queries.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("The texts that made ones are made after.", valueName: "dir"))
    var from = "Corpus/documents"

    func validate() throws {
        guard !corpus.contains("-") else {
            throw ValidationError("--corpus is read more than once, which standard input cannot be; name files.")
        }
        guard corpus.isEmpty || size == nil else {
            throw ValidationError("--size is how much text to make; with --corpus nothing is made.")
        }
    }

    /// The texts, read once so that the system has them at hand for every run alike.
    func prepared(in folder: String, _ bar: ProgressBar) throws -> PreparedCorpus {
        for path in corpus where access(path, F_OK) != 0 {
            throw VanThuError.input("\(path): no such file or folder")
        }
        let paths = corpus.isEmpty ? [try made(in: folder, bar)] : corpus
        let inputBytes = InputReader().totalBytes(of: paths) ?? 0
        let totals = try CorpusPassages(paths: paths, unit: .whole).forEach(
            progress: { bar.show("reading", done: $0, of: inputBytes) }, { _, _ in })
        let name = corpus.isEmpty ? "made with seed \(seed)" : corpus.map(Self.shownName).joined(separator: ", ")
        return PreparedCorpus(paths: paths, name: name, seed: corpus.isEmpty ? seed : nil, totals: totals)
    }

    /// Texts made by a process of its own, which takes the memory for it along when it ends.
    private func made(in folder: String, _ bar: ProgressBar) throws -> String {
        guard access(from, F_OK) == 0 else {
            throw VanThuError.input("\(from): no such file or folder; name texts to measure with (--corpus)")
        }
        let path = folder + "/made.jsonl"
        let bytes = size?.bytes ?? 50_000_000
        let outcome = try ChildProcess.run(
            [
                "generate", "--from", from, "--size", String(bytes), "--seed", String(seed), "--quiet", "--output",
                path,
            ], folder: folder,
            tick: bar.isShown ? { bar.show("making \(Amounts.bytes(bytes)), \(Amounts.clock($0))") } : nil)
        guard outcome.status == 0 else {
            StandardError.write(String(decoding: outcome.errors, as: UTF8.self))
            throw ExitStatus(rawValue: Int32(outcome.status)) ?? .inputOrSystemError
        }
        return path
    }

    /// A path from the root has folders that are nobody's business whom a result is shown.
    private static func shownName(_ path: String) -> String {
        guard path.hasPrefix("/") || path.hasPrefix("..") else { return path }
        return path.split(separator: "/").last.map(String.init) ?? path
    }
}

/// Texts that lie ready to be measured with.
struct PreparedCorpus {
    var paths: [String]
    /// What they are, for people.
    var name: String
    /// The seed they were made with, if they were made.
    var seed: UInt64?
    var totals: CorpusPassages.Totals

    /// In one line.
    var line: String {
        "\(name): \(Amounts.count(totals.documents, "document")), \(Amounts.bytes(totals.textBytes)) of text"
    }

    var json: JSON {
        [
            "name": .string(name), "made_from_seed": seed.map { .integer(Int(clamping: $0)) } ?? .null,
            "documents": .integer(totals.documents), "text_bytes": .integer(totals.textBytes),
            "input_bytes": .integer(totals.inputBytes), "skipped": .integer(totals.skipped.count),
        ]
    }
}
