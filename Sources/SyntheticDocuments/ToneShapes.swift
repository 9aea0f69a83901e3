/// The shapes that vowels with tones take in files: decomposed, displaced, misread.
enum ToneShapes {
    /// A vowel with a tone, as its bytes make a number.
    private struct Letter {
        /// The vowel without its tone, and with neither tone nor quality mark.
        var toneless: [UInt8]
        var base: [UInt8]
        /// The quality mark, if the vowel has one that stands apart when decomposed.
        var quality: [UInt8]
        var tone: [UInt8]
        var toneRow: Int
        var vowelRow: Int
        var isCapital: Bool
    }

    /// By code point.
    private static let letters: [UInt32: Letter] = {
        let qualities: [Character: (base: String, mark: String)] = [
            "ă": ("a", "\u{0306}"), "â": ("a", "\u{0302}"), "ê": ("e", "\u{0302}"), "ô": ("o", "\u{0302}"),
            "ơ": ("o", "\u{031B}"),
            "ư": ("u", "\u{031B}"),
        ]
        var found: [UInt32: Letter] = [:]
        for (vowelRow, row) in LetterForms.vowels.enumerated() {
            let quality = qualities[row[0]]
            for (toneRow, small) in row.enumerated() where toneRow > 0 || quality != nil {
                for isCapital in [false, true] {
                    let shape = { (text: String) in Array((isCapital ? text.uppercased() : text).utf8) }
                    guard let scalar = (isCapital ? small.uppercased() : String(small)).unicodeScalars.first else {
                        continue
                    }
                    found[scalar.value] = Letter(
                        toneless: shape(String(row[0])), base: shape(quality?.base ?? String(row[0])),
                        quality: Array((quality?.mark ?? "").utf8),
                        tone: toneRow == 0 ? [] : Array(String(LetterForms.toneMarks[toneRow - 1]).utf8),
                        toneRow: toneRow,
                        vowelRow: vowelRow, isCapital: isCapital)
                }
            }
        }
        return found
    }()

    private static let table: [Letter?] = (0..<0x2000).map { letters[$0] }

    /// Whether a byte can begin a letter with a mark: all of them are in these blocks.
    @inline(__always) private static func mayMark(_ byte: UInt8) -> Bool {
        byte == 0xC3 || byte == 0xE1 || byte & 0xFC == 0xC4
    }

    @inline(__always) private static func letter(_ text: [UInt8], _ at: Int) -> Letter? {
        guard mayMark(text[at]) else { return nil }
        let code =
            text[at] == 0xE1
            ? UInt32(text[at] & 0x0F) << 12 | UInt32(text[at + 1] & 0x3F) << 6 | UInt32(text[at + 2] & 0x3F)
            : UInt32(text[at] & 0x1F) << 6 | UInt32(text[at + 1] & 0x3F)
        return table[Int(code)]
    }

    /// Walks over a text and lets `replace` write something else for a letter with marks; it says whether it did.
    private static func rewritten(
        _ text: [UInt8], _ replace: (Letter, _ at: Int, _ length: Int, inout [UInt8]) -> Int?
    ) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count + text.count / 8)
        var at = 0
        while at < text.count {
            let length = LetterForms.length(text[at])
            if let letter = letter(text, at), let taken = replace(letter, at, length, &output) {
                at += taken
                continue
            }
            for offset in at..<min(text.count, at + length) { output.append(text[offset]) }
            at += length
        }
        return output
    }

    /// Letters and marks apart in about half of the paragraphs: canonical, with the composed quality mark, or the tone first.
    static func decomposed(_ text: [UInt8], _ random: inout RandomStream) -> [UInt8] {
        let shape = random.below(3)
        var isOn = true
        var last = 0
        return rewritten(text) { letter, at, length, output in
            if at - last > 2_000 {
                last = at
                isOn = random.chance(0.5)
            }
            guard isOn else { return nil }
            switch shape {
            // Combining classes: the horn (216) and the dot below (220) stand before the marks above (230).
            case 0:
                let dotFirst = letter.toneRow == 5 && letter.quality != Array("\u{031B}".utf8)
                output += letter.base + (dotFirst ? letter.tone + letter.quality : letter.quality + letter.tone)
            case 1: output += letter.toneless + letter.tone
            default: output += letter.base + letter.tone + letter.quality
            }
            return length
        }
    }

    /// `òa`, `òe`, `ùy` as `oà`, `oè`, `uỳ` in about a third of the words, where no letter follows.
    static func displaced(_ text: [UInt8], _ random: inout RandomStream) -> [UInt8] {
        rewritten(text) { letter, at, length, output in
            let next = at + length
            guard letter.toneRow > 0, letter.vowelRow == 6 || letter.vowelRow == 9, next < text.count else {
                return nil
            }
            let follower = text[next] | 0x20
            let fits = letter.vowelRow == 6 ? follower == 0x61 || follower == 0x65 : follower == 0x79
            // A letter behind would make it another rime.
            guard fits, next + 1 >= text.count || text[next + 1] < 0x41, random.chance(0.35) else { return nil }
            guard let row = LetterForms.vowels.first(where: { $0[0] == Character(Unicode.Scalar(follower)) }) else {
                return nil
            }
            let moved = String(row[letter.toneRow])
            output += letter.toneless
            output += (text[next] & 0x20 == 0 ? moved.uppercased() : moved).utf8
            return length + 1
        }
    }

    /// Accents lost by recognition on about one letter in forty: the tone, or all of it.
    static func misread(_ text: [UInt8], _ random: inout RandomStream) -> [UInt8] {
        rewritten(text) { letter, _, length, output in
            guard random.next() & 0xFFFF < 1_600 else { return nil }
            output += random.chance(0.6) ? letter.toneless : letter.base
            return length
        }
    }
}
