/// Columns for people, as wide as their widest cell.
enum TextTable {
    /// A line for the head and one for each row; rows have as many cells as the head.
    ///
    /// Columns from `numbers` on stand at the right.
    static func lines(_ head: [String], _ rows: [[String]], numbers: Int = .max) -> String {
        let table = [head] + rows
        let widths = head.indices.map { column in table.map { $0[column].count }.max() ?? 0 }
        return table.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                let room = String(repeating: " ", count: widths[column] - cell.count)
                line += (column < numbers ? cell + room : room + cell) + "  "
            }
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}
