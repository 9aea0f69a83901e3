import AdministrativeDocuments
import Foundation
import Testing

@Suite struct CitationMentions {
    @Test(
        "A mention is read whole, with its parts",
        arguments: [
            (
                "theo Quyết định số 2159/QĐ-UBND ngày 06/12/2019 của Ủy ban nhân dân tỉnh giao chỉ tiêu",
                "Quyết định số 2159/QĐ-UBND ngày 06/12/2019 của Ủy ban nhân dân tỉnh",
                "Quyết định | 2159/qd-ubnd | Ủy ban nhân dân tỉnh | 2019-12-06 | -"
            ),
            (
                "tại Nghị quyết số\r\n\n22/2023/NQ-HĐND, ngày 08 tháng 12\r\n\nnăm 2023 của HĐND tỉnh về hỗ trợ",
                "Nghị quyết số\r\n\n22/2023/NQ-HĐND, ngày 08 tháng 12\r\n\nnăm 2023 của HĐND tỉnh",
                "Nghị quyết | 22/2023/nq-hdnd | Hội đồng nhân dân tỉnh | 2023-12-08 | -"
            ),
            (
                "ngày 24/4/2020, Quyết định số 15/2020/QĐ-TTg ngày 24/4/2020 của\n\nThủ tướng Chính phủ đảm bảo",
                "Quyết định số 15/2020/QĐ-TTg ngày 24/4/2020 của\n\nThủ tướng Chính phủ",
                "Quyết định | 15/2020/qd-ttg | Thủ tướng Chính phủ | 2020-04-24 | -"
            ),
            (
                "theo Nghị định số 95/2018/NĐ-CP của Chính phủ ngày 30 tháng 6 năm 2018 quy định",
                "Nghị định số 95/2018/NĐ-CP của Chính phủ ngày 30 tháng 6 năm 2018",
                "Nghị định | 95/2018/nd-cp | Chính phủ | 2018-06-30 | -"
            ),
            (
                "theo Thông tư liên tịch số 24/2015/TTLT-BYT-BGTVT ngày 21/08/2015 của Bộ Y tế và Bộ Giao thông vận tải quy định",
                "Thông tư liên tịch số 24/2015/TTLT-BYT-BGTVT ngày 21/08/2015 của Bộ Y tế và Bộ Giao thông vận tải",
                "Thông tư liên tịch | 24/2015/ttlt-byt-bgtvt | Bộ Y tế và Bộ Giao thông vận tải | 2015-08-21 | -"
            ),
            (
                "theo Thông tư số 7/2020/TT-BKHĐT của Bộ trưởng Bộ Kế hoạch và Đầu tư hướng dẫn",
                "Thông tư số 7/2020/TT-BKHĐT của Bộ trưởng Bộ Kế hoạch và Đầu tư",
                "Thông tư | 7/2020/tt-bkhdt | Bộ trưởng Bộ Kế hoạch và Đầu tư | - | -"
            ),
            (
                "theo Quyết định số 12/2008/QĐ-BVHTTDL của Bộ Văn hoá, Thể thao và Du lịch về việc",
                "Quyết định số 12/2008/QĐ-BVHTTDL của Bộ Văn hoá, Thể thao và Du lịch",
                "Quyết định | 12/2008/qd-bvhttdl | Bộ Văn hóa, Thể thao và Du lịch | - | -"
            ),
            (
                "THEO THÔNG TƯ SỐ 1/2021/TT-BKHĐT NGÀY 16 THÁNG 3 NĂM 2021 CỦA BỘ TRƯỞNG BỘ KẾ HOẠCH VÀ ĐẦU TƯ HƯỚNG DẪN",
                "THÔNG TƯ SỐ 1/2021/TT-BKHĐT NGÀY 16 THÁNG 3 NĂM 2021 CỦA BỘ TRƯỞNG BỘ KẾ HOẠCH VÀ ĐẦU TƯ",
                "Thông tư | 1/2021/tt-bkhdt | Bộ trưởng Bộ Kế hoạch và Đầu tư | 2021-03-16 | -"
            ),
            (
                "Nghị quyết số 19-NQ/TW ngày 25/10/2017 của Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII",
                "Nghị quyết số 19-NQ/TW ngày 25/10/2017 của Hội nghị lần thứ sáu Ban Chấp hành Trung ương",
                "Nghị quyết | 19-nq/tw | Hội nghị lần thứ sáu Ban Chấp hành Trung ương | 2017-10-25 | -"
            ),
            (
                "Ủy ban nhân dân tỉnh đã ban hành Kế hoạch số 142/KH-UBND ngày 05/11/2019 về phòng",
                "Kế hoạch số 142/KH-UBND ngày 05/11/2019",
                "Kế hoạch | 142/kh-ubnd | Ủy ban nhân dân tỉnh | 2019-11-05 | -"
            ),
            (
                "tại văn bản số 4486/LĐTBXH-ATLĐ ngày 03 tháng 12 năm 2021 về",
                "văn bản số 4486/LĐTBXH-ATLĐ ngày 03 tháng 12 năm 2021", "- | 4486/ldtbxh-atld | - | 2021-12-03 | -"
            ),
            (
                "theo QCVN 10-MT/2015/BTNMT về nước", "QCVN 10-MT/2015/BTNMT",
                "Quy chuẩn kỹ thuật quốc gia | qcvn10-mt:2015/btnmt | - | - | -"
            ),
            (
                "theo QCVN:01-2008/BLĐTBXH về nồi hơi", "QCVN:01-2008/BLĐTBXH",
                "Quy chuẩn kỹ thuật quốc gia | qcvn01:2008/bldtbxh | - | - | -"
            ),
            (
                "theo Thông tư số 28/2014/TT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch người khai đề nghị",
                "Thông tư số 28/2014/TT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch",
                "Thông tư | 28/2014/tt-bvhttdl | Bộ Văn hóa, Thể thao và Du lịch | - | -"
            ),
            (
                "theo Nghị quyết của Hội đồng nhân dân tỉnh ngày 08/12/2023 về",
                "Nghị quyết của Hội đồng nhân dân tỉnh ngày 08/12/2023",
                "Nghị quyết | nghi quyet|hoi dong nhan dan tinh|2023-12-08 | Hội đồng nhân dân tỉnh | 2023-12-08 | -"
            ),
            (
                "theo Chỉ thị ngày 5 tháng 6 năm 2020 của Bộ trưởng Bộ Y tế về",
                "Chỉ thị ngày 5 tháng 6 năm 2020 của Bộ trưởng Bộ Y tế",
                "Chỉ thị | chi thi|bo y te|2020-06-05 | Bộ trưởng Bộ Y tế | 2020-06-05 | -"
            ),
        ])
    func parts(text: String, range: String, parts: String) throws {
        let found = citations(text)
        #expect(found.map(line) == [parts])
        #expect(try mention(#require(found.first), text) == range)
        let decomposed = text.decomposedStringWithCanonicalMapping
        #expect(citations(decomposed).map(\.key) == found.map(\.key))
        #expect(citations(decomposed).map(\.date) == found.map(\.date))
    }

    @Test(
        "A law's name and date meet however they are spelled",
        arguments: [
            ("Luật Đất đai ngày 18 tháng 01 năm 2024", "luat dat dai|2024", "2024-01-18"),
            ("Luật đất đai năm 2024", "luat dat dai|2024", "2024"),
            ("LUẬT ĐẤT ĐAI 2024", "luat dat dai|2024", "2024"),
            ("Luật Đất đai, 2024.", "luat dat dai|2024", "2024"),
            ("Luật Đất đai năm ngày 18/01/2024", "luat dat dai|2024", "2024-01-18"),
            ("Luật Thuế GTGT năm 2008", "luat thue gia tri gia tang|2008", "2008"),
            ("Luật Phòng chống tham nhũng năm 2018", "luat phong chong tham nhung|2018", "2018"),
            ("Luật Phòng, chống\r\n\ntham nhũng năm\r\n\n2018", "luat phong chong tham nhung|2018", "2018"),
            ("Bộ Luật Lao động ngày 20 tháng 11 năm 2019", "bo luat lao dong|2019", "2019-11-20"),
            ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013", "hien phap|2013", "2013"),
            ("Hiến pháp năm 2013", "hien phap|2013", "2013"),
            (
                "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019",
                "luat sua doi bo sung mot so dieu cua luat to chuc chinh phu va luat to chuc chinh quyen dia phuong|2019",
                "2019-11-22"
            ),
            (
                "Luật phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người (HIV/AIDS) ngày 29/6/2006",
                "luat phong chong nhiem vi rut gay ra hoi chung suy giam mien dich mac phai o nguoi hiv aids|2006",
                "2006-06-29"
            ),
            ("Luật Luật sư ngày 29 tháng 6 năm 2006", "luat luat su|2006", "2006-06-29"),
            ("Luật Căn cước công dân ngày 20 tháng 11 năm 2014", "luat can cuoc cong dan|2014", "2014-11-20"),
        ])
    func laws(name: String, key: String, date: String) {
        let found = citations("theo quy định tại Điều 5 \(name)")
        #expect(found.map(\.key) == [key])
        #expect(found.map(\.date) == [date])
    }

    @Test func aLawsNumberIsItsKey() {
        let found = citations("Căn cứ Luật Thuế thu nhập cá nhân số 04/2007/QH12 ngày 21 tháng 11 năm 2007;")
        #expect(found.map(line) == ["Luật | 4/2007/qh12 | - | 2007-11-21 | basis"])
    }

    @Test(
        "What mentions no other document is left alone",
        arguments: [
            "theo quy định của Luật Đất đai và Luật Nhà ở", "Quyết định này có hiệu lực từ ngày 01/01/2020",
            "Luật Đất đai có hiệu lực từ ngày 01 tháng 7 năm 2014", "Luật sư Nguyễn Văn A năm 2013",
            "theo Mẫu số 02/TTr và mẫu 01/GTGT", "Lữ đoàn 144/BTTM", "theo Nghị định 134 và Thông tư 78",
            "Thực hiện Luật Hoạt động giám sát của Quốc hội, Ủy ban nhân dân tỉnh báo cáo 6 tháng đầu năm 2020",
            "Bộ Y tế ban hành Kế hoạch ngày 5/6/2020", "tỉnh ban hành chỉ thị ngày 5/6/2020 của Chủ tịch",
        ])
    func noMention(text: String) { #expect(citations(text).map(\.key) == []) }

    @Test func theOwnNumberIsNoCitationWhereverItRecurs() {
        let text = """
            ỦY BAN NHÂN DÂN
            Số: 38/2018/QĐ-UBND

            QUYẾT ĐỊNH

            Căn cứ Nghị định số 43/2014/NĐ-CP ngày 15/5/2014;

            QUY ĐỊNH
            (Ban hành kèm theo Quyết định số 38/2018/QĐ-UBND ngày 04 tháng 9 năm 2018 của Ủy ban nhân dân tỉnh)
            (Kèm theo Quyết định số 38/QĐ-UBND ngày 04 tháng 9 năm 2018)

            Mẫu
            Số: 12/GXN-UBND
            """
        #expect(citations(text).map(\.key) == ["43/2014/nd-cp"])
        #expect(citations("Luật số: 45/2019/QH14\n\nLUẬT\n\nLAO ĐỘNG").map(\.key) == [])
    }

    @Test func anAmendingLawsNameHoldsLawsOnly() {
        let found = citations(
            "theo Luật sửa đổi, bổ sung một số điều của Luật Quản lý thuế và Nghị định số 83/2013/NĐ-CP của Chính phủ")
        #expect(found.map(line) == ["Nghị định | 83/2013/nd-cp | Chính phủ | - | -"])
    }

    @Test func listsShareTypeAndAgency() {
        #expect(
            citations("theo các Nghị định số 12/2009/NĐ-CP và số 83/2009/NĐ-CP của Chính phủ.").map(line) == [
                "Nghị định | 12/2009/nd-cp | Chính phủ | - | -", "Nghị định | 83/2009/nd-cp | Chính phủ | - | -",
            ])
        let directives = citations(
            "Chỉ thị số 13/CT-TTg ngày 11/3/2020, Chỉ thị số 15/CT-TTg ngày 27/3/2020 của Thủ tướng Chính phủ;...")
        #expect(directives.map(\.agency) == ["Thủ tướng Chính phủ", "Thủ tướng Chính phủ"])
        // Another body's document shares nothing.
        let mixed = citations("Kế hoạch số 1/KH-UBND, Nghị quyết số 2/NQ-CP của Chính phủ")
        #expect(mixed.map(\.agency) == [nil, "Chính phủ"])
    }
}
