/// Latencies as a picture: for each kind of query the range from p50 to p99 on a logarithmic axis.
public struct SearchChart: Sendable {
    /// A series' three figures, microseconds.
    public struct Range: Equatable, Sendable {
        /// Half of the queries take no longer.
        public var p50: Double
        /// Nine in ten take no longer.
        public var p90: Double
        /// 99 in a hundred take no longer.
        public var p99: Double

        /// Three figures.
        public init(p50: Double, p90: Double, p99: Double) {
            self.p50 = p50
            self.p90 = p90
            self.p99 = p99
        }
    }

    /// One kind of query.
    public struct Row: Equatable, Sendable {
        /// Its name.
        public var label: String
        /// What it is like, in a few words.
        public var note: String
        /// With diacritics, where timed.
        public var typed: Range?
        /// Without them, where timed.
        public var stripped: Range?

        /// One kind's figures.
        public init(label: String, note: String, typed: Range?, stripped: Range?) {
            self.label = label
            self.note = note
            self.typed = typed
            self.stripped = stripped
        }
    }

    /// Title, machine, corpus, notes.
    public var head: ChartHead
    /// The kinds, from above.
    public var rows: [Row]

    /// A chart of kinds of query.
    public init(head: ChartHead, rows: [Row]) {
        self.head = head
        self.rows = rows
    }

    private static let width = 900.0
    private static let rowHeight = 62.0
    private static let start = 170.0
    private static let length = 640.0

    /// The picture.
    public var drawing: SVGDrawing {
        let top = head.topHeight(Self.width) + 40
        let bottom = top + Double(rows.count) * Self.rowHeight
        var drawing = SVGDrawing(
            width: Self.width, height: bottom + 48 + head.footHeight(Self.width), title: head.title)
        head.draw(on: &drawing)
        let values = rows.flatMap { [$0.typed, $0.stripped] }.compactMap(\.self).flatMap { [$0.p50, $0.p99] }
        // Words stand on both sides of a range: the axis leaves them room.
        let padded = [(values.min() ?? 1) / 1.35, (values.max() ?? 10) * 1.35]
        let axis = ChartAxis(logarithmic: padded, start: Self.start, length: Self.length)
        drawLegend(on: &drawing, y: top - 18)
        for tick in axis.ticks {
            let x = axis.place(tick.value)
            drawing.line(x, top, x, bottom + 4, stroke: ChartColor.grid)
            if tick.isLabelled {
                drawing.text(
                    ChartNumber.duration(tick.value), x: x, y: bottom + 20, size: 11, anchor: .middle,
                    fill: ChartColor.faint)
            }
        }
        drawing.line(Self.start, bottom, Self.start + Self.length, bottom, stroke: ChartColor.axis)
        for (index, row) in rows.enumerated() {
            let middle = top + (Double(index) + 0.5) * Self.rowHeight
            if index > 0 {
                let line = middle - Self.rowHeight / 2
                drawing.line(ChartHead.margin, line, Self.start + Self.length, line, stroke: ChartColor.grid)
            }
            drawing.text(row.label, x: ChartHead.margin, y: middle - 2, size: 13, bold: true)
            drawing.text(row.note, x: ChartHead.margin, y: middle + 14, size: 11, fill: ChartColor.faint)
            if let range = row.typed { Self.draw(range, ChartColor.first, axis, on: &drawing, y: middle - 13) }
            if let range = row.stripped { Self.draw(range, ChartColor.second, axis, on: &drawing, y: middle + 13) }
        }
        return drawing
    }

    private static func draw(
        _ range: Range, _ color: String, _ axis: ChartAxis, on drawing: inout SVGDrawing, y: Double
    ) {
        let places = [range.p50, range.p90, range.p99].map(axis.place)
        drawing.line(places[0], y, places[2], y, stroke: color, width: 3)
        drawing.line(places[1], y - 6, places[1], y + 6, stroke: color, width: 3)
        drawing.circle(x: places[2], y: y, radius: 4.5, fill: ChartColor.paper, stroke: color)
        drawing.circle(x: places[0], y: y, radius: 4.5, fill: color, stroke: color)
        drawing.text(
            ChartNumber.duration(range.p50), x: places[0] - 10, y: y + 4, size: 11, anchor: .end, bold: true)
        drawing.text(ChartNumber.duration(range.p99), x: places[2] + 10, y: y + 4, size: 11)
    }

    private func drawLegend(on drawing: inout SVGDrawing, y: Double) {
        var x = Self.start
        for (name, color) in [("typed with diacritics", ChartColor.first), ("without diacritics", ChartColor.second)] {
            drawing.rectangle(x: x, y: y - 10, width: 22, height: 8, fill: color, radius: 2)
            drawing.text(name, x: x + 28, y: y - 2)
            x += 40 + SVGDrawing.width(of: name, size: 12)
        }
        // The marks, in the colour of neither.
        x += 20
        let middle = y - 6
        drawing.line(x, middle, x + 90, middle, stroke: ChartColor.faint, width: 3)
        drawing.line(x + 50, middle - 6, x + 50, middle + 6, stroke: ChartColor.faint, width: 3)
        drawing.circle(x: x, y: middle, radius: 4.5, fill: ChartColor.faint, stroke: ChartColor.faint)
        drawing.circle(x: x + 90, y: middle, radius: 4.5, fill: ChartColor.paper, stroke: ChartColor.faint)
        drawing.text("p50, p90, p99 of the queries", x: x + 104, y: y - 2)
    }
}
