import EngineBenchmarks
import Testing

/// Charts as files: well formed, and nothing drawn outside.
@Suite struct ChartTests {
    private let head = ChartHead(
        title: "Tốc độ <lập chỉ mục> & \"tìm\"",
        subtitle: ["AMD EPYC, 2 cores", String(repeating: "corpus ", count: 40)],
        notes: ["Median of 3 runs."])

    @Test(
        "A search chart holds any latencies",
        arguments: [
            [50.0, 90, 140], [0.4, 0.5, 0.6], [3, 900, 2_500_000], [7, 7, 7], [0, 0, 0], [.nan, 1, .infinity],
        ])
    func searchCharts(figures: [Double]) throws {
        let range = SearchChart.Range(p50: figures[0], p90: figures[1], p99: figures[2])
        let chart = SearchChart(
            head: head,
            rows: [
                SearchChart.Row(label: "Any", note: "of 2–5 words", typed: range, stripped: nil),
                SearchChart.Row(label: "Question", note: "any", typed: range, stripped: range),
            ])
        try expectSound(chart.drawing)
        try expectSound(SearchChart(head: head, rows: []).drawing)
    }

    @Test("An index chart holds any speeds and sizes", arguments: [0.0004, 0.7, 43, 99.9, 12_345])
    func indexCharts(speed: Double) throws {
        let row = IndexChart.Row(
            label: "2 threads", speed: Spread([speed, speed * 1.3, speed * 0.8]), indexBytes: speed * 1e6,
            storedBytes: speed * 2e6, memory: "310 MB", cpu: "1.9 s")
        try expectSound(
            IndexChart(head: head, groups: [("Cut into passages", [row, row]), ("Documents whole", [row])]).drawing)
        try expectSound(IndexChart(head: head, groups: []).drawing)
    }

    /// Reads the file as XML and looks where each element stands.
    private func expectSound(_ drawing: SVGDrawing, _ location: SourceLocation = #_sourceLocation) throws {
        let elements = try #require(WellFormedXML.elements(of: drawing.document), sourceLocation: location)
        #expect(elements.first?.name == "svg" && elements.contains { $0.name == "text" }, sourceLocation: location)
        for element in elements.dropFirst() {
            let numbers = element.attributes.compactMapValues(Double.init)
            for (key, limit) in [
                ("x", drawing.width), ("x1", drawing.width), ("x2", drawing.width), ("cx", drawing.width),
                ("y", drawing.height), ("y1", drawing.height), ("y2", drawing.height), ("cy", drawing.height),
            ] {
                guard element.attributes[key] != nil else { continue }
                let value = try #require(numbers[key], "\(element)", sourceLocation: location)
                #expect((0...limit).contains(value), "\(element)", sourceLocation: location)
            }
            let right = (numbers["x"] ?? 0) + (numbers["width"] ?? 0)
            let bottom = (numbers["y"] ?? 0) + (numbers["height"] ?? 0)
            #expect(right <= drawing.width && bottom <= drawing.height, "\(element)", sourceLocation: location)
            if element.name == "text" {
                // Narrower than real glyphs are at their widest: what fails here is surely outside.
                let width = Double(element.text.count) * (numbers["font-size"] ?? 12) * 0.5
                let x = numbers["x"] ?? 0
                let (left, end) =
                    switch element.attributes["text-anchor"] {
                    case "middle": (x - width / 2, x + width / 2)
                    case "end": (x - width, x)
                    default: (x, x + width)
                    }
                #expect(left >= 0 && end <= drawing.width, "\(element)", sourceLocation: location)
            }
        }
    }
}
