internal import Glibc

/// Numbers as short as a chart needs them.
enum ChartNumber {
    /// Three figures: `0.52`, `7.31`, `97.3`, `412`, `1,204`.
    static func figures(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "–" }
        let places = value < 9.995 ? 2 : value < 99.95 ? 1 : 0
        return places == 0 ? grouped(Int(value.rounded())) : fixed(value, places)
    }

    /// A tick's value, with no more places than it has.
    static func tick(_ value: Double) -> String {
        if value >= 1 || value == 0 { return value == value.rounded() ? grouped(Int(value)) : fixed(value, 1) }
        let text = fixed(value, 3)
        return String(text.prefix(text.count - text.reversed().prefix { $0 == "0" }.count))
    }

    /// Microseconds as `85 µs`, `1.2 ms`, `2 s`.
    static func duration(_ microseconds: Double) -> String {
        guard microseconds.isFinite else { return "–" }
        return switch microseconds {
        case ..<9.95: trimmed(fixed(microseconds, 1)) + " µs"
        case ..<999.5: "\(Int(microseconds.rounded())) µs"
        case ..<9_995: trimmed(fixed(microseconds / 1e3, 2)) + " ms"
        case ..<999_500: "\(Int((microseconds / 1e3).rounded())) ms"
        default: trimmed(fixed(microseconds / 1e6, 1)) + " s"
        }
    }

    private static func trimmed(_ text: String) -> String {
        var text = text
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }

    private static func fixed(_ value: Double, _ places: Int) -> String {
        guard abs(value) < 1e12 else { return String(value) }
        let scale = pow(10, Double(places))
        let units = Int((value * scale).rounded())
        let fraction = String(units % Int(scale))
        return "\(units / Int(scale))." + String(repeating: "0", count: places - fraction.count) + fraction
    }

    private static func grouped(_ value: Int) -> String {
        value < 1000 ? String(value) : grouped(value / 1000) + "," + String(String(value % 1000 + 1000).dropFirst())
    }
}
