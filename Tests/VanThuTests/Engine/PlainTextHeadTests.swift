import Foundation
import Testing
import VanThu

/// What a search shows of documents whose input says nothing of them but their text.
@Suite struct PlainTextHeadTests {
    private static let documents: URL = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return folder.appendingPathComponent("Corpus/documents")
    }()

    /// Documents of the corpus by the start of the file name, as read by a person (all of them: CorpusDocumentsTests).
    private static let heads: [(file: String, number: String, type: String?, issuedOn: String?, title: String)] = [
        (
            "01", "1487/QĐ-UBND", "Quyết định", "2023-06-12",
            "Quyết định ban hành Quy chế tiếp nhận, xử lý và lưu trữ văn bản điện tử trong các cơ quan nhà nước tỉnh "
                + "Sóc Trăng"
        ),
        (
            "02", "96/KH-UBND", "Kế hoạch", "2023-10-05",
            "Kế hoạch phòng, chống hạn hán, thiếu nước và xâm nhập mặn mùa khô năm 2023 - 2024 trên địa bàn tỉnh Sóc "
                + "Trăng"
        ),
        (
            "03", "04/CĐ-UBND", "Công điện", "2024-02-20",
            "Công điện về việc tập trung ứng phó đợt xâm nhập mặn cao từ ngày 22 tháng 02 đến ngày 02 tháng 3 năm 2024"
        ),
        (
            "04", "118/BC-UBND", "Báo cáo", "2024-05-28",
            "Báo cáo kết quả phòng, chống hạn hán, thiếu nước và xâm nhập mặn mùa khô năm 2023 - 2024 trên địa bàn "
                + "tỉnh Sóc Trăng"
        ),
        (
            "05", "735/SNN-TL", nil, "2024-02-22",
            "V/v vận hành cống ngăn mặn và quan trắc độ mặn theo Công điện số 04/CĐ-UBND"
        ),
        (
            "06", "22/2023/NQ-HĐND", "Nghị quyết", "2023-12-08",
            "Nghị quyết quy định mức hỗ trợ hộ gia đình trữ nước ngọt và khôi phục vườn cây ăn trái vùng hạn mặn trên "
                + "địa bàn tỉnh Sóc Trăng giai đoạn 2024 - 2026"
        ),
        (
            "07", "213/TTr-UBND", "Tờ trình", "2023-11-20",
            "Tờ trình về dự thảo Nghị quyết quy định mức hỗ trợ hộ gia đình trữ nước ngọt và khôi phục vườn cây ăn "
                + "trái vùng hạn mặn giai đoạn 2024 - 2026"
        ),
        (
            "08", "07/CT-UBND", "Chỉ thị", "2024-03-15",
            "Chỉ thị về việc tăng cường phòng, chống bệnh sốt xuất huyết và vệ sinh dụng cụ trữ nước trong mùa khô"
        ),
        (
            "09", "56/TB-VPUBND", "Thông báo", "2024-03-29",
            "Thông báo kết luận của Phó Chủ tịch Ủy ban nhân dân tỉnh Lý Hoài Thạch tại cuộc họp đánh giá việc sử "
                + "dụng văn bản điện tử và dịch vụ công trực tuyến quý I năm 2024"
        ),
        (
            "10", "03/CTr-UBND", "Chương trình", "2024-01-18",
            "Chương trình nâng cao chất lượng phục vụ của Bộ phận Một cửa trên địa bàn thành phố Sóc Trăng năm 2024"
        ),
        (
            "11", "97/2023/TT-BNV", "Thông tư", "2023-08-15",
            "Thông tư quy định việc lập hồ sơ và nộp lưu hồ sơ điện tử tại Ủy ban nhân dân cấp xã"
        ),
        (
            // The day is that of the meeting; the misspelling is the document's.
            "12", "12/BB-UBND", "Biên bản", "2024-04-10",
            "Biên bản họp xét danh sách hộ được hỗ trợ mua dụng cụ trữ nước và thống kê thiệt hại lúa do xâm nhâp mặn"
        ),
        (
            "13", "48/KH-SGDĐT", "Kế hoạch", "2024-04-26",
            "Kế hoạch phòng, chống tai nạn đuối nước cho học sinh năm 2024"
        ),
        (
            "14", "203/BC-UBND", "Báo cáo", "2024-06-20",
            "Báo cáo kết quả công tác cải cách hành chính quý II và 6 tháng đầu năm 2024 của thành phố Đà Lạt"
        ),
    ]

    private func summaries(
        of paths: [String], _ query: String, unit: IndexUnit = .passages
    ) throws -> [String: DocumentSummary] {
        let folder = FileManager.default.temporaryDirectory.path + "/vanthu-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let editor = try IndexEditor.open(folder, IndexingOptions(unit: unit, threads: 1))
        _ = try editor.add(paths: paths, progress: { _ in })
        editor.close()
        let result = try VanThuIndex.open(folder).makeSearcher().search(
            query, SearchOptions(top: 100, by: .document))
        return Dictionary(result.hits.map { ($0.document.id, $0.document) }, uniquingKeysWith: { first, _ in first })
    }

    @Test func numberTypeDateAndTitleAreShownWithAHit() throws {
        let found = try summaries(of: [Self.documents.path], "nước văn bản")
        for head in Self.heads {
            let summary = try #require(
                found.first { $0.key.contains("/\(head.file)-") }?.value, "\(head.file) was not found")
            #expect(summary.number == head.number)
            // An official letter names no type in its head.
            #expect(summary.type == head.type ?? "Công văn")
            #expect(summary.issuedOn == head.issuedOn)
            #expect(summary.title == head.title)
            #expect(summary.agency?.isEmpty == false)
        }
    }

    @Test func theTitleIsSearched() throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let head = "Số: 7/KH-UBND\n\nCần Thơ, ngày 05 tháng 3 năm 2024\n\nKẾ HOẠCH\n\nPhòng, chống cháy rừng\n\n"
        try Data((head + "I. MỤC TIÊU\n\nKhông để xảy ra cháy.").utf8).write(to: URL(fileURLWithPath: folder + "/a"))
        let found = try summaries(of: [folder], "ke hoach phong chay rung")
        #expect(found.values.first?.title == "Kế hoạch phòng, chống cháy rừng")
    }

    @Test func whatJSONLinesGiveWinsOverWhatTheTextSays() throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let text = #""text":"Số: 1/QĐ-BTC\n\nHà Nội, ngày 5 tháng 6 năm 2020\n\nQUYẾT ĐỊNH\n\nVề việc phân bổ vốn""#
        let lines = [
            #"{"id":"titled","title":"Phân bổ",\#(text)}"#, #"{"id":"numbered","number":"2/QĐ",\#(text)}"#,
            #"{"id":"bare",\#(text)}"#,
        ]
        let path = folder + "/a.jsonl"
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
        let found = try summaries(of: [path], "vốn")
        #expect(
            found["titled"]
                == DocumentSummary(
                    id: "titled", number: "1/QĐ-BTC", type: "Quyết định", issuedOn: "2020-06-05", title: "Phân bổ"))
        #expect(
            found["numbered"]
                == DocumentSummary(
                    id: "numbered", number: "2/QĐ", type: "Quyết định", issuedOn: "2020-06-05",
                    title: "Quyết định về việc phân bổ vốn"))
        #expect(
            found["bare"]
                == DocumentSummary(
                    id: "bare", number: "1/QĐ-BTC", type: "Quyết định", issuedOn: "2020-06-05",
                    title: "Quyết định về việc phân bổ vốn"))
        let whole = try summaries(of: [path], "vốn", unit: .whole)
        #expect(whole["bare"] == DocumentSummary(id: "bare"))
    }

    @Test func aTextWithoutAHeadKeepsItsNameOnly() throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/a.txt"
        try Data("Theo Quyết định\nsố 15/2020/QĐ-TTg, ngày 01/02/2020 là hạn cuối.".utf8)
            .write(to: URL(fileURLWithPath: path))
        #expect(try summaries(of: [path], "hạn cuối")[path] == DocumentSummary(id: path))
    }

    private func temporaryFolder() throws -> String {
        let folder = FileManager.default.temporaryDirectory.path + "/vanthu-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return folder
    }
}
