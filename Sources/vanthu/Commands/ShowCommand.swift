import ArgumentParser
import EngineBenchmarks
import VanThu

/// `vanthu show`: documents of an index, by number or id.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show documents by their number: what they are, what they cite, what cites them.",
        discussion: """
            A document goes by its number in any spelling (15/2020/QĐ-TTg, 15/2020/qd-ttg) or by the id it was added \
            under. Where several bear one number, as each agency counts for itself, all of them are shown. Shown are \
            what is known of the document, its outline with ranges in bytes of its text, what it cites and what it does \
            with it (basis, replaces, amends, supplements, repeals, guides, expires), and which documents of the index \
            cite it.

            --text prints the text instead, byte for byte and nothing else; a number that several documents bear is then \
            an error that names their ids. With --json the text stands beside the rest. Names that the index does not \
            have are named on standard error and make the exit code 1.

            Examples:
              vanthu show --index kho 1487/QĐ-UBND
              vanthu show --index kho 22/2023/nq-hdnd --text > nghi-quyet.txt
              vanthu show --index kho --json 22/2023/NQ-HĐND | jq '.documents[].cites'
            """)

    @OptionGroup var index: IndexOption

    @Flag(help: "Print the text and nothing else; with --json add it.")
    var text = false

    @Option(help: ArgumentHelp("The most documents to show of those that cite it.", valueName: "number"))
    var citing = 20

    @OptionGroup var color: ColorOptions
    @OptionGroup var json: JSONOption

    @Argument(help: ArgumentHelp("Numbers or ids of documents.", valueName: "number"))
    var names: [String]

    func validate() throws {
        guard citing >= 0 else { throw ValidationError("--citing must be 0 or more.") }
    }

    func run() throws {
        let stopwatch = Stopwatch()
        let searcher = try VanThuIndex.open(index.path).makeSearcher()
        var shown: Set<String> = []
        var found: [(name: String, documents: [StoredDocument])] = []
        var isMissing = false
        for name in names {
            let documents = searcher.documents(named: name, citing: citing)
            if documents.isEmpty {
                StandardError.complain("no document \(PageText.plain(name)) in the index")
                isMissing = true
            }
            if text, !json.isOn, documents.count > 1 {
                let ids = documents.map(\.summary.id).joined(separator: ", ")
                throw VanThuError.usage("\(documents.count) documents are called \(name); name one by its id: \(ids)")
            }
            found.append((name, documents.filter { shown.insert($0.summary.id).inserted }))
        }
        var output = try ResultFile("-")
        if json.isOn {
            let documents = found.flatMap(\.documents).map { $0.json(withText: text) }
            try StandardOutput.write(["documents": .array(documents), "seconds": .measured(stopwatch.seconds)])
        } else if text {
            for document in found.flatMap(\.documents) { try output.append(document.text) }
        } else {
            try output.append(page(of: found))
        }
        try output.flush()
        if isMissing { throw ExitStatus.someInputLeftOut }
    }

    private func page(of found: [(name: String, documents: [StoredDocument])]) -> String {
        let page = DocumentPage(style: color.style, columns: Terminal.columns(1))
        var blocks: [String] = []
        for (name, documents) in found {
            if documents.count > 1 {
                blocks.append("\(documents.count) documents are called \(PageText.plain(name)):\n")
            }
            blocks += documents.map { page.text(of: $0) }
        }
        return blocks.joined(separator: "\n")
    }
}
