import ArgumentParser
import EngineBenchmarks
import Glibc
import SyntheticDocuments
import VanThu

/// `vanthu generate`: makes texts.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Make Vietnamese administrative documents to measure with, any amount from a seed.",
        discussion: """
            Words, phrases and structure are learnt from the texts of --from; what they do not hold (rare words, names, \
            numbers, collocations) is drawn so that vocabulary and frequencies grow as in real texts. The documents cite \
            each other. They mean nothing: they are for measuring speed and size, not for judging answers.

            The same seed and corpus give the same bytes with any number of threads, and a longer run begins \
            with a shorter one. Sizes are of text, before JSON adds to it. A share of the documents (--messy) has the \
            shape of real files: hard wraps, merged heads, page numbers in mid-text, mixed normal forms, lost accents.

            To - and to a file, JSON lines {"id", "title", "text"} are written; to a folder (a path that ends with /, or \
            is one), a text file each. With --unit passages each line is a passage of about 1,150 bytes.

            Examples:
              vanthu generate --documents 3 --output -
              vanthu generate --size 10GB --output made.jsonl
              vanthu generate --unit passages --passages 80000 --seed 7 --output passages.jsonl
              vanthu generate --size 100MB --output van-ban/
            """)

    @Option(help: ArgumentHelp("The folder or file of documents to learn from.", valueName: "path"))
    var from = "Corpus/documents"

    @Option(
        help: ArgumentHelp(
            "How much text to make, such as 100MB or 10GB; the last document may exceed it.", valueName: "size"))
    var size: ByteSize?

    @Option(help: "How many documents to make.")
    var documents: Int?

    @Option(help: "How many passages to make, with --unit passages.")
    var passages: Int?

    @Option(help: "Which of all possible collections to make.")
    var seed: UInt64 = 1

    @Option(help: "The share of documents in the shape of real files, 0 to 1.")
    var messy = GenerationSettings().messyShare

    @Option(help: "What a line of the output is.")
    var unit: GeneratedUnit = .documents

    @Option(help: "Threads that make documents. (default: one for each processor)")
    var threads: Int?

    @Option(help: ArgumentHelp("Where to write: a file, a folder/, or - for standard output.", valueName: "path"))
    var output = "-"

    @Flag(help: "Show no progress and no summary.")
    var quiet = false

    @Flag(
        name: .customLong("json"),
        help: "Report as one JSON object, on standard error where the texts go to standard output.")
    var reportsJSON = false

    func validate() throws {
        guard (0...1).contains(messy) else { throw ValidationError("--messy must be between 0 and 1.") }
        let limits = [documents, passages, threads]
        guard limits.allSatisfy({ $0.map { $0 >= 1 } ?? true }) else {
            throw ValidationError("--documents, --passages and --threads must be 1 or more.")
        }
        guard passages == nil || unit == .passages else { throw ValidationError("--passages needs --unit passages.") }
        guard [size != nil, documents != nil, passages != nil].count(where: { $0 }) <= 1 else {
            throw ValidationError("Only one of --size, --documents and --passages can be given.")
        }
    }

    func run() throws {
        let stopwatch = Stopwatch()
        let model = try model()
        let generator = DocumentGenerator(model: model, settings: GenerationSettings(seed: seed, messyShare: messy))
        var limit = GenerationLimit(bytes: size?.bytes, documents: documents, passages: passages)
        if size == nil, documents == nil, passages == nil { limit.bytes = 100_000_000 }
        var sink = try GeneratedSink(output)
        let bar = ProgressBar(quiet: quiet)
        defer { bar.finish() }
        let writesFiles = sink.isFolder
        let unit = unit
        let workers = threads ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        var made = GeneratedAmount()
        try OrderedSeries.run(
            threads: workers, make: { GeneratedBlock(generator, block: $0, unit: unit, asFiles: writesFiles) },
            take: { block in
                let (pieces, isLast) = limit.accept(block.pieces, after: &made)
                for piece in pieces { try sink.write(piece, of: block) }
                bar.show("generating", done: limit.done(made), of: limit.total)
                return !isLast
            })
        try sink.finish()
        bar.finish()
        guard !quiet || reportsJSON else { return }
        let report = made.json(seconds: stopwatch.seconds)
        let line = reportsJSON ? report.description + "\n" : made.summary(seconds: stopwatch.seconds)
        if output == "-" || !reportsJSON { StandardError.write(line) } else { try StandardOutput.write(line) }
    }

    private func model() throws -> TextModel {
        guard access(from, F_OK) == 0 else { throw VanThuError.input("\(from): no such file or folder") }
        var texts: [[UInt8]] = []
        try InputReader().read([from]) { event in
            switch event {
            case .document(let document, _): texts.append(document.text)
            case .skipped(let skipped): throw VanThuError.input(skipped.description)
            }
        }
        do {
            return try TextModel(documents: texts)
        } catch {
            throw VanThuError.input("\(from): \(error.description)")
        }
    }
}

/// What a line of generated output is.
enum GeneratedUnit: String, CaseIterable, ExpressibleByArgument {
    case documents, passages
}
