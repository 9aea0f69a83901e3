import Foundation
import Testing

/// The built command, run as people and scripts run it.
@Suite(.enabled(if: BuiltCommand.binary != nil)) struct CommandLineTests {
    private func vanthu(_ arguments: String..., input: String = "") throws -> BuiltCommand.Outcome {
        try BuiltCommand.run(arguments, input: Array(input.utf8))
    }

    private func vanthu(_ arguments: [String]) throws -> BuiltCommand.Outcome { try BuiltCommand.run(arguments) }

    private func expectOneLine(_ error: String) {
        #expect(
            error.hasPrefix("vanthu: ") && error.hasSuffix("\n") && error.filter(\.isNewline).count == 1, "\(error)")
    }

    @Test func helpAndVersionGoToStandardOutput() throws {
        let version = try vanthu("--version")
        #expect(version.status == 0 && version.output.hasPrefix("vanthu ") && version.error.isEmpty)
        for command in [
            "index", "search", "show", "similar", "run", "eval", "analyze", "inspect", "stats", "check", "delete",
            "compact",
        ] {
            let help = try vanthu(command, "--help")
            #expect(help.status == 0 && help.error.isEmpty)
            #expect(help.output.contains("Example") && help.output.contains("vanthu \(command)"), "\(command)")
        }
    }

    @Test(
        "Wrong usage is exit code 2 and one line",
        arguments: [
            ["nonsense"], ["search"], ["search", "--index", "x"], ["search", "--index", "x", "--by", "page", "đất"],
            ["search", "--index", "x", "--top", "0", "đất"], ["search", "--index", "x", "--nonsense", "đất"],
            ["index", "--index", "x"], ["index", "--index", "x", "--memory", "much", "a"],
            ["index", "--index", "x", "--threads", "0", "a"], ["run", "--index", "x"],
            ["run", "--index", "x", "--topics", "t", "--output", "o", "--repeat", "0"],
            ["run", "--index", "x", "--topics", "t", "--output", "o", "--b", "2"], ["delete", "--index", "x"],
            ["eval", "--qrels", "q"], ["inspect"], ["show", "--index", "x"], ["similar", "--index", "x"],
            ["show", "--index", "x", "--citing", "-1", "a"], ["similar", "--index", "x", "--top", "0", "a"],
            ["search", "--index", "x", "--filter", ""], ["search", "--index", "x", "--sort", "best", "đất"],
            ["search", "--index", "x", "--facets", "type,colour", "đất"],
            ["stats", "--index", "x", "--most-cited", "0"],
            ["search", "--index", "x", "--facets", "type", "--facet-values", "0", "đất"],
            ["search", "--index", "x", "--passages", "2", "đất"],
            ["search", "--index", "x", "--by", "document", "--passages", "0", "đất"],
            ["search", "--index", "x", "--after", "behind", "đất"],
            ["search", "--index", "x", "--after", "s.1.2.3.4.5", "đất"],
        ])
    func wrongUsage(arguments: [String]) throws {
        let outcome = try vanthu(arguments)
        #expect(outcome.status == 2 && outcome.output.isEmpty)
        expectOneLine(outcome.error)
    }

    @Test func aMissingIndexIsExitCode3AndMadeByNoReader() throws {
        try withFolder { folder in
            let index = folder + "/none"
            try Data("t\tđất\n".utf8).write(to: URL(fileURLWithPath: folder + "/topics"))
            for arguments in [
                ["search", "--index", index, "đất"], ["stats", "--index", index],
                ["show", "--index", index, "a"], ["similar", "--index", index, "a"],
                ["check", "--index", index, "--json"],
                ["delete", "--index", index, "a"], ["compact", "--index", index],
                ["run", "--index", index, "--topics", folder + "/topics", "--output", folder + "/out"],
            ] {
                let outcome = try vanthu(arguments)
                #expect(outcome.status == 3 && outcome.output.isEmpty, "\(arguments)")
                expectOneLine(outcome.error)
                #expect(!FileManager.default.fileExists(atPath: index), "\(arguments)")
            }
        }
    }

    @Test func evalPrintsTheFiguresOfTheContract() throws {
        try withFolder { folder in
            try Data("q 0 a 1\nq 0 b 1\n".utf8).write(to: URL(fileURLWithPath: folder + "/qrels"))
            try Data("q Q0 x 1 3 r\nq Q0 a 2 2 r\n".utf8).write(to: URL(fileURLWithPath: folder + "/run"))
            let outcome = try vanthu("eval", "--qrels", folder + "/qrels", "--run", folder + "/run", "--json")
            #expect(outcome.status == 0 && outcome.error.isEmpty)
            let figures = try #require(
                try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Double])
            #expect(Set(figures.keys) == ["ndcg@10", "mrr@10", "recall@10", "recall@100", "map", "topics", "answered"])
            #expect(figures["mrr@10"] == 0.5 && figures["recall@10"] == 0.5 && figures["map"] == 0.25)
            let table = try vanthu("eval", "--qrels", folder + "/qrels", "--run", folder + "/run")
            #expect(table.output.hasPrefix("ndcg@10     0.3869\nmrr@10      0.5000\n"))
        }
    }

    @Test func evalOfSeveralRunsIsATableOrALineEach() throws {
        try withFolder { folder in
            try Data("q 0 a 1\n".utf8).write(to: URL(fileURLWithPath: folder + "/qrels"))
            try Data("q Q0 a 1 2 r\n".utf8).write(to: URL(fileURLWithPath: folder + "/good.trec"))
            try Data("q Q0 b 1 2 r\n".utf8).write(to: URL(fileURLWithPath: folder + "/bad"))
            let arguments = [
                "eval", "--qrels", folder + "/qrels", "--run", folder + "/good.trec", "--run", folder + "/bad",
            ]
            let table = try BuiltCommand.run(arguments)
            #expect(
                table.output == """
                    run   ndcg@10  mrr@10  recall@10  recall@100  map     answered
                    good  1.0000   1.0000  1.0000     1.0000      1.0000  1
                    bad   0.0000   0.0000  0.0000     0.0000      0.0000  1
                    over 1 topic

                    """)
            let lines = try BuiltCommand.run(arguments + ["--json"]).output.split(separator: "\n").map {
                try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
            }
            #expect(lines.map { $0["ndcg@10"] as? Double } == [1, 0])
            #expect(lines.map { $0["run"] as? String } == [folder + "/good.trec", folder + "/bad"])
        }
    }

    @Test func inputErrorsAreExitCode4AndNameFileAndLine() throws {
        try withFolder { folder in
            try Data("q 0 a 1\n".utf8).write(to: URL(fileURLWithPath: folder + "/qrels"))
            try Data("q Q0 a 1 2 r\nq Q0\n".utf8).write(to: URL(fileURLWithPath: folder + "/run"))
            let bad = try vanthu("eval", "--qrels", folder + "/qrels", "--run", folder + "/run")
            #expect(bad.status == 4 && bad.error.contains(folder + "/run:2: "))
            expectOneLine(bad.error)
            let missing = try vanthu("eval", "--qrels", folder + "/nowhere", "--run", folder + "/run")
            #expect(missing.status == 4 && missing.error.contains("No such file"))
            let topics = try vanthu("run", "--index", "x", "--topics", "-", "--output", "o", input: "no tab\n")
            #expect(topics.status == 4 && topics.error.contains("standard input:1: "))
        }
    }

    @Test func analyzePrintsATokenALine() throws {
        let typed = try vanthu("analyze", "--json", "Thu", "hồi")
        let read = try vanthu("analyze", "--json", input: "Thu hồi")
        #expect(typed.status == 0 && typed.error.isEmpty && typed.output == read.output)
        let lines = try typed.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(lines.count == 2)
        for line in lines {
            #expect(Set(line.keys) == ["text", "start", "end", "key", "folded", "kind", "position"])
        }
        #expect(lines.last?["folded"] as? String == "hoi" && lines.last?["start"] as? Int == 4)
        let table = try vanthu("analyze", "-", input: "Thu hồi")
        #expect(table.output.split(separator: "\n").count == 3 && table.output.hasPrefix("position"))
    }

    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("vanthu-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path)
    }
}
