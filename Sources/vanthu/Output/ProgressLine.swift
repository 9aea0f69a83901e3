import VanThu

/// The text of a progress line.
enum ProgressLine {
    /// How far indexing is: percent, bar, rate, documents, time left.
    static func indexing(_ progress: IndexingProgress, seconds: Double, columns: Int) -> String {
        let documents = Amounts.count(progress.documents, "document")
        guard progress.phase == .reading else { return fit("\(progress.phase.rawValue)  \(documents)", columns) }
        guard let total = progress.totalBytes, total > 0 else {
            return fit(
                "\(Amounts.bytes(progress.bytesRead))  \(rate(progress.bytesRead, seconds))  \(documents)", columns)
        }
        return line(
            "indexing", done: progress.bytesRead, total: total, seconds: seconds, columns: columns, more: documents)
    }

    /// How far reading a known number of bytes is.
    static func bytes(_ doing: String, done: Int, total: Int, seconds: Double, columns: Int) -> String {
        line(doing, done: done, total: max(1, total), seconds: seconds, columns: columns, more: Amounts.bytes(total))
    }

    private static func line(
        _ doing: String, done: Int, total: Int, seconds: Double, columns: Int, more: String
    ) -> String {
        let share = min(1, max(0, Double(done) / Double(total)))
        let percent = "\(Int(share * 100)) %"
        let left = share > 0 ? Amounts.clock(seconds / share - seconds) : "–:––"
        let tail = "\(rate(done, seconds))  \(more)  \(left) left"
        let head = "\(doing) \(String(repeating: " ", count: 5 - percent.count))\(percent)  "
        // The bar takes what the words leave, up to a third of the line.
        let room = min(columns / 3, columns - head.count - tail.count - 3)
        guard room >= 8 else { return fit(head + tail, columns) }
        let full = Int(share * Double(room))
        return head + String(repeating: "█", count: full) + String(repeating: "░", count: room - full) + "  " + tail
    }

    private static func rate(_ bytes: Int, _ seconds: Double) -> String {
        seconds > 0 ? Amounts.fixed(Double(bytes) / 1e6 / seconds, places: 1) + " MB/s" : "–  MB/s"
    }

    /// A line that wraps cannot be redrawn in place.
    private static func fit(_ line: String, _ columns: Int) -> String { String(line.prefix(max(1, columns - 1))) }
}
