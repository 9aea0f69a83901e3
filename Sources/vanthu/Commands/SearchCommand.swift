import ArgumentParser
import VanThu

/// `vanthu search`: shows the passages that answer a query.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find the passages that say something.",
        discussion: """
            Words raise passages that have them, and more so side by side. "a phrase" asks for its words in order, \
            +word for what must be there, -word for what must not. Document numbers and dates are understood in any \
            spelling. Put -- before a query that begins with -.

            Examples:
              vanthu search --index kho "thẩm quyền thu hồi đất"
              vanthu search --index kho --by document 'bồi thường +"giải phóng mặt bằng" -rừng'
              vanthu search --index kho 15/2020/NĐ-CP --json
            """)

    @OptionGroup var index: IndexOption

    @Option(help: "The most hits to show.")
    var top = 10

    @OptionGroup var matching: MatchingOptions
    @OptionGroup var ranking: RankingOptions

    @Flag(help: "Show the score of each hit.")
    var score = false

    @Flag(help: "Show what each score is made of.")
    var explain = false

    @Option(help: "When to use colour.")
    var color = ColorChoice.auto

    @Flag(help: "Use no colour.")
    var noColor = false

    @OptionGroup var json: JSONOption

    @Argument(help: ArgumentHelp("What to look for; several arguments are one query.", valueName: "query"))
    var query: [String]

    func validate() throws {
        guard top >= 1 else { throw ValidationError("--top must be 1 or more.") }
    }

    func run() throws {
        let searcher = try VanThuIndex.open(index.path).makeSearcher()
        let options = SearchOptions(
            top: top, by: matching.by, match: matching.match, ranking: ranking.settings, explain: explain)
        let result = searcher.search(query.joined(separator: " "), options)
        if json.isOn {
            try StandardOutput.write(result.json)
            return
        }
        for note in result.notes { StandardError.complain(note) }
        let page = ResultPage(
            style: Style(noColor ? .never : color), columns: Terminal.columns(1), showsScore: score || explain,
            unit: matching.by)
        try StandardOutput.write(page.text(of: result))
    }
}
