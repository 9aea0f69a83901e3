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
        var spaces = 0
        var spaceStart = line.start
        var wordLength = 0
        var current = FoldedLine(
            keys: end..<end, start: line.start, end: line.start, breaks: line.breaks, isWrapped: line.isWrapArtefact,
            column: 0, isCell: false)
        var at = line.start
        LetterKeys.withTable { table in
            while at < line.end {
                let byte = text[at]
                var key: UInt8
                var isUpper = false
                var length = 1
                if byte < 0x80 {
                    key = byte
                    if byte &- 0x41 < 26 {
                        key = byte | 0x20
                        isUpper = true
                    } else if byte < 0x20 || byte == 0x7F {
                        key = 0x20
                    }
                } else {
                    (key, isUpper, length) = LetterKeys.letter(text, at, table)
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
                        if spaces >= Self.columnGap, !isLetterSpaced(wordLength, at, line.end) {
                            close(current, spaceStart)
                            current = FoldedLine(
                                keys: end..<end, start: at, end: at, breaks: 0, isWrapped: false,
                                column: current.column + 1, isCell: true)
                        } else if end > current.keys.lowerBound {
                            push(0x20, spaceStart, false)
                        }
                        wordLength = 0
                    }
                    spaces = 0
                }
                if isUpper {
                    current.capitals += 1
                } else if key &- 0x61 < 26 {
                    current.smalls += 1
                } else if key &- 0x30 < 10 {
                    current.digits += 1
                }
                push(key, at, isUpper)
                wordLength += 1
                at += length
            }
        }
        close(current, line.end)
        if current.column > 0, firstLine < lineCount, lines[firstLine].column == 0 { lines[firstLine].isCell = true }
    }

    @inline(__always)
    private mutating func push(_ key: UInt8, _ offset: Int, _ capital: Bool) {
        keys[end] = key
        offsets[end] = UInt32(truncatingIfNeeded: offset)
        isCapital[end] = capital
        end += 1
    }

    /// Ends a cell and keeps it if it holds anything, without the emphasis and heading marks of Markdown around it.
    private mutating func close(_ open: FoldedLine, _ textEnd: Int) {
        var cell = open
        var textEnd = textEnd
        while textEnd > cell.start, LineReader.isSpace(text[textEnd - 1]) { textEnd -= 1 }
        var (first, last) = (cell.keys.lowerBound, end)
        push(0x0A, textEnd, false)
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
