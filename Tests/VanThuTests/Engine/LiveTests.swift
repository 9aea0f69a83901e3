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

@Suite("Engine: what an editor must not do") struct EditorLimitTests {
    private func document(_ id: String, _ text: String) -> SourceDocument {
        SourceDocument(id: id, text: Array(text.utf8))
    }

    @Test("an editor that was closed changes nothing, whoever writes now")
    func closed() throws {
        let folder = try SampleIndex()
        let first = try IndexEditor.open(folder.path, IndexingOptions())
        try first.add([document("a", "một")])
        first.close()
        let second = try IndexEditor.open(folder.path, IndexingOptions())
        try second.add([document("b", "hai")])
        try second.commit()
        #expect(throws: VanThuError.self) { try first.commit() }
        #expect(throws: VanThuError.self) { _ = try first.delete(ids: ["b"]) }
        #expect(throws: VanThuError.self) { try first.compact { _ in } }
        second.close()
        #expect(try VanThuIndex.check(folder.path) { _, _ in }.problems == [])
        #expect(try folder.found("hai") == ["b"])
    }

    @Test("metadata that is not JSON is kept as text, and takes nothing else with it")
    func metadata() throws {
        let folder = try SampleIndex()
        let editor = try IndexEditor.open(folder.path, IndexingOptions())
        try editor.add([
            SourceDocument(
                id: "a", title: "Chỉ thị", text: Array("hạn hán".utf8),
                metadata: [("number", "07/CT-UBND"), ("type", "\"Chỉ thị\""), ("year", "2024")])
        ])
        try editor.commit()
        editor.close()
        let hit = try #require(try folder.search("hạn hán").hits.first)
        #expect(hit.document.number == "07/CT-UBND")
        #expect(hit.document.type == "Chỉ thị")
    }

    @Test("a document of a million paragraphs and more is taken in whole")
    func manyParagraphs() throws {
        let folder = try SampleIndex()
        // Each label begins a passage of its own.
        let text = String(repeating: "Nơi nhận:\n\nPHỤ LỤC I\n\n", count: 600_000) + "từ cuối cùng"
        let editor = try IndexEditor.open(folder.path, IndexingOptions())
        try editor.add([document("a", text)])
        try editor.commit()
        editor.close()
        #expect(try folder.open().statistics().passages <= 1 << 20)
        #expect(try folder.found("\"từ cuối cùng\"") == ["a"])
    }
}
