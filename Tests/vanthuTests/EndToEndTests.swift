import Foundation
import Testing

/// From files to answers with the built command, as people and scripts use it.
@Suite(.enabled(if: BuiltCommand.binary != nil)) struct EndToEndTests {
    private func workplace() throws -> Workplace {
        let place = try Workplace()
        try place.write("docs/a.txt", "Quyết định 15/2020/QĐ-TTg\n\nHỗ trợ hộ nghèo trữ nước ngọt.")
        try place.write("docs/sub/b.md", "Báo cáo phòng, chống hạn mặn.\r\nTỉnh Sóc Trăng.")
        try place.write(
            "more.jsonl",
            #"{"id":"c","title":"Kế hoạch","text":"Giao đất cho hộ nghèo.","number":"7/KH-UBND","issued_on":"2023-02-01"}"#
                + "\n"
                + #"{"id":"d","title":"","text":"Thu hồi đất."}"# + "\n")
        return place
    }

    private func indexed() throws -> Workplace {
        let place = try workplace()
        let outcome = try place.vanthu("index", "--index", "i", "docs", "more.jsonl")
        #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
        return place
    }

    @Test func filesFoldersLinesAndStandardInputAreIndexed() throws {
        let place = try workplace()
        for paths in [["docs/a.txt"], ["docs"], ["more.jsonl"]] {
            let outcome = try BuiltCommand.run(["index", "--index", "i"] + paths, in: place.path)
            #expect(outcome.status == 0 && outcome.error.isEmpty && outcome.output.contains("document"))
        }
        #expect(try place.found("hộ nghèo").sorted() == ["c", "docs/a.txt"])
        let piped = try place.vanthu(
            "index", "--index", "i", "-", input: #"{"id":"e","text":"Rừng ngập mặn"}"# + "\n")
        #expect(piped.status == 0)
        #expect(try place.found("mặn").sorted() == ["docs/sub/b.md", "e"])
        #expect(try place.vanthu("index", "--index", "i", "-", input: "Một văn bản trơn").status == 0)
        #expect(try place.found("trơn") == ["-"])
        #expect(try place.found("15/2020/qd-ttg").first == "docs/a.txt")
    }

    @Test func theKeysOfTheContractAreThere() throws {
        let place = try workplace()
        let index = try place.vanthu("index", "--index", "i", "--json", "docs", "more.jsonl").object
        #expect(
            Set(index.keys) == [
                "documents", "passages", "tokens", "input_bytes", "seconds", "cpu_seconds", "index_bytes",
                "stored_bytes", "peak_rss_bytes", "skipped", "skipped_inputs",
            ])
        #expect(index["documents"] as? Int == 4 && index["skipped"] as? Int == 0)
        let search = try place.vanthu("search", "--index", "i", "--json", "giao dat").object
        #expect(
            Set(search.keys) == [
                "total", "total_is_exact", "elapsed_us", "hits", "notes", "understood", "next", "facets",
            ])
        let hits = try #require(search["hits"] as? [[String: Any]])
        #expect(search["total"] as? Int == 2 && hits.count == 2)
        let hit = hits[0]
        #expect(Set(hit.keys) == ["rank", "score", "document", "passage"] && hit["rank"] as? Int == 1)
        let document = try #require(hit["document"] as? [String: Any])
        #expect(Set(document.keys) == ["id", "number", "type", "agency", "issued_on", "title"])
        #expect(document["id"] as? String == "c" && document["number"] as? String == "7/KH-UBND")
        #expect(document["issued_on"] as? String == "2023-02-01" && document["type"] is NSNull)
        let passage = try #require(hit["passage"] as? [String: Any])
        #expect(Set(passage.keys) == ["ordinal", "path", "start", "end", "text", "highlights", "snippet"])
        #expect(passage["text"] as? String == "Giao đất cho hộ nghèo." && passage["start"] as? Int == 0)
        #expect(passage["highlights"] as? [[Int]] == [[0, 4], [5, 11]])
        let stats = try place.vanthu("stats", "--index", "i", "--json").object
        for key in ["documents", "passages", "segments", "terms", "index_bytes", "stored_bytes", "seconds"] {
            #expect(stats[key] is NSNumber, "\(key)")
        }
        #expect(stats["documents"] as? Int == 4)
        let bytes = try FileManager.default.contentsOfDirectory(atPath: place.path + "/i").reduce(0) {
            try $0 + place.read("i/" + $1).count
        }
        #expect(stats["index_bytes"] as? Int == bytes && index["index_bytes"] as? Int == bytes)
        let check = try place.vanthu("check", "--index", "i", "--json").object
        #expect(check["documents"] as? Int == 4 && (check["problems"] as? [String])?.isEmpty == true)
        #expect(check["seconds"] is NSNumber)
        let delete = try place.vanthu("delete", "--index", "i", "--json", "d")
        #expect(delete.status == 0)
        #expect(try Set(delete.object.keys) == ["deleted", "missing", "seconds"])
        let compact = try place.vanthu("compact", "--index", "i", "--json").object
        #expect(compact["documents"] as? Int == 3 && compact["segments"] as? Int == 1 && compact["seconds"] is NSNumber)
    }

    @Test func aRunOfQueriesIsMeasured() throws {
        let place = try indexed()
        try place.write("topics.tsv", "q1\tho ngheo tru nuoc\nq2\thạn mặn\n")
        try place.write("qrels.txt", "q1 0 docs/a.txt 1\nq2 0 docs/sub/b.md 1\n")
        let run = try place.vanthu(
            "run", "--index", "i", "--topics", "topics.tsv", "--output", "r.trec", "--by", "document", "--repeat", "3",
            "--warm", "0", "--latencies", "ns.txt", "--json")
        #expect(run.status == 0 && run.error.isEmpty)
        let figures = try run.object
        for key in ["p50_us", "p90_us", "p99_us", "mean_us"] { #expect(figures[key] is NSNumber) }
        #expect(figures["queries"] as? Int == 2)
        let passes = String(decoding: try place.read("ns.txt"), as: UTF8.self).split(separator: "\n")
        #expect(passes.count == 3 && passes.allSatisfy { $0.split(separator: " ").count == 2 })
        let lines = String(decoding: try place.read("r.trec"), as: UTF8.self).split(separator: "\n")
        #expect(lines.first?.hasPrefix("q1 Q0 docs/a.txt 1 ") == true)
        let eval = try place.vanthu("eval", "--qrels", "qrels.txt", "--run", "r.trec", "--json").object
        #expect(eval["mrr@10"] as? Double == 1)
    }

    @Test func removedAndCompactedDocumentsAreGone() throws {
        let place = try indexed()
        try place.write("gone.txt", "c\nnowhere\n")
        let delete = try place.vanthu("delete", "--index", "i", "docs/a.txt", "--from", "gone.txt")
        #expect(delete.status == 1 && delete.error == "vanthu: no document nowhere in the index\n")
        for _ in 0..<2 {
            #expect(try place.found("hộ nghèo").isEmpty)
            #expect(try place.found("đất") == ["d"])
            #expect(try place.vanthu("compact", "--index", "i").status == 0)
            #expect(try place.vanthu("check", "--index", "i").status == 0)
        }
        #expect(try place.vanthu("index", "--index", "i", "docs").status == 0)
        #expect(try place.found("hộ nghèo") == ["docs/a.txt"])
    }

    @Test func inputThatCannotBeReadIsNamedAndTheRestIsThere() throws {
        let place = try workplace()
        try place.write("docs/bad.txt", Array("nước ".utf8) + [0xC3, 0x28])
        try place.write("docs/empty.txt", "")
        try place.write(
            "docs/lines.jsonl", #"{"id":"x","text":"tràm"}"# + "\n{broken\n" + #"{"id":"y","text":"đước"}"# + "\n")
        try FileManager.default.createSymbolicLink(atPath: place.path + "/docs/sub/up", withDestinationPath: "..")
        let outcome = try place.vanthu("index", "--index", "i", "--json", "docs", "absent.txt")
        #expect(outcome.status == 1)
        let report = try outcome.object
        #expect(report["documents"] as? Int == 4 && report["skipped"] as? Int == 5)
        let errors = outcome.error.split(separator: "\n").map(String.init)
        #expect(errors.count == 5 && errors.allSatisfy { $0.hasPrefix("vanthu: left out ") })
        for part in [
            "docs/bad.txt: invalid UTF-8 (byte 8)", "docs/empty.txt: empty file", "docs/lines.jsonl:2: ",
            "docs/sub/up: leads back", "absent.txt: no such file",
        ] {
            #expect(errors.contains { $0.contains(part) }, "\(part)")
        }
        let inputs = try #require(report["skipped_inputs"] as? [[String: Any]])
        #expect(inputs.contains { $0["path"] as? String == "docs/bad.txt" && $0["byte"] as? Int == 8 })
        #expect(inputs.contains { $0["path"] as? String == "docs/lines.jsonl" && $0["line"] as? Int == 2 })
        #expect(try place.found("tràm đước").sorted() == ["x", "y"])
        let lenient = try place.vanthu("index", "--index", "i", "--lenient", "docs/bad.txt")
        #expect(lenient.status == 0 && lenient.error.isEmpty)
        #expect(try place.found("nước").sorted() == ["docs/a.txt", "docs/bad.txt"])
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything"))
    func aFolderWithoutPermissionIsLeftOut() throws {
        let place = try workplace()
        chmod(place.path + "/docs/sub", 0)
        defer { chmod(place.path + "/docs/sub", 0o700) }
        let outcome = try place.vanthu("index", "--index", "i", "docs")
        #expect(outcome.status == 1 && outcome.error.contains("docs/sub: no permission"))
        #expect(try place.found("nước") == ["docs/a.txt"])
    }

    @Test func exitCodesTellWhoseFaultItIs() throws {
        let place = try indexed()
        let unit = try place.vanthu("index", "--index", "i", "--unit", "whole", "docs")
        #expect(unit.status == 2 && unit.error.contains("--unit passages"))
        for index in ["none", "docs", "docs/a.txt"] {
            let search = try place.vanthu("search", "--index", index, "đất")
            #expect(search.status == 3 && search.error == "vanthu: there is no index in \(index)\n")
        }
        for index in ["docs/a.txt", "/proc/nowhere"] {
            let outcome = try place.vanthu("index", "--index", index, "docs")
            #expect(outcome.status == 4 && outcome.error.hasPrefix("vanthu: ") && outcome.output.isEmpty, "\(index)")
        }
        #expect(try place.vanthu("run", "--index", "i", "--topics", "none", "--output", "o").status == 4)
        let odd = try place.vanthu("search", "--index", "i", "--", "-\"  +")
        #expect(odd.status == 0 && odd.output.hasPrefix("nothing found"))
    }
}
