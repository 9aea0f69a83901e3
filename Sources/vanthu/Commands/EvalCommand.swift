import ArgumentParser
import VanThu

/// `vanthu eval`: measures a run.
struct EvalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Measure runs against judgments.",
        discussion: """
            Both files are TREC's: judgments are lines of `topic 0 document grade`, a run has lines of `topic Q0 document \
            rank score name`. Figures are means over the topics that have a relevant document; one that the run does \
            not answer counts as 0. With --by document a passage id#n counts as its document. Several runs make a table, \
            a row each.

            Examples:
              vanthu eval --qrels qrels.txt --run bm25.trec
              vanthu eval --qrels qrels.txt --run passages.trec --by document --json
              vanthu eval --qrels qrels.txt --run typed.trec --run khongdau.trec
            """)

    @Option(help: ArgumentHelp("The judgments.", valueName: "file"))
    var qrels: String

    @Option(name: .customLong("run"), help: ArgumentHelp("The run; may be given more than once.", valueName: "file"))
    var runFiles: [String]

    @Option(help: "What the judgments are about.")
    var by: ResultUnit = .passage

    @OptionGroup var json: JSONOption

    func validate() throws {
        guard !runFiles.isEmpty else { throw ValidationError("Name a run with --run.") }
    }

    func run() throws {
        let judgments = try Judgments.read(qrels)
        let measured = try runFiles.map { path in
            (path: path, measures: Measures(try Run.read(path, by: by), against: judgments))
        }
        guard measured.allSatisfy({ $0.measures.topics > 0 }) else {
            throw VanThuError.input("\(qrels): no topic has a relevant document")
        }
        if measured.count == 1, let only = measured.first?.measures {
            if json.isOn { try StandardOutput.write(only.json) } else { try StandardOutput.write(only.table) }
        } else if json.isOn {
            for (path, measures) in measured {
                try StandardOutput.write(measures.json.adding(["run": .string(path)]))
            }
        } else if let first = measured.first?.measures {
            let rows = measured.map { path, measures in
                [RunName.short(path)] + measures.figures.map { Amounts.fixed($0.value, places: 4) }
                    + [Amounts.count(measures.answered)]
            }
            try StandardOutput.write(
                TextTable.lines(["run"] + first.figures.map(\.name) + ["answered"], rows)
                    + "over \(Amounts.count(first.topics, "topic"))\n")
        }
    }
}

/// What a run is called in a table.
private enum RunName {
    /// The file's name without folders and without `.trec`.
    static func short(_ path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return name.hasSuffix(".trec") && name.utf8.count > 5 ? String(name.dropLast(5)) : name
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
