/// A text as a terminal or page shows it: characters that readers see as one, runs of white space as one space.
struct DisplayText {
    struct Unit {
        var character: Character
        /// Which of the highlights it belongs to.
        var match: Int?
        /// Where it stands, in the text's own indices.
        var bytes: Range<Int>
        /// The line ends that a space stands for.
        var lineEnds = 0

        var isSpace: Bool { character == " " }
    }

    private(set) var units: [Unit] = []
    /// What each highlight says, in lower case: two highlights of one key tell the reader nothing new.
    private(set) var keys: [String] = []
    /// Where each highlight stands among the units; a highlight of nothing visible is empty.
    private(set) var ranges: [Range<Int>] = []
    /// What was read.
    let text: ArraySlice<UInt8>

    /// Reads `text`; `highlights` are rising ranges of its own indices.
    init(_ text: ArraySlice<UInt8>, highlights: [Range<Int>]) {
        self.text = text
        var first = [Int?](repeating: nil, count: highlights.count)
        var behind = [Int](repeating: 0, count: highlights.count)
        var words = [String](repeating: "", count: highlights.count)
        var at = text.startIndex
        var next = 0
        for character in Self.string(text) {
            let end = at + character.utf8.count
            defer { at = end }
            while next < highlights.count, highlights[next].upperBound <= at { next += 1 }
            let match = next < highlights.count && highlights[next].lowerBound < end ? next : nil
            if Self.isBlank(character) {
                appendSpace(match: match, isLineEnd: character.isNewline, at..<end)
            } else {
                units.append(Unit(character: character, match: match, bytes: at..<end))
                if let match {
                    words[match].append(character)
                    first[match] = first[match] ?? units.count - 1
                    behind[match] = units.count
                }
            }
        }
        if units.last?.isSpace == true { units.removeLast() }
        keys = words.map { $0.lowercased() }
        ranges = zip(first, behind).map { lower, upper in lower.map { $0..<upper } ?? 0..<0 }
    }

    private mutating func appendSpace(match: Int?, isLineEnd: Bool, _ bytes: Range<Int>) {
        guard let last = units.last else { return }
        if !last.isSpace {
            units.append(Unit(character: " ", match: match, bytes: bytes))
        } else if match != last.match {
            units[units.count - 1].match = nil
        }
        units[units.count - 1].bytes = units[units.count - 1].bytes.lowerBound..<bytes.upperBound
        if isLineEnd { units[units.count - 1].lineEnds += 1 }
    }

    /// Whether a character shows as a space: white space, and what could steer a terminal or turn the text's direction.
    private static func isBlank(_ character: Character) -> Bool {
        if character.isWhitespace { return true }
        return character.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
            default: false
            }
        }
    }

    /// The bytes as a string of the same length: each that is not UTF-8 becomes `?`.
    private static func string(_ bytes: ArraySlice<UInt8>) -> String {
        if let valid = String(validating: bytes, as: UTF8.self) { return valid }
        var repaired: [UInt8] = []
        repaired.reserveCapacity(bytes.count)
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let encoded): repaired += encoded
            case .error(let length): repaired += [UInt8](repeating: UInt8(ascii: "?"), count: length)
            case .emptyInput: return String(decoding: repaired, as: UTF8.self)
            }
        }
    }
}
