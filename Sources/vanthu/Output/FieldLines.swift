/// Names and values of a page, a field a line: longer values go on under their beginning.
struct FieldLines {
    let style: Style
    let columns: Int
    /// Room for the names.
    var nameWidth = 11

    /// The lines of a field; `aside` stands behind the value.
    func text(_ name: String, _ value: String, aside: String = "") -> String {
        let indent = String(repeating: " ", count: nameWidth + 2)
        let room = max(20, columns - indent.count)
        var lines = PageText.wrapped(value, width: room)
        if !aside.isEmpty {
            let last = lines.last ?? ""
            let line = (last.isEmpty ? "" : last + "  ") + style.aside(aside)
            let isFull = last.count + 2 + aside.count > room
            lines = isFull ? lines + [style.aside(aside)] : lines.dropLast() + [line]
        }
        if lines.isEmpty { lines = [""] }
        let head = "  " + style.aside(PageText.padded(name, nameWidth))
        return lines.enumerated().map { ($0 == 0 ? head : indent) + $1 + "\n" }.joined()
    }
}
