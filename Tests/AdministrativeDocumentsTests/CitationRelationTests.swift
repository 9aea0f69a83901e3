import AdministrativeDocuments
import Foundation
import Testing

@Suite struct CitationRelations {
    private func relations(_ text: String) -> [String] {
        citations(text).map { "\($0.key) \($0.relation?.rawValue ?? "-")" }
    }

    private let body = "\n\nĐiều 1. Phạm vi\n\nĐiều 2. Hiệu lực\n\n"

    @Test func basesAreLinesThatBeginSoAndTheirLists() {
        #expect(
            relations(
                """
                Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003; Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 14 tháng 6 năm 2005 và Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 16 tháng 11 năm 2013;

                Căn cứ Nghị định số 118/2008/NĐ-CP ngày 27/11/2008 của Chính phủ quy định chức năng của Bộ; Nghị định số 75/2009/NĐ-CP của Chính phủ sửa đổi Điều 3 Nghị định số 01/2008/NĐ-CP;

                Xét Tờ trình số 5/TTr-STC ngày 1/2/2020, sau khi căn cứ Quyết định số 7/QĐ-BTC,
                """) == [
                    "luat thi dua khen thuong|2003 basis",
                    "luat sua doi bo sung mot so dieu cua luat thi dua khen thuong|2005 basis",
                    "luat sua doi bo sung mot so dieu cua luat thi dua khen thuong|2013 basis",
                    "118/2008/nd-cp basis", "75/2009/nd-cp basis", "1/2008/nd-cp -", "5/ttr-stc -", "7/qd-btc -",
                ])
        #expect(
            relations(
                "Căn cứ:\n- Luật Giá năm 2012;\n- Nghị định số 5/2013/NĐ-CP của Chính phủ về giá;\nTheo Báo cáo số 7/BC-STC."
            )
                == ["luat gia|2012 basis", "5/2013/nd-cp basis", "7/bc-stc -"])
    }

    @Test(
        "The citing document acts on the cited one",
        arguments: [
            ("Quyết định này thay thế Quyết định số 15/QĐ-BTC ngày 1/2/2020.", "15/qd-btc replaces"),
            (
                "Quyết định này có hiệu lực thi hành kể từ ngày 14 tháng 9 năm 2018 và thay thế Quyết định số 15/QĐ-BTC.",
                "15/qd-btc replaces"
            ),
            ("Quyết định có hiệu lực thi hành kể từ ngày ký và thay Quyết định số 15/QĐ-BTC.", "15/qd-btc replaces"),
            ("Bãi bỏ khoản 1 Điều 20 Nghị định số 58/2017/NĐ-CP.", "58/2017/nd-cp repeals"),
            ("2. Sửa đổi, bổ sung một số điều của Thông tư số 5/2017/TT-BTC như sau:", "5/2017/tt-btc amends"),
            ("3. Bổ sung khoản 3a vào Điều 19 Thông tư số 78/2014/TT-BTC như sau:", "78/2014/tt-btc supplements"),
            ("Thông tư này hướng dẫn thi hành một số điều của Nghị định số 8/2014/NĐ-CP.", "8/2014/nd-cp guides"),
            ("Thông tư này quy định chi tiết khoản 2 Điều 9 Nghị định số 8/2014/NĐ-CP.", "8/2014/nd-cp guides"),
            (
                "2. Quyết định số 8/2006/QĐ-BCN ngày 12/4/2006 của Bộ Công nghiệp ban hành mẫu hết hiệu lực từ ngày Thông tư này có hiệu lực.",
                "8/2006/qd-bcn expires"
            ),
            ("Kể từ ngày Thông tư này có hiệu lực, Thông tư số 3/2005/TT-BNV bị bãi bỏ.", "3/2005/tt-bnv repeals"),
            ("Thông tư số 3/2005/TT-BNV được thay thế bằng Thông tư này.", "3/2005/tt-bnv replaces"),
            ("2. Điều 9 Nghị định số 28/2015/NĐ-CP hết hiệu lực thi hành.", "28/2015/nd-cp expires"),
            ("Bãi bỏ Quy chế làm việc ban hành kèm theo Quyết định số 9/QĐ-BNV.", "9/qd-bnv repeals"),
        ])
    func acts(sentence: String, relation: String) { #expect(relations(body + sentence) == [relation]) }

    @Test(
        "Other documents' acts, conditions, plans and nouns are none of the citing document",
        arguments: [
            "Nghị định số 43/2014/NĐ-CP được sửa đổi, bổ sung tại Nghị định số 10/2023/NĐ-CP thì áp dụng.",
            "Luật số 15/2012/QH13 được sửa đổi bởi Luật số 67/2020/QH14.",
            "theo Nghị định số 10/2023/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 43/2014/NĐ-CP.",
            "Theo hướng dẫn tại Thông tư số 15/2017/TT-BTC.", "Nghiên cứu sửa đổi, bổ sung Nghị định số 82/2018/NĐ-CP.",
            "Khi Nghị định này được thay thế thì áp dụng Nghị định số 82/2018/NĐ-CP.",
            "- Sửa đổi Nghị định số 54/2017/NĐ-CP trong quý IV.",
            "Bổ sung tờ khai theo Mẫu quy định tại Điều 12 Nghị định số 126/2020/NĐ-CP.",
        ])
    func noAct(sentence: String) {
        #expect(citations(body + sentence).isEmpty == false)
        #expect(citations(body + sentence).allSatisfy { $0.relation == nil })
    }

    @Test func listsBehindAColonShareTheRelation() {
        #expect(
            relations(
                body + """
                    1. Các Nghị định sau đây hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành:

                    a) Nghị định số 36/2016/NĐ-CP ngày 15/5/2016 của Chính phủ về quản lý trang thiết bị y tế;

                    b) Nghị định số 169/2018/NĐ-CP của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 36/2016/NĐ-CP.

                    2. Thông tư này thay thế các văn bản hướng dẫn sau đây: a) Thông tư số 1/2015/TT-BTC hướng dẫn phát hành;
                    """) == [
                    "36/2016/nd-cp expires", "169/2018/nd-cp expires", "36/2016/nd-cp -", "1/2015/tt-btc replaces",
                ])
    }

    @Test func titlesAndEnactingFormulasSpeakOfTheCitingDocument() {
        #expect(
            relations(
                """
                Số: 11/2023/TT-BGTVT

                THÔNG TƯ

                SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA THÔNG TƯ SỐ 26/2018/TT-BGTVT

                Căn cứ Luật Đường sắt ngày 16 tháng 6 năm 2017;

                Bộ trưởng ban hành Thông tư sửa đổi, bổ sung một số điều của Thông tư số 26/2018/TT-BGTVT.
                """) == ["26/2018/tt-bgtvt amends", "luat duong sat|2017 basis", "26/2018/tt-bgtvt amends"])
    }
}
