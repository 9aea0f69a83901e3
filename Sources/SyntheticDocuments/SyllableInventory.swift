/// The syllables that Vietnamese may have: onset, rime and tone, by the rules of its spelling.
///
/// Rimes that end in p, t, c or ch take only the acute and the dot below. `k`, `gh` and `ngh` stand before e, ê, i, y;
/// `c`, `g` and `ng` elsewhere; `q` before u. About six thousand of those that the rules allow are in use.
enum SyllableInventory {
    private static let onsets = [
        "", "b", "c", "ch", "d", "đ", "g", "gi", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "r", "s", "t", "th",
        "tr", "v", "x",
    ]

    /// Rimes with the place of the letter that carries the tone.
    private static let rimes: [(text: String, carrier: Int)] = [
        ("a", 0), ("ac", 0), ("ach", 0), ("ai", 0), ("am", 0), ("an", 0), ("ang", 0), ("anh", 0), ("ao", 0), ("ap", 0),
        ("at", 0), ("au", 0), ("ay", 0), ("ăc", 0), ("ăm", 0), ("ăn", 0), ("ăng", 0), ("ăp", 0), ("ăt", 0), ("âc", 0),
        ("âm", 0), ("ân", 0), ("âng", 0), ("âp", 0), ("ât", 0), ("âu", 0), ("ây", 0), ("e", 0), ("ec", 0), ("em", 0),
        ("en", 0), ("eng", 0), ("eo", 0), ("ep", 0), ("et", 0), ("ê", 0), ("êch", 0), ("êm", 0), ("ên", 0), ("ênh", 0),
        ("êp", 0), ("êt", 0), ("êu", 0), ("i", 0), ("ia", 0), ("ich", 0), ("iêc", 1), ("iêm", 1), ("iên", 1),
        ("iêng", 1), ("iêp", 1), ("iêt", 1), ("iêu", 1), ("im", 0), ("in", 0), ("inh", 0), ("ip", 0), ("it", 0),
        ("iu", 0), ("o", 0), ("oa", 0), ("oac", 1), ("oach", 1), ("oai", 1), ("oan", 1), ("oang", 1), ("oanh", 1),
        ("oat", 1), ("oay", 1), ("oc", 0), ("oe", 0), ("oi", 0), ("om", 0), ("on", 0), ("ong", 0), ("op", 0),
        ("ot", 0), ("ô", 0), ("ôc", 0), ("ôi", 0), ("ôm", 0), ("ôn", 0), ("ông", 0), ("ôp", 0), ("ôt", 0), ("ơ", 0),
        ("ơi", 0), ("ơm", 0), ("ơn", 0), ("ơp", 0), ("ơt", 0), ("u", 0), ("ua", 0), ("uân", 1), ("uât", 1), ("uê", 1),
        ("uc", 0), ("ui", 0), ("um", 0), ("un", 0), ("ung", 0), ("uôc", 1), ("uôi", 1), ("uôm", 1), ("uôn", 1),
        ("uông", 1), ("uôt", 1), ("up", 0), ("ut", 0), ("uy", 0), ("uyên", 2), ("uyêt", 2), ("ư", 0), ("ưa", 0),
        ("ưc", 0), ("ưi", 0), ("ưng", 0), ("ươc", 1), ("ươi", 1), ("ươm", 1), ("ươn", 1), ("ương", 1), ("ươp", 1),
        ("ươt", 1), ("ưt", 0), ("ưu", 0), ("y", 0), ("yêm", 1), ("yên", 1), ("yêt", 1), ("yêu", 1),
    ]

    /// All syllables the rules give, in an order of their own that looks like none.
    static func all() -> [String] {
        let toned = Dictionary(uniqueKeysWithValues: LetterForms.vowels.map { ($0[0], $0) })
        var found: Set<String> = []
        for onset in onsets {
            for rime in rimes where allows(onset, rime.text) {
                let letters = Array(rime.text)
                let isStopped = ["p", "t", "c"].contains(letters[letters.count - 1]) || rime.text.hasSuffix("ch")
                for tone in isStopped ? [2, 5] : [0, 1, 2, 3, 4, 5] {
                    var word = letters
                    if let forms = toned[letters[rime.carrier]] { word[rime.carrier] = forms[tone] }
                    found.insert(spelled(onset, String(word), rime.text))
                }
            }
        }
        return found.map { ($0, order($0)) }.sorted { $0.1 != $1.1 ? $0.1 < $1.1 : $0.0 < $1.0 }.map(\.0)
    }

    private static func allows(_ onset: String, _ rime: String) -> Bool {
        let isGlided = ["oa", "oe", "uâ", "uê", "uy"].contains { rime.hasPrefix($0) }
        if onset == "qu" { return !["o", "ô", "u", "ư", "ơ"].contains(where: { rime.hasPrefix($0) }) }
        if onset == "gi" { return !rime.hasPrefix("i") && !rime.hasPrefix("y") && !isGlided }
        if rime.hasPrefix("yê") { return onset.isEmpty }
        if isGlided { return !["b", "m", "ph", "v", "g"].contains(onset) }
        return true
    }

    private static func spelled(_ onset: String, _ toned: String, _ rime: String) -> String {
        let isFront = rime.first.map { "eêiy".contains($0) } ?? false
        let head = isFront ? ["c": "k", "g": "gh", "ng": "ngh"][onset] ?? onset : onset
        return head + toned
    }

    private static func order(_ word: String) -> UInt64 {
        word.utf8.reduce(1469) { Hashing.mixed($0, UInt64($1)) }
    }
}
