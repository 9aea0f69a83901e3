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
    /// Scratch space for the lines that are read.
    private var folded: FoldedText
    /// Where the last lines begin, for looking back; a ring.
    private var starts: [Int]
    private var lineCount = 0

    private static let keptLines = 16

    init(_ text: UnsafeRawBufferPointer, from start: Int) {
        self.text = text
        at = start
        folded = FoldedText(text, room: 512)
        starts = [Int](repeating: start, count: Self.keptLines)
    }

    /// The next landmark and where its line begins.
    mutating func next() -> (Landmark, start: Int)? {
        guard let base = text.baseAddress else { return nil }
        while at < text.count {
            var start = at
            while start < text.count, LineReader.isSpace(text[start]) { start += 1 }
            guard start < text.count else { break }
            let end =
                memchr(base + start, 0x0A, text.count - start).map { base.distance(to: UnsafeRawPointer($0)) }
                ?? text.count
            at = end
            starts[lineCount % Self.keptLines] = start
            lineCount += 1
            if let landmark = landmark(start, end) { return (landmark, start) }
        }
        return nil
    }

    /// Where the lines before the last one begin, the nearest first.
    var linesBefore: [Int] {
        (2..<2 + min(max(0, lineCount - 1), Self.keptLines - 1)).map { starts[(lineCount - $0) % Self.keptLines] }
    }

    /// Goes on behind an offset.
    mutating func skip(to offset: Int) { at = max(at, offset) }

    /// Whether signatures are still looked for; behind the document's own only attachments are.
    var seeksSignature = true

    private mutating func landmark(_ start: Int, _ end: Int) -> Landmark? {
        let length = end - start
        guard length >= 4, length < 400 else { return nil }
        let second = text[start + 1]
        switch text[start] {
        case UInt8(ascii: "("): return note(start, end)
        case UInt8(ascii: "N"):
            guard seeksSignature, second | 0x20 == UInt8(ascii: "o") || second == 0xC6, length < 200 else { return nil }
            return line(start).map { folded.opens($0, ["noi nhan"]) } == true ? .recipients : nil
        case UInt8(ascii: "B"), UInt8(ascii: "C"), UInt8(ascii: "G"), UInt8(ascii: "H"), UInt8(ascii: "K"),
            UInt8(ascii: "P"), UInt8(ascii: "Q"), UInt8(ascii: "T"), UInt8(ascii: "V"), UInt8(ascii: "U"), 0xC4, 0xE1:
            // A small letter behind the first one: most lines end here.
            guard seeksSignature, second &- 0x61 >= 26, length < 200, mayOpenPosition(start, end) else { return nil }
            return line(start).map { Positions.opens(folded, $0) } == true ? .signature : nil
        default: return nil
        }
    }

    /// Whether a first word in capitals is one that positions and their marks begin with.
    private func mayOpenPosition(_ start: Int, _ end: Int) -> Bool {
        var at = start
        while at < end, text[at] >= 0x80 || (text[at] | 0x20) &- 0x61 < 26 {
            if text[at] &- 0x61 < 26 { return false }
            at += 1
        }
        guard at > start, at - start <= 16 else { return false }
        let word = UnsafeRawBufferPointer(rebasing: text[start..<at])
        return Self.firstWords.contains { FoldedWord.matches(word, $0) }
    }

    private static let firstWords: [StaticString] = [
        "bo", "thu", "chu", "pho", "giam", "tong", "cuc", "chi", "vu", "chanh", "vien", "thong", "truong", "hieu", "bi",
        "tu",
        "doi", "to", "uy", "quyen", "chinh", "thuong", "tm", "t", "kt", "k", "tl", "tuq", "q",
    ]

    /// What a line in parentheses says.
    private mutating func note(_ start: Int, _ end: Int) -> Landmark? {
        var at = start + 1
        while at < end, text[at] == 0x20 { at += 1 }
        let first = at
        while at < end, text[at] >= 0x80 || (text[at] | 0x20) &- 0x61 < 26 { at += 1 }
        guard (2...8).contains(at - first) else { return nil }
        let word = UnsafeRawBufferPointer(rebasing: text[first..<at])
        guard Self.noteWords.contains(where: { FoldedWord.matches(word, $0) }) else { return nil }
        guard let line = line(start) else { return nil }
        if folded.opens(line, ["(da ky", "( da ky"]) { return .signedNote }
        return folded.opens(line, Self.notes) ? .attachmentNote : nil
    }

    private static let noteWords: [StaticString] = ["ban", "kem", "dinh", "phe", "da"]

    private static let notes: [StaticString] = [
        "(ban hanh kem theo", "(kem theo", "(ban hanh", "( ban hanh", "( kem theo", "(dinh kem", "(phe duyet kem theo",
        "(kem",
    ]

    /// Folds a line and the one it may go on with.
    private mutating func line(_ start: Int) -> FoldedLine? {
        folded.removeAll()
        var reader = LineReader(text, from: start)
        for _ in 0..<2 {
            if let line = reader.next(), line.end - line.start < 400 { folded.append(line) }
        }
        return folded.lines.first
    }
}
