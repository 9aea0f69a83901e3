/// A line, or a cell of it where columns were merged in one line.
struct FoldedLine {
    /// Its keys; no space at either end.
    var keys: Range<Int>
    /// Its bytes in the text.
    var start: Int
    var end: Int
    /// Line ends before it; 0 for a cell behind another one of the same line.
    var breaks: Int
    /// Whether a soft wrap surely stands before it.
    var isWrapped: Bool
    /// Counts from the left where a line has several cells; 0 for the first.
    var column: Int
    /// Whether other cells stand in its line.
    var isCell: Bool
    var smalls = 0
    var capitals = 0
    var digits = 0

    /// Neither a letter nor a digit: a rule, dots.
    var isRule: Bool { smalls == 0 && capitals == 0 && digits == 0 }
    /// Letters, and all of them capitals.
    var isCapitals: Bool { capitals > 0 && smalls == 0 }
}

/// A stretch of text in lines and cells, folded to base letters, with the place each letter came from.
///
/// What heads and signatures look like is matched here once for all spellings: any normal form, tone placement, dash, letter
/// case, and accents lost by optical recognition.
struct FoldedText {
    let text: UnsafeRawBufferPointer
    /// Base letters in lower case, digits, ASCII marks, one space for white space; a line feed behind every cell.
    private(set) var keys: [UInt8] = []
    /// For each key the offset of its character, and the kind of letter it was.
    private(set) var offsets: [UInt32] = []
    private(set) var isCapital: [Bool] = []
    private(set) var lines: [FoldedLine] = []

    init(_ text: UnsafeRawBufferPointer) {
        self.text = text
        keys.reserveCapacity(2048)
        offsets.reserveCapacity(2048)
        isCapital.reserveCapacity(2048)
        lines.reserveCapacity(64)
    }

    /// Runs of this many spaces part columns; two part the words of a letter-spaced heading.
    private static let columnGap = 3

    /// Folds one more line.
    mutating func append(_ line: TextLine) {
        let firstCell = lines.count
        var cell = FoldedLine(
            keys: keys.count..<keys.count, start: line.start, end: line.start, breaks: line.breaks,
            isWrapped: line.isWrapArtefact, column: 0, isCell: false)
        var spaces = 0
        var spaceStart = line.start
        var wordLength = 0
        var at = line.start
        while at < line.end {
            let byte = text[at]
            var length = 1
            var key = byte
            var isUpper = false
            if byte < 0x80 {
                switch byte {
                case 0x61...0x7A, 0x30...0x39: break
                case 0x41...0x5A:
                    key = byte | 0x20
                    isUpper = true
                case 0x20: key = 0x20
                case 0...0x1F, 0x7F: key = 0x20
                default: break
                }
            } else {
                let (scalar, scalarLength) = FoldedWord.scalar(text, at)
                length = scalarLength
                let folded = FoldedWord.fold(scalar)
                switch folded.kind {
                case .letter(let base):
                    key = base
                    isUpper = folded.isCapital
                case .nothing:
                    at += length
                    continue
                case .other: key = Self.mark(scalar)
                }
            }
            if key == 0x20 {
                if spaces == 0 { spaceStart = at }
                // A tab is a gap of its own.
                spaces += byte == 0x09 ? Self.columnGap : 1
                at += length
                continue
            }
            if spaces > 0, at > cell.start {
                if spaces >= Self.columnGap, !isLetterSpaced(wordLength, at, line.end) {
                    close(&cell, end: spaceStart)
                    cell = FoldedLine(
                        keys: keys.count..<keys.count, start: at, end: at, breaks: 0, isWrapped: false,
                        column: cell.column + 1, isCell: true)
                } else if keys.count > cell.keys.lowerBound {
                    push(0x20, spaceStart, false)
                }
                wordLength = 0
            }
            spaces = 0
            if isUpper {
                cell.capitals += 1
            } else if key &- 0x61 < 26 {
                cell.smalls += 1
            } else if key &- 0x30 < 10 {
                cell.digits += 1
            }
            push(key, at, isUpper)
            wordLength += 1
            at += length
        }
        close(&cell, end: line.end)
        if lines.count > firstCell + 1 {
            for index in firstCell..<lines.count { lines[index].isCell = true }
        }
    }

    private mutating func push(_ key: UInt8, _ offset: Int, _ capital: Bool) {
        keys.append(key)
        offsets.append(UInt32(truncatingIfNeeded: offset))
        isCapital.append(capital)
    }

    private mutating func close(_ cell: inout FoldedLine, end: Int) {
        var end = end
        while end > cell.start, LineReader.isSpace(text[end - 1]) { end -= 1 }
        cell.end = end
        cell.keys = cell.keys.lowerBound..<keys.count
        push(0x0A, end, false)
        // Emphasis and headings of Markdown around a line are not its own.
        while let first = cell.keys.first, "*_#".utf8.contains(keys[first]), cell.smalls + cell.capitals > 0 {
            cell.keys.removeFirst()
            if keys[cell.keys.lowerBound] == 0x20 { cell.keys.removeFirst() }
        }
        while let last = cell.keys.last, "*_".utf8.contains(keys[last]), cell.smalls + cell.capitals > 0 {
            cell.keys.removeLast()
            if keys[cell.keys.upperBound - 1] == 0x20 { cell.keys.removeLast() }
        }
        if let first = cell.keys.first {
            cell.start = Int(offsets[first])
            cell.end = min(end, Int(offsets[cell.keys.upperBound]))
            lines.append(cell)
        }
    }

    /// `Q U Y Ế T   Đ Ị N H`: a gap between single letters parts words, not columns.
    private func isLetterSpaced(_ wordLength: Int, _ next: Int, _ end: Int) -> Bool {
        guard wordLength == 1 else { return false }
        var at = next + 1
        while at < end, text[at] & 0xC0 == 0x80 { at += 1 }
        return at < end && text[at] == 0x20
    }

    /// ASCII for the marks that look like it.
    private static func mark(_ scalar: UInt32) -> UInt8 {
        switch scalar {
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: 0x20
        case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")
        case 0x2018, 0x2019: UInt8(ascii: "'")
        case 0x201C, 0x201D: UInt8(ascii: "\"")
        case 0x2026: UInt8(ascii: ".")
        case 0x2022, 0x00B7, 0x25AA...0x25FF: UInt8(ascii: "-")
        default: UInt8(ascii: "?")
        }
    }
}
