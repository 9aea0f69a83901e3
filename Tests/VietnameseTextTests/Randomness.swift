/// A small generator (SplitMix64) with a known seed, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Writes random texts that mix what real ones hold with what none does.
struct RandomText {
    var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    private static let pieces: [String] = [
        "Nguyễn", "ủy", "ban", "nhân", "dân", "Đường", "ðiều", "QÐ", "e\u{301}\u{302}", "ê\u{301}", "nga\u{303}", "TTg",
        "15", "2020", "0", "a", "Z", "th", "_", "__", ".", ",", ":", ";", "'", "\"", "’", "‘", "/", "-", "–", "…",
        "......",
        " ", " ", " ", " ", "\n", "\r\n", "\t", "\u{A0}", "\u{202F}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{AD}",
        "\u{FEFF}", "\u{301}", "\u{323}", "×", "÷", "²", "º", "ª", "µ", "·", "₫", "≥", "\u{2024}", "\u{2027}",
        "\u{203F}",
        "א", "ב", "中文", "ไทย", "カタ", "Привет", "😀", "👩‍👩‍👧", "🇻🇳", "\u{0}", "@", "m²", "ﬁ", "Ω", "\u{345}", "\u{34F}",
    ]

    /// A text of about `count` pieces; `ordinary` of ten are from the list above, the others random code points and bytes.
    mutating func bytes(pieces count: Int, ordinary: Int) -> [UInt8] {
        var text: [UInt8] = []
        for _ in 0..<count {
            let die = Int.random(in: 0..<10, using: &random)
            if die < ordinary {
                text += Array((Self.pieces.randomElement(using: &random) ?? "").utf8)
            } else if die == 9 {
                text.append(UInt8.random(in: 0...255, using: &random))
            } else {
                text += Array(String(scalar()).utf8)
            }
        }
        return text
    }

    private mutating func scalar() -> Unicode.Scalar {
        let limits: [UInt32] = [0x80, 0x250, 0x370, 0x700, 0x2100, 0xFFFF, 0x1FFFF, 0x10FFFF]
        while true {
            let limit = limits.randomElement(using: &random) ?? 0x80
            let from = limit == 0x2100 ? 0x1DC0 : UInt32(0)
            if let scalar = Unicode.Scalar(UInt32.random(in: from...limit, using: &random)) { return scalar }
        }
    }
}
