public import ArgumentParser
public import VanThu

/// Where the index is.
struct IndexOption: ParsableArguments {
    @Option(name: .customLong("index"), help: ArgumentHelp("The folder of the index.", valueName: "dir"))
    var path: String
}

/// Whether programs read the output.
struct JSONOption: ParsableArguments {
    @Flag(name: .customLong("json"), help: "Print one JSON object and nothing else.")
    var isOn = false
}

/// Whether people see colours.
struct ColorOptions: ParsableArguments {
    @Option(help: "When to use colour.")
    var color = ColorChoice.auto

    @Flag(help: "Use no colour.")
    var noColor = false

    var style: Style { Style(noColor ? .never : color) }
}

/// The numbers of the ranking formula.
struct RankingOptions: ParsableArguments {
    @Option(help: "BM25's k1: how soon repetitions of a word stop counting.")
    var k1: Float = RankingSettings().k1

    @Option(help: "BM25's b, 0 to 1: how much long passages are held back.")
    var b: Float = RankingSettings().b

    @Option(help: "What adjacent words of the query add where they stand together.")
    var pairWeight: Float = RankingSettings().pairWeight

    @Option(help: "With --by document: what the query's words add where the title holds them.")
    var titleWeight: Float = RankingSettings().titleWeight

    @Option(help: "With --by document: what adjacent words add for standing anywhere in the document.")
    var documentPairWeight: Float = RankingSettings().documentPairWeight

    var settings: RankingSettings {
        RankingSettings(
            k1: k1, b: b, pairWeight: pairWeight, titleWeight: titleWeight, documentPairWeight: documentPairWeight)
    }

    func validate() throws {
        guard k1 >= 0, k1.isFinite else { throw ValidationError("--k1 must be 0 or more.") }
        guard (0...1).contains(b) else { throw ValidationError("--b must be between 0 and 1.") }
        let weights = [
            ("--pair-weight", pairWeight), ("--title-weight", titleWeight),
            ("--document-pair-weight", documentPairWeight),
        ]
        for (option, weight) in weights where !(weight >= 0 && weight.isFinite) {
            throw ValidationError("\(option) must be 0 or more.")
        }
    }
}

/// What hits must fulfil without being ranked by it.
struct FilterOption: ParsableArguments {
    @Option(
        name: .customLong("filter"),
        // `-loai:ke-hoach` is a filter.
        parsing: .unconditional,
        help: ArgumentHelp(
            "What every hit must fulfil, without counting to its score: 'loai:quyet-dinh nam:2020'.",
            valueName: "query"))
    var query = ""
}

/// What is asked for: how many, of what, and how strictly.
struct MatchingOptions: ParsableArguments {
    @Option(help: "What one hit is.")
    var by: ResultUnit = .passage

    @Option(help: "Which words of the query a passage must hold; phrase: all, side by side.")
    var match: MatchMode = .any
}

extension ResultUnit: ExpressibleByArgument {}
extension MatchMode: ExpressibleByArgument {}
extension IndexUnit: ExpressibleByArgument {}
extension SearchOrder: ExpressibleByArgument {}
