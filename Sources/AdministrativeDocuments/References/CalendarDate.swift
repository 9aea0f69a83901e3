/// Days, months and quarters as canonical keys.
enum CalendarDate {
    /// Whether the day exists (Gregorian).
    static func exists(year: Int, month: Int, day: Int) -> Bool {
        guard (1900...2100).contains(year), (1...12).contains(month), day >= 1 else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days =
            switch month {
            case 2: isLeap ? 29 : 28
            case 4, 6, 9, 11: 30
            default: 31
            }
        return day <= days
    }

    /// A day: `2020-06-23`.
    static func key(year: Int, month: Int, day: Int) -> [UInt8] { key(year: year, month: month) + [0x2D] + two(day) }

    /// A month: `2020-06`.
    static func key(year: Int, month: Int) -> [UInt8] { Array(String(year).utf8) + [0x2D] + two(month) }

    /// A quarter: `2020-q2`.
    static func key(year: Int, quarter: Int) -> [UInt8] { Array("\(year)-q\(quarter)".utf8) }

    private static func two(_ value: Int) -> [UInt8] { [UInt8(0x30 + value / 10), UInt8(0x30 + value % 10)] }
}
