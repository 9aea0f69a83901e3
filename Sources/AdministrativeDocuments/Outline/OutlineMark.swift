/// What a line opens with that may be a heading's number or an item's mark; whether it is one, only its neighbours tell.
struct OutlineMark {
    /// What kind of mark it is, before its place in the document is known.
    enum Kind: UInt8 {
        case part, chapter, section, subsection, article
        case capital, roman, number, decimal, letter, smallRoman, dash, plus
        case annex, form
    }

    /// What stands behind the number and its stop.
    enum Follower: UInt8 { case lineEnd, capital, small, other }

    var kind: Kind
    /// The byte that ends the number (`.`, `)`, `:`, `/`, `-`), 0 where none does; `(` where parentheses hold it.
    var delimiter: UInt8 = 0
    var value = MarkValue()
    /// Offset of the number's first byte.
    var numberStart = 0
    /// Offset behind the number, without its stop.
    var numberEnd = 0
    /// Offset behind the mark.
    var end = 0
    var follower = Follower.other
    /// Whether the number, or a bare number's text, stands on the next line.
    var crossesLine = false

    /// Whether its word was read or typed wrong (`Điền 9.`, `Điểm 15.`), or a part follows its number (`Điều 5.12`): it
    /// counts in its turn only.
    var isDoubtful = false

    /// Whether a title below it is its own: `Chương I⏎QUY ĐỊNH CHUNG`.
    var isTitledBelow: Bool {
        switch kind {
        case .part, .chapter, .section, .subsection, .article, .capital, .roman: follower == .lineEnd
        default: false
        }
    }
}

/// A number in a sequence: 7, 2a, IV, đ, 1.2.3.
struct MarkValue: Equatable {
    /// The number, or its last part.
    var main: Int {
        get { Int(storedMain) }
        set { storedMain = Int32(truncatingIfNeeded: newValue) }
    }
    /// A letter behind it, from 1 for `a`; 0 for none.
    var suffix: Int {
        get { Int(storedSuffix) }
        set { storedSuffix = UInt8(truncatingIfNeeded: newValue) }
    }
    /// How many parts there are.
    var depth: Int {
        get { Int(storedDepth) }
        set { storedDepth = UInt8(truncatingIfNeeded: newValue) }
    }
    // No number has more than four digits: marks are many, and this keeps them small.
    private var storedMain: Int32 = 0
    private var storedSuffix: UInt8 = 0
    private var storedDepth: UInt8 = 1
    /// The parts before the last, ten bits each.
    var prefix: UInt64 = 0
    /// Whether it is written as a Roman numeral or in words, which name one.
    var isRoman = false

    /// Whether this is what may follow `other` in its sequence.
    func follows(_ other: MarkValue) -> Bool {
        guard depth == other.depth, prefix == other.prefix else { return false }
        if suffix > 0 { return main == other.main && suffix == other.suffix + 1 }
        return main == other.main + 1
    }

    /// Whether a sequence may begin with it.
    var isFirst: Bool { main == 1 && suffix == 0 }
}

/// The order of the letters that number points: a b c d đ e g h i k l m n o p q r s t u v x y, with f, j, w, z where used.
enum PointLetters {
    private static let order = Array("abcdđefghijklmnopqrstuvwxyz")
    /// Letters that most lists leave out.
    private static let skipped: Set<Int> = [5, 7, 11, 24, 27]

    /// The place of an ASCII letter, or of đ for nil, from 1.
    static func place(_ letter: UInt8?) -> Int {
        guard let letter else { return 5 }
        return Int(letter - 0x60) + (letter > 0x64 ? 1 : 0)
    }

    /// The letter at a place.
    static func letter(_ place: Int) -> String { String(order[place - 1]) }

    /// Whether a list goes on from one place to another.
    static func follows(_ place: Int, _ last: Int) -> Bool {
        guard place > last, place - last <= 3 else { return false }
        return (last + 1..<place).allSatisfy(skipped.contains)
    }
}
