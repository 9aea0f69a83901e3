import AdministrativeDocuments
import Foundation
import Testing

@Suite struct Inspection {
    private func inspect(_ text: String) -> DocumentInspection {
        Array(text.utf8).withUnsafeBytes { DocumentInspector().inspect($0) }
    }

    private let decision = """
        ỦY BAN NHÂN DÂN
        TỈNH CÀ MAU
        Số:
          2159/QĐ-UBND

        Cà Mau, ngày 06 tháng 12 năm 2019

        QUYẾT ĐỊNH

        Về việc giao chỉ tiêu kế hoạch phát triển
        kinh tế - xã hội năm 2020

        Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ;

        QUYẾT ĐỊNH:

        Điều 1. Giao chỉ tiêu.
        """

    @Test func aDecisionsHeadIsRead() throws {
        let found = inspect(decision)
        #expect(found.description.number?.value == "2159/QĐ-UBND")
        #expect(found.description.type?.value == "Quyết định")
        #expect(found.description.date?.value == "2019-12-06")
        #expect(found.description.place?.value == "Cà Mau")
        #expect(found.description.title?.value == "Về việc giao chỉ tiêu kế hoạch phát triển kinh tế - xã hội năm 2020")
        #expect(found.references.filter { $0.kind == .documentNumber }.count == 2)
        let bytes = Array(decision.utf8)
        let place = try #require(found.description.place)
        #expect(String(decoding: bytes[place.start..<place.end], as: UTF8.self) == "Cà Mau")
    }

    @Test func aPlaceIsReadAcrossAWrapAndBesideAnotherColumn() {
        #expect(
            inspect("Số: 1/QĐ-BTC\r\n\r\nHà\r\n\n  Nội, ngày 5 tháng 6 năm 2020").description.place?.value == "Hà Nội")
        #expect(inspect("Số: 1/QĐ-BTC     Hà Nội, ngày 5 tháng 6 năm 2020").description.place?.value == "Hà Nội")
    }

    @Test func nothingIsMadeUp() {
        let found = inspect(
            "Căn cứ Quyết định số 15/2020/QĐ-TTg ngày 01/02/2020, quyết định những việc sau.\n\nKhông có gì khác.")
        #expect(
            found.description.number == nil && found.description.type == nil && found.description.date == nil
                && found.description.place == nil
                && found.description.title == nil)
        let empty = inspect("")
        #expect(empty.passages.isEmpty && empty.references.isEmpty && empty.description == DocumentDescription())
    }

    @Test("Another document's number and day are not its own; but minutes are of the day they speak of")
    func anotherDocumentsNumberAndDayAreNotItsOwn() {
        for (type, day) in [("KẾ HOẠCH", nil), ("BIÊN BẢN", "2024-04-10")] {
            let found = inspect(
                """
                \(type)

                Họp xét hỗ trợ

                Thời gian: 13 giờ 30 phút, ngày 10 tháng 4 năm 2024.
                Hôm nay, ngày 10 tháng 4 năm 2024
                Tại Cà Mau, ngày 11 tháng 4 năm 2024

                Thực hiện Kế hoạch
                số 96/KH-UBND của tỉnh.
                """
            ).description
            #expect(found.number == nil && found.place == nil)
            #expect(found.date?.value == day)
            #expect(found.name?.hasSuffix(" họp xét hỗ trợ") == true)
        }
    }

    @Test func aTypeSpelledWithSpacesAndOddDashesAreRead() {
        let head = inspect("Số:07 /CT–UBND     Mỹ Xuyên, ngày 15 tháng 3 năm 2024\n\nC H Ỉ  T H Ị\n\nVề việc diệt muỗi")
            .description
        #expect(head.number?.value == "07/CT-UBND" && head.type?.value == "Chỉ thị")
        #expect(head.place?.value == "Mỹ Xuyên" && head.name == "Chỉ thị về việc diệt muỗi")
    }

    @Test(
        "What follows the type is its abstract or nothing",
        arguments: [
            ("Hà Nội đẩy mạnh trồng cây", "Kế hoạch Hà Nội đẩy mạnh trồng cây"),
            ("Ủy ban nhân dân các cấp trồng cây", "Kế hoạch Ủy ban nhân dân các cấp trồng cây"),
            ("Trồng cây năm 2024", "Kế hoạch trồng cây năm 2024"),
            ("TRỒNG CÂY NĂM 2024", "Kế hoạch TRỒNG CÂY NĂM 2024"),
            ("V/v trồng cây", "Kế hoạch về việc trồng cây"),
            ("Kế hoạch trồng cây", "Kế hoạch trồng cây"),
            ("CỦA ỦY BAN NHÂN DÂN TỈNH\n\nVề việc trồng cây", "Kế hoạch về việc trồng cây"),
            (
                "Về việc trồng cây ven đê, ven lộ và trong khuôn viên các trường học, cơ quan\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH",
                "Kế hoạch về việc trồng cây ven đê, ven lộ và trong khuôn viên các trường học, cơ quan"
            ),
            ("BỘ TRƯỞNG BỘ NỘI VỤ", nil), ("Hôm nay chúng tôi gồm", nil), ("(Ban hành kèm theo quyết định)", nil),
            ("Thực hiện chủ trương, Sở báo cáo như sau:", nil), ("1. Mục tiêu", nil), ("", nil),
        ])
    func abstracts(text: String, name: String?) {
        #expect(inspect("Số: 1/KH-UBND\n\nKẾ HOẠCH\n\n\(text)").description.name == name)
    }

    @Test(.enabled(if: SharedTexts.path != nil, "the report is not at hand"))
    func theReportsHeadIsRead() throws {
        let report = try #require(RealDocuments.texts.first)
        let found = report.withUnsafeBytes { DocumentInspector().inspect($0) }
        #expect(found.description.type?.value == "Báo cáo")
        #expect(found.description.date?.value == "2020-06-23")
        #expect(found.description.place?.value == "Cà Mau")
        #expect(found.description.title?.value == "Công tác của Ủy ban nhân dân tỉnh Cà Mau 6 tháng đầu năm 2020")
        #expect(found.description.number == nil)
        let numbers = Set(
            found.references.filter { $0.kind == .documentNumber }.map { String(decoding: $0.key, as: UTF8.self) })
        #expect(numbers.contains("2159/qd-ubnd") && numbers.count >= 20, "\(numbers.sorted())")
    }

    @Test(.enabled(if: SharedTexts.path != nil, "the corpora are not at hand"))
    func everySpanOfRealTextsSlicesTheText() {
        for text in RealDocuments.texts.prefix(300) {
            let found = text.withUnsafeBytes { DocumentInspector().inspect($0) }
            for value in [
                found.description.number, found.description.type, found.description.date, found.description.place,
                found.description.title,
            ]
            .compactMap({ $0 }) {
                #expect(value.start < value.end && value.end <= text.count)
                #expect(String(validating: text[value.start..<value.end], as: UTF8.self) != nil)
            }
            var last = 0
            for reference in found.references {
                #expect(reference.start >= last && reference.end > reference.start)
                last = reference.end
            }
        }
    }
}
