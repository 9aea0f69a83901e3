import Foundation
import Testing

@testable import vanthu

/// `vanthu benchmark` from end to end, on the few documents of Corpus/.
@Suite(.enabled(if: BuiltCommand.binary != nil)) struct BenchmarkTests {
    private static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Corpus/documents").path

    @Test func indexingIsMeasuredByThreadsAndUnit() throws {
        let place = try Workplace()
        let outcome = try place.vanthu(
            "benchmark", "index", "--corpus", Self.corpus, "--runs", "1", "--threads", "1,2", "--work", place.path,
            "--chart", "i.svg", "--json")
        #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
        let object = try outcome.object
        #expect(object["benchmark"] as? String == "index" && (object["machine"] as? [String: Any])?["cores"] is Int)
        let results = try #require(object["results"] as? [[String: Any]])
        #expect(results.map { $0["threads"] as? Int } == [1, 2, 1, 2])
        #expect(results.map { $0["unit"] as? String } == ["passages", "passages", "whole", "whole"])
        #expect((object["runs"] as? [Any])?.count == 4)
        for result in results {
            let speed = try #require(result["mb_per_second"] as? [String: Double])
            #expect((speed["median"] ?? 0) > 0 && speed["lowest"] == speed["highest"])
            #expect(((result["peak_rss_bytes"] as? [String: Int])?["median"] ?? 0) > 1_000_000)
        }
        #expect(String(decoding: try place.read("i.svg"), as: UTF8.self).hasSuffix("</svg>\n"))
        // The indexes are gone.
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.path) == ["i.svg"])
    }

    @Test func searchingIsMeasuredByKindAndBand() throws {
        let place = try Workplace()
        let outcome = try place.vanthu(
            "benchmark", "search", "--corpus", Self.corpus, "--runs", "1", "--warm", "0", "--count", "30", "--chart",
            "s.svg", "--json")
        #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
        let object = try outcome.object
        let results = try #require(object["results"] as? [[String: Any]])
        #expect(results.count == 10 && (object["floor_us"] as? Double ?? 0) > 0)
        #expect(results.map { $0["kind"] as? String }.suffix(3) == ["phrase", "question", "question"])
        for result in results {
            let (p50, p99) = (result["p50_us"] as? Double ?? 0, result["p99_us"] as? Double ?? 0)
            #expect(p50 > 0 && p50 <= p99 && !((result["bands"] as? [String: Any]) ?? [:]).isEmpty)
            #expect((result["hits"] as? Int ?? 0) > 0)
        }
        #expect(String(decoding: try place.read("s.svg"), as: UTF8.self).contains("Phrase"))
    }

    @Test func queriesAreWrittenAndAskedOfAnIndex() throws {
        let place = try Workplace()
        #expect(try place.vanthu("index", "--index", "i", Self.corpus).status == 0)
        for folder in ["q", "again"] {
            let made = try place.vanthu(
                "benchmark", "queries", "--corpus", Self.corpus, "--output", folder, "--count", "30")
            #expect(made.status == 0 && made.output.contains("questions"), "\(made.error)")
        }
        for shape in ["term", "words", "questions"] {
            for name in ["\(shape).tsv", "\(shape).khongdau.tsv"] {
                #expect(try place.read("q/" + name) == place.read("again/" + name))
            }
            let run = try place.vanthu(
                "run", "--index", "i", "--topics", "q/\(shape).khongdau.tsv", "--output", "r", "--repeat", "1",
                "--warm", "0")
            #expect(run.status == 0, "\(run.error)")
        }
        let asked = try place.vanthu(
            "benchmark", "search", "--index", "i", "--queries", "q", "--runs", "1", "--warm", "0")
        #expect(asked.status == 0 && asked.output.contains("queries/s") && asked.output.contains("middling"))
        let topics = try place.vanthu(
            "benchmark", "queries", "--corpus", Self.corpus, "--topics", Self.corpus + "/../topics.tsv", "--output", "t"
        )
        #expect(topics.status == 0)
        #expect(
            try place.read("t/questions.tsv")
                == Array(Data(contentsOf: URL(fileURLWithPath: Self.corpus + "/../topics.tsv"))))
    }

    @Test func textsAreMadeWhereNoneAreNamed() throws {
        let place = try Workplace()
        let outcome = try place.vanthu(
            "benchmark", "index", "--size", "100kB", "--from", Self.corpus, "--runs", "1", "--threads", "1", "--unit",
            "whole", "--json")
        #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
        let corpus = try #require(try outcome.object["corpus"] as? [String: Any])
        #expect(corpus["made_from_seed"] as? Int == 1 && (corpus["text_bytes"] as? Int ?? 0) > 90_000)
        let nowhere = try place.vanthu("benchmark", "index", "--from", "nowhere")
        #expect(nowhere.status == 4 && nowhere.error.contains("nowhere: no such file"))
    }

    @Test(
        "Wrong usage is exit code 2 and one line",
        arguments: [
            ["index", "--runs", "0"], ["index", "--threads", "0"], ["index", "--threads", "1,x"],
            ["index", "--threads", "1,1"], ["index", "--unit", "pages"], ["index", "--corpus", "-"],
            ["index", "--corpus", "a", "--size", "1MB"], ["index", "--chart", "-", "--json"],
            ["search", "--runs", "0"], ["search", "--index", "i"], ["search", "--top", "0"],
            ["search", "--queries", "q", "--topics", "t"], ["search", "--index", "i", "--queries", "q", "--compact"],
            ["queries", "--corpus", "a"], ["queries", "--output", "o", "--count", "0"], ["compare", "a.json"],
            ["nonsense"],
        ])
    func wrongUsage(arguments: [String]) throws {
        let outcome = try BuiltCommand.run(["benchmark"] + arguments)
        #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome)")
        #expect(outcome.error.hasPrefix("vanthu: ") && outcome.error.filter(\.isNewline).count == 1, "\(outcome.error)")
    }

    @Test func whatIsMissingIsNamed() throws {
        let place = try Workplace()
        try place.write("empty/none.txt", "")
        try place.write("t.tsv", "q1\tđất\n")
        try place.write("q/words.tsv", "r1\tđất\n")
        try place.write("q/words.khongdau.tsv", "r2\tdat\n")
        for (arguments, status, words) in [
            (["index", "--corpus", "nowhere"], 4, "nowhere: no such file"),
            (["index", "--corpus", "empty"], 4, "no text to measure with"),
            (["index", "--corpus", "t.tsv", "--work", "nowhere"], 4, "nowhere: "),
            (["search", "--index", "nowhere", "--queries", "q"], 4, "are not those of"),
            (["search", "--index", "nowhere", "--corpus", "t.tsv"], 3, "no index"),
            (["search", "--index", "nowhere", "--queries", "empty"], 4, "term.tsv"),
        ] {
            let outcome = try BuiltCommand.run(["benchmark"] + arguments, in: place.path)
            #expect(outcome.status == Int32(status) && outcome.error.contains(words), "\(arguments) \(outcome)")
            #expect(outcome.error.filter(\.isNewline).count == 1)
        }
    }

    @Test func resultsAreComparedWithTheFirst() throws {
        let place = try Workplace()
        func result(_ median: Double, _ lowest: Double, _ highest: Double) -> String {
            """
            {"benchmark":"index","date":"2026-11-24T00:00:00Z","machine":{"processor":"P","cores":2},"results":[
            {"threads":1,"unit":"whole","mb_per_second":{"median":\(median),"lowest":\(lowest),"highest":\(highest)},
            "index_bytes":{"median":1000000,"lowest":1000000,"highest":1000000}}]}
            """
        }
        try place.write("a.json", result(50, 40, 55))
        try place.write("b.json", result(100, 80, 110))
        try place.write("c.json", result(52, 50, 60))
        let page = try place.vanthu("benchmark", "compare", "a.json", "b.json", "c.json")
        #expect(page.status == 0 && page.output.contains("2.00") && page.output.contains("1.45–2.75"), "\(page)")
        let object = try place.vanthu("benchmark", "compare", "a.json", "c.json", "--json").object
        let first = try #require((object["comparisons"] as? [[String: Any]])?.first)
        let other = try #require((first["others"] as? [[String: [String: Double]]])?.first)
        #expect(other["ratio"]?["median"] == 1.04 && first["measure"] as? String == "MB/s")
        try place.write("s.json", #"{"benchmark":"search","results":[{"kind":"any","p50_us":7}]}"#)
        try place.write("t.json", "{")
        for (file, words) in [
            ("s.json", "of search"), ("t.json", "no result of a benchmark"), ("u.json", "No such file"),
        ] {
            let refused = try place.vanthu("benchmark", "compare", "a.json", file)
            #expect(refused.status == 4 && refused.error.contains(words), "\(refused)")
        }
    }

    @Test func anInterruptedBenchmarkLeavesNothing() throws {
        let place = try Workplace()
        try FileManager.default.createDirectory(atPath: place.path + "/w", withIntermediateDirectories: true)
        let outcome = try BuiltCommand.run(
            ["benchmark", "index", "--corpus", Self.corpus, "--runs", "1000", "--work", place.path + "/w"],
            killedAfter: 0.5, signal: SIGTERM)
        #expect(outcome.status == 128 + SIGTERM)
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.path + "/w").isEmpty)
    }

    @Test func helpTeaches() throws {
        for arguments in [
            ["benchmark"], ["benchmark", "compare"], ["benchmark", "index"], ["benchmark", "search"],
            ["benchmark", "queries"],
        ] {
            let help = try BuiltCommand.run(arguments + ["--help"])
            #expect(help.status == 0 && help.output.contains("Examples:"), "\(arguments)")
        }
    }
}
