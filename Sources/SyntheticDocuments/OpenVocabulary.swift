/// Words without end, beyond those a model has learnt: each rank has its form, worked out from the rank alone.
///
/// What stands in the rare tail of real texts, in about these shares: numbers, codes, foreign words, abbreviations, words
/// run together, and errors of typing.
struct OpenVocabulary: Sendable {
    private let syllables: [[UInt8]]

    /// The parts of words are syllables, the commoner ones first.
    init(syllables: [[UInt8]]) { self.syllables = syllables.isEmpty ? [Array("an".utf8)] : syllables }

    /// Appends the form of a rank.
    func append(_ rank: UInt64, to text: inout [UInt8]) {
        var random = RandomStream(Hashing.mixed(rank, 0x766F_6361_6275_6C61))
        switch random.below(100) {
        case ..<46: appendNumber(&random, to: &text)
        case ..<56: appendCode(&random, to: &text)
        case ..<80: appendForeign(&random, to: &text)
        case ..<87: appendAbbreviation(&random, to: &text)
        case ..<92:
            text += random.pick(syllables)
            text += random.pick(syllables)
        default: appendTypingError(&random, to: &text)
        }
    }

    private func appendNumber(_ random: inout RandomStream, to text: inout [UInt8]) {
        let shape = random.below(10)
        text.append(digit: 1 + random.below(9))
        switch shape {
        case ..<5: for _ in 0..<random.within(2...5) { text.append(digit: random.below(10)) }
        case ..<7:
            text.appendDigits(random.below(3), &random)
            text.append(UInt8(ascii: ","))
            text.appendDigits(random.within(1...2), &random)
        case ..<9:
            text.appendDigits(random.below(3), &random)
            for _ in 0..<random.within(1...3) {
                text.append(UInt8(ascii: "."))
                if random.chance(0.5) { text += Array("000".utf8) } else { text.appendDigits(3, &random) }
            }
        default:
            for _ in 0..<random.within(1...3) {
                text.append(UInt8(ascii: "."))
                text.append(digit: 1 + random.below(9))
            }
        }
    }

    private func appendCode(_ random: inout RandomStream, to text: inout [UInt8]) {
        for _ in 0..<random.within(1...3) { text.append(UInt8(ascii: "A") + UInt8(random.below(26))) }
        text.appendDigits(random.within(1...4), &random)
        if random.chance(0.2) { text.append(UInt8(ascii: "a") + UInt8(random.below(4))) }
    }

    private static let heads = [
        "b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "st", "pr", "tr", "ch", "v", "",
    ]
    .map { Array($0.utf8) }
    private static let cores = ["a", "e", "i", "o", "u", "io", "ea", "ou", "a", "e", "i", "o"].map { Array($0.utf8) }
    private static let tails = ["n", "r", "t", "s", "l", "x", "m", "nd", "", "", "c", "ng"].map { Array($0.utf8) }
    private static let endings = ["ing", "tion", "al", "in", "ate", "ol", "um", "er", "us", "", "", "s"].map {
        Array($0.utf8)
    }

    private func appendForeign(_ random: inout RandomStream, to text: inout [UInt8]) {
        for _ in 0..<random.within(1...3) {
            text += random.pick(Self.heads)
            text += random.pick(Self.cores)
            text += random.pick(Self.tails)
        }
        text += random.pick(Self.endings)
    }

    private func appendAbbreviation(_ random: inout RandomStream, to text: inout [UInt8]) {
        let letters = Array("BCDGHKLMNPQSTVXABCHT".utf8)
        for _ in 0..<random.within(3...6) { text.append(random.pick(letters)) }
        if random.chance(0.15) { text += Array("Đ".utf8) }
    }

    /// A syllable with a letter too many or too few.
    private func appendTypingError(_ random: inout RandomStream, to text: inout [UInt8]) {
        let word = random.pick(syllables)
        let place = random.below(max(1, word.count))
        guard word[place] < 0x80 else {
            text += word
            text.append(word.last.map { $0 < 0x80 ? $0 : UInt8(ascii: "n") } ?? UInt8(ascii: "n"))
            return
        }
        text += word[..<place]
        if word.count < 3 || random.chance(0.6) {
            text.append(word[place])
            text.append(random.chance(0.5) ? word[place] : UInt8(ascii: "a") + UInt8(random.below(26)))
        }
        text += word[(place + 1)...]
    }
}

extension [UInt8] {
    /// Appends one decimal digit.
    @inline(__always) mutating func append(digit: Int) { append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)) }

    /// Appends random digits.
    mutating func appendDigits(_ count: Int, _ random: inout RandomStream) {
        for _ in 0..<count { append(digit: random.below(10)) }
    }

    /// Appends a whole number, with leading zeros up to `width`.
    mutating func append(number: Int, width: Int = 1) {
        var scale = 1
        var digits = 1
        while number / scale >= 10 {
            scale *= 10
            digits += 1
        }
        for _ in 0..<Swift.max(0, width - digits) { append(digit: 0) }
        while scale > 0 {
            append(digit: number / scale % 10)
            scale /= 10
        }
    }
}
