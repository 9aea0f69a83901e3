/// Tells which lines stand in quotation marks that were opened at a line's start: the words an amendment puts in.
struct QuoteTracker {
    enum Quotation { case none, opening, sure, perhaps }

    let text: UnsafeRawBufferPointer
    private var end = 0
    private var isSure = false

    /// No quotation goes on for longer.
    private static let maximumBytes = 60_000
    /// What looking for ends in vain may still cost, in bytes: it stays linear in the text's length.
    private var budget: Int

    private var barriers: ArraySlice<Int>

    init(text: UnsafeRawBufferPointer, barriers: [Int]) {
        self.text = text
        self.barriers = barriers[...]
        budget = 4 * text.count + 1_000_000
    }

    /// How a line stands to quotations; lines must come in order.
    mutating func quotation(_ line: TextLine) -> Quotation {
        if line.start < end { return isSure ? .sure : .perhaps }
        guard let width = Self.openingWidth(text, line.start, line.end) else { return .none }
        (end, isSure) = closing(of: line, width: width)
        while let barrier = barriers.first, barrier <= line.start { barriers.removeFirst() }
        if let barrier = barriers.first, barrier < end { end = barrier }
        return .opening
    }

    /// The length of an opening quotation mark at an offset.
    private static func openingWidth(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int? {
        switch text[start] {
        case 0x22: return 1
        case 0xE2 where start + 2 < end && text[start + 1] == 0x80:
            return (0x98...0x9F).contains(text[start + 2]) && text[start + 2] != 0x99 ? 3 : nil
        case 0xC2 where start + 1 < end && text[start + 1] == 0xAB: return 2
        default: return nil
        }
    }

    /// Where the quotation that a line opens is closed, and whether its marks are balanced there.
    private mutating func closing(of line: TextLine, width: Int) -> (end: Int, isSure: Bool) {
        let limit = min(text.count, line.start + min(Self.maximumBytes, budget))
        var depth = 1
        var straight = text[line.start] == 0x22 ? 1 : 0
        var firstAtLineEnd: Int?
        var at = line.start + width
        while at < limit {
            switch text[at] {
            case 0x22:
                straight += 1
                if straight & 1 == 0, width == 1, endsLine(at + 1) { return (at + 1, true) }
                if width > 1, endsLine(at + 1), firstAtLineEnd == nil { firstAtLineEnd = at + 1 }
                at += 1
            case 0xE2 where at + 2 < limit && text[at + 1] == 0x80 && (0x9C...0x9F).contains(text[at + 2]):
                if text[at + 2] == 0x9D {
                    depth -= 1
                    if width > 1, depth <= 0 { return (at + 3, true) }
                    if firstAtLineEnd == nil, endsLine(at + 3) { firstAtLineEnd = at + 3 }
                } else {
                    depth += 1
                }
                at += 3
            case 0xC2 where at + 1 < limit && text[at + 1] == 0xBB:
                if width == 2 { return (at + 2, true) }
                at += 2
            default: at += 1
            }
        }
        budget -= max(0, limit - line.start)
        // Not balanced; the first mark at a line's end closes it, or its own line does.
        return (firstAtLineEnd ?? line.end, false)
    }

    /// Whether nothing but a stop stands between an offset and its line's end.
    private func endsLine(_ start: Int) -> Bool {
        var at = start
        while at < text.count, text[at] == 0x20 || ByteSet.holds(".;,:", text[at]) { at += 1 }
        return at >= text.count || text[at] == 0x0A || text[at] == 0x0D
    }
}
