import AdministrativeDocuments
import Foundation
import Testing

@Suite struct CitationKeysOfQueries {
    /// The patterns of a query, `*` behind a beginning.
    private func patterns(_ query: String) -> [String] {
        CitationKeys.patterns(ofQuery: query).map { String(decoding: $0.key, as: UTF8.self) + ($0.isPrefix ? "*" : "") }
    }

    @Test(
        "A document is named in any spelling",
        arguments: [
            ("15/2020/QĐ-TTg", ["15/2020/qd-ttg"]), ("15 /2020/ qd–ttg", ["15/2020/qd-ttg"]),
            ("15/2020/QÐ-TTG", ["15/2020/qd-ttg"]), ("Số: 0015/2020/QĐ-TTg", ["15/2020/qd-ttg"]),
            ("Quyết định số 504/QĐ-TTg ngày 10/4/2020 của Thủ tướng Chính phủ", ["504/qd-ttg"]),
            ("36-NQ/TW", ["36-nq/tw"]), ("13/CT-TTg, 15/CT-TTg", ["13/ct-ttg", "15/ct-ttg"]),
            ("45/2019/QH14", ["45/2019/qh14"]), ("QCVN 06:2022/BXD", ["qcvn06:2022/bxd"]),
            ("QCVN 06:2022", ["qcvn06:2022", "qcvn06:2022/*"]), ("qcvn 06", ["qcvn06", "qcvn06:*"]),
            ("15/2020", ["15/2020/*"]), ("Nghị định 15/2020", ["15/2020/nd-*"]),
            ("nghi dinh so 015/2020", ["15/2020/nd-*"]),
            ("Luật 45/2013", ["45/2013/qh*"]), ("văn bản 15/2020", ["15/2020/*"]),
            ("Luật Đất đai 2013", ["luat dat dai|2013", "bo luat dat dai|2013"]),
            ("luat dat dai 2013", ["luat dat dai|2013", "bo luat dat dai|2013"]),
            ("LUẬT ĐẤT ĐAI NĂM 2013", ["luat dat dai|2013", "bo luat dat dai|2013"]),
            ("Luật Đất đai, 2013", ["luat dat dai|2013", "bo luat dat dai|2013"]),
            ("Luật đất đai ngày 29 tháng 11 năm 2013", ["luat dat dai|2013", "bo luat dat dai|2013"]),
            ("luat dat dai 29/11/2013", ["luat dat dai|2013", "bo luat dat dai|2013"]),
            ("luat dat dai", ["luat dat dai|*", "bo luat dat dai|*"]),
            ("Luật thuế GTGT 2008", ["luat thue gia tri gia tang|2008", "bo luat thue gia tri gia tang|2008"]),
            ("Bộ luật Lao động 2019", ["bo luat lao dong|2019"]), ("bo luat lao dong", ["bo luat lao dong|*"]),
            ("Pháp lệnh ngoại hối 2005", ["phap lenh ngoai hoi|2005"]),
            ("Hiến pháp 2013", ["hien phap|2013"]), ("hien phap", ["hien phap|*"]),
            ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013", ["hien phap|2013"]),
            (
                "Luật Đất đai số 45/2013/QH13", ["45/2013/qh13", "luat dat dai|2013", "bo luat dat dai|2013"]
            ),
            (
                "Nghị quyết của Hội đồng nhân dân tỉnh ngày 08/12/2023",
                ["nghi quyet|hoi dong nhan dan tinh|2023-12-08"]
            ),
            ("", []), ("hạn hán", []), ("luật", []), ("năm 2013", []), ("Luật 2013", []), ("15", []),
            ("Nghị định 15", []),
            ("0/2020", []),
        ])
    func named(query: String, expected: [String]) { #expect(patterns(query) == expected) }

    @Test(
        "What a person types finds what texts mention",
        arguments: [
            ("Luật Đất đai năm 2013", "luat dat dai"), ("Luật Đất đai ngày 29/11/2013", "LUẬT ĐẤT ĐAI 2013"),
            ("Bộ luật Lao động ngày 20 tháng 11 năm 2019", "luật lao động 2019"),
            ("Luật phòng, chống nhiễm vi rút (HIV/AIDS) ngày 29/6/2006", "luat phong chong nhiem vi rut HIV/AIDS 2006"),
            ("Luật Thuế TNCN năm 2007", "luật thuế thu nhập cá nhân"),
            ("Luật Thuế thu nhập cá nhân năm 2007", "luat thue TNCN"),
            ("Quyết định số 15/2020/QĐ-TTg ngày 24/4/2020", "15/2020"),
            ("Nghị định số 15/2020/NĐ-CP", "nghi dinh 15/2020"),
            ("QCVN 06:2022/BXD", "qcvn 06"),
        ])
    func meets(mention: String, query: String) {
        let found = citations("theo \(mention).")
        #expect(found.count == 1)
        let patterns = CitationKeys.patterns(ofQuery: query)
        #expect(found.allSatisfy { citation in patterns.contains { $0.matches(Array(citation.key.utf8)) } })
    }

    @Test func anotherDocumentIsNotMeant() {
        let key = Array("luat dat dai|2013".utf8)
        for query in ["luat dat dai 2024", "luat dat", "luat nha o", "15/2020", "bo luat dat dai", "dat dai"] {
            #expect(!CitationKeys.patterns(ofQuery: query).contains { $0.matches(key) }, "\(query)")
        }
        let number = Array("15/2020/qd-ttg".utf8)
        for query in ["5/2020", "15/2020/nđ-cp", "Nghị định 15/2020", "15/2021"] {
            #expect(!CitationKeys.patterns(ofQuery: query).contains { $0.matches(number) }, "\(query)")
        }
    }
}
