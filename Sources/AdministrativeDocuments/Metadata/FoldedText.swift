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
    private(set) var keys: UnsafeBufferPointer<UInt8>
    /// For each key the offset of its character, and the kind of letter it was.
    private(set) var offsets: UnsafeBufferPointer<UInt32>
    private(set) var isCapital: UnsafeBufferPointer<Bool>
    private(set) var lines: UnsafeBufferPointer<FoldedLine>
    private let room: FoldedRoom

    /// An empty stretch that takes over a room: what was folded there before is gone.
    init(_ text: UnsafeRawBufferPointer, in room: FoldedRoom = FoldedRoom()) {
        self.text = text
        self.room = room
        keys = UnsafeBufferPointer(start: room.keys, count: 0)
        offsets = UnsafeBufferPointer(start: room.offsets, count: 0)
        isCapital = UnsafeBufferPointer(start: room.isCapital, count: 0)
        lines = UnsafeBufferPointer(start: room.lines, count: 0)
    }

    /// Forgets its lines and keeps its room.
    mutating func removeAll() { show(keyCount: 0, lineCount: 0) }

    /// Folds one more line.
    mutating func append(_ line: TextLine) {
        let base = keys.count
        // No byte makes more than one key; each cell has a line feed behind it. A cell takes four bytes at least.
        room.reserve(keys: base + line.end - line.start + 2, lines: lines.count + (line.end - line.start) / 4 + 2)
        var folder = LineFolder(text: text, room: room, end: base, lineCount: lines.count)
        folder.fold(line)
        show(keyCount: folder.end, lineCount: folder.lineCount)
    }

    /// Folds a line if the one before it is so short that a phrase may go on in it.
    mutating func appendBehindShort(_ line: TextLine?, below limit: Int = .max) {
        guard let line, line.end - line.start < limit, keys.count < Self.longestPhrase else { return }
        append(line)
    }

    /// Keys of a line's start that tell what it opens, with some to spare.
    private static let longestPhrase = 32

    private mutating func show(keyCount: Int, lineCount: Int) {
        keys = UnsafeBufferPointer(start: room.keys, count: keyCount)
        offsets = UnsafeBufferPointer(start: room.offsets, count: keyCount)
        isCapital = UnsafeBufferPointer(start: room.isCapital, count: keyCount)
        lines = UnsafeBufferPointer(start: room.lines, count: lineCount)
    }
}
