internal import VietnameseText

/// Reads the values of `ngay:` and `nam:`: days, months, quarters, years, and ranges of them with open ends.
enum DateCondition {
    /// Why a value is no date.
    struct Problem: Error, Equatable {
        let message: String
    }

    private static let longest = 64
    private static let noDate = Problem(
        message: "is no date (2020, 2020-06, 23/6/2020, or a range: 2019..2020-06)")
    private static let noYear = Problem(message: "is no year (2020, or a range: 2019..2020)")
    private static let wrongYear = Problem(message: "is no date: a year has four digits, from 1000")
    private static let backwards = Problem(message: "is a range that ends before it begins")

    /// The days that a value names.
    static func days(_ value: ArraySlice<Unicode.Scalar>) throws(Problem) -> ClosedRange<Day> {
        guard value.count <= longest else { throw noDate }
        let ends = ends(of: value)
        guard ends.contains(where: { !$0.isEmpty }) else { throw noDate }
        let first = ends[0].isEmpty ? Day.earliest : try oneDate(ends[0]).lowerBound
        let last =
            ends[ends.count - 1].isEmpty ? Day.latest : try oneDate(ends[ends.count - 1]).upperBound
        guard first <= last else { throw backwards }
        return first...last
    }

    /// The years that a value names.
    static func years(_ value: ArraySlice<Unicode.Scalar>) throws(Problem) -> ClosedRange<Int> {
        guard value.count <= longest else { throw noYear }
        let ends = ends(of: value)
        guard ends.contains(where: { !$0.isEmpty }) else { throw noYear }
        let first = ends[0].isEmpty ? Day.years.lowerBound : try oneYear(ends[0])
        let last = ends[ends.count - 1].isEmpty ? Day.years.upperBound : try oneYear(ends[ends.count - 1])
        guard first <= last else { throw backwards }
        return first...last
    }

    // MARK: Ranges

    /// One or two stretches: what stands around `..`, or around the hyphen between two years.
    private static func ends(of value: ArraySlice<Unicode.Scalar>) -> [ArraySlice<Unicode.Scalar>] {
        for at in value.indices {
            if value[at] == "…" { return [trimmed(value[..<at]), trimmed(value[(at + 1)...])] }
            if value[at] == ".", at + 1 < value.endIndex, value[at + 1] == "." {
                var next = at + 2
                if next < value.endIndex, value[next] == "." { next += 1 }
                return [trimmed(value[..<at]), trimmed(value[next...])]
            }
        }
        let whole = trimmed(value)
        let parts = whole.split(omittingEmptySubsequences: false) { QueryText.isHyphen($0) }.map(trimmed)
        if parts.count == 2, parts.allSatisfy({ $0.count == 4 && $0.allSatisfy(QueryText.isDigit) }) { return parts }
        return [whole]
    }

    private static func trimmed(_ value: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var value = value
        while value.first?.properties.isWhitespace == true { value.removeFirst() }
        while value.last?.properties.isWhitespace == true { value.removeLast() }
        return value
    }

    // MARK: One date

    private enum Part: Equatable {
        case number(Int, digits: Int)
        case word(String)
    }

    private static func oneYear(_ value: ArraySlice<Unicode.Scalar>) throws(Problem) -> Int {
        var parts = try parts(of: value, otherwise: noYear)
        if parts.first == .word("nam") { parts.removeFirst() }
        guard parts.count == 1, case .number(let year, let digits) = parts[0] else { throw noYear }
        guard digits == 4, Day.years.contains(year) else {
            throw Problem(message: "is no year: a year has four digits, from 1000")
        }
        return year
    }

    private static func oneDate(_ value: ArraySlice<Unicode.Scalar>) throws(Problem) -> ClosedRange<Day> {
        let parts = try parts(of: value, otherwise: noDate)
        let date =
            parts.contains { if case .word = $0 { true } else { false } } ? try inWords(parts) : try inFigures(parts)
        guard let year = date.year, year.digits == 4, Day.years.contains(year.value) else { throw wrongYear }
        return try range(year.value, date.quarter, date.month, date.day)
    }

    private struct Figures {
        var year: (value: Int, digits: Int)?
        var quarter: Int?
        var month: Int?
        var day: Int?
    }

    /// `2020`, `2020-06`, `2020-06-23`, `23/6/2020`, `6/2020`.
    private static func inFigures(_ parts: [Part]) throws(Problem) -> Figures {
        let figures = parts.compactMap { part -> (value: Int, digits: Int)? in
            if case .number(let value, let digits) = part { (value, digits) } else { nil }
        }
        switch figures.count {
        case 1: return Figures(year: figures[0])
        case 2:
            if figures[0].digits > 2 { return Figures(year: figures[0], month: figures[1].value) }
            return Figures(year: figures[1], month: figures[0].value)
        case 3:
            if figures[0].digits > 2 {
                return Figures(year: figures[0], month: figures[1].value, day: figures[2].value)
            }
            return Figures(year: figures[2], month: figures[1].value, day: figures[0].value)
        default: throw noDate
        }
    }

    /// `ngày 23 tháng 6 năm 2020`, `tháng 6/2020`, `quý II năm 2020`.
    private static func inWords(_ parts: [Part]) throws(Problem) -> Figures {
        var figures = Figures()
        var label = ""
        for part in parts {
            switch part {
            case .word(let word):
                if label == "quy", let quarter = ["i": 1, "ii": 2, "iii": 3, "iv": 4][word] {
                    guard figures.quarter == nil else { throw noDate }
                    figures.quarter = quarter
                    label = ""
                } else {
                    guard label.isEmpty, ["ngay", "thang", "nam", "quy"].contains(word) else { throw noDate }
                    label = word
                }
            case .number(let value, let digits):
                switch label {
                case "nam" where figures.year == nil: figures.year = (value, digits)
                case "thang" where figures.month == nil: figures.month = value
                case "quy" where figures.quarter == nil: figures.quarter = value
                case "ngay" where figures.day == nil: figures.day = value
                case "" where digits > 2 && figures.year == nil: figures.year = (value, digits)
                case "" where digits <= 2 && figures.month == nil && figures.day != nil: figures.month = value
                case "" where digits <= 2 && figures.month == nil && figures.day == nil: figures.day = value
                default: throw noDate
                }
                label = ""
            }
        }
        guard label.isEmpty, figures.quarter == nil || figures.month == nil && figures.day == nil else { throw noDate }
        guard figures.day == nil || figures.month != nil else { throw noDate }
        return figures
    }

    private static func range(_ year: Int, _ quarter: Int?, _ month: Int?, _ day: Int?) throws(Problem) -> ClosedRange<
        Day
    > {
        if let quarter, !(1...4).contains(quarter) {
            throw Problem(message: "is no date: there is no quarter \(quarter)")
        }
        if let month, !(1...12).contains(month) { throw Problem(message: "is no date: there is no month \(month)") }
        let first = quarter.map { $0 * 3 - 2 } ?? month ?? 1
        let last = quarter.map { $0 * 3 } ?? month ?? 12
        let days = Day.days(inMonth: last, of: year)
        if let day, !(1...days).contains(day) {
            throw Problem(message: "is no date: month \(last)/\(year) has \(days) days")
        }
        guard let lower = Day(year: year, month: first, day: day ?? 1),
            let upper = Day(year: year, month: last, day: day ?? days)
        else { throw noDate }
        return lower...upper
    }

    /// The figures and folded words, with nothing between them but spaces and one kind of `/`, `-`, `.`.
    private static func parts(
        of value: ArraySlice<Unicode.Scalar>, otherwise problem: Problem
    ) throws(Problem) -> [Part] {
        var parts: [Part] = []
        var separator: Unicode.Scalar?
        var isSeparated = true
        var at = value.startIndex
        while at < value.endIndex {
            let scalar = value[at]
            var end = at + 1
            if QueryText.isDigit(scalar) {
                while end < value.endIndex, QueryText.isDigit(value[end]) { end += 1 }
                guard isSeparated, let number = Int(QueryText.string(value[at..<end])) else { throw problem }
                parts.append(.number(number, digits: end - at))
                isSeparated = false
            } else if scalar.properties.isAlphabetic {
                while end < value.endIndex,
                    value[end].properties.isAlphabetic || value[end].properties.generalCategory == .nonspacingMark
                {
                    end += 1
                }
                guard isSeparated else { throw problem }
                parts.append(.word(foldedKey(of: QueryText.string(value[at..<end]))))
                isSeparated = false
            } else if scalar.properties.isWhitespace {
                isSeparated = true
            } else {
                let sign: Unicode.Scalar = QueryText.isHyphen(scalar) ? "-" : scalar
                guard sign == "/" || sign == "-" || sign == ".", separator == nil || separator == sign, !parts.isEmpty,
                    end < value.endIndex
                else { throw problem }
                separator = sign
                isSeparated = true
            }
            at = end
        }
        guard !parts.isEmpty else { throw problem }
        return parts
    }
}
