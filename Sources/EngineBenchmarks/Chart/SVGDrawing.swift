/// A picture as SVG 1.1 text: rectangles, lines, circles and words, drawn one over another.
public struct SVGDrawing: Sendable {
    /// The width of its coordinates, and of the picture where nothing scales it.
    public let width: Double
    /// The height of its coordinates.
    public let height: Double
    private let title: String
    private var body = ""

    /// A picture of its own background: readable on light and dark pages.
    ///
    /// - Parameter title: what the picture shows, for readers who cannot see it.
    public init(width: Double, height: Double, title: String) {
        self.width = width
        self.height = height
        self.title = title
        rectangle(
            x: 0.5, y: 0.5, width: width - 1, height: height - 1, fill: ChartColor.paper, radius: 8,
            stroke: ChartColor.border)
    }

    /// Where a text's position is within it.
    enum Anchor: String, Sendable { case start, middle, end }

    /// Adds a rectangle.
    mutating func rectangle(
        x: Double, y: Double, width: Double, height: Double, fill: String, radius: Double = 0, stroke: String? = nil
    ) {
        let corners = radius > 0 ? " rx=\"\(Self.number(radius))\"" : ""
        let edge = stroke.map { " stroke=\"\($0)\"" } ?? ""
        element(
            "rect",
            "x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(max(0, width)))\" "
                + "height=\"\(Self.number(max(0, height)))\" fill=\"\(fill)\"\(corners)\(edge)")
    }

    /// Adds a straight line.
    mutating func line(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, stroke: String, width: Double = 1, dashed: Bool = false
    ) {
        let dashes = dashed ? " stroke-dasharray=\"4 3\"" : ""
        element(
            "line",
            "x1=\"\(Self.number(x1))\" y1=\"\(Self.number(y1))\" x2=\"\(Self.number(x2))\" y2=\"\(Self.number(y2))\" "
                + "stroke=\"\(stroke)\" stroke-width=\"\(Self.number(width))\"\(dashes)")
    }

    /// Adds a circle.
    mutating func circle(x: Double, y: Double, radius: Double, fill: String, stroke: String) {
        element(
            "circle",
            "cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"\(Self.number(radius))\" fill=\"\(fill)\" "
                + "stroke=\"\(stroke)\" stroke-width=\"2\"")
    }

    /// Adds words; `y` is their base line.
    mutating func text(
        _ words: String, x: Double, y: Double, size: Double = 12, anchor: Anchor = .start,
        fill: String = ChartColor.ink, bold: Bool = false
    ) {
        let weight = bold ? " font-weight=\"600\"" : ""
        body +=
            "  <text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" font-size=\"\(Self.number(size))\" "
            + "text-anchor=\"\(anchor.rawValue)\" fill=\"\(fill)\"\(weight)>\(Self.escaped(words))</text>\n"
    }

    /// The whole file.
    public var document: String {
        let size = "\(Self.number(width))\" height=\"\(Self.number(height))"
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" width="\(size)" viewBox="0 0 \(Self.number(width)) \
            \(Self.number(height))" role="img" font-family="\(Self.fonts)">
              <title>\(Self.escaped(title))</title>
            \(body)</svg>

            """
    }

    /// About how wide words are, in the widest of the fonts that may be taken (DejaVu Sans: 0.62 of its size).
    static func width(of words: String, size: Double) -> Double { Double(words.count) * size * 0.62 }

    /// Fonts that systems have; nothing is loaded.
    private static let fonts = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

    private mutating func element(_ name: String, _ attributes: String) { body += "  <\(name) \(attributes)/>\n" }

    /// To hundredths, without zeros that say nothing.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "0" }
        let rounded = (value * 100).rounded() / 100
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            // XML 1.0 has no other control characters.
            case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

/// The colours of charts; the two of data are told apart by colour-blind readers, too (Okabe and Ito, 2008).
enum ChartColor {
    static let paper = "#ffffff"
    static let border = "#d0d7de"
    static let ink = "#1f2328"
    static let faint = "#59636e"
    static let grid = "#e6eaef"
    static let axis = "#9aa4af"
    static let first = "#0072b2"
    static let second = "#d55e00"
    static let secondLight = "#f3c7a5"
}
