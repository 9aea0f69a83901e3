import Foundation
import Testing

@testable import VanThu

/// Adding, replacing, removing and joining, as readers see it.
@Suite struct ChangingAnIndex {
    @Test func anEmptyIndexIsAnIndex() throws {
        let index = try SampleIndex()
        #expect(throws: VanThuError.self) { try index.open() }
        let report = try index.add([])
        #expect(report.documents == 0 && report.passages == 0)
        for match in MatchMode.allCases {
            for unit in ResultUnit.allCases { #expect(try index.search("đất", match, by: unit).hits.isEmpty) }
        }
        #expect(try index.open().statistics().documents == 0)
        #expect(try index.delete("x") == ["x"])
        try index.compact()
        #expect(try VanThuIndex.check(index.path) { _, _ in }.problems.isEmpty)
        try index.add([("a", "đất")])
        #expect(try index.ids("đất") == ["a"])
    }

    @Test func anotherUnitIsRefusedAndChangesNothing() throws {
        let index = try SampleIndex(["đất"])
        do {
            try index.add([("b", "nước")], unit: .whole)
            Issue.record("an index has one unit")
        } catch let error as VanThuError {
            guard case .usage = error else { throw error }
        }
        try index.add([("c", "nước")])
        #expect(try index.ids("nước") == ["c"])
    }

    @Test func segmentsAndTheirJoinGiveTheSameAnswers() throws {
        let texts = [
            "kế hoạch phòng chống hạn hán năm 2020", "báo cáo phòng chống dịch", "Căn cứ Quyết định 15/2020/QĐ-TTg",
            "hạn mặn mùa khô", "quyết định giao đất ngày 23/6/2020", "han han va man", "kế hoạch giao đất, thu hồi đất",
        ]
        let index = try SampleIndex()
        for (number, text) in texts.enumerated() { try index.add([(String(number), text)]) }
        let single = try SampleIndex(texts)
        #expect(try index.open().statistics().segments == texts.count)
        let queries = [
            "phòng chống hạn hán", "phong chong han han", "15/2020/qd-ttg", "ngày 23 tháng 6 năm 2020",
            "\"giao đất\" kế hoạch",
            "hạn -mặn", "+đất quyết", "han",
        ]
        func answers(_ index: SampleIndex) throws -> [[SearchHit]] {
            try queries.flatMap { query in
                try MatchMode.allCases.flatMap { match in
                    try ResultUnit.allCases.map { try index.search(query, match, by: $0).hits }
                }
            }
        }
        let before = try answers(index)
        try index.compact()
        #expect(try index.open().statistics().segments == 1)
        #expect(try answers(index) == before)
        #expect(try answers(single) == before)
    }

    @Test func aLaterDocumentReplacesTheEarlierOfItsIdentity() throws {
        let index = try SampleIndex()
        try index.add([("a", "bản đầu"), ("b", "giữ nguyên"), ("a", "bản giữa"), ("a", "bản cuối")])
        #expect(try index.ids("đầu giữa cuối nguyên bản").sorted() == ["a", "b"])
        #expect(try index.ids("cuối") == ["a"] && index.ids("đầu").isEmpty && index.ids("giữa").isEmpty)
        try index.add([("a", "bản mới")])
        #expect(try index.ids("mới") == ["a"] && index.ids("cuối").isEmpty)
        #expect(try index.open().statistics().documents == 2)
        try index.compact()
        #expect(try index.ids("mới") == ["a"] && index.ids("cuối").isEmpty && index.ids("nguyên") == ["b"])
        let statistics = try index.open().statistics()
        #expect(statistics.documents == 2 && statistics.deletedDocuments == 0 && statistics.passages == 2)
    }

    @Test func theLaterWinsWhicheverThreadReadsIt() throws {
        let index = try SampleIndex()
        // Large enough for several batches, so that threads share them.
        let filler = String(repeating: "Ủy ban nhân dân xã báo cáo kết quả thực hiện nhiệm vụ. ", count: 400)
        var documents: [(id: String, text: String)] = []
        for version in 0..<8 {
            for id in 0..<40 { documents.append(("d\(id)", "phienban\(version) \(filler)")) }
        }
        let report = try index.add(documents, threads: 4)
        #expect(report.documents == 320)
        for version in 0..<7 { #expect(try index.ids("phienban\(version)", by: .document).isEmpty) }
        #expect(try index.ids("phienban7", by: .document).count == 40)
        #expect(try index.open().statistics().documents == 40)
    }

    @Test func aRemovedDocumentIsGoneUntilItIsAddedAgain() throws {
        let index = try SampleIndex(["đất một", "đất hai", "đất ba"])
        #expect(try index.delete("1", "không có") == ["không có"])
        for _ in 0..<2 {
            for match in MatchMode.allCases {
                for unit in ResultUnit.allCases {
                    #expect(try index.ids("đất", match, by: unit) == ["0", "2"])
                    #expect(try index.search("đất", match, by: unit, top: 1).total == 2)
                }
            }
            #expect(try index.ids("hai").isEmpty && index.ids("\"đất hai\"").isEmpty)
            #expect(try index.open().statistics().documents == 2)
            try index.compact()
        }
        #expect(try index.delete("1") == ["1"])
        try index.add([("1", "đất bốn")])
        #expect(try index.found("đất") == ["0", "1", "2"] && index.ids("hai").isEmpty && index.ids("bốn") == ["1"])
        #expect(try index.delete("0", "1", "2").isEmpty)
        #expect(try index.ids("đất").isEmpty && index.open().statistics().documents == 0)
        try index.compact()
        #expect(try VanThuIndex.check(index.path) { _, _ in }.problems.isEmpty)
    }

    @Test func statisticsAreTheSameAtASecondOpening() throws {
        let index = try SampleIndex(["đất một", "đất hai"])
        try index.add([("9", "nước"), ("0", "rừng")])
        let first = try index.open().statistics()
        #expect(try index.open().statistics() == first)
        #expect(first.documents == 3 && first.passages == 3 && first.deletedDocuments == 1 && first.segments == 2)
        #expect(first.segmentDetails.map(\.documents).reduce(0, +) == 3)
        let check = try VanThuIndex.check(index.path) { _, _ in }
        #expect(check.documents == 3 && check.passages == 3 && check.problems.isEmpty)
        #expect(try index.open().statistics() == first, "reading changes nothing")
    }

    @Test func aReaderKeepsItsSnapshotWhileAWriterCommitsAndCompacts() throws {
        let index = try SampleIndex(["đất một", "đất hai"])
        let opened = try index.open()
        let searcher = opened.makeSearcher()
        let before = searcher.search("đất", SearchOptions())
        let statistics = try opened.statistics()
        for round in 0..<3 {
            try index.add([("0", "nước \(round)"), ("n\(round)", "đất \(round)")])
            _ = try index.delete("1")
            try index.compact()
            for searcher in [searcher, opened.makeSearcher()] {
                let now = searcher.search("đất", SearchOptions())
                #expect(now.hits == before.hits && now.total == before.total)
            }
        }
        #expect(try opened.statistics().documents == statistics.documents)
        #expect(try index.found("đất") == ["n0", "n1", "n2"])
    }

    @Test func aSecondWriterIsRefusedUntilTheFirstIsDone() throws {
        let index = try SampleIndex(["đất"])
        let first = try index.editor()
        do {
            _ = try index.editor()
            Issue.record("an index has one writer")
        } catch let error as VanThuError {
            guard case .indexLocked = error else { throw error }
        }
        #expect(try index.ids("đất") == ["0"], "readers need no lock")
        first.close()
        try index.add([("b", "nước")])
        #expect(try index.ids("nước") == ["b"])
    }

    @Test func manyThreadsSearchOneIndexAtOnce() async throws {
        let index = try SampleIndex((0..<50).map { "văn bản số \($0) nói về đất và nước" })
        let opened = try index.open()
        let expected = opened.makeSearcher().search("đất 17", SearchOptions()).hits
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let searcher = opened.makeSearcher()
                    return (0..<20).allSatisfy { _ in searcher.search("đất 17", SearchOptions()).hits == expected }
                }
            }
            for await same in group { #expect(same) }
        }
    }
}
