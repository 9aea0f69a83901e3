import Foundation
import Testing

/// `vanthu inspect` as the build left it.
@Suite(.enabled(if: BuiltCommand.binary != nil)) struct InspectTests {
    private static let corpus: String = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return folder.path + "/Corpus/documents"
    }()

    private static let metadataKeys: Set<String> = [
        "number", "number_parts", "type", "agency", "superior", "issued_on", "place", "title", "urgency", "secrecy",
        "addressees", "recipients", "filing", "signers", "attachments",
    ]

    private func objects(_ outcome: BuiltCommand.Outcome) throws -> [[String: Any]] {
        try outcome.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test func everyRangeOfTheCorpusSlicesItsDocument() throws {
        let outcome = try BuiltCommand.run(["inspect", "--json", Self.corpus])
        #expect(outcome.status == 0 && outcome.error.isEmpty)
        let reports = try objects(outcome)
        #expect(try reports.count == FileManager.default.contentsOfDirectory(atPath: Self.corpus).count)
        for report in reports {
            #expect(Set(report.keys) == ["id", "metadata", "outline", "passages", "citations", "references"])
            let id = try #require(report["id"] as? String)
            let text = Array(try Data(contentsOf: URL(fileURLWithPath: id)))
            func slice(_ object: [String: Any]) -> String {
                guard let start = object["start"] as? Int, let end = object["end"] as? Int, start < end,
                    end <= text.count
                else { return "" }
                return String(decoding: text[start..<end], as: UTF8.self)
            }
            let metadata = try #require(report["metadata"] as? [String: Any])
            #expect(Set(metadata.keys) == Self.metadataKeys)
            func check(_ value: Any, _ key: String) throws {
                if value is NSNull { return }
                if let list = value as? [Any] { return try list.forEach { try check($0, key) } }
                let field = try #require(value as? [String: Any])
                switch key {
                case "signers":
                    #expect(Set(field.keys) == ["name", "capacity", "position"])
                    try field.values.forEach { try check($0, "signer") }
                case "number_parts":
                    #expect(Set(field.keys) == ["sequence", "year", "type_symbol", "agency_symbol"])
                default:
                    #expect(Set(field.keys) == ["value", "start", "end", "confidence"], "\(id) \(key)")
                    #expect(!slice(field).isEmpty)
                }
            }
            for (key, value) in metadata { try check(value, key) }
            let outline = try #require(report["outline"] as? [[String: Any]])
            #expect(!outline.isEmpty, "\(id)")
            for (index, node) in outline.enumerated() {
                #expect(Set(node.keys) == ["level", "number", "title", "start", "end", "parent"])
                let title = try #require(node["title"] as? String)
                let words = slice(node).split(whereSeparator: \.isWhitespace).joined(separator: " ")
                #expect(words.hasPrefix(title), "\(id): \(title)")
                #expect(node["parent"] as? Int ?? -1 < index)
            }
            let passages = try #require(report["passages"] as? [[String: Any]])
            #expect(passages.allSatisfy { Set($0.keys) == ["path", "start", "end", "boilerplate"] })
            #expect(passages.allSatisfy { !slice($0).isEmpty })
            for reference in try #require(report["references"] as? [[String: Any]]) {
                #expect(Set(reference.keys) == ["kind", "key", "text", "start", "end"])
                #expect(reference["text"] as? String == slice(reference))
                #expect(reference["kind"] as? String != "document_number")
            }
            for citation in try #require(report["citations"] as? [[String: Any]]) {
                #expect(
                    Set(citation.keys) == [
                        "kind", "key", "text", "start", "end", "type", "number", "agency", "date", "relation",
                    ])
                #expect(citation["text"] as? String == slice(citation))
                let kind = citation["number"] is NSNull ? "document_name" : "document_number"
                #expect(citation["kind"] as? String == kind)
                // A bare law's year is that of its full mention, which the key has.
                #expect(citation["number"] is String || (citation["key"] as? String)?.contains("|") == true)
            }
        }
    }

    @Test func aDecisionReadsAsAPersonReadsIt() throws {
        let path = Self.corpus + "/08-chi-thi-07-ct-ubnd-phong-chong-sot-xuat-huyet.txt"
        let report = try BuiltCommand.run(["inspect", "--json", path]).object
        let metadata = try #require(report["metadata"] as? [String: Any])
        func value(_ key: String) -> String? { (metadata[key] as? [String: Any])?["value"] as? String }
        #expect(value("number") == "07/CT-UBND")
        #expect(value("type") == "Chỉ thị")
        #expect(value("agency") == "Chủ tịch Ủy ban nhân dân huyện Mỹ Xuyên")
        #expect(value("issued_on") == "2024-03-15")
        #expect(value("place") == "Mỹ Xuyên")
        #expect(value("filing") == "Lưu: VT")
        #expect((metadata["recipients"] as? [Any])?.count == 4)
        // Its own number is no citation.
        let citations = try #require(report["citations"] as? [[String: Any]])
        #expect(
            citations.map { $0["key"] as? String } == ["luat phong chong benh truyen nhiem|2007", "22/2023/nq-hdnd"])
        #expect(citations.map { $0["relation"] as? String } == ["basis", nil])
        #expect(citations[1]["agency"] as? String == "Hội đồng nhân dân tỉnh")
        #expect(citations[1]["date"] as? String == "2023-12-08" && citations[1]["type"] as? String == "Nghị quyết")
        let page = try BuiltCommand.run(["inspect", path])
        #expect(page.output.contains("number     07/CT-UBND  152–165\n"))
        #expect(page.output.contains("signer     Châu Thuỳ Lĩnh, Chủ tịch  "))
        #expect(
            page.output.contains(
                "\ncitations  2\n  1018–1093  basis  Luật Phòng, chống bệnh truyền nhiễm ngày 21 tháng 11 năm\n"
                    + "                    2007\n"))
        #expect(page.output.contains("\n  2559–2833  3. Phòng Giáo dục và Đào tạo"))
        #expect(page.output.split(separator: "\n").allSatisfy { $0.count <= 80 || $0.contains("Corpus/") })
        #expect(page.output.contains("[boilerplate]\n                Nơi nhận:") && !page.output.contains("\u{1B}"))
        #expect(try BuiltCommand.run(["inspect", "--color", "always", path]).output.contains("\u{1B}[1m"))
    }

    @Test func linesOfJSONAndOddEncodingsAreReadAsIndexingReadsThem() throws {
        let place = try Workplace()
        let text = "Số: 1/QĐ-BTC\n\nHà Nội, ngày 5 tháng 6 năm 2020"
        try place.write("a.jsonl", #"{"id":1,"text":"Số: 1/QĐ-BTC"}"# + "\n{broken\n" + #"{"id":"b","text":""}"#)
        let lines = try place.vanthu("inspect", "--json", "a.jsonl")
        #expect(lines.status == 1 && lines.error.hasPrefix("vanthu: left out a.jsonl:2: "))
        #expect(try objects(lines).map { $0["id"] as? String } == ["1", "b"])
        try place.write("wide.txt", [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
        let plain = try place.vanthu("inspect", "--json", "-", input: text).object
        let wide = try place.vanthu("inspect", "--json", "wide.txt").object
        #expect(NSDictionary(dictionary: plain["metadata"] as? [String: Any] ?? [:]).count == Self.metadataKeys.count)
        #expect((wide["metadata"] as? NSDictionary) == (plain["metadata"] as? NSDictionary))
        try place.write("bad.txt", Array("Số: 1/QĐ-BTC ".utf8) + [0xC3, 0x28])
        let bad = try place.vanthu("inspect", "bad.txt", "absent.txt")
        #expect(bad.status == 4 && bad.output.isEmpty && bad.error.contains("bad.txt: invalid UTF-8 (byte "))
        #expect(bad.error.contains("absent.txt: no such file"))
        let lenient = try place.vanthu("inspect", "--lenient", "bad.txt")
        #expect(lenient.status == 0 && lenient.output.contains("1/QĐ-BTC"))
    }
}
