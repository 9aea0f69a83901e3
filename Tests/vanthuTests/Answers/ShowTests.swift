import Foundation
import Testing

/// `vanthu show`, `similar` and `stats --most-cited` on the documents of Corpus/.
@Suite(.enabled(if: BuiltCommand.binary != nil)) struct ShowTests {
    private static let resolution = "Corpus/documents/06-nghi-quyet-22-2023-nq-hdnd-ho-tro-tru-nuoc.txt"

    private func documents(_ outcome: BuiltCommand.Outcome) throws -> [[String: Any]] {
        try #require(try outcome.object["documents"] as? [[String: Any]])
    }

    @Test func aDocumentIsShownByItsNumberInAnySpellingAndByItsID() throws {
        let index = try CorpusIndex()
        let shown = try index.vanthu("show", "22/2023/NQ-HĐND")
        #expect(shown.status == 0 && shown.error.isEmpty && !shown.output.contains("\u{1B}"))
        #expect(shown.output.hasPrefix("22/2023/NQ-HĐND · Nghị quyết quy định mức hỗ trợ hộ gia đình trữ nước ngọt"))
        for line in [
            "  id         \(Self.resolution)\n", "  agency     Hội đồng nhân dân tỉnh Sóc Trăng\n",
            "  issued on  2023-12-08\n", "\noutline  27\n", "  2901–2940      a) Hộ nghèo: 3.000.000 đồng/hộ;\n",
            "\ncites  7, 1 in this index\n", "  basis  Luật Phòng, chống thiên tai ngày 19 tháng 6 năm 2013\n",
            "         → 213/TTr-UBND · Tờ trình về dự thảo Nghị quyết", "\ncited by  4\n",
        ] {
            #expect(shown.output.contains(line), "\(line)")
        }
        for name in ["22/2023/nq–hdnd", "22 / 2023/NQ-HĐND", Self.resolution] {
            #expect(try index.vanthu("show", name).output == shown.output, "\(name)")
        }
        // Its path alone is wider than a page.
        let lines = shown.output.split(separator: "\n").filter { !$0.contains("Corpus/") }
        #expect(lines.allSatisfy { $0.count <= 80 })
    }

    @Test func theKeysOfTheContractAreThere() throws {
        let index = try CorpusIndex()
        let outcome = try index.vanthu("show", "--json", "22/2023/NQ-HĐND")
        #expect(outcome.status == 0)
        #expect(try Set(outcome.object.keys) == ["documents", "seconds"])
        let document = try #require(try documents(outcome).first)
        #expect(
            Set(document.keys) == [
                "id", "number", "type", "agency", "issued_on", "title", "metadata", "outline", "cites", "cited_by",
                "cited_by_total",
            ])
        #expect((document["metadata"] as? [String: Any])?["place"] as? String == "Sóc Trăng")
        let node = try #require((document["outline"] as? [[String: Any]])?.first)
        #expect(Set(node.keys) == ["level", "number", "title", "start", "end", "parent"])
        let cites = try #require(document["cites"] as? [[String: Any]])
        #expect(cites.allSatisfy { Set($0.keys) == ["key", "text", "relations", "mentions", "document"] })
        #expect(cites.first?["relations"] as? [String] == ["basis"] && cites.first?["document"] is NSNull)
        let held = try #require(cites.compactMap { $0["document"] as? [String: Any] }.first)
        #expect(held["number"] as? String == "213/TTr-UBND")
        let citing = try #require(document["cited_by"] as? [[String: Any]])
        #expect(citing.count == 4 && citing.allSatisfy { Set($0.keys) == ["document", "relations"] })
        #expect(document["cited_by_total"] as? Int == 4)
        let few = try #require(try documents(index.vanthu("show", "--json", "--citing", "1", "22/2023/NQ-HĐND")).first)
        #expect((few["cited_by"] as? [Any])?.count == 1 && few["cited_by_total"] as? Int == 4)
        let page = try index.vanthu("show", "--citing", "1", "22/2023/NQ-HĐND")
        #expect(page.output.contains("\ncited by  4, the newest 1 (--citing)\n"))
    }

    @Test func theTextIsGivenByteForByte() throws {
        let index = try CorpusIndex()
        let original = try CorpusIndex.bytes(Self.resolution)
        let text = try index.vanthu("show", "--text", "22/2023/NQ-HĐND")
        #expect(text.status == 0 && Array(text.output.utf8) == original && text.error.isEmpty)
        let document = try #require(try documents(index.vanthu("show", "--text", "--json", "22/2023/NQ-HĐND")).first)
        #expect((document["text"] as? String).map { Array($0.utf8) } == original)
    }

    @Test func documentsOfOneNumberAreAllShownAndWhatIsMissingIsNamed() throws {
        let place = try Workplace()
        try place.write(
            "a.jsonl",
            #"{"id":"a","number":"7/QĐ-UBND","title":"Một","issued_on":"2020-01-01","text":"Giao đất."}"# + "\n"
                + #"{"id":"b","number":"07/QĐ-UBND","title":"Hai","issued_on":"2021-01-01","year":2021,"text":"Theo số 9/QĐ-UBND."}"#
                + "\n" + #"{"id":"c","number":"9/QĐ-UBND","text":"Thu hồi đất\u001b[2J."}"# + "\n")
        #expect(try place.vanthu("index", "--index", "i", "a.jsonl").status == 0)
        let one = try place.vanthu("show", "--index", "i", "a")
        #expect(one.status == 0 && one.output.hasPrefix("7/QĐ-UBND · Một\n"))
        let both = try place.vanthu("show", "--index", "i", "7/qđ-ubnd")
        let ids = try documents(place.vanthu("show", "--index", "i", "--json", "7/qđ-ubnd")).map { $0["id"] as? String }
        if ids.count > 1 {
            #expect(ids == ["b", "a"] && both.output.hasPrefix("2 documents are called 7/qđ-ubnd:\n\n"))
            let text = try place.vanthu("show", "--index", "i", "--text", "7/QĐ-UBND")
            #expect(text.status == 2 && text.output.isEmpty && text.error.hasSuffix("name one by its id: b, a\n"))
        }
        let mixed = try place.vanthu("show", "--index", "i", "nowhere", "c", "9/QĐ-UBND", "8/QĐ-UBND")
        #expect(mixed.status == 1)
        #expect(mixed.error == "vanthu: no document nowhere in the index\nvanthu: no document 8/QĐ-UBND in the index\n")
        #expect(mixed.output.components(separatedBy: "\noutline  ").count == 2, "c is shown once")
        #expect(mixed.output.contains("\ncited by  1\n") && !mixed.output.contains("\u{1B}"))
        let none = try place.vanthu("show", "--index", "i", "--json", "nowhere")
        #expect(none.status == 1)
        #expect(try documents(none).isEmpty)
        #expect(try place.vanthu("show", "--index", "i", "b").output.contains("  year       2021\n"))
        #expect(try place.vanthu("show", "--index", "i", "--text", "c", "a").output == "Thu hồi đất\u{1B}[2J.Giao đất.")
    }

    @Test func whatIsLikeADocumentOrAPassageIsNotTheDocumentItself() throws {
        let index = try CorpusIndex()
        let alike = try index.vanthu("similar", "--json", "--top", "100", "22/2023/NQ-HĐND")
        #expect(alike.status == 0 && alike.error.isEmpty)
        let result = try alike.object
        #expect(
            Set(result.keys)
                == ["total", "total_is_exact", "elapsed_us", "hits", "notes", "understood", "next", "facets"])
        let hits = try #require(result["hits"] as? [[String: Any]])
        let ids = hits.compactMap { ($0["document"] as? [String: Any])?["id"] as? String }
        #expect(ids.first?.contains("07-to-trinh-213") == true, "the proposal it was made from")
        #expect(!ids.contains(Self.resolution) && Set(ids).count == ids.count)
        let page = try index.vanthu("similar", "--top", "2", "22/2023/nq-hdnd")
        #expect(page.output.hasPrefix("1. 213/TTr-UBND · ") && page.output.contains("\n2 of "))
        #expect(!page.output.contains("\u{1B}"))
        let passage = try index.vanthu("similar", "--by", "passage", "--top", "3", "\(Self.resolution)#2", "--json")
        let places = try #require(try passage.object["hits"] as? [[String: Any]])
        #expect(places.count == 3)
        #expect(places.allSatisfy { ($0["document"] as? [String: Any])?["id"] as? String != Self.resolution })
        for name in ["1/NQ-XYZ", "22/2023/NQ-HĐND#999", "22/2023/NQ-HĐND#-1", "22/2023/NQ-HĐND#x"] {
            let outcome = try index.vanthu("similar", name)
            #expect(outcome.status == 1 && outcome.output.isEmpty, "\(name)")
            #expect(outcome.error == "vanthu: no document or passage \(name) in the index\n")
        }
    }

    @Test func theMostCitedAreCounted() throws {
        let index = try CorpusIndex()
        let object = try index.vanthu("stats", "--json", "--most-cited", "1000").object
        let cited = try #require(object["most_cited"] as? [[String: Any]])
        #expect(cited.allSatisfy { Set($0.keys) == ["key", "text", "documents", "document"] })
        let counts = cited.compactMap { $0["documents"] as? Int }
        #expect(counts == counts.sorted(by: >) && counts.count == cited.count)
        // By hand: the documents whose inspection names each key.
        let inspected = try BuiltCommand.run(["inspect", "--json", "Corpus/documents"], in: CorpusIndex.package.path)
        var expected: [String: Int] = [:]
        for line in inspected.output.split(separator: "\n") {
            let report = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let citations = try #require(report["citations"] as? [[String: Any]])
            for key in Set(citations.compactMap { $0["key"] as? String }) { expected[key, default: 0] += 1 }
        }
        let pairs = cited.map { ($0["key"] as? String ?? "", $0["documents"] as? Int ?? 0) }
        #expect(Dictionary(pairs, uniquingKeysWith: +) == expected)
        let held = try #require(cited.first { $0["key"] as? String == "22/2023/nq-hdnd" })
        #expect((held["document"] as? [String: Any])?["id"] as? String == Self.resolution)
        #expect(held["documents"] as? Int == 4)
        #expect(try index.vanthu("stats", "--json").object["most_cited"] == nil)
        let page = try index.vanthu("stats", "--most-cited", "5")
        #expect(
            page.output.contains("\n\ncited by  document\n") && page.output.contains("\n       7  97/2023/TT-BNV · "))
    }
}
