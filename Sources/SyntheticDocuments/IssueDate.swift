/// A day of the calendar, as documents write it.
struct IssueDate: Comparable, Sendable {
    var year: Int
    var month: Int
    var day: Int

    static func < (first: IssueDate, second: IssueDate) -> Bool {
        (first.year, first.month, first.day) < (second.year, second.month, second.day)
    }

    /// A day of a year, no later than its 28th so that every month has it.
    static func random(in year: Int, _ random: inout RandomStream) -> IssueDate {
        IssueDate(year: year, month: random.within(1...12), day: random.within(1...28))
    }

    /// Appends `ngày 05 tháng 6 năm 2023`; days under 10 and the months 1 and 2 have a zero (Decree 30/2020/NĐ-CP, annex I).
    func appendLong(to text: inout [UInt8]) {
        text += Self.dayWord
        text.append(number: day, width: 2)
        text += Self.monthWord
        text.append(number: month, width: month < 3 ? 2 : 1)
        text += Self.yearWord
        text.append(number: year)
    }

    /// Appends `05/6/2023`.
    func appendShort(to text: inout [UInt8]) {
        text.append(number: day, width: 2)
        text.append(UInt8(ascii: "/"))
        text.append(number: month, width: month < 3 ? 2 : 1)
        text.append(UInt8(ascii: "/"))
        text.append(number: year)
    }

    private static let dayWord = Array("ngày ".utf8)
    private static let monthWord = Array(" tháng ".utf8)
    private static let yearWord = Array(" năm ".utf8)
}
