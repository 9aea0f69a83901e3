/// A query's scalars with what the parser asks of each, looked up once.
///
/// A backslash before a sign of the language, or before a word that is an operator, makes it text and vanishes here:
/// what follows needs no thought of it. Any other backslash is text itself.
struct QueryText {
    struct Traits: OptionSet {
        let rawValue: UInt8
        static let space = Traits(rawValue: 1)
        /// Alphabetic; a letter for our purposes.
        static let letter = Traits(rawValue: 2)
        /// Has a numeric value.
        static let digit = Traits(rawValue: 4)
        /// A mark on the letter before it.
        static let mark = Traits(rawValue: 8)
        /// Was behind a backslash: never a sign of the language.
        static let literal = Traits(rawValue: 16)
    }

    private(set) var scalars: [Unicode.Scalar] = []
    private(set) var traits: [Traits] = []
    /// The offset of each scalar in UTF-8 bytes of the query, and the query's length at the end.
    private(set) var offsets: [Int] = []

    var count: Int { scalars.count }

    init(_ query: String) {
        let source = Array(query.unicodeScalars)
        reserve(source.count)
        var offset = 0
        var at = 0
        while at < source.count {
            if source[at] == "\\", at + 1 < source.count {
                let next = source[at + 1]
                let follows = traits.last.map { !$0.isDisjoint(with: [.letter, .digit, .mark]) } ?? false
                if Self.isSign(next) || !follows && Self.isOperator(source, at + 1) {
                    offset += 1
                    append(next, at: offset, .literal)
                    offset += UTF8.width(next)
                    at += 2
                    continue
                }
            }
            append(source[at], at: offset, [])
            offset += UTF8.width(source[at])
            at += 1
        }
        offsets.append(offset)
    }

    /// A leaf's text, in which a backslash is a backslash: for printing.
    init(leaf: String) {
        let source = leaf.unicodeScalars
        reserve(leaf.utf8.count)
        for scalar in source { append(scalar, at: 0, []) }
        offsets.append(0)
    }

    private mutating func reserve(_ count: Int) {
        scalars.reserveCapacity(count)
        traits.reserveCapacity(count)
        offsets.reserveCapacity(count + 1)
    }

    private mutating func append(_ scalar: Unicode.Scalar, at offset: Int, _ more: Traits) {
        scalars.append(scalar)
        traits.append(Self.traits(of: scalar).union(more))
        offsets.append(offset)
    }

    // MARK: Questions

    /// Whether the scalar is this sign, and not behind a backslash.
    func isSign(_ at: Int, _ sign: Unicode.Scalar) -> Bool {
        at >= 0 && at < scalars.count && scalars[at] == sign && !traits[at].contains(.literal)
    }

    /// Whether there is white space, or the query's beginning or end.
    func isSpace(_ at: Int) -> Bool { at < 0 || at >= scalars.count || traits[at].contains(.space) }

    /// Whether a letter, a digit, or a mark on one stands there.
    func belongsToWord(_ at: Int) -> Bool {
        at >= 0 && at < scalars.count && !traits[at].isDisjoint(with: [.letter, .digit, .mark])
    }

    func hasWord(_ range: Range<Int>) -> Bool { traits[range].contains { !$0.isDisjoint(with: [.letter, .digit]) } }

    func hasLetter(_ range: Range<Int>) -> Bool { traits[range].contains { $0.contains(.letter) } }

    /// The range without white space at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, isSpace(lower) { lower += 1 }
        while lower < upper, isSpace(upper - 1) { upper -= 1 }
        return lower..<upper
    }

    func string(_ range: Range<Int>) -> String { Self.string(scalars[range]) }

    static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.underestimatedCount * 3)
        for scalar in scalars { if let encoded = UTF8.encode(scalar) { bytes.append(contentsOf: encoded) } }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The last place of a sign in a range.
    func last(_ sign: Unicode.Scalar, in range: Range<Int>) -> Int? { range.last { isSign($0, sign) } }

    // MARK: Scalars

    /// Hyphens and dashes, as people and word processors type them.
    static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || (0x2010...0x2015).contains(scalar.value) || scalar.value == 0x2212
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

    /// What a backslash can make text of.
    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\\", "\"", "“", "”", "„", "‟", "«", "»", "(", ")", "+", "-", ":", "*", "~", "^": true
        default: false
        }
    }

    private static func isOperator(_ source: [Unicode.Scalar], _ start: Int) -> Bool {
        var end = start
        while end < source.count, end - start <= QueryOperator.longest,
            !traits(of: source[end]).isDisjoint(with: [.letter, .digit, .mark])
        {
            end += 1
        }
        return QueryOperator(source[start..<end]) != nil
    }

    private static func traits(of scalar: Unicode.Scalar) -> Traits {
        switch scalar.value {
        case ..<0x80: return ascii[Int(scalar.value)]
        // What Vietnamese needs, without asking for its properties.
        case 0xC0..<0xD7, 0xD8..<0xF7, 0xF8...0x24F, 0x1EA0...0x1EF9: return .letter
        case 0x300..<0x345: return .mark
        default: break
        }
        let properties = scalar.properties
        var traits: Traits = []
        if properties.isAlphabetic { traits.insert(.letter) }
        if properties.numericType != nil { traits.insert(.digit) }
        if traits.isEmpty {
            if properties.isWhitespace {
                traits.insert(.space)
            } else if properties.generalCategory == .nonspacingMark {
                traits.insert(.mark)
            }
        }
        return traits
    }

    private static let ascii: [Traits] = (UInt8(0)..<0x80).map { byte in
        switch byte {
        case 0x09...0x0D, 0x20: .space
        case 0x30...0x39: .digit
        case 0x41...0x5A, 0x61...0x7A: .letter
        default: []
        }
    }
}
