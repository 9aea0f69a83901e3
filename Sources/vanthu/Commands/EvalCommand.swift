import ArgumentParser
import VanThu

/// `vanthu eval`: measures a run.
struct EvalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Measure a run against judgments.",
        discussion: """
            Both files are TREC's: judgments are lines of `topic 0 document grade`, a run has lines of `topic Q0 document \
            rank score name`. Figures are means over the topics that have a relevant document; one that the run does \
            not answer counts as 0. With --by document a passage id#n counts as its document.

            Examples:
              vanthu eval --qrels qrels.txt --run bm25.trec
              vanthu eval --qrels qrels.txt --run passages.trec --by document --json
            """)

    @Option(help: ArgumentHelp("The judgments.", valueName: "file"))
    var qrels: String

    @Option(name: .customLong("run"), help: ArgumentHelp("The run.", valueName: "file"))
    var runFile: String

    @Option(help: "What the judgments are about.")
    var by: ResultUnit = .passage

    @OptionGroup var json: JSONOption

    func run() throws {
        let judgments = try Judgments.read(qrels)
        let measures = Measures(try Run.read(runFile, by: by), against: judgments)
        guard measures.topics > 0 else { throw VanThuError.input("\(qrels): no topic has a relevant document") }
        if json.isOn {
            try StandardOutput.write(measures.json)
        } else {
            try StandardOutput.write(measures.table)
        }
    }
}

extension Measures {
    fileprivate var figures: [(name: String, value: Double)] {
        [("ndcg@10", ndcg10), ("mrr@10", mrr10), ("recall@10", recall10), ("recall@100", recall100), ("map", map)]
    }

    fileprivate var json: JSON {
        .object(
            figures.map { (key: $0.name, value: .number($0.value)) } + [
                (key: "topics", value: .integer(topics)), (key: "answered", value: .integer(answered)),
            ])
    }

    fileprivate var table: String {
        let rows = figures.map { name, value in
            name + String(repeating: " ", count: 12 - name.count) + Amounts.fixed(value, places: 4) + "\n"
        }
        return rows.joined() + "over \(Amounts.count(topics, "topic")), \(Amounts.count(answered)) answered\n"
    }
}
