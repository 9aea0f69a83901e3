internal import Glibc

/// Goes through a text's lines for the few that may begin a signature block or name an attachment.
///
/// A line costs little more than finding its end: only a line that begins with one of a dozen letters in capitals is read.
struct ClosingFinder {
    let text: UnsafeRawBufferPointer

    /// What was found at a line.
    enum Landmark {
        /// `Nơi nhận:`
        case recipients
        /// `KT. BỘ TRƯỞNG`
        case signature
        /// `(Đã ký)`
        case signedNote
        /// `(Ban hành kèm theo …)`
        case attachmentNote
    }

    private(set) var at: Int
    /// Where looking back ends: the body's start, or what was read as a block.
    private var floor: Int
    /// Scratch space for the lines that are read.
    private var folded: FoldedText
    /// Whether signatures are still looked for; behind the document's own only attachments are.
    var seeksSignature = true

    init(_ text: UnsafeRawBufferPointer, from start: Int, in room: FoldedRoom) {
        self.text = text
        at = start
        floor = start
        folded = FoldedText(text, in: room)
    }

    /// The next landmark and where its line begins.
    mutating func next() -> (Landmark, start: Int)? {
        seeksSignature ? nextOfAll() : nextNote()
    }

    private mutating func nextOfAll() -> (Landmark, start: Int)? {
        guard let base = text.baseAddress else { return nil }
        let count = text.count
        var at = at
        defer { self.at = at }
        while true {
            while at < count, LineReader.isSpace(text[at]) { at += 1 }
            guard at < count else { return nil }
            let start = at
            at = memchr(base + at, 0x0A, count - at).map { base.distance(to: UnsafeRawPointer($0)) } ?? count
            let landmark: Landmark?
            switch text[start] {
            case UInt8(ascii: "("), UInt8(ascii: "N"), UInt8(ascii: "B"), UInt8(ascii: "C"), UInt8(ascii: "G"),
                UInt8(ascii: "H"), UInt8(ascii: "K"), UInt8(ascii: "P"), UInt8(ascii: "Q"), UInt8(ascii: "T"),
                UInt8(ascii: "V"), UInt8(ascii: "U"), 0xC4, 0xE1:
                landmark = self.landmark(start, at)
            default: continue
            }
            if let landmark { return (landmark, start) }
        }
    }

    /// The next note: of a long annex only the parentheses are looked at.
    private mutating func nextNote() -> (Landmark, start: Int)? {
        guard let base = text.baseAddress else { return nil }
        var from = at
        while from < text.count, let found = memchr(base + from, Int32(UInt8(ascii: "(")), text.count - from) {
            let start = base.distance(to: UnsafeRawPointer(found))
            from = start + 1
            var before = start
            while before > at, LineReader.isSpace(text[before - 1]), text[before - 1] != 0x0A { before -= 1 }
            guard before == at || text[before - 1] == 0x0A else { continue }
            let end =
                memchr(base + start, 0x0A, text.count - start).map { base.distance(to: UnsafeRawPointer($0)) }
                ?? text.count
            at = end
            from = end
            if let landmark = landmark(start, end) { return (landmark, start) }
        }
        at = text.count
        return nil
    }

    /// Where the lines before a line begin, the nearest first.
    func lines(before line: Int, atMost count: Int) -> [Int] {
        var starts: [Int] = []
        var end = line
        while end > floor, starts.count < count {
            var start = end
            while start > floor, text[start - 1] != 0x0A { start -= 1 }
            var first = start
            while first < end, LineReader.isSpace(text[first]) { first += 1 }
            if first < end { starts.append(first) }
            end = start - 1
        }
        return starts
    }

    /// Goes on behind an offset.
    mutating func skip(to offset: Int) {
        at = max(at, offset)
        floor = at
    }

    private mutating func landmark(_ start: Int, _ end: Int) -> Landmark? {
        let length = end - start
        guard length >= 4, length < 400 else { return nil }
        let second = text[start + 1]
        switch text[start] {
        case UInt8(ascii: "("): return note(start, end)
        case UInt8(ascii: "N"):
            guard second | 0x20 == UInt8(ascii: "o") || second == 0xC6, length < 200 else { return nil }
            return line(start).map { folded.opens($0, ["noi nhan"]) } == true ? .recipients : nil
        default:
            // A small letter behind the first one: most lines end here.
            guard second &- 0x61 >= 26, length < 200, mayOpenPosition(start, end) else { return nil }
            return line(start) { $0.capitals > 0 && $0.smalls <= 1 }.map { Positions.opens(folded, $0) } == true
                ? .signature : nil
        }
    }

    /// Whether a first word in capitals is one that positions and their marks begin with.
    private func mayOpenPosition(_ start: Int, _ end: Int) -> Bool {
        var at = start
        while at < end, text[at] >= 0x80 || (text[at] | 0x20) &- 0x61 < 26 {
            if text[at] &- 0x61 < 26 { return false }
            at += 1
        }
        guard at > start, at - start <= 16, let word = LetterKeys.packedWord(text, start..<at) else { return false }
        return Self.firstWords.contains(word)
    }

    private static let firstWords: [UInt64] = LetterKeys.packed(
        """
        bo thu chu pho giam tong cuc chi vu chanh vien thong truong hieu bi tu doi to uy quyen chinh thuong tm t kt k tl tuq q
        """)

    /// What a line in parentheses says.
    private mutating func note(_ start: Int, _ end: Int) -> Landmark? {
        var at = start + 1
        while at < end, text[at] == 0x20 { at += 1 }
        let first = at
        while at < end, text[at] >= 0x80 || (text[at] | 0x20) &- 0x61 < 26 { at += 1 }
        guard (2...8).contains(at - first), let word = LetterKeys.packedWord(text, first..<at),
            Self.noteWords.contains(word), let line = line(start)
        else { return nil }
        if folded.opens(line, ["(da ky", "( da ky"]) { return .signedNote }
        return folded.opens(line, Self.notes) ? .attachmentNote : nil
    }

    private static let noteWords: [UInt64] = LetterKeys.packed("ban kem dinh phe da")

    private static let notes: [StaticString] = [
        "(ban hanh kem theo", "(kem theo", "(ban hanh", "( ban hanh", "( kem theo", "(dinh kem", "(phe duyet kem theo",
        "(kem",
    ]

    /// Folds a line that is asked for, and the one it may go on with.
    private mutating func line(_ start: Int, where isSought: (FoldedLine) -> Bool = { _ in true }) -> FoldedLine? {
        folded.removeAll()
        var reader = LineReader(text, from: start)
        if let line = reader.next() { folded.append(line) }
        guard let first = folded.lines.first, isSought(first) else { return nil }
        folded.appendBehindShort(reader.next(), below: 400)
        return folded.lines.first
    }
}
