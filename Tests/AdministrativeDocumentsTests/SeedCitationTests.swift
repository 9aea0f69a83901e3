import AdministrativeDocuments
import Foundation
import Testing

@Suite(.enabled(if: SharedTexts.path != nil, "the report is not at hand")) struct SeedCitations {
    private static let prime = "Thủ tướng Chính phủ"
    private static let people = "Ủy ban nhân dân tỉnh"

    /// The report's citations as a person reads them: key, date, agency where the sentence names it.
    private static let expected: [(key: String, date: String?, agency: String?)] = [
        ("2159/qd-ubnd", "2019-12-06", people), ("1/kh-ubnd", "2020-01-02", nil), ("1/nq-cp", nil, "Chính phủ"),
        ("2/nq-cp", nil, "Chính phủ"), ("27/nq-hdnd", nil, "Hội đồng nhân dân tỉnh"),
        ("142/kh-ubnd", "2019-11-05", people), ("1233/ubnd-xd", "2020-02-27", nil),
        ("1836/ubnd-nntn", "2020-03-20", nil), ("504/qd-ttg", "2020-04-10", prime), ("13/ct-ttg", "2020-03-11", prime),
        ("15/ct-ttg", "2020-03-27", prime), ("16/ct-ttg", "2020-03-31", prime), ("19/ct-ttg", "2020-04-24", prime),
        ("11/ct-ttg", "2020-03-04", prime), ("42/nq-cp", "2020-04-09", "Chính phủ"),
        ("15/2020/qd-ttg", "2020-04-24", prime), ("4/ct-ubnd", "2020-04-15", nil), ("2373/qd-ubnd", "2019-12-31", nil),
        ("37/qd-ubnd", "2020-01-08", nil), ("179/qd-ubnd", "2020-01-31", nil), ("11/kh-ubnd", "2020-01-17", nil),
        ("135/kh-ubnd", "2019-10-21", nil), ("10/kh-ubnd", "2020-01-16", nil),
    ]

    @Test func allTwentyThreeAreReadWithDatesAndAgencies() throws {
        let report = try #require(RealDocuments.texts.first)
        let found = report.withUnsafeBytes { DocumentInspector().inspect($0).citations }
        #expect(found.map(\.key) == Self.expected.map(\.key))
        #expect(found.map(\.date) == Self.expected.map(\.date))
        #expect(found.map(\.agency) == Self.expected.map(\.agency))
        // A report rests on no document in the way of a decision, and changes none.
        #expect(found.allSatisfy { $0.relation == nil && $0.type != nil })
        // Their mentions are whole: type to date or agency, and nothing behind.
        for citation in found {
            let text = String(decoding: report[citation.start..<citation.end], as: UTF8.self)
            #expect(text.hasPrefix(citation.type ?? "?") && text.contains(" số "))
            #expect(!text.contains(",") && !text.contains(";"))
        }
    }
}
