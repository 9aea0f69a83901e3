import Testing
import VanThu

@Suite("Engine: documents added one by one") struct LiveTests {
    private func document(_ id: String, _ text: String) -> SourceDocument {
        SourceDocument(id: id, text: Array(text.utf8))
    }

    private func ids(_ searcher: IndexSearcher, _ query: String) -> [String] {
        searcher.search(query, SearchOptions(match: .all)).hits.map(\.document.id).sorted()
    }

    @Test("a document is found as soon as it is added, and by readers only after the commit")
    func foundAtOnce() throws {
        let folder = try SampleIndex()
        let editor = try IndexEditor.open(folder.path, IndexingOptions())
        try editor.add([document("a", "Hạn hán ở Cà Mau"), document("b", "Xâm nhập mặn ở Bến Tre")])
        #expect(ids(try editor.makeSearcher(), "hạn hán") == ["a"])
        #expect(ids(try VanThuIndex.open(folder.path).makeSearcher(), "hạn hán") == [])
        try editor.commit()
        #expect(ids(try VanThuIndex.open(folder.path).makeSearcher(), "hạn hán") == ["a"])
        #expect(ids(try editor.makeSearcher(), "xam nhap man") == ["b"])
    }

    @Test("the later of two documents of one identity is found, in memory and on disk")
    func replaced() throws {
        let folder = try SampleIndex()
        let editor = try IndexEditor.open(folder.path, IndexingOptions())
        try editor.add([document("a", "đê biển Tây"), document("a", "đê biển Đông")])
        #expect(ids(try editor.makeSearcher(), "đê biển") == ["a"])
        #expect(ids(try editor.makeSearcher(), "biển Tây") == [])
        try editor.commit()
        try editor.add([document("a", "kè sông Hậu")])
        #expect(ids(try editor.makeSearcher(), "đê biển") == [])
        #expect(ids(try VanThuIndex.open(folder.path).makeSearcher(), "đê biển") == ["a"])
        try editor.commit()
        #expect(ids(try VanThuIndex.open(folder.path).makeSearcher(), "đê biển") == [])
        #expect(try editor.delete(ids: ["a"]).deleted == 1)
        #expect(ids(try editor.makeSearcher(), "sông Hậu") == [])
    }

    @Test("many small batches are joined, and all of their documents stay found")
    func manyBatches() throws {
        let folder = try SampleIndex()
        let editor = try IndexEditor.open(folder.path, IndexingOptions())
        for number in 0..<70 {
            try editor.add([document("d\(number)", "Thông báo số \(number) về lịch họp mã\(number)x")])
            try editor.commit()
        }
        let index = try VanThuIndex.open(folder.path)
        let statistics = try index.statistics()
        #expect(statistics.documents == 70)
        #expect(statistics.segments < 24)
        let searcher = index.makeSearcher()
        for number in 0..<70 { #expect(ids(searcher, "mã\(number)x") == ["d\(number)"]) }
        #expect(try VanThuIndex.check(folder.path) { _, _ in }.problems == [])
    }
}
