import Testing

@testable import VanThu

/// What a query means to the index.
@Suite struct QuerySemantics {
    private static let texts = [
        "kế hoạch phòng chống hạn hán",  // 0
        "kế hoạch chống hạn và phòng mặn",  // 1
        "báo cáo kết quả phòng chống hạn mặn",  // 2
        "hạn chế sử dụng đất",  // 3
        "quyết định giao đất",  // 4
    ]

    @Test func anyAllAndPhrase() throws {
        let index = try SampleIndex(Self.texts)
        #expect(try index.found("phòng chống hạn") == ["0", "1", "2", "3"])
        #expect(try index.found("phòng chống hạn", .all) == ["0", "1", "2"])
        #expect(try index.found("phòng chống hạn", .phrase) == ["0", "2"])
        #expect(try index.found("phong chong han", .phrase) == ["0", "2"])
        #expect(try index.found("đất", .phrase) == ["3", "4"])
        #expect(try index.ids("phòng chống không_có", .all).isEmpty)
        #expect(try index.ids("hạn chống phòng", .phrase).isEmpty)
    }

    @Test func mustMustNotAndQuotedPhrases() throws {
        let index = try SampleIndex(Self.texts)
        #expect(try index.found("hạn +đất") == ["3", "4"])
        #expect(try index.ids("hạn +đất").first == "3")
        #expect(try index.found("+hạn +đất") == ["3"])
        #expect(try index.found("hạn -phòng") == ["3"])
        #expect(try index.found("\"chống hạn\"") == ["0", "1", "2"])
        #expect(try index.found("kế hoạch -\"phòng chống\"") == ["1"])
        #expect(try index.found("+\"phòng chống\" -\"kế hoạch\"") == ["2"])
        #expect(try index.found("\"chống hạn\" \"kế hoạch\" mặn") == ["0", "1"])
        #expect(try index.ids("\"chống hạn\" \"kế hoạch\" mặn").first == "1")
        #expect(try index.found("“chống hạn” -mặn") == ["0"])
        #expect(try index.ids("-hạn").isEmpty)
        #expect(try index.found("hạn -đất", .all) == ["0", "1", "2"])
    }

    @Test func totalsCountWhatIsFoundHoweverFewAreShown() throws {
        let index = try SampleIndex(Self.texts)
        for query in [
            "phòng chống hạn", "đất", "hạn -đất", "+hạn +phòng", "\"chống hạn\"", "không_có", "phong", "mặn đất",
        ] {
            for match in MatchMode.allCases {
                for unit in ResultUnit.allCases {
                    let all = try index.search(query, match, by: unit)
                    #expect(all.total == all.hits.count && all.totalIsExact, "\(query) \(match) \(unit)")
                    let one = try index.search(query, match, by: unit, top: 1)
                    #expect(one.hits.first == all.hits.first, "\(query) \(match) \(unit)")
                }
            }
        }
    }

    @Test func whatIsLeftOutByItsFormStaysOutOfTheTotal() throws {
        let index = try SampleIndex(["con chó mèo", "con chó meo", "con cho mực"])
        let result = try index.search("chó -mèo")
        #expect(result.ids == ["1", "2"])
        #expect(result.total == 2)
    }

    @Test func aDocumentStandsOnceWithItsBestPassage() throws {
        let filler = (0..<40).map { "Câu thứ \($0) nói về việc chung của xã trong kỳ này. " }.joined()
        let long = (0..<6).map { "Phần \($0). " + filler + ($0 == 4 ? "Có nước ngọt ở đây." : "") }.joined(
            separator: "\n\n")
        let index = try SampleIndex([long, "nước mặn", "đất khô"])
        let passages = try index.search("câu thứ").hits
        #expect(passages.count > 2 && passages.allSatisfy { $0.document.id == "0" })
        let documents = try index.search("nước ngọt", by: .document)
        #expect(documents.ids == ["0", "1"] && documents.total == 2)
        #expect(documents.hits[0].marked.contains("ngọt"))
        let best = documents.hits[0].passage
        #expect(best.ordinal > 0 && Array(Array(long.utf8)[best.start..<best.end]) == best.text)
    }

    @Test func tiesKeepTheOrderOfArrival() throws {
        let index = try SampleIndex((0..<60).map { _ in "cùng một văn bản như nhau" })
        let expected = (0..<60).map(String.init)
        let opened = try index.open()
        for top in [1, 7, 25, 60] {
            for unit in ResultUnit.allCases {
                let searcher = opened.makeSearcher()
                for _ in 0..<2 {
                    let ids = searcher.search("văn bản", SearchOptions(top: top, by: unit)).ids
                    #expect(ids == Array(expected.prefix(top)), "\(top) \(unit)")
                }
            }
        }
    }

    @Test func rankingAndSearchingAgree() throws {
        let index = try SampleIndex(Self.texts)
        let searcher = try index.open().makeSearcher()
        for unit in ResultUnit.allCases {
            let options = SearchOptions(by: unit)
            let found = searcher.search("phòng chống hạn", options)
            let ranked = searcher.rank("phòng chống hạn", options)
            #expect(ranked.map { Double($0.score) } == found.hits.map(\.score))
            #expect(
                ranked.map { searcher.name(of: $0, by: unit) }
                    == found.hits.map { unit == .document ? $0.document.id : "\($0.document.id)#\($0.passage.ordinal)" }
            )
            #expect(found.hits.map(\.rank) == Array(1...found.hits.count))
            #expect(zip(found.hits, found.hits.dropFirst()).allSatisfy { $0.score >= $1.score })
        }
    }

    @Test func explanationsAddUpToTheScore() throws {
        let index = try SampleIndex(Self.texts + ["phong chong han khong dau"])
        let searcher = try index.open().makeSearcher()
        for query in ["phòng chống hạn", "phong chong han", "+hạn đất", "\"chống hạn\" mặn", "phòng chống"] {
            for hit in ResultUnit.allCases.flatMap({ searcher.search(query, SearchOptions(by: $0, explain: true)).hits }
            ) {
                let sum = try #require(hit.explanation).reduce(0) { $0 + $1.contribution }
                #expect(abs(sum - hit.score) < 1e-4, "\(query) \(hit.document.id)")
            }
        }
    }

    @Test func aWholeDocumentIsOnePassage() throws {
        let long = String(repeating: "Một câu dài nói về đê điều ở xã. \n\n", count: 400)
        let index = try SampleIndex([long, "đê điều"], unit: .whole)
        #expect(try index.open().statistics().passages == 2)
        let hit = try #require(try index.search("câu dài").hits.first)
        #expect(hit.passage.start == 0 && hit.passage.end == long.utf8.count && hit.passage.text == Array(long.utf8))
        let searcher = try index.open().makeSearcher()
        #expect(searcher.rank("câu dài", SearchOptions()).map { searcher.name(of: $0, by: .passage) } == ["0"])
    }

    @Test func nothingAskedIsNothingFound() throws {
        let index = try SampleIndex(Self.texts)
        for query in [
            "", " ", "\n\t", ".,;:!?", "…—“”«»", "\"\"", "+", "-", "+-\"", "\u{0}", "\u{200B}", "😀", "-hạn -đất",
        ] {
            for match in MatchMode.allCases {
                for unit in ResultUnit.allCases {
                    let result = try index.search(query, match, by: unit)
                    #expect(result.hits.isEmpty && result.total == 0, "\(query.debugDescription) \(match) \(unit)")
                }
            }
        }
    }

    @Test func anyQueryIsAnswered() throws {
        let index = try SampleIndex(Self.texts)
        let words = ["hạn", "đất", "phòng", "chống", "từ", "lạ", "15/2020/NĐ-CP", "23/6/2020", "han"]
        let long = (0..<10_000).map { words[$0 % words.count] + ($0 % 70 == 0 ? "\($0)" : "") }.joined(separator: " ")
        for match in MatchMode.allCases {
            for unit in ResultUnit.allCases { #expect(try index.search(long, match, by: unit).hits.count <= 5) }
        }
        #expect(try index.found(long) == ["0", "1", "2", "3", "4"])
        #expect(try index.found(String(repeating: "hạn ", count: 10_000), .all) == ["0", "1", "2", "3"])
        #expect(try index.ids(String(repeating: "+\"a b\" ", count: 3000)).isEmpty)
        #expect(try index.found("phòng\u{0}chống\u{0}", .all) == ["0", "1", "2"])
        #expect(try index.found("\u{0}đất") == ["3", "4"])
        #expect(try index.ids(String(repeating: "x", count: 100_000)).isEmpty)
        #expect(try index.search("đất", top: 0).hits.isEmpty)
        #expect(try index.search("đất", top: Int.max).hits.count == 2)
    }

    @Test func titlesCountOnlyForDocuments() throws {
        let index = try SampleIndex()
        try index.add([("a", "nội dung chung")], title: "Quy-che-van-thu")
        try index.add([("b", "quy chế làm việc")], title: "")
        #expect(try index.found("quy chế", by: .document) == ["a", "b"])
        #expect(try index.found("quy chế", by: .passage) == ["b"])
    }
}
