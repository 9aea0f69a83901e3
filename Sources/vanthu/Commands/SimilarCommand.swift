import ArgumentParser
import VanThu

/// `vanthu similar`: more like a document or passage.
struct SimilarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "similar",
        abstract: "Find what is like a document, or like one of its passages.",
        discussion: """
            The document goes by its number in any spelling or by its id; of several with one number the newest is \
            taken, and a note on standard error says so. Behind # stands the number of a passage, from 0, as a search's \
            passage.ordinal has it. Its most telling words are searched for; the document itself is left out.

            Examples:
              vanthu similar --index kho 22/2023/NQ-HĐND
              vanthu similar --index kho --by passage --top 5 '1487/QĐ-UBND#3'
            """)

    @OptionGroup var index: IndexOption

    @Option(help: "The most hits to show.")
    var top = 10

    @Option(help: "What one hit is.")
    var by = ResultUnit.document

    @Flag(help: "Show the score of each hit.")
    var score = false

    @Flag(help: "Show what each score is made of.")
    var explain = false

    @OptionGroup var color: ColorOptions
    @OptionGroup var json: JSONOption

    @Argument(help: ArgumentHelp("The document, or one of its passages.", valueName: "number[#passage]"))
    var name: String

    func validate() throws {
        guard top >= 1 else { throw ValidationError("--top must be 1 or more.") }
    }

    func run() throws {
        let searcher = try VanThuIndex.open(index.path).makeSearcher()
        let options = SearchOptions(top: top, by: by, explain: explain)
        guard let result = similar(searcher, options) else {
            StandardError.complain("no document or passage \(PageText.plain(name)) in the index")
            throw ExitStatus.someInputLeftOut
        }
        if json.isOn { return try StandardOutput.write(result.json()) }
        for note in result.notes { StandardError.complain(note) }
        let page = ResultPage(
            style: color.style, columns: Terminal.columns(1), showsScore: score || explain, unit: by)
        try StandardOutput.write(page.text(of: result))
    }

    /// The passage behind the last `#`, unless a document's id has it.
    private func similar(_ searcher: IndexSearcher, _ options: SearchOptions) -> SearchResult? {
        guard let mark = name.lastIndex(of: "#") else { return searcher.similar(to: name, options) }
        if searcher.documents(named: name, citing: 0).contains(where: { $0.summary.id == name }) {
            return searcher.similar(to: name, options)
        }
        guard let passage = Int(name[name.index(after: mark)...]) else { return nil }
        return searcher.similar(to: String(name[..<mark]), passage: passage, options)
    }
}
