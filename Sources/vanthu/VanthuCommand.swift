import ArgumentParser
import Glibc
import VanThu

/// The root of the command line.
@main
struct VanthuCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vanthu",
        abstract: "Full-text search for Vietnamese administrative documents.",
        discussion: """
            Put documents into an index, then ask which passage says what you look for:

              vanthu index --index kho van-ban/
              vanthu search --index kho "thẩm quyền thu hồi đất"
              vanthu search --index kho 'loai:nghi-quyet nam:2023 "trữ nước ngọt"'
              vanthu show --index kho 22/2023/NQ-HĐND

            Words typed without diacritics find words with them; words typed with them are taken at their word. \
            Quotes ask for words side by side, + for what must be there, - for what must not; \
            fields (loai:, so:, co-quan:, ngay:, nam:, cites: …) ask for what is known of a document.

            Exit codes: 0 done; 1 done, but some input was left out (named on standard error); 2 wrong usage; \
            3 the index is missing, locked or damaged; 4 input or system error.
            """,
        version: "vanthu 0.1.0",
        subcommands: [
            IndexCommand.self, SearchCommand.self, ShowCommand.self, SimilarCommand.self, StatsCommand.self,
            CheckCommand.self, DeleteCommand.self, CompactCommand.self, InspectCommand.self, AnalyzeCommand.self,
            RunCommand.self, EvalCommand.self,
            BenchmarkCommand.self, GenerateCommand.self,
        ])

    static func main() {
        Glibc.exit(ExitStatus.running { try parseAsRoot() }.rawValue)
    }
}
