import EngineBenchmarks

/// Writes charts to files.
enum ChartFile {
    static func write(_ drawing: SVGDrawing, to path: String) throws {
        var file = try ResultFile(path)
        try file.append(drawing.document)
        try file.flush()
    }
}
