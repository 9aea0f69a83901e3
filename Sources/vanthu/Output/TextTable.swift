/// Columns for people, as wide as their widest cell.
enum TextTable {
    /// A line for the head and one for each row; rows have as many cells as the head.
    static func lines(_ head: [String], _ rows: [[String]]) -> String {
        let table = [head] + rows
        let widths = head.indices.map { column in table.map { $0[column].count }.max() ?? 0 }
        return table.map { row in
            var line = ""
            for (cell, width) in zip(row, widths) {
                line += cell + String(repeating: " ", count: width - cell.count + 2)
            }
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}
