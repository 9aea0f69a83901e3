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
        #expect(found.head.number?.value == "2159/QĐ-UBND")
        #expect(found.head.type?.value == "Quyết định")
        #expect(found.head.date?.value == "2019-12-06")
        #expect(found.head.place?.value == "Cà Mau")
        #expect(found.head.title?.value == "Về việc giao chỉ tiêu kế hoạch phát triển kinh tế - xã hội năm 2020")
        #expect(found.references.filter { $0.kind == .documentNumber }.count == 2)
        let bytes = Array(decision.utf8)
        let place = try #require(found.head.place)
        #expect(String(decoding: bytes[place.start..<place.end], as: UTF8.self) == "Cà Mau")
    }

    @Test func aPlaceIsReadAcrossAWrapAndBesideAnotherColumn() {
        #expect(inspect("Số: 1/QĐ-BTC\r\n\r\nHà\r\n\n  Nội, ngày 5 tháng 6 năm 2020").head.place?.value == "Hà Nội")
        #expect(inspect("Số: 1/QĐ-BTC     Hà Nội, ngày 5 tháng 6 năm 2020").head.place?.value == "Hà Nội")
    }

    @Test func nothingIsMadeUp() {
        let found = inspect(
            "Căn cứ Quyết định số 15/2020/QĐ-TTg ngày 01/02/2020, quyết định những việc sau.\n\nKhông có gì khác.")
        #expect(
            found.head.number == nil && found.head.type == nil && found.head.date == nil && found.head.place == nil
                && found.head.title == nil)
        let empty = inspect("")
        #expect(empty.passages.isEmpty && empty.references.isEmpty && empty.head == DocumentHead())
    }

    @Test(.enabled(if: SharedTexts.path != nil, "the report is not at hand"))
    func theReportsHeadIsRead() throws {
        let report = try #require(RealDocuments.texts.first)
        let found = report.withUnsafeBytes { DocumentInspector().inspect($0) }
        #expect(found.head.type?.value == "Báo cáo")
        #expect(found.head.date?.value == "2020-06-23")
        #expect(found.head.place?.value == "Cà Mau")
        #expect(found.head.title?.value == "Công tác của Ủy ban nhân dân tỉnh Cà Mau 6 tháng đầu năm 2020")
        #expect(found.head.number == nil)
        let numbers = Set(
            found.references.filter { $0.kind == .documentNumber }.map { String(decoding: $0.key, as: UTF8.self) })
        #expect(numbers.contains("2159/qd-ubnd") && numbers.count >= 20, "\(numbers.sorted())")
    }

    @Test(.enabled(if: SharedTexts.path != nil, "the corpora are not at hand"))
    func everySpanOfRealTextsSlicesTheText() {
        for text in RealDocuments.texts.prefix(300) {
            let found = text.withUnsafeBytes { DocumentInspector().inspect($0) }
            for value in [found.head.number, found.head.type, found.head.date, found.head.place, found.head.title]
                .compactMap({ $0 })
            {
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
