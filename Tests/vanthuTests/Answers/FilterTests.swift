import Foundation
import Testing

/// Filters in the query language, against what is known of the documents.
@Suite(.enabled(if: BuiltCommand.binary != nil)) struct FilterTests {
    private func found(_ result: [String: Any]) throws -> Set<String> {
        let hits = try #require(result["hits"] as? [[String: Any]])
        return Set(hits.compactMap { ($0["document"] as? [String: Any])?["id"] as? String })
    }

    private typealias Filter = (query: String, admits: @Sendable (DatedCollection.Document) -> Bool)

    private static let filters: [Filter] = [
        ("loai:quyet-dinh", { $0.type == "Quyết định" }),
        ("nam:2020", { $0.issuedOn?.hasPrefix("2020") == true }),
        ("ngay:2020-06..2021", { $0.issuedOn == "2020-06-23" || $0.issuedOn == "2021-12-31" }),
        ("noi:ca-mau co-quan:\"Sở Y tế\"", { $0.place == "Cà Mau" && $0.agency == "Sở Y tế" }),
        (
            "khan:hoa-toc OR nguoi-ky:\"Lý Hoài Thạch\"",
            { $0.urgency == "Hỏa tốc" || $0.signers.contains("Lý Hoài Thạch") }
        ),
        ("NOT loai:(ke-hoach OR cong-van)", { $0.type != "Kế hoạch" && $0.type != "Công văn" }),
        ("-loai:ke-hoach", { $0.type != "Kế hoạch" }),
    ]

    @Test func filtersAdmitWhatTheySayAndLeaveScoresAlone() throws {
        let collection = try DatedCollection(seed: 31, count: 40)
        let options = ["--by", "document", "--top", "1000"]
        let plain = try collection.search(options + ["nước rừng"])
        for (filter, admits) in Self.filters {
            let admitted = Set(collection.documents.filter(admits).map(\.id))
            #expect(!admitted.isEmpty && admitted.count < collection.documents.count)
            let filtered = try collection.search(options + ["--filter", filter, "nước rừng"])
            #expect(try found(filtered) == found(plain).intersection(admitted), "\(filter)")
            // Alone, as a filter or as a query: all that it admits, the newest first.
            let alone = try collection.search(options + ["--filter", filter])
            #expect(try found(alone) == admitted, "\(filter)")
            let dates = try #require(alone["hits"] as? [[String: Any]]).compactMap {
                ($0["document"] as? [String: Any])?["issued_on"] as? String
            }
            #expect(dates == dates.sorted(by: >))
            // A query that only leaves out asks for nothing, and a note says so.
            if !filter.hasPrefix("NOT") {
                #expect(filtered["notes"] as? [String] == [])
                #expect(try found(collection.search(options + ["--", filter])) == admitted, "\(filter)")
            }
        }
    }

    @Test func aRunIsFilteredToo() throws {
        let collection = try DatedCollection(seed: 32, count: 30)
        try collection.place.write("t.tsv", "q\tnước rừng\n")
        let run = try collection.place.vanthu(
            "run", "--index", "i", "--topics", "t.tsv", "--output", "r", "--by", "document", "--filter", "nam:2020",
            "--repeat", "1", "--warm", "0", "--quiet")
        #expect(run.status == 0)
        let lines = String(decoding: try collection.place.read("r"), as: UTF8.self).split(separator: "\n")
        let admitted = Set(collection.documents.filter { $0.issuedOn?.hasPrefix("2020") == true }.map(\.id))
        let ids = lines.map { String($0.split(separator: " ")[2]) }
        #expect(!ids.isEmpty && ids.allSatisfy { admitted.contains($0) })
    }

    @Test func pagesOfFilteredHitsGoOnWhereTheyEnded() throws {
        let collection = try DatedCollection(seed: 33, count: 40)
        let options = ["--by", "document", "--filter", "nam:2020", "nước"]
        let all = try collection.search(["--top", "1000"] + options)
        let list = try #require(all["hits"] as? [[String: Any]]).compactMap { $0["score"] as? Double }
        var scores: [Double] = []
        var next: String?
        repeat {
            let page = try collection.search(["--top", "3"] + (next.map { ["--after", $0] } ?? []) + options)
            scores += try #require(page["hits"] as? [[String: Any]]).compactMap { $0["score"] as? Double }
            next = page["next"] as? String
        } while next != nil && scores.count <= list.count
        #expect(scores == list && list.count > 3)
        let outcome = try BuiltCommand.run(
            [
                "search", "--index", "i", "--after",
                try #require(try collection.search(["--top", "1", "nước"])["next"] as? String),
            ]
                + options, in: collection.place.path)
        #expect(outcome.status == 2)
    }
}
