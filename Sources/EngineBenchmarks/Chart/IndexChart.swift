/// Indexing as a picture: speed as bars with the range of the runs, and beside it size, memory and processor time.
public struct IndexChart: Sendable {
    /// One setting.
    public struct Row: Equatable, Sendable {
        /// Such as `2 threads`.
        public var label: String
        /// Megabytes a second.
        public var speed: Spread
        /// Bytes of the index but for stored text.
        public var indexBytes: Double
        /// Bytes of stored text.
        public var storedBytes: Double
        /// Such as `310 MB`.
        public var memory: String
        /// Such as `1.9 s`.
        public var cpu: String

        /// One setting's figures.
        public init(
            label: String, speed: Spread, indexBytes: Double, storedBytes: Double, memory: String, cpu: String
        ) {
            self.label = label
            self.speed = speed
            self.indexBytes = indexBytes
            self.storedBytes = storedBytes
            self.memory = memory
            self.cpu = cpu
        }
    }

    /// Title, machine, corpus, notes.
    public var head: ChartHead
    /// The settings, by what documents are cut into.
    public var groups: [(name: String, rows: [Row])]

    /// A chart of settings in groups.
    public init(head: ChartHead, groups: [(name: String, rows: [Row])]) {
        self.head = head
        self.groups = groups
    }

    private static let width = 980.0
    private static let rowHeight = 30.0
    private static let groupHeight = 26.0
    private static let barHeight = 16.0
    private static let speedStart = 166.0
    private static let speedLength = 310.0
    private static let sizeStart = 555.0
    private static let sizeLength = 165.0
    private static let memoryEnd = 888.0
    private static let cpuEnd = 956.0

    /// The picture.
    public var drawing: SVGDrawing {
        let rows = groups.flatMap(\.rows)
        let top = head.topHeight(Self.width) + 46
        let bottom = top + Double(groups.count) * Self.groupHeight + Double(rows.count) * Self.rowHeight
        var drawing = SVGDrawing(
            width: Self.width, height: bottom + 48 + head.footHeight(Self.width), title: head.title)
        head.draw(on: &drawing)
        let speeds = ChartAxis(
            upTo: rows.map(\.speed.highest).max() ?? 1, start: Self.speedStart, length: Self.speedLength)
        let sizes = ChartAxis(
            upTo: (rows.map { $0.indexBytes + $0.storedBytes }.max() ?? 1) / 1e6, start: Self.sizeStart,
            length: Self.sizeLength)
        drawHeads(on: &drawing, y: top)
        for (axis, unit) in [(speeds, "MB/s"), (sizes, "MB")] {
            Self.draw(axis, unit, on: &drawing, top: top, bottom: bottom)
        }
        var y = top
        for group in groups {
            drawing.text(group.name, x: ChartHead.margin, y: y + 19, size: 13, bold: true)
            y += Self.groupHeight
            for row in group.rows {
                draw(row, speeds, sizes, on: &drawing, middle: y + Self.rowHeight / 2)
                y += Self.rowHeight
            }
        }
        return drawing
    }

    private func drawHeads(on drawing: inout SVGDrawing, y: Double) {
        let line = y - 12
        drawing.text("Speed", x: Self.speedStart, y: line, size: 13, bold: true)
        drawing.text("Index", x: Self.sizeStart, y: line, size: 13, bold: true)
        drawing.rectangle(x: Self.sizeStart + 54, y: line - 10, width: 10, height: 10, fill: ChartColor.second)
        drawing.text("lists", x: Self.sizeStart + 68, y: line, fill: ChartColor.faint)
        drawing.rectangle(x: Self.sizeStart + 110, y: line - 10, width: 10, height: 10, fill: ChartColor.secondLight)
        drawing.text("stored text", x: Self.sizeStart + 124, y: line, fill: ChartColor.faint)
        drawing.text("Memory", x: Self.memoryEnd, y: line, size: 13, anchor: .end, bold: true)
        drawing.text("CPU", x: Self.cpuEnd, y: line, size: 13, anchor: .end, bold: true)
    }

    private static func draw(
        _ axis: ChartAxis, _ unit: String, on drawing: inout SVGDrawing, top: Double, bottom: Double
    ) {
        for tick in axis.ticks {
            let x = axis.place(tick.value)
            let isZero = tick.value == 0
            drawing.line(x, top, x, bottom + 4, stroke: isZero ? ChartColor.axis : ChartColor.grid)
            let isLast = tick == axis.ticks.last
            drawing.text(
                ChartNumber.tick(tick.value) + (isLast ? " \(unit)" : ""), x: x - (isLast ? 8 : 0), y: bottom + 20,
                size: 11, anchor: isLast ? .start : .middle, fill: ChartColor.faint)
        }
    }

    private func draw(
        _ row: Row, _ speeds: ChartAxis, _ sizes: ChartAxis, on drawing: inout SVGDrawing, middle: Double
    ) {
        let top = middle - Self.barHeight / 2
        drawing.text(row.label, x: Self.speedStart - 10, y: middle + 4, anchor: .end)
        drawing.rectangle(
            x: speeds.place(0), y: top, width: speeds.place(row.speed.median) - speeds.place(0), height: Self.barHeight,
            fill: ChartColor.first)
        let (low, high) = (speeds.place(row.speed.lowest), speeds.place(row.speed.highest))
        if high - low >= 1 {
            drawing.line(low, middle, high, middle, stroke: ChartColor.ink, width: 1.5)
            for end in [low, high] {
                drawing.line(end, middle - 5, end, middle + 5, stroke: ChartColor.ink, width: 1.5)
            }
        }
        drawing.text(ChartNumber.figures(row.speed.median), x: high + 8, y: middle + 4, bold: true)
        let lists = sizes.place(row.indexBytes / 1e6)
        let end = sizes.place((row.indexBytes + row.storedBytes) / 1e6)
        drawing.rectangle(
            x: sizes.place(0), y: top, width: lists - sizes.place(0), height: Self.barHeight, fill: ChartColor.second)
        drawing.rectangle(
            x: lists, y: top, width: end - lists, height: Self.barHeight, fill: ChartColor.secondLight)
        drawing.text(
            ChartNumber.figures(row.indexBytes / 1e6) + " + " + ChartNumber.figures(row.storedBytes / 1e6),
            x: end + 8, y: middle + 4)
        drawing.text(row.memory, x: Self.memoryEnd, y: middle + 4, anchor: .end)
        drawing.text(row.cpu, x: Self.cpuEnd, y: middle + 4, anchor: .end)
    }
}
