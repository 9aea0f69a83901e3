/// What stands above and below a chart's figures.
public struct ChartHead: Equatable, Sendable {
    /// One line, large.
    public var title: String
    /// Of what the figures are: machine and corpus; wrapped where it is long.
    public var subtitle: [String]
    /// How to read it, at the foot.
    public var notes: [String]

    /// What stands around the figures.
    public init(title: String, subtitle: [String], notes: [String]) {
        self.title = title
        self.subtitle = subtitle
        self.notes = notes
    }

    static let margin = 24.0
    private static let lineHeight = 17.0
    private static let size = 12.0

    /// The height that title and subtitle take.
    func topHeight(_ width: Double) -> Double { 40 + Double(wrapped(subtitle, width).count) * Self.lineHeight + 8 }

    /// The height that the notes take.
    func footHeight(_ width: Double) -> Double { Double(wrapped(notes, width).count) * Self.lineHeight + 14 }

    func draw(on drawing: inout SVGDrawing) {
        drawing.text(title, x: Self.margin, y: 34, size: 17, bold: true)
        for (index, line) in wrapped(subtitle, drawing.width).enumerated() {
            drawing.text(
                line, x: Self.margin, y: 55 + Double(index) * Self.lineHeight, size: Self.size, fill: ChartColor.faint)
        }
        let foot = drawing.height - footHeight(drawing.width)
        for (index, line) in wrapped(notes, drawing.width).enumerated() {
            drawing.text(
                line, x: Self.margin, y: foot + 12 + Double(index) * Self.lineHeight, size: Self.size,
                fill: ChartColor.faint)
        }
    }

    private func wrapped(_ paragraphs: [String], _ width: Double) -> [String] {
        let room = width - 2 * Self.margin
        return paragraphs.flatMap { paragraph in
            var lines: [String] = []
            var line = ""
            for word in paragraph.split(separator: " ") {
                let longer = line.isEmpty ? String(word) : line + " " + word
                if !line.isEmpty, SVGDrawing.width(of: longer, size: Self.size) > room {
                    lines.append(line)
                    line = String(word)
                } else {
                    line = longer
                }
            }
            return lines + [line]
        }
    }
}
