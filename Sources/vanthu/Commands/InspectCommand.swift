import ArgumentParser
import VanThu

/// `vanthu inspect`: shows what is understood of documents.
struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Show what is understood of a document, without an index.",
        discussion: """
            Shown are what the document says of itself where it stands plainly (number, type, agency, date of issue, \
            place and abstract, urgency and secrecy, whom it is addressed and sent to, who signed it and what is \
            attached), its outline (Phần, Chương, Mục, Điều, Khoản, Điểm; I., 1., 1.1., a), -), the passages it is cut \
            into, each with its path, and every mention of another document with what it does with it: basis, replaces, \
            amends, supplements, repeals, guides, expires. Ranges are in UTF-8 bytes of the text.

            With --json each document is an object on its line: id; metadata with number, number_parts, type, agency, \
            superior, issued_on, place, title, urgency, secrecy and filing, null where not found, and the lists \
            addressees, recipients, signers and attachments; outline, passages, citations; dates and numbers are in \
            references.

            Files are read as vanthu index reads them: folders with all they hold, JSON lines a document each, - as \
            standard input. What cannot be read is named on standard error and makes the exit code 1, or 4 where \
            nothing could be read.

            Examples:
              vanthu inspect quyet-dinh.txt
              vanthu inspect --json van-ban/ | jq -r '[.id, .metadata.number.value] | @tsv'
              vanthu inspect --json luat.txt | jq -r '.outline[].title'
              vanthu inspect --json luat.txt | jq '.citations[] | select(.relation)'
            """)

    @Flag(help: "Read invalid UTF-8 with replacement characters instead of leaving its document out.")
    var lenient = false

    @OptionGroup var color: ColorOptions
    @OptionGroup var json: JSONOption

    @Argument(help: ArgumentHelp("Files and folders to inspect; - is standard input.", valueName: "file"))
    var paths: [String]

    func run() throws {
        let inspector = Inspector()
        let page = InspectionPage(style: color.style, columns: Terminal.columns(1))
        var output = try ResultFile("-")
        var shown = 0
        var leftOut = 0
        try InputReader(lenient: lenient).read(paths) { event in
            switch event {
            case .document(let document, _):
                let report = inspector.inspect(document)
                if json.isOn {
                    try output.append(report.json.description + "\n")
                } else {
                    try output.append((shown > 0 ? "\n" : "") + page.text(of: report, document.text))
                }
                shown += 1
            case .skipped(let input):
                StandardError.complain("left out \(input)")
                leftOut += 1
            }
        }
        try output.flush()
        if leftOut > 0 { throw shown > 0 ? ExitStatus.someInputLeftOut : .inputOrSystemError }
    }
}
