/// Writes the keys and cells of one line into a room that is large enough.
struct LineFolder {
    private let text: UnsafeRawBufferPointer
    private let keys: UnsafeMutablePointer<UInt8>
    private let offsets: UnsafeMutablePointer<UInt32>
    private let isCapital: UnsafeMutablePointer<Bool>
    private let lines: UnsafeMutablePointer<FoldedLine>
    private(set) var end: Int
    private(set) var lineCount: Int

    init(text: UnsafeRawBufferPointer, room: FoldedRoom, end: Int, lineCount: Int) {
        self.text = text
        keys = room.keys
        offsets = room.offsets
        isCapital = room.isCapital
        lines = room.lines
        self.end = end
        self.lineCount = lineCount
    }

    /// Runs of this many spaces part columns; two part the words of a letter-spaced heading.
    private static let columnGap = 3

    mutating func fold(_ line: TextLine) {
        let firstLine = lineCount
        let (text, keys, offsets, isCapital) = (text, keys, offsets, isCapital)
        let table = LetterKeys.table
        var end = end
        var spaces = 0
        var spaceStart = line.start
        var wordStart = end
        var current = FoldedLine(
            keys: end..<end, start: line.start, end: line.start, breaks: line.breaks, isWrapped: line.isWrapArtefact,
            column: 0, isCell: false)
        var (smalls, capitals, digits) = (0, 0, 0)
        var at = line.start
        while at < line.end {
            let byte = text[at]
            var key = byte
            var isUpper = false
            var length = 1
            if byte >= 0x80 {
                (key, isUpper, length) = LetterKeys.letter(text, at, table)
            } else if byte &- 0x41 < 26 {
                key = byte | 0x20
                isUpper = true
            } else if byte < 0x20 || byte == 0x7F {
                key = 0x20
            }
            if key == 0x20 {
                if spaces == 0 { spaceStart = at }
                // A tab is a gap of its own.
                spaces += byte == 0x09 ? Self.columnGap : 1
                at += length
                continue
            }
            if key == 0 {
                at += length
                continue
            }
            if spaces > 0 {
                if at > current.start {
                    if spaces >= Self.columnGap, !isLetterSpaced(end - wordStart, at, line.end) {
                        self.end = end
                        (current.smalls, current.capitals, current.digits) = (smalls, capitals, digits)
                        close(current, spaceStart)
                        end = self.end
                        (smalls, capitals, digits) = (0, 0, 0)
                        current = FoldedLine(
                            keys: end..<end, start: at, end: at, breaks: 0, isWrapped: false,
                            column: current.column + 1, isCell: true)
                    } else if end > current.keys.lowerBound {
                        keys[end] = 0x20
                        offsets[end] = UInt32(truncatingIfNeeded: spaceStart)
                        isCapital[end] = false
                        end += 1
                    }
                    wordStart = end
                }
                spaces = 0
            }
            if isUpper {
                capitals += 1
            } else if key &- 0x61 < 26 {
                smalls += 1
            } else if key &- 0x30 < 10 {
                digits += 1
            }
            keys[end] = key
            offsets[end] = UInt32(truncatingIfNeeded: at)
            isCapital[end] = isUpper
            end += 1
            at += length
        }
        self.end = end
        (current.smalls, current.capitals, current.digits) = (smalls, capitals, digits)
        close(current, line.end)
        if current.column > 0, firstLine < lineCount, lines[firstLine].column == 0 { lines[firstLine].isCell = true }
    }

    /// Ends a cell and keeps it if it holds anything, without the emphasis and heading marks of Markdown around it.
    private mutating func close(_ open: FoldedLine, _ textEnd: Int) {
        var cell = open
        var textEnd = textEnd
        while textEnd > cell.start, LineReader.isSpace(text[textEnd - 1]) { textEnd -= 1 }
        var (first, last) = (cell.keys.lowerBound, end)
        keys[end] = 0x0A
        offsets[end] = UInt32(truncatingIfNeeded: textEnd)
        isCapital[end] = false
        end += 1
        if cell.smalls + cell.capitals > 0 {
            while first < last, ByteSet.holds(" *_#", keys[first]) { first += 1 }
            while first < last, ByteSet.holds(" *_", keys[last - 1]) { last -= 1 }
        }
        guard first < last else { return }
        cell.keys = first..<last
        cell.start = Int(offsets[first])
        cell.end = min(textEnd, Int(offsets[last]))
        lines[lineCount] = cell
        lineCount += 1
    }

    /// `Q U Y Ế T   Đ Ị N H`: a gap between single letters parts words, not columns.
    private func isLetterSpaced(_ wordLength: Int, _ next: Int, _ end: Int) -> Bool {
        guard wordLength == 1 else { return false }
        var at = next + 1
        while at < end, text[at] & 0xC0 == 0x80 { at += 1 }
        return at < end && text[at] == 0x20
    }
}
