/// Numbers the way people read them.
enum Amounts {
    /// `1234567` as `1,234,567`.
    static func count(_ value: Int) -> String {
        var text = ""
        let digits = String(value.magnitude)
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return value < 0 ? "-" + text : text
    }

    /// `1 document`, `2 documents`.
    static func count(_ value: Int, _ noun: String) -> String { "\(count(value)) \(noun)\(value == 1 ? "" : "s")" }

    /// `1 pass`, `2 passes`.
    static func count(_ value: Int, _ noun: String, plural: String) -> String {
        "\(count(value)) \(value == 1 ? noun : plural)"
    }

    /// `950 B`, `4.2 kB`, `95 MB`, `1.3 GB`: in powers of ten, with two digits at least.
    static func bytes(_ value: Int) -> String {
        var amount = Double(value)
        for unit in ["B", "kB", "MB", "GB"] {
            if amount < 999.5 { return (unit == "B" ? String(value) : digits(amount)) + " " + unit }
            amount /= 1000
        }
        return digits(amount) + " TB"
    }

    /// `12 µs`, `3.4 ms`, `1.2 s`, `2:05 min`.
    static func duration(_ seconds: Double) -> String {
        switch seconds {
        case ..<0.000_999_5: "\(Int((seconds * 1e6).rounded())) µs"
        case ..<0.999_5: digits(seconds * 1e3) + " ms"
        case ..<59.95: digits(seconds) + " s"
        default: clock(seconds) + " min"
        }
    }

    /// `2:05` of 125 seconds, `1:02:05` of an hour more; `0:00` where that is not known.
    static func clock(_ seconds: Double) -> String {
        let whole = seconds.isFinite ? Int(max(0, min(seconds, 1e9)).rounded()) : 0
        let tail = padded(whole % 60)
        return whole < 3600 ? "\(whole / 60):\(tail)" : "\(whole / 3600):\(padded(whole / 60 % 60)):\(tail)"
    }

    /// With a fixed number of places, rounded.
    static func fixed(_ value: Double, places: Int) -> String {
        guard value.isFinite else { return "–" }
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = (abs(value) * scale).rounded()
        guard scaled < 9e15 else { return String(value) }
        let units = Int(scaled)
        let sign = value < 0 && units > 0 ? "-" : ""
        guard places > 0 else { return sign + String(units) }
        let fraction = String(units % Int(scale))
        return sign + String(units / Int(scale)) + "." + String(repeating: "0", count: places - fraction.count)
            + fraction
    }

    private static func digits(_ value: Double) -> String { fixed(value, places: value < 9.95 ? 1 : 0) }
    private static func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}
