import Foundation
import Testing

/// Facets against counting by hand.
@Suite(.enabled(if: BuiltCommand.binary != nil)) struct FacetTests {
    private static let fields = ["type", "agency", "year", "place", "urgency", "signer"]

    @Test("Counts are those of all hits' documents", arguments: ["passage", "document"])
    func counts(by unit: String) throws {
        let collection = try DatedCollection(seed: 21, count: 60)
        for query in ["hạn", "rung tram", "+nghèo -đất"] { try expectCountsByHand(collection, unit, query) }
        let bare = try DatedCollection(seed: 21, count: 60, bareWords: true)
        try expectCountsByHand(bare, unit, "hạn")
    }

    private func expectCountsByHand(_ collection: DatedCollection, _ unit: String, _ query: String) throws {
        let options = ["--by", unit, "--facets", Self.fields.joined(separator: ","), "--facet-values", "100", query]
        let all = try collection.search(["--top", "10000"] + options)
        let hits = try #require(all["hits"] as? [[String: Any]])
        let ids = Set(hits.compactMap { ($0["document"] as? [String: Any])?["id"] as? String })
        let documents = collection.documents.filter { ids.contains($0.id) }
        #expect(!documents.isEmpty && documents.count == ids.count)
        let facets = try #require(all["facets"] as? [[String: Any]])
        #expect(facets.compactMap { $0["field"] as? String } == Self.fields)
        for facet in facets {
            #expect(Set(facet.keys) == ["field", "distinct", "missing", "counts"])
            let field = try #require(facet["field"] as? String)
            var expected: [String: Int] = [:]
            for value in documents.flatMap({ $0.values(field) }) { expected[value, default: 0] += 1 }
            let counts = try #require(facet["counts"] as? [[String: Any]])
            let pairs = try counts.map {
                (try #require($0["value"] as? String), try #require($0["documents"] as? Int))
            }
            #expect(Dictionary(pairs, uniquingKeysWith: +) == expected, "\(query) \(field)")
            #expect(facet["distinct"] as? Int == expected.count)
            #expect(facet["missing"] as? Int == documents.count { $0.values(field).isEmpty }, "\(query) \(field)")
            if field == "year" {
                #expect(pairs.map(\.0) == pairs.map(\.0).sorted(by: >))
            } else {
                #expect(pairs.map(\.1) == pairs.map(\.1).sorted(by: >))
            }
        }
        // A page's facets are those of the whole answer.
        let page = try collection.search(["--top", "2"] + options)
        #expect(page["facets"] as? NSArray == all["facets"] as? NSArray)
    }

    @Test func namesAreThoseOfTheQueryLanguage() throws {
        let collection = try DatedCollection(seed: 22, count: 20)
        let english = try collection.search(["--facets", "type,agency,year,place,urgency,signer", "nước"])
        let vietnamese = try collection.search(["--facets", "loai,co-quan,nam,noi,khan,nguoi-ky", "nước"])
        #expect(english["facets"] as? NSArray == vietnamese["facets"] as? NSArray)
        let few = try collection.search(["--facets", "type", "--facet-values", "1", "nước"])
        let facet = try #require((few["facets"] as? [[String: Any]])?.first)
        #expect((facet["counts"] as? [Any])?.count == 1 && facet["distinct"] as? Int == 3)
        #expect((try collection.search(["nước"])["facets"] as? [Any])?.isEmpty == true)
    }

    @Test func documentsBringThePassagesAskedFor() throws {
        let collection = try DatedCollection(seed: 23, count: 20)
        let plain = try collection.search(["--by", "document", "nước đất hộ"])
        #expect(try #require(plain["hits"] as? [[String: Any]]).allSatisfy { $0["passages"] == nil })
        let three = try collection.search(["--by", "document", "--passages", "3", "nước đất hộ"])
        let hits = try #require(three["hits"] as? [[String: Any]])
        #expect(hits.contains { ($0["passages"] as? [Any])?.count == 2 })
        for hit in hits {
            let passages = try #require(hit["passages"] as? [[String: Any]])
            let first = try #require((hit["passage"] as? [String: Any])?["ordinal"] as? Int)
            let others = passages.compactMap { $0["ordinal"] as? Int }
            #expect(Set([first] + others).count == others.count + 1 && others.count <= 2)
            #expect(passages.allSatisfy { ($0["highlights"] as? [Any])?.isEmpty == false && $0["snippet"] != nil })
        }
    }
}
