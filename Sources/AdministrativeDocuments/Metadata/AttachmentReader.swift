/// Reads the title of a text that was issued with another: the lines above `(Ban hành kèm theo …)`.
struct AttachmentReader {
    let text: UnsafeRawBufferPointer
    /// For the lines that are read.
    let room: FoldedRoom

    /// How the titles of attached texts begin.
    private static let kinds: [StaticString] = [
        "quy che", "quy dinh", "quy trinh", "quy chuan", "quy tac", "quy hoach", "danh muc", "danh sach", "ke hoach",
        "de an", "du an",
        "dieu le", "chuong trinh", "huong dan", "noi quy", "bang gia", "bang", "phu luc", "mau", "bieu mau", "bieu",
        "phuong an", "chien luoc",
        "tieu chuan", "thu tuc", "noi dung", "he thong", "bo", "dinh muc", "khung", "chuc nang", "dieu khoan",
        "luan cu", "qcvn", "phan",
    ]
    /// How many lines above a note may be its title's.
    static let mostLines = 12
    private static let longestTitle = 700

    /// The title above a note, from where the lines before the note begin, the nearest first.
    func title(above note: Int, lines starts: [Int]) -> InspectedValue? {
        var first = note
        var best: Int?
        var folded = FoldedText(text, in: room)
        for start in starts {
            guard note - start <= Self.longestTitle, start < note else { break }
            folded.removeAll()
            var reader = LineReader(text, from: start)
            guard let line = reader.next(), line.end <= first else { break }
            folded.append(line)
            folded.appendBehindShort(reader.next().flatMap { $0.start < note ? $0 : nil })
            guard let cell = folded.lines.first, !cell.isRule, cell.column == 0 else { break }
            if ByteSet.holds("./;)", text[line.end - 1]) || text[line.start] == UInt8(ascii: "(") { break }
            if !folded.opens(cell, Self.kinds), PersonNames.name(folded, cell.keys) != nil { break }
            if Positions.opens(folded, cell) || folded.opens(cell, ["noi nhan", "- luu", "luu"]) { break }
            first = start
            let isHeading =
                folded.isCapitals(cell.keys.lowerBound..<min(cell.keys.upperBound, cell.keys.lowerBound + 4))
                && folded.opens(cell, Self.kinds)
            if isHeading {
                best = start
            } else if best != nil, !cell.isCapitals {
                // Above the heading only another one belongs to it.
                break
            }
        }
        guard let best else { return nil }
        var end = note
        while end > best, LineReader.isSpace(text[end - 1]) { end -= 1 }
        guard end > best else { return nil }
        return InspectedValue(
            value: FoldedText.healed(text, best..<end), start: best, end: end, confidence: 0.75)
    }
}
