import ArgumentParser
import VanThu

/// `vanthu analyze`: shows tokens.
struct AnalyzeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Show the tokens of a text and their keys.",
        discussion: """
            Texts and queries meet in the keys of their tokens: the exact key keeps letters, quality marks and the tone \
            (at the end of the syllable), the folded key keeps base letters. Document numbers, dates and numbers have a \
            key of their own at the position of their first part. With --json each token is an object on its line.

            Examples:
              vanthu analyze "Quyết định số 15 /2020/ QÐ–TTg ngày 23/6/2020"
              vanthu analyze --json < bao-cao.txt
            """)

    @OptionGroup var json: JSONOption

    @Argument(help: ArgumentHelp("What to analyse; - or none is standard input.", valueName: "text"))
    var texts: [String] = []

    func run() throws {
        let readsInput = texts.isEmpty || texts == ["-"]
        let text = readsInput ? try LineReader(path: "-").bytes : Array(texts.joined(separator: " ").utf8)
        let tokens = QueryAnalysis().list(text)
        var output = try ResultFile("-")
        if json.isOn {
            for token in tokens { try output.append(token.json.description + "\n") }
        } else {
            try output.append(TextTable.lines(Self.head, tokens.map(\.row)))
        }
        try output.flush()
    }

    private static let head = ["position", "bytes", "kind", "text", "key", "folded"]
}

extension AnalysedToken {
    fileprivate var json: JSON {
        [
            "text": .string(text), "start": .integer(start), "end": .integer(end), "key": .string(key),
            "folded": .string(folded), "kind": .string(kind.rawValue), "position": .integer(position),
        ]
    }

    fileprivate var row: [String] {
        let shown = Snippet(of: Array(text.utf8), width: 60).text
        return [String(position), "\(start)–\(end)", kind.rawValue, shown, key, folded]
    }
}
