/// Reads the title of a text that was issued with another: the lines above `(Ban hành kèm theo …)`.
struct AttachmentReader {
    let text: UnsafeRawBufferPointer

    /// How the titles of attached texts begin.
    private static let kinds: [StaticString] = [
        "quy che", "quy dinh", "quy trinh", "quy chuan", "quy tac", "quy hoach", "danh muc", "danh sach", "ke hoach",
        "de an", "du an",
        "dieu le", "chuong trinh", "huong dan", "noi quy", "bang gia", "bang", "phu luc", "mau", "bieu mau", "bieu",
        "phuong an", "chien luoc",
        "tieu chuan", "thu tuc", "noi dung", "he thong", "bo", "dinh muc", "khung", "chuc nang", "dieu khoan",
        "luan cu", "qcvn", "phan",
    ]
    private static let longestTitle = 700

    /// The title above a note, from where the lines before the note begin, the nearest first.
    func title(above note: Int, lines starts: [Int]) -> InspectedValue? {
        var first = note
        var best: (start: Int, isHeading: Bool)?
        for start in starts.prefix(12) {
            guard note - start <= Self.longestTitle, start < note else { break }
            var folded = FoldedText(text)
            var reader = LineReader(text, from: start)
            guard let line = reader.next(), line.end <= first else { break }
            folded.append(line)
            if let next = reader.next(), next.start < note { folded.append(next) }
            guard let cell = folded.lines.first, !cell.isRule, cell.column == 0 else { break }
            if "./;".utf8.contains(text[line.end - 1]) { break }
            if PersonNames.name(folded, cell.keys) != nil, !folded.opens(cell, Self.kinds) { break }
            if Positions.opens(folded, cell) || folded.opens(cell, ["noi nhan", "- luu", "luu"]) { break }
            first = start
            if cell.isCapitals
                || folded.isCapitals(cell.keys.lowerBound..<min(cell.keys.upperBound, cell.keys.lowerBound + 4)),
                folded.opens(cell, Self.kinds)
            {
                best = (start, true)
            } else if best == nil || !cell.isCapitals {
                continue
            }
        }
        guard let best else { return nil }
        var end = note
        while end > best.start, LineReader.isSpace(text[end - 1]) { end -= 1 }
        guard end > best.start else { return nil }
        return InspectedValue(
            value: FoldedText.healed(text, best.start..<end), start: best.start, end: end, confidence: 0.75)
    }
}
