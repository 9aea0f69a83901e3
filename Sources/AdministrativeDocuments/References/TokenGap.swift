/// What stands between two neighbouring tokens: at most one mark that can join parts of a reference, and space.
struct TokenGap {
    enum Mark {
        /// Only space, or nothing.
        case none
        case slash, dash, colon, ampersand, stop, comma
        /// Anything else, or more than one mark.
        case other
    }

    var mark = Mark.none
    var hasSpaceBefore = false
    var hasSpaceBehind = false
    var hasBreakBefore = false
    var hasBreakBehind = false

    /// Nothing at all around the mark.
    var isTight: Bool { !hasSpaceBefore && !hasSpaceBehind }
    /// Space, perhaps with line ends, and no mark.
    var isSpace: Bool { mark == .none && hasSpaceBefore }

    /// Longer gaps join nothing; the limit keeps recognition linear on hostile text.
    private static let maximumBytes = 48

    /// Reads the bytes between two tokens.
    init(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) {
        guard range.count <= Self.maximumBytes else {
            mark = .other
            return
        }
        var at = range.lowerBound
        while at < range.upperBound {
            let byte = text[at]
            var length = 1
            switch byte {
            case 0x20, 0x09: space(isBreak: false)
            case 0x0A, 0x0D, 0x0B, 0x0C: space(isBreak: true)
            case UInt8(ascii: "/"): take(.slash)
            case UInt8(ascii: "-"): take(.dash)
            case UInt8(ascii: ":"): take(.colon)
            case UInt8(ascii: "&"): take(.ampersand)
            case UInt8(ascii: "."): take(.stop)
            case UInt8(ascii: ","): take(.comma)
            default:
                let next = at + 1 < range.upperBound ? text[at + 1] : 0
                let third = at + 2 < range.upperBound ? text[at + 2] : 0
                switch (byte, next, third) {
                case (0xC2, 0xA0, _):  // no-break space
                    length = 2
                    space(isBreak: false)
                case (0xC2, 0xAD, _):  // soft hyphen
                    length = 2
                case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
                    length = 3
                    space(isBreak: false)
                case (0xE2, 0x80, 0x8B...0x8D), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF):  // invisible
                    length = 3
                case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x88, 0x92):  // U+2010–2015, U+2212
                    length = 3
                    take(.dash)
                case (0xE2, 0x81, 0x84), (0xE2, 0x88, 0x95):  // fraction and division slash
                    length = 3
                    take(.slash)
                default: mark = .other
                }
            }
            if mark == .other { return }
            at += length
        }
    }

    private mutating func space(isBreak: Bool) {
        if mark == .none {
            hasSpaceBefore = true
            if isBreak { hasBreakBefore = true }
        } else {
            hasSpaceBehind = true
            if isBreak { hasBreakBehind = true }
        }
    }

    private mutating func take(_ found: Mark) { mark = mark == .none ? found : .other }
}
