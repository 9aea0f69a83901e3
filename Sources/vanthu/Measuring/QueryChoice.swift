import ArgumentParser
import EngineBenchmarks
import VanThu

/// How queries are made of a corpus.
struct QueryMaking: ParsableArguments {
    @Option(help: "Queries of each shape.")
    var count = 1000

    @Option(
        help: ArgumentHelp(
            "Lines of `name<TAB>question` to take instead of made questions, such as judged ones.", valueName: "file"))
    var topics: String?

    func validate() throws {
        guard (1...1_000_000).contains(count) else {
            throw ValidationError("--count must be between 1 and 1000000.")
        }
    }

    /// Makes the queries, and puts the topics in the place of the questions.
    func queries(_ corpus: PreparedCorpus, unit: IndexUnit, seed: UInt64, _ bar: ProgressBar) throws -> [MadeQueries] {
        let topics = try topics.map { try QueryFiles.queries($0) }
        let made = try QueryMaker(seed: seed, count: count).make(
            from: CorpusPassages(paths: corpus.paths, unit: unit),
            progress: { bar.show("drawing queries", done: $0, of: corpus.totals.inputBytes) })
        return made.sets.map { set in
            guard set.shape == .questions, let topics else { return set }
            return MadeQueries(shape: .questions, queries: topics)
        }
    }
}

extension MadeQueries {
    /// How many of each band.
    var bandCounts: [(band: QueryBand, count: Int)] {
        QueryBand.allCases.map { band in (band, queries.count { $0.band == band }) }
    }

    /// The counts for programs.
    var json: JSON {
        JSON.object([
            (key: "shape", value: .string(shape.rawValue)), (key: "queries", value: .integer(queries.count)),
            (
                key: "bands",
                value: .object(bandCounts.map { (key: $0.band.rawValue, value: .integer($0.count)) })
            ),
        ])
    }
}
