import Foundation
import Testing

@testable import VanThu

/// Fields of queries over documents as they are added: their metadata as JSON lines give it.
@Suite struct FieldQueries {
    private func index() throws -> SampleIndex {
        let index = try SampleIndex()
        let lines = [
            #"{"id":"a","number":"15/2020/QĐ-TTg","type":"Quyết định","agency":"Thủ tướng Chính phủ","place":"Hà Nội","issued_on":"2020-06-23","signers":["Nguyễn Xuân Phúc"],"urgency":"Hỏa tốc","title":"Chính sách hỗ trợ","text":"Điều 1. Hỗ trợ hạn hán.\n\nĐiều 2. Hiệu lực thi hành theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ."}"#,
            #"{"id":"b","number":"142/KH-UBND","type":"Kế hoạch","agency":"UBND tỉnh Cà Mau","place":"Cà Mau","issued_on":"2019-12-06","signers":["Lê Văn Sử"],"title":"Phòng chống hạn hán","text":"Kế hoạch phòng chống hạn hán, xâm nhập mặn. Căn cứ Luật Đất đai năm 2013."}"#,
            #"{"id":"c","number":"7/KH-UBND","type":"Kế hoạch","agency":"Ủy ban nhân dân tỉnh Bạc Liêu","place":"Bạc Liêu","issued_on":"2021-01-15","signers":["Trần Văn A","Lê Văn Sử"],"urgency":"Khẩn","text":"Giao đất, cho thuê đất. Căn cứ Quyết định số 15/2020/QĐ-TTg."}"#,
        ]
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: index.folder + "/a.jsonl"))
        let editor = try index.editor()
        defer { editor.close() }
        _ = try editor.add(paths: [index.folder + "/a.jsonl"]) { _ in }
        return index
    }

    @Test(
        "A condition finds the documents it names, alone and with words",
        arguments: [
            ("loai:quyet-dinh", ["a"]), ("loai:kh", ["b", "c"]), ("co-quan:\"ubnd tinh ca mau\"", ["b"]),
            ("co-quan:\"Ủy ban nhân dân\"", ["b", "c"]), ("co-quan:TTg", ["a"]), ("noi:ca-mau", ["b"]),
            ("so:15/2020/qd-ttg", ["a"]), ("so:7", ["c"]), ("ngay:23/6/2020", ["a"]), ("ngay:2020..", ["a", "c"]),
            ("nam:2019", ["b"]), ("nguoi-ky:\"Lê Văn Sử\"", ["b", "c"]), ("khan:hoa-toc", ["a"]),
            ("tieu-de:han-han", ["b"]), ("loai:ke-hoach hạn", ["b"]), ("-loai:ke-hoach hạn", ["a"]),
            ("nam:2020..2021 -khan:khẩn", ["a"]), ("loai:quyet-dinh OR nam:2021", ["a", "c"]),
        ])
    func conditions(query: String, ids: [String]) throws {
        let result = try index().search(query)
        #expect(Set(result.ids) == Set(ids) && result.notes.isEmpty, "\(result.notes)")
        #expect(try Set(index().ids(query, by: .document)) == Set(ids))
    }

    @Test(
        "Articles and citations are found where they stand",
        arguments: [
            ("dieu:2", ["a"]), ("cites:30/2020/NĐ-CP", ["a"]), ("cites:15/2020/qd-ttg", ["c"]),
            ("cites:\"Luật Đất đai\"", ["b"]), ("cites:\"luật đất đai 2013\"", ["b"]),
        ])
    func marks(query: String, ids: [String]) throws {
        let result = try index().search(query)
        #expect(Set(result.ids) == Set(ids) && result.notes.isEmpty, "\(result.notes)")
    }

    @Test func aFieldIsReadUnderAnyNameAndInTheFormsThatTablesGiveIt() throws {
        let text =
            #""text":"ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\nSố: 12/QĐ-UBND\nCà Mau, ngày 05 tháng 3 năm 2020\nQUYẾT ĐỊNH\nVề việc giao đất""#
        let lines = [
            #"{"id":"several","number":["1/QĐ-A","2/QĐ-B"],"type":["Quyết định","Kế hoạch"],"agency":["Bộ Y tế","Bộ Tài chính"],\#(text)}"#,
            #"{"id":"named","Trích yếu":"Tựa đã cho","ngày_ban_hành":"20190807","year":2018.0,\#(text)}"#,
            #"{"id":"junk","place":{"a":1},"urgency":false,"signers":[null,true,{}],"agency":[],\#(text)}"#,
        ]
        let index = try SampleIndex()
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: index.folder + "/b.jsonl"))
        let editor = try index.editor()
        _ = try editor.add(paths: [index.folder + "/b.jsonl"]) { _ in }
        editor.close()
        for (query, ids) in [
            ("so:2/QĐ-B", ["several"]), ("loai:ke-hoach", ["several"]), ("co-quan:\"Bộ Tài chính\"", ["several"]),
            ("tieu-de:\"tựa đã cho\"", ["named"]), ("ngay:7/8/2019", ["named"]), ("nam:2018", ["named"]),
            ("ngay:5/3/2020", ["several", "junk"]), ("noi:\"cà mau\"", ["several", "named", "junk"]),
            ("co-quan:ubnd", ["named", "junk"]), ("so:12/QĐ-UBND", ["named", "junk"]),
        ] {
            #expect(try index.found(query) == Set(ids), "\(query)")
        }
        let hits = try index.search("giao đất", by: .document).hits
        #expect(hits.first { $0.document.id == "named" }?.document.title == "Tựa đã cho")
        let facets = try index.open().makeSearcher().search("đất", SearchOptions(facets: FacetField.allCases)).facets
        #expect(facets.first { $0.field == .urgency }?.counts.isEmpty == true)
        #expect(facets.first { $0.field == .signer }?.counts.isEmpty == true)
        #expect(facets.first { $0.field == .place }?.counts.map(\.value) == ["Cà Mau"])
    }

    @Test func wordsLeftOutByThemselvesFindNothingAndFieldsAllOthers() throws {
        let words = try index().search("-vắng")
        #expect(words.hits.isEmpty && words.notes.contains { $0.contains("only leaves out") })
        let others = try index().search("-loai:ke-hoach")
        let plans = try index().search("loai:ke-hoach")
        #expect(others.notes.isEmpty && !others.hits.isEmpty && !plans.hits.isEmpty)
        #expect(Set(others.ids).isDisjoint(with: plans.ids))
        #expect(try index().search("loai:xyz").notes == ["no document has the type \"xyz\""])
    }
}
