import Foundation
import Testing

@testable import VanThu

/// Order, pages, facets, several passages a document; single documents and what is like them.
@Suite struct Answers {
    /// Documents of three agencies and five years, in several segments; every third without a date.
    private static func sample(_ count: Int, segments: Int = 3) throws -> SampleIndex {
        let index = try SampleIndex()
        var random = SeededRandom(seed: 41)
        let words = ["đất", "nước", "rừng", "biển", "lúa", "tôm", "hạn", "mặn"]
        for segment in 0..<segments {
            var lines = ""
            for number in stride(from: segment, to: count, by: segments) {
                var fields: [String: Any] = [
                    "id": "d\(number)", "title": "", "type": number % 2 == 0 ? "QUYẾT ĐỊNH" : "Kế hoạch",
                    "agency": ["UBND tỉnh Cà Mau", "ỦY BAN NHÂN DÂN TỈNH CÀ MAU", "Sở Y tế Cà Mau"][number % 3],
                    "number": "\(number)/QĐ-UBND",
                ]
                if number % 3 != 1 {
                    fields["issued_on"] =
                        number % 2 == 0 ? "\(2018 + number % 5)-06-2\(number % 10)" : "1/2/\(2018 + number % 5)"
                }
                let paragraphs = (0..<3).map { _ in
                    (0..<200).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
                }
                fields["text"] = "nước " + paragraphs.joined(separator: ".\n\n")
                lines += String(decoding: try JSONSerialization.data(withJSONObject: fields), as: UTF8.self) + "\n"
            }
            let file = index.folder + "/\(segment).jsonl"
            try Data(lines.utf8).write(to: URL(fileURLWithPath: file))
            let editor = try index.editor(threads: 1)
            _ = try editor.add(paths: [file]) { _ in }
            editor.close()
        }
        return index
    }

    @Test(arguments: [ResultUnit.passage, .document], SearchOrder.allCases)
    func pagesNeitherRepeatNorMiss(by unit: ResultUnit, order: SearchOrder) throws {
        let index = try Self.sample(60)
        let searcher = try index.open().makeSearcher()
        for query in ["đất", "hạn mặn nước", "dat"] {
            let all = searcher.search(
                query, SearchOptions(top: 1_000, by: unit, order: order, isPaged: true))
            #expect(all.hits.count == all.total && all.next == nil && all.total > 50)
            for size in [1, 7, 50] {
                var options = SearchOptions(top: size, by: unit, order: order, isPaged: true)
                var hits: [SearchHit] = []
                while hits.count <= all.total {
                    let page = searcher.search(query, options)
                    #expect(page.total == all.total)
                    hits += page.hits
                    guard let next = page.next else { break }
                    #expect(next.belongs(to: query, options))
                    options.after = PagePlace(next.description)
                    #expect(options.after == next)
                }
                #expect(hits == all.hits, "\(query), \(size) a page")
            }
        }
    }

    @Test func pagesGoOnFromTypedFormsToBareOnes() throws {
        let marked = (0..<7).map { ("t\($0)", "thu hồi đất đai số \($0)") }
        let bare = (0..<9).map { ("b\($0)", "thu hoi dat dai so \($0)") }
        let index = try SampleIndex()
        try index.add(marked + bare)
        let searcher = try index.open().makeSearcher()
        let query = "thu hồi đất"
        let all = searcher.search(query, SearchOptions(top: 100, isPaged: true)).hits
        #expect(all.count == 16 && all.prefix(7).allSatisfy { $0.document.id.hasPrefix("t") })
        for size in [1, 4, 7, 10] {
            var options = SearchOptions(top: size, isPaged: true)
            var hits: [SearchHit] = []
            while hits.count < 50 {
                let page = searcher.search(query, options)
                hits += page.hits
                guard let next = page.next else { break }
                options.after = next
            }
            #expect(hits.map(\.document.id) == all.map(\.document.id), "\(size) a page")
            #expect(hits.map(\.rank) == Array(1...16))
        }
    }

    @Test func aPlaceIsTextAndBelongsToItsQuery() throws {
        let index = try Self.sample(30)
        let searcher = try index.open().makeSearcher()
        let options = SearchOptions(top: 5, isPaged: true)
        let place = try #require(searcher.search("nước", options).next)
        #expect(place.belongs(to: "nước", options) && !place.belongs(to: "đất", options))
        #expect(!place.belongs(to: "nước", SearchOptions(top: 5, by: .document, isPaged: true)))
        #expect(place.belongs(to: "nước", SearchOptions(top: 50, isPaged: true)))
        for text in ["", "x", "s.1", "s.1.2.3.4", "s.zzzzzzzz.1.1.1.1", "q.1.1.1.1.1", "s.1.1.-1.1.1", "s.1.1.1.1.1.1"]
        {
            #expect(PagePlace(text) == nil, "\(text)")
        }
    }

    @Test func theNewestComesFirstAndWhatHasNoDateLast() throws {
        let index = try Self.sample(60)
        let searcher = try index.open().makeSearcher()
        for (order, isRising) in [(SearchOrder.newest, false), (.oldest, true)] {
            let hits = searcher.search("nước", SearchOptions(top: 100, by: .document, order: order)).hits
            let dates = hits.map { hit in
                DocumentFields.days(hit.document.issuedOn ?? "").map { Int($0.lowerBound.number) }
            }
            let known = dates.compactMap { $0 }
            #expect(known.count == 40 && dates.suffix(20).allSatisfy { $0 == nil })
            #expect(known == known.sorted { isRising ? $0 < $1 : $0 > $1 })
        }
    }

    @Test func facetsCountTheDocumentsThatMatch() throws {
        let index = try Self.sample(60)
        let searcher = try index.open().makeSearcher()
        let options = SearchOptions(top: 3, facets: FacetField.allCases, facetValues: 4)
        let facets = searcher.search("nước", options).facets
        func counts(_ field: FacetField) -> [String: Int] {
            let facet = facets.first { $0.field == field }
            return Dictionary(facet?.counts.map { ($0.value, $0.documents) } ?? [], uniquingKeysWith: +)
        }
        #expect(facets.map(\.field) == FacetField.allCases)
        #expect(counts(.type) == ["Quyết định": 30, "Kế hoạch": 30])
        // Two spellings of one agency are one.
        #expect(counts(.agency) == ["Ủy ban nhân dân tỉnh Cà Mau": 40, "Sở Y tế Cà Mau": 20])
        let years = try #require(facets.first { $0.field == .year })
        #expect(years.distinct == 5 && years.missing == 20 && years.counts.count == 4)
        #expect(years.counts.map(\.value) == years.counts.map(\.value).sorted(by: >))
        #expect(counts(.place).isEmpty && facets.first { $0.field == .place }?.missing == 60)
    }

    @Test func aDocumentBringsItsBestPassages() throws {
        let index = try Self.sample(20)
        let searcher = try index.open().makeSearcher()
        let hits = searcher.search("hạn mặn", SearchOptions(by: .document, passagesPerDocument: 3)).hits
        #expect(!hits.isEmpty)
        for hit in hits {
            let shown = [hit.passage] + hit.otherPassages
            #expect(shown.count <= 3 && Set(shown.map(\.ordinal)).count == shown.count)
            let best = searcher.search("hạn mặn", SearchOptions(top: 1_000)).hits
                .filter { $0.document.id == hit.document.id }.prefix(3).map(\.passage.ordinal)
            #expect(Set(best).isSuperset(of: shown.map(\.ordinal)) && best.count == shown.count)
        }
        #expect(hits.contains { !$0.otherPassages.isEmpty })
    }

    // MARK: Single documents

    private static func decision(_ number: String, _ date: String, _ body: String) -> String {
        "ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\n\nSố: \(number)\n\nCà Mau, ngày \(date)\n\nQUYẾT ĐỊNH\n\nVề việc giao đất\n\n"
            + body + "\n\nĐiều 1. Giao đất.\n\nĐiều 2. Thi hành.\n"
    }

    @Test func aDocumentIsShownWithWhatItCitesAndWhatCitesIt() throws {
        let index = try SampleIndex()
        try index.add([
            (
                "a",
                Self.decision(
                    "15/2020/QĐ-UBND", "05 tháng 3 năm 2020", "Căn cứ Luật Đất đai ngày 29 tháng 11 năm 2013;")
            ),
            (
                "b",
                Self.decision(
                    "7/2022/QĐ-UBND", "06 tháng 4 năm 2022",
                    "Căn cứ Luật Đất đai ngày 29 tháng 11 năm 2013;\n\nQuyết định này thay thế Quyết định số 15/2020/QĐ-UBND ngày 05/3/2020 của Ủy ban nhân dân tỉnh. Theo Quyết định số 15/2020/QĐ-UBND thì đã giao."
                )
            ),
            ("c", Self.decision("15/2020/QĐ-UBND", "07 tháng 5 năm 2020", "Căn cứ Quyết định số 99/2019/QĐ-UBND;")),
        ])
        let searcher = try index.open().makeSearcher()
        let found = searcher.documents(named: "số 15 / 2020/qd–ubnd")
        #expect(found.map(\.summary.id) == ["c", "a"])
        let a = try #require(found.last)
        #expect(a.citedBy.map(\.document.id) == ["b"] && a.citedByTotal == 1)
        #expect(a.citedBy.first?.relations == [.replaces])
        #expect(a.cites.map(\.key) == ["luat dat dai|2013"] && a.cites[0].relations == [.basis])
        #expect(a.report.outline.map(\.label) == ["Điều 1", "Điều 2"])
        let b = try #require(searcher.documents(named: "b").first)
        #expect(b.cites.map(\.key) == ["luat dat dai|2013", "15/2020/qd-ubnd"])
        #expect(b.cites[1].mentions == 2 && b.cites[1].document?.id == "c" && b.citedBy.isEmpty)
        #expect(searcher.documents(named: "1/QĐ-X").isEmpty && searcher.documents(named: "15/2020/QĐ-UBND#x").isEmpty)
        #expect(
            searcher.mostCited(2) == [
                CitationCount(
                    key: "luat dat dai|2013", text: "Luật Đất đai ngày 29 tháng 11 năm 2013", documents: 2),
                CitationCount(key: "15/2020/qd-ubnd", documents: 1, document: found.first?.summary),
            ])
    }

    @Test func whatIsLikeADocumentIsFoundAndNotItself() throws {
        let index = try SampleIndex()
        try index.add([
            ("a", "Phòng, chống hạn mặn mùa khô ở huyện ven biển."), ("b", "Kế hoạch phòng, chống hạn mặn mùa khô."),
            ("c", "Quy hoạch đất rừng."), ("d", "Giao đất rừng theo quy hoạch."), ("e", "Lịch họp tháng."),
        ])
        let searcher = try index.open().makeSearcher()
        let similar = try #require(searcher.similar(to: "a", SearchOptions(by: .document)))
        #expect(similar.hits.first?.document.id == "b" && !similar.hits.contains { $0.document.id == "a" })
        let passage = try #require(searcher.similar(to: "c", passage: 0, SearchOptions()))
        #expect(passage.hits.first?.document.id == "d" && !(passage.hits.first?.passage.highlights.isEmpty ?? true))
        #expect(searcher.similar(to: "x", SearchOptions()) == nil)
        #expect(searcher.similar(to: "a", passage: 5, SearchOptions()) == nil)
    }

    @Test func aNumberFindsTheDocumentThatBearsItFirst() throws {
        let index = try SampleIndex()
        let mention = "Thực hiện Quyết định số 15/2020/QĐ-UBND ngày 05/3/2020. "
        try index.add([
            ("citing", String(repeating: mention, count: 5)), ("short", "Theo Quyết định 15/2020/QĐ-UBND"),
            ("bearer", Self.decision("15/2020/QĐ-UBND", "05 tháng 3 năm 2020", "Việc giao đất.")),
        ])
        let searcher = try index.open().makeSearcher()
        for query in ["15/2020/QĐ-UBND", "quyet dinh so 15/2020/qd-ubnd", "Quyết định 15/2020/QĐ-UBND"] {
            for unit in ResultUnit.allCases {
                let hits = searcher.search(query, SearchOptions(by: unit)).hits
                #expect(hits.first?.document.id == "bearer", "\(query)")
                #expect(Set(hits.map(\.document.id)).count == 3)
            }
        }
    }

    @Test func aLawIsCitedByNameAndYear() throws {
        let law =
            "QUỐC HỘI\n\nLuật số: 45/2013/QH13\n\nHà Nội, ngày 29 tháng 11 năm 2013\n\nLUẬT\n\nĐẤT ĐAI\n\n"
            + "Điều 1. Phạm vi\n\nLuật này quy định về đất."
        let index = try SampleIndex()
        try index.add([
            ("law", law), ("by name", "Căn cứ Luật Đất đai ngày 29 tháng 11 năm 2013 của Quốc hội;"),
            ("by number", "Căn cứ Luật số 45/2013/QH13;"), ("other", "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;"),
        ])
        let found = try #require(try index.open().makeSearcher().documents(named: "45/2013/QH13").first)
        #expect(Set(found.citedBy.map(\.document.id)) == ["by name", "by number"])
        // It is found by what people call it, too, and by a part of its number.
        let searcher = try index.open().makeSearcher()
        for name in ["Luật Đất đai", "luat dat dai 2013", "LUẬT ĐẤT ĐAI năm 2013", "45/2013", "45", "law"] {
            #expect(searcher.documents(named: name).map(\.summary.id) == ["law"], "\(name)")
        }
        for name in ["Luật Đất", "Luật Đất đai 2024", "4", "", "đất đai", "46/2013"] {
            #expect(searcher.documents(named: name).isEmpty, "\(name)")
        }
    }

    @Test func aLawWhoseGivenTitleIsAFilesNameIsStillCitedByItsOwn() throws {
        let law =
            "QUỐC HỘI\n\nLuật số: 45/2013/QH13\n\nHà Nội, ngày 29 tháng 11 năm 2013\n\nLUẬT\n\nĐẤT ĐAI\n\n"
            + "Điều 1. Phạm vi\n\nLuật này quy định về đất."
        let index = try SampleIndex()
        try index.add([("law", law)], title: "Luat-Dat-dai-2013-45-2013-QH13-215836")
        try index.add([("by name", "Căn cứ Luật Đất đai ngày 29 tháng 11 năm 2013 của Quốc hội;")])
        let found = try #require(try index.open().makeSearcher().documents(named: "45/2013/QH13").first)
        #expect(found.citedBy.map(\.document.id) == ["by name"])
    }

    @Test func aFilterAddsNothingToTheScore() throws {
        let index = try Self.sample(60)
        let searcher = try index.open().makeSearcher()
        let all = searcher.search("hạn mặn", SearchOptions(top: 1_000)).hits
        for (filter, isMeant) in [
            ("loai:quyet-dinh", { (hit: SearchHit) in hit.document.type == "QUYẾT ĐỊNH" }),
            (
                "co-quan:\"UBND tỉnh Cà Mau\" -loai:quyet-dinh",
                { $0.document.agency != "Sở Y tế Cà Mau" && $0.document.type == "Kế hoạch" }
            ),
            ("lúa", { String(decoding: $0.passage.text, as: UTF8.self).contains("lúa") }),
        ] {
            let found = searcher.search("hạn mặn", SearchOptions(top: 1_000, filter: filter))
            let expected = all.filter(isMeant)
            #expect(found.hits.map(\.score) == expected.map(\.score), "\(filter)")
            #expect(found.hits.map(\.passage) == expected.map(\.passage) && !expected.isEmpty)
            #expect(found.total == expected.count && found.hits.first?.passage.highlights.isEmpty == false)
        }
        let only = searcher.search("", SearchOptions(top: 1_000, by: .document, filter: "loai:quyet-dinh"))
        #expect(only.hits.count == 30 && only.hits.allSatisfy { $0.document.type == "QUYẾT ĐỊNH" })
        let none = searcher.search("đất", SearchOptions(filter: "loai:luat"))
        #expect(none.hits.isEmpty && none.notes.contains { $0.contains("luat") })
        #expect(searcher.search("đất", SearchOptions(filter: "lạ:x")).notes.first?.hasPrefix("in the filter: ") == true)
    }

    @Test func recipientsAndSignaturesStandBehindTheBody() throws {
        let body = (0..<6).map {
            "Điều \($0 + 1). " + String(repeating: "Sở Y tế thực hiện chỉ tiêu giao. ", count: 20)
        }
        let text = Self.decision("3/QĐ-UBND", "05 tháng 3 năm 2020", body.joined(separator: "\n\n"))
        let tail =
            "\n\nNơi nhận:\n- Sở Y tế;\n- Sở Nội vụ;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn An\n"
        let index = try SampleIndex()
        try index.add([("a", text + tail)])
        let hits = try index.search("Sở Y tế").hits
        let last = try #require(hits.last)
        #expect(hits.count > 2 && String(decoding: last.passage.text, as: UTF8.self).contains("Nơi nhận"))
    }
}
