/// What stands between two tokens, as far as a sentence's grammar asks.
struct WordGap: OptionSet {
    let rawValue: UInt16

    static let space = WordGap(rawValue: 1 << 0)
    static let lineBreak = WordGap(rawValue: 1 << 1)
    /// An empty line; not the doubled line ends (`\r\n\n`) by which crawled files wrap.
    static let paragraph = WordGap(rawValue: 1 << 2)
    static let comma = WordGap(rawValue: 1 << 3)
    static let semicolon = WordGap(rawValue: 1 << 4)
    static let colon = WordGap(rawValue: 1 << 5)
    static let stop = WordGap(rawValue: 1 << 6)
    static let opening = WordGap(rawValue: 1 << 7)
    static let closing = WordGap(rawValue: 1 << 8)
    static let quote = WordGap(rawValue: 1 << 9)
    static let dash = WordGap(rawValue: 1 << 10)
    static let slash = WordGap(rawValue: 1 << 11)
    static let other = WordGap(rawValue: 1 << 12)

    /// Only white space, wraps included.
    static let plain: WordGap = [.space, .lineBreak]
    /// White space and commas.
    static let list: WordGap = [.space, .lineBreak, .comma]
    /// What ends a sentence or an item.
    static let clauseEnds: WordGap = [.semicolon, .colon, .stop, .other]

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Longer gaps are no gaps between words of a sentence.
    private static let maximumBytes = 120

    init(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) {
        guard range.count <= Self.maximumBytes else {
            self = [.paragraph, .lineBreak, .other]
            return
        }
        self = []
        var feeds = 0
        var returns = 0
        var at = range.lowerBound
        while at < range.upperBound {
            let byte = text[at]
            at += 1
            switch byte {
            case 0x20, 0x09, 0x0B, 0x0C: insert(.space)
            case 0x0A:
                feeds += 1
                insert(.lineBreak)
            case 0x0D: returns += 1
            case UInt8(ascii: ","): insert(.comma)
            case UInt8(ascii: ";"): insert(.semicolon)
            case UInt8(ascii: ":"): insert(.colon)
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): insert(.stop)
            case UInt8(ascii: "("), UInt8(ascii: "["): insert(.opening)
            case UInt8(ascii: ")"), UInt8(ascii: "]"): insert(.closing)
            case UInt8(ascii: "\""), UInt8(ascii: "'"): insert(.quote)
            case UInt8(ascii: "-"): insert(.dash)
            case UInt8(ascii: "/"): insert(.slash)
            case UInt8(ascii: "*"), UInt8(ascii: "_"): break  // Markdown's emphasis
            case 0xC2 where at < range.upperBound:
                insert(text[at] == 0xA0 ? .space : text[at] == 0xAD ? [] : .other)
                at += 1
            case 0xE2 where at + 1 < range.upperBound:
                switch (text[at], text[at + 1]) {
                case (0x80, 0x90...0x95): insert(.dash)
                case (0x80, 0x98...0x9F): insert(.quote)
                case (0x80, 0x80...0x8D), (0x80, 0xAF), (0x81, 0xA0): insert(.space)
                default: insert(.other)
                }
                at += 2
            default: insert(.other)
            }
        }
        if feeds > 1, !(feeds == 2 && returns == 1), !(feeds == returns && feeds == 1) { insert(.paragraph) }
    }
}
