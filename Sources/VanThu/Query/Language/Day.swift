/// A day of the Gregorian calendar, in the years 1000 to 9999.
public struct Day: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The year, 1000 to 9999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// The day, or nothing where the calendar has none.
    public init?(year: Int, month: Int, day: Int) {
        guard Self.years.contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, of: year)
        else { return nil }
        self.init(known: year, month, day)
    }

    private init(known year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The years that a day may be of: those of four digits.
    public static let years = 1000...9999
    /// The first day there is: an open beginning.
    public static let earliest = Day(known: years.lowerBound, 1, 1)
    /// The last day there is: an open end.
    public static let latest = Day(known: years.upperBound, 12, 31)

    /// The digits of year, month and day as one number, 20200623: in the order of time, for a column of integers.
    public var number: Int32 { Int32(year * 10_000 + month * 100 + day) }

    /// How many days the month has; `month` is 1 to 12.
    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The earlier one first.
    public static func < (one: Day, other: Day) -> Bool { one.number < other.number }

    /// `2020-06-23`.
    public var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }
}
