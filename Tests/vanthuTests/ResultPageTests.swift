import Testing
import VanThu

@testable import vanthu

@Suite struct ResultPageTests {
    private func result(_ text: String, title: String = "Luật Đất đai", highlights: [Range<Int>] = []) -> SearchResult {
        let passage = PassageResult(
            ordinal: 2, path: ["Chương II", "Điều 7"], start: 100, end: 100 + text.utf8.count, text: Array(text.utf8),
            highlights: highlights.map { ($0.lowerBound + 100)..<($0.upperBound + 100) })
        let document = DocumentSummary(id: "luat.txt", number: "45/2013/QH13", title: title)
        return SearchResult(
            total: 1234, totalIsExact: true, elapsedMicroseconds: 120,
            hits: [SearchHit(rank: 1, score: 1.5, document: document, passage: passage)])
    }

    @Test func aHitShowsNumberTitlePlaceAndText() {
        let page = ResultPage(style: Style(.never), columns: 80, showsScore: false, unit: .passage)
        #expect(
            page.text(of: result("Thu hồi đất ở.")) == """
                1. 45/2013/QH13 · Luật Đất đai
                   luat.txt
                   Chương II › Điều 7
                   Thu hồi đất ở.

                1 of 1,234 passages in 120 µs

                """)
    }

    @Test func whatIsUnknownTakesNoPlace() {
        func page(_ document: DocumentSummary) -> String {
            let passage = PassageResult(ordinal: 0, start: 0, end: 2, text: Array("ab".utf8))
            let hit = SearchHit(rank: 1, score: 1, document: document, passage: passage)
            return ResultPage(style: Style(.never), columns: 40, showsScore: false, unit: .document).text(
                of: SearchResult(total: 1, totalIsExact: true, elapsedMicroseconds: 1, hits: [hit]))
        }
        #expect(page(DocumentSummary(id: "a.txt")).hasPrefix("1. a.txt\n   ab\n\n"))
        #expect(
            page(DocumentSummary(id: "a.txt", number: "1/QĐ-BTC", type: "Quyết định", issuedOn: "2020-06-05"))
                .hasPrefix("1. 1/QĐ-BTC · Quyết định\n   2020-06-05 · a.txt\n   ab\n\n"))
        #expect(
            page(DocumentSummary(id: "7", title: "Kế hoạch phòng, chống hạn hán, thiếu nước mùa khô"))
                .hasPrefix("1. Kế hoạch phòng, chống hạn hán, thiếu\n   nước mùa khô\n   7\n   ab\n\n"))
        #expect(page(DocumentSummary(id: "\u{7}")).hasPrefix("1. \n   ab\n"))
    }

    @Test func matchesAreMarkedOnEveryLineTheyStandOn() {
        let page = ResultPage(style: Style(.always), columns: 24, showsScore: true, unit: .document)
        let shown = page.text(of: result("Thu hồi đất ở theo quy hoạch", highlights: [0..<37]))
        #expect(shown.contains("\u{1B}[1;33mThu hồi đất ở theo\u{1B}[0m\n   \u{1B}[1;33mquy hoạch\u{1B}[0m\n"))
        #expect(shown.contains("1.500") && shown.contains("1,234 documents"))
    }

    @Test func nothingInAPageSteersTheTerminal() {
        let page = ResultPage(style: Style(.never), columns: 80, showsScore: false, unit: .passage)
        #expect(!page.text(of: result("a\u{1B}[2Jb", title: "t\u{1B}]0;x\u{7}")).contains("\u{1B}"))
    }

    @Test func jsonHasTheKeysOfTheContract() {
        #expect(
            result("ab", title: "T", highlights: [0..<1]).json().description
                == #"{"total":1234,"total_is_exact":true,"elapsed_us":120.0,"hits":[{"rank":1,"score":1.5,"document":"#
                + #"{"id":"luat.txt","number":"45/2013/QH13","type":null,"agency":null,"issued_on":null,"title":"T"},"#
                + #""passage":{"ordinal":2,"path":["Chương II","Điều 7"],"start":100,"end":102,"text":"ab","#
                + #""highlights":[[100,101]],"snippet":{"text":"ab","highlights":[[0,1]],"start":100,"end":102}}}],"#
                + #""notes":[],"understood":"","next":null,"facets":[]}"#)
    }

    @Test func otherPassagesStandUnderTheirDocument() {
        var found = result("Thu hồi đất ở.")
        found.hits[0].otherPassages = [
            PassageResult(ordinal: 4, path: ["Điều 9"], start: 200, end: 207, text: Array("Giá đất".utf8.prefix(7)))
        ]
        let page = ResultPage(style: Style(.never), columns: 80, showsScore: false, unit: .document).text(of: found)
        #expect(page.contains("   Thu hồi đất ở.\n   ·  Điều 9\n      Giá đ"))
        let json = found.hits[0].json(otherPassages: true)
        #expect(json["passages"]?.asArray?.count == 1 && found.hits[0].json()["passages"] == nil)
        #expect(json["passages"]?.asArray?.first?["ordinal"]?.asInteger == 4)
    }

    @Test func facetsStandInColumnsBelow() {
        var found = result("Thu hồi đất ở.")
        found.facets = [
            FacetResult(
                field: .type,
                counts: [.init(value: "Quyết định", documents: 1204), .init(value: "Luật", documents: 3)],
                distinct: 5, missing: 7),
            FacetResult(field: .year, counts: [.init(value: "2020", documents: 2)], distinct: 1, missing: 0),
        ]
        let page = ResultPage(style: Style(.never), columns: 80, showsScore: false, unit: .passage).text(of: found)
        #expect(
            page.hasSuffix(
                """

                type          documents
                  Quyết định      1,204
                  Luật                3
                  (none)              7
                  and 3 more values (--facet-values shows more)

                year          documents
                  2020                2

                1 of 1,234 passages in 120 µs

                """))
        #expect(
            found.facets[0].json.description
                == #"{"field":"type","distinct":5,"missing":7,"counts":[{"value":"Quyết định","documents":1204},"#
                + #"{"value":"Luật","documents":3}]}"#)
    }

    @Test func aPageSaysWhereTheNextOneBegins() {
        var found = result("Thu hồi đất ở.")
        found.hits[0].rank = 11
        found.next = PagePlace("s.i12am0.5.1.3.ccentjf00ris")
        let page = ResultPage(style: Style(.never), columns: 80, showsScore: false, unit: .passage).text(of: found)
        #expect(
            page.hasSuffix("\n11–11 of 1,234 passages in 120 µs\nnext page: --after s.i12am0.5.1.3.ccentjf00ris\n"))
        found.hits = []
        found.next = nil
        let end = ResultPage(style: Style(.never), columns: 80, showsScore: false, unit: .passage).text(of: found)
        #expect(end == "nothing behind that place; 1,234 passages in 120 µs\n")
    }
}
