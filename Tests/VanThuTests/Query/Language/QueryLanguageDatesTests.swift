import Testing
import VanThu

@Suite struct QueryLanguageDatesTests {
    @Test(
        "Days, months, quarters, years and ranges of them",
        arguments: [
            ("2020", "2020-01-01", "2020-12-31"), ("2020-06", "2020-06-01", "2020-06-30"),
            ("2020-06-23", "2020-06-23", "2020-06-23"), ("23/6/2020", "2020-06-23", "2020-06-23"),
            ("23/06/2020", "2020-06-23", "2020-06-23"), ("23-6-2020", "2020-06-23", "2020-06-23"),
            ("23.6.2020", "2020-06-23", "2020-06-23"), ("6/2020", "2020-06-01", "2020-06-30"),
            ("2020/6/23", "2020-06-23", "2020-06-23"), ("29/2/2020", "2020-02-29", "2020-02-29"),
            ("2/2019", "2019-02-01", "2019-02-28"), ("2019..2020-06", "2019-01-01", "2020-06-30"),
            ("..2020", "1000-01-01", "2020-12-31"), ("2020..", "2020-01-01", "9999-12-31"),
            ("2019…2020", "2019-01-01", "2020-12-31"), ("2019-2020", "2019-01-01", "2020-12-31"),
            ("23.6.2020..30.6.2020", "2020-06-23", "2020-06-30"), ("2020...2021", "2020-01-01", "2021-12-31"),
            ("\"ngày 23 tháng 6 năm 2020\"", "2020-06-23", "2020-06-23"),
            ("\"23 tháng 6, 2020\"", "", ""), ("\"tháng 6 năm 2020\"", "2020-06-01", "2020-06-30"),
            ("\"tháng 6/2020\"", "2020-06-01", "2020-06-30"), ("\"Quý II/2020\"", "2020-04-01", "2020-06-30"),
            ("\"quy 3 nam 2020\"", "2020-07-01", "2020-09-30"), ("\"năm 2020\"", "2020-01-01", "2020-12-31"),
            ("\"23 tháng 6 2020\"", "2020-06-23", "2020-06-23"),
            ("\"1/1/2020 .. tháng 6/2020\"", "2020-01-01", "2020-06-30"),
        ])
    func dates(value: String, first: String, last: String) {
        let tree = QueryLanguage.parse("ngay:\(value)")
        guard !first.isEmpty else {
            #expect(!tree.notes.isEmpty)
            return
        }
        guard case .field(.date, .dates(let days))? = tree.root else {
            Issue.record("\(value): \(tree)")
            return
        }
        #expect(days.lowerBound.description == first && days.upperBound.description == last, "\(value)")
        #expect(tree.notes.isEmpty)
    }

    @Test(
        "Years and ranges of them",
        arguments: [
            ("2020", 2020...2020), ("2019..2021", 2019...2021), ("2019-2021", 2019...2021), ("..2020", 1000...2020),
            ("2020..", 2020...9999), ("\"năm 2020\"", 2020...2020),
        ])
    func years(value: String, years: ClosedRange<Int>) {
        #expect(QueryLanguage.parse("nam:\(value)") == QueryTree(root: .field(.year, .years(years))))
    }

    @Test(
        "A wrong date says why, and its clause is words",
        arguments: [
            ("ngay:31/2/2020", "ngay:31/2/2020 at byte 0 of the query is no date: month 2/2020 has 29 days"),
            ("ngay:29/2/2100", "month 2/2100 has 28 days"), ("ngay:31/4/2020", "month 4/2020 has 30 days"),
            ("ngay:1/13/2020", "there is no month 13"), ("ngay:2020-13", "there is no month 13"),
            ("ngay:0/1/2020", "month 1/2020 has 31 days"), ("ngay:23/6/20", "a year has four digits"),
            ("ngay:20200", "a year has four digits"), ("ngay:hom-qua", "is no date (2020, 2020-06, 23/6/2020"),
            ("ngay:2021..2019", "is a range that ends before it begins"), ("ngay:2020..31/2/2021", "month 2/2021"),
            ("ngay:23/6-2020", "is no date"),
            ("nam:20200", "nam:20200 at byte 0 of the query is no year: a year has four"),
            ("nam:0020", "a year has four digits"), ("nam:abc", "is no year (2020, or a range"),
            ("nam:2020..2019", "ends before it begins"), ("nam:99999999999999999999999999", "is no year"),
            ("ngay:2020/*", "is no date"), ("ngay:(31/2/2020)", "31/2/2020 at byte 6 of the query is no date"),
        ])
    func wrongDates(query: String, words: String) {
        let tree = QueryLanguage.parse(query)
        #expect(tree.notes.count == 1, "\(tree.notes)")
        #expect(tree.notes.first?.contains(words) ?? false, "\(tree.notes)")
        #expect(tree.notes.first?.hasSuffix("it is read as words") ?? false)
        if query.contains("(") {
            #expect(tree.root == .words("31/2/2020"))
        } else {
            #expect(tree.root == .words(query))
        }
        let signed = QueryLanguage.parse("a -" + query)
        if !query.contains("(") { #expect(signed.root == .sequence([.words("a"), .mustNot(.words(query))])) }
    }

    @Test func daysKnowTheCalendarAndTheirOrder() {
        for (year, isLeap) in [(1900, false), (2000, true), (2019, false), (2020, true), (2100, false)] {
            #expect((Day(year: year, month: 2, day: 29) != nil) == isLeap)
        }
        #expect(Day(year: 2020, month: 0, day: 1) == nil && Day(year: 2020, month: 1, day: 0) == nil)
        #expect(Day(year: 999, month: 1, day: 1) == nil && Day(year: 10_000, month: 1, day: 1) == nil)
        #expect(day(2019, 12, 31) < day(2020, 1, 1) && day(2020, 6, 23).number == 20_200_623)
        #expect(day(2020, 6, 3).description == "2020-06-03")
    }
}
