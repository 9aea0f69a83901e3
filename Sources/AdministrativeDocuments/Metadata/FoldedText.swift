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

    init(_ text: UnsafeRawBufferPointer, room: Int = 2048) {
        self.text = text
        keys.reserveCapacity(room)
        offsets.reserveCapacity(room)
        isCapital.reserveCapacity(room)
        lines.reserveCapacity(room / 32)
    }

    /// Forgets its lines and keeps its room.
    mutating func removeAll() {
        keys.removeAll(keepingCapacity: true)
        offsets.removeAll(keepingCapacity: true)
        isCapital.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
    }

    /// Runs of this many spaces part columns; two part the words of a letter-spaced heading.
    private static let columnGap = 3

    /// Folds one more line.
    mutating func append(_ line: TextLine) {
        let base = keys.count
        // No byte makes more than one key; each cell has a line feed behind it.
        let room = line.end - line.start + 2
        keys.append(contentsOf: repeatElement(0, count: room))
        offsets.append(contentsOf: repeatElement(0, count: room))
        isCapital.append(contentsOf: repeatElement(false, count: room))
        var first = FoldedLine(
            keys: base..<base, start: line.start, end: line.start, breaks: line.breaks,
            isWrapped: line.isWrapArtefact, column: 0, isCell: false)
        var others: [FoldedLine] = []
        var end = base
        let text = text
        keys.withUnsafeMutableBufferPointer { keys in
            offsets.withUnsafeMutableBufferPointer { offsets in
                isCapital.withUnsafeMutableBufferPointer { isCapital in
                    var keyed = Keying(text: text, keys: keys, offsets: offsets, isCapital: isCapital, end: base)
                    keyed.fold(line, &first, &others)
                    end = keyed.end
                }
            }
        }
        keys.removeLast(base + room - end)
        offsets.removeLast(base + room - end)
        isCapital.removeLast(base + room - end)
        if !others.isEmpty { first.isCell = true }
        add(first)
        for other in others { add(other) }
    }

    /// Writes a line's keys.
    private struct Keying {
        let text: UnsafeRawBufferPointer
        let keys: UnsafeMutableBufferPointer<UInt8>
        let offsets: UnsafeMutableBufferPointer<UInt32>
        let isCapital: UnsafeMutableBufferPointer<Bool>
        var end: Int

        mutating func fold(_ line: TextLine, _ cell: inout FoldedLine, _ others: inout [FoldedLine]) {
            var spaces = 0
            var spaceStart = line.start
            var wordLength = 0
            var column = 0
            var current = cell
            var at = line.start
            while at < line.end {
                let (key, isUpper, length) = FoldedText.character(text, at)
                if key == 0x20 {
                    if spaces == 0 { spaceStart = at }
                    // A tab is a gap of its own.
                    spaces += text[at] == 0x09 ? FoldedText.columnGap : 1
                    at += length
                    continue
                }
                if key == 0 {
                    at += length
                    continue
                }
                if spaces > 0, at > current.start {
                    if spaces >= FoldedText.columnGap, !FoldedText.isLetterSpaced(text, wordLength, at, line.end) {
                        close(&current, spaceStart)
                        if column == 0 { cell = current } else { others.append(current) }
                        column += 1
                        current = FoldedLine(
                            keys: end..<end, start: at, end: at, breaks: 0, isWrapped: false, column: column,
                            isCell: true)
                    } else if end > current.keys.lowerBound {
                        push(0x20, spaceStart, false)
                    }
                    wordLength = 0
                }
                spaces = 0
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
            close(&current, line.end)
            if column == 0 { cell = current } else { others.append(current) }
        }

        private mutating func push(_ key: UInt8, _ offset: Int, _ capital: Bool) {
            keys[end] = key
            offsets[end] = UInt32(truncatingIfNeeded: offset)
            isCapital[end] = capital
            end += 1
        }

        private mutating func close(_ cell: inout FoldedLine, _ textEnd: Int) {
            var textEnd = textEnd
            while textEnd > cell.start, LineReader.isSpace(text[textEnd - 1]) { textEnd -= 1 }
            cell.end = textEnd
            cell.keys = cell.keys.lowerBound..<end
            push(0x0A, textEnd, false)
        }
    }

    /// A character's key (0 for what cannot be seen), whether it is a capital, and its bytes.
    @inline(__always)
    private static func character(_ text: UnsafeRawBufferPointer, _ at: Int) -> (key: UInt8, isUpper: Bool, length: Int)
    {
        let byte = text[at]
        if byte < 0x80 {
            if byte &- 0x41 < 26 { return (byte | 0x20, true, 1) }
            return (byte < 0x20 || byte == 0x7F ? 0x20 : byte, false, 1)
        }
        let (scalar, length) = FoldedWord.scalar(text, at)
        let folded = FoldedWord.fold(scalar)
        switch folded.kind {
        case .letter(let base): return (base, folded.isCapital, length)
        case .nothing: return (0, false, length)
        case .other: return (mark(scalar), false, length)
        }
    }

    /// Keeps a cell that holds anything, without the emphasis and heading marks of Markdown around it.
    private mutating func add(_ cell: FoldedLine) {
        var cell = cell
        if cell.smalls + cell.capitals > 0 {
            while let first = cell.keys.first, keys[first] == 0x20 || "*_#".utf8.contains(keys[first]) {
                cell.keys.removeFirst()
            }
            while let last = cell.keys.last, keys[last] == 0x20 || "*_".utf8.contains(keys[last]) {
                cell.keys.removeLast()
            }
        }
        guard let first = cell.keys.first else { return }
        cell.start = Int(offsets[first])
        cell.end = min(cell.end, Int(offsets[cell.keys.upperBound]))
        lines.append(cell)
    }

    /// `Q U Y Ế T   Đ Ị N H`: a gap between single letters parts words, not columns.
    private static func isLetterSpaced(
        _ text: UnsafeRawBufferPointer, _ wordLength: Int, _ next: Int, _ end: Int
    ) -> Bool {
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
