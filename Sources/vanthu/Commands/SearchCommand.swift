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

            Fields ask for what is known of a document, with Vietnamese or English names, with or without diacritics:
              so:15/2020/QĐ-TTg             its number, in any spelling
              loai:quyet-dinh               its type
              co-quan:"UBND tỉnh Cà Mau"    the agency that issued it
              ngay:2019..2020-06            its date, or between two; ngay:23/6/2020
              nam:2020                      its year
              noi:"Cà Mau"                  the place it was issued at
              nguoi-ky:"Lý Hoài Thạch"      who signed it
              khan:hoa-toc                  its urgency
              tieu-de:"hạn mặn"             words of its title
              dieu:7                        the article that the passage is of
              cites:30/2020/NĐ-CP           what the passage cites
            AND, OR, NOT (VÀ, HOẶC, KHÔNG) in capitals join them, parentheses group them. No query is an error: what can \
            be no query is searched as words, and a note on standard error says so. Put a query that has quotes between '…', \
            or the shell takes them away.

            A page ends with the place where the next one begins; --after takes it, with the same query and options. \
            Pages neither repeat nor miss a hit. Facets count the documents of all hits, not of one page.

            Examples:
              vanthu search --index kho "thẩm quyền thu hồi đất"
              vanthu search --index kho 'loai:quyet-dinh nam:2023 "văn bản điện tử"'
              vanthu search --index kho --filter loai:nghi-quyet --sort newest "hộ nghèo"
              vanthu search --index kho --by document --facets loai,nam "trữ nước ngọt"
              vanthu search --index kho --by document --passages 3 "thu hồi đất"
              vanthu search --index kho --json 'cites:30/2020/NĐ-CP'
            """)

    @OptionGroup var index: IndexOption

    @Option(help: "The most hits to show.")
    var top = 10

    @OptionGroup var matching: MatchingOptions
    @OptionGroup var filter: FilterOption

    @Option(help: "What comes first: the best hits, or the newest or oldest documents.")
    var sort = SearchOrder.score

    @Option(
        help: ArgumentHelp("Begin behind the page that gave this place.", valueName: "place"))
    var after: String?

    @Option(
        help: ArgumentHelp(
            "Count the documents of all hits by type (loai), agency (co-quan), year (nam), place (noi), urgency (khan), "
                + "signer (nguoi-ky); several with commas between.", valueName: "fields"))
    var facets = FacetFields(fields: [])

    @Option(help: ArgumentHelp("The most values of a facet.", valueName: "number"))
    var facetValues = 10

    @Option(help: ArgumentHelp("With --by document: how many passages of each document to show.", valueName: "number"))
    var passages = 1

    @OptionGroup var ranking: RankingOptions

    @Flag(help: "Show the score of each hit.")
    var score = false

    @Flag(help: "Show what each score is made of, and how the query was understood.")
    var explain = false

    @OptionGroup var color: ColorOptions
    @OptionGroup var json: JSONOption

    @Argument(help: ArgumentHelp("What to look for; several arguments are one query.", valueName: "query"))
    var words: [String] = []

    private var query: String { words.joined(separator: " ") }

    private var options: SearchOptions {
        SearchOptions(
            top: top, by: matching.by, match: matching.match, ranking: ranking.settings, explain: explain,
            filter: filter.query, order: sort, after: after.flatMap(PagePlace.init), isPaged: true,
            facets: facets.fields, facetValues: facetValues, passagesPerDocument: passages)
    }

    func validate() throws {
        guard !words.isEmpty || !filter.query.isEmpty else {
            throw ValidationError("Say what to look for: a query, or --filter, or both.")
        }
        guard top >= 1 else { throw ValidationError("--top must be 1 or more.") }
        guard facetValues >= 1 else { throw ValidationError("--facet-values must be 1 or more.") }
        guard passages >= 1 else { throw ValidationError("--passages must be 1 or more.") }
        guard passages == 1 || matching.by == .document else {
            throw ValidationError("--passages is for --by document: by passage each hit is one.")
        }
        guard let after else { return }
        guard let place = PagePlace(after) else {
            throw ValidationError("--after \(after): this is no place; each page says where the next one begins.")
        }
        guard place.belongs(to: query, options) else {
            throw ValidationError(
                "--after \(after): this place belongs to another search; query, --filter, --by, --match, --sort and "
                    + "ranking must be those of the page before.")
        }
    }

    func run() throws {
        let searcher = try VanThuIndex.open(index.path).makeSearcher()
        let result = searcher.search(query, options)
        if json.isOn {
            return try StandardOutput.write(result.json(otherPassages: passages > 1))
        }
        for note in result.notes { StandardError.complain(note) }
        let page = ResultPage(
            style: color.style, columns: Terminal.columns(1), showsScore: score || explain, unit: matching.by,
            showsUnderstood: explain)
        try StandardOutput.write(page.text(of: result))
    }
}
