import AdministrativeDocuments
import Foundation
import Testing

@Suite struct BareLaws {
    private func keys(_ text: String) -> [String] { citations(text).map(\.key) }

    @Test func aBareNameIsTheLawNamedInFullBefore() {
        let text = """
            Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;
            Căn cứ Luật Thuế thu nhập cá nhân số 04/2007/QH12 ngày 21 tháng 11 năm 2007;

            Điều 1. Thu hồi theo LUẬT ĐẤT ĐAI và Luật Thuế TNCN.
            """
        #expect(keys(text) == ["luat dat dai|2024", "4/2007/qh12", "luat dat dai|2024", "4/2007/qh12"])
        let bare = citations(text).suffix(2)
        #expect(bare.map(\.date) == [nil, nil] && bare.map(\.numberKey) == [nil, nil])
        #expect(bare.map { mention($0, text) } == ["LUẬT ĐẤT ĐAI", "Luật Thuế TNCN"])
    }

    @Test func oneByNumberAndOneByYearAreOneLaw() {
        let text = "Luật Đất đai số 45/2013/QH13, Luật Đất đai năm 2013; theo Luật Đất đai."
        #expect(keys(text) == ["45/2013/qh13", "luat dat dai|2013", "45/2013/qh13"])
    }

    @Test(
        "Where it is not plain which law is meant, none is",
        arguments: [
            // Two of one name.
            "Luật Đất đai năm 2013 và Luật Đất đai năm 2024: theo Luật Đất đai.",
            "Luật Đất đai số 45/2013/QH13 và Luật Đất đai năm 2024: theo Luật Đất đai.",
            // None before it.
            "theo Luật Đất đai, tức Luật Nhà ở năm 2014.",
            // Another name that begins or ends alike.
            "Luật Đất đai năm 2013; theo Luật Đất đai đô thị.", "Luật Thuế giá trị gia tăng năm 2008; theo Luật Thuế.",
            "Luật Lao động năm 2012; theo Bộ luật Lao động.",
        ])
    func unclear(text: String) { #expect(citations(text).allSatisfy { $0.date != nil || $0.numberKey != nil }) }

    @Test func setsOfNumbersBehindOneTypeAreReadEach() {
        let found = citations("theo các Nghị định số 01/2019/NĐ-CP, 02/2020/NĐ-CP và 03/2021/NĐ-CP của Chính phủ.")
        #expect(found.map(\.key) == ["1/2019/nd-cp", "2/2020/nd-cp", "3/2021/nd-cp"])
        #expect(found.allSatisfy { $0.type == "Nghị định" && $0.agency == "Chính phủ" })
    }
}
