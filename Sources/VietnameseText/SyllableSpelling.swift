/// Where the tone of an open `oa`, `oe` or `uy` is written; elsewhere the two styles agree.
public enum TonePlacement: Sendable {
    /// On the first vowel: `hòa`, `khỏe`, `thủy`.
    case traditional
    /// On the last vowel: `hoà`, `khoẻ`, `thuỷ`.
    case modern
}

/// Spells an exact key for people: the tone at its end is put on the vowel that carries it (`viêt` + dot: `việt`).
///
/// A key without a tone, or with more than one, is spelled as it stands. Lower case, as the key is. Linear.
public func spelling(ofExactKey key: String, placement: TonePlacement = .traditional) -> String {
    let maker = KeyMaker()
    var key = key
    return key.withUTF8 {
        String(decoding: maker.spell(UnsafeRawBufferPointer($0), placement: placement), as: UTF8.self)
    }
}

extension KeyMaker {
    /// A word with its one tone on the vowel that carries it, composed.
    func spell(_ word: UnsafeRawBufferPointer, placement: TonePlacement) -> [UInt8] {
        decompose(word, foldCase: false)
        if let tone = takeTone() {
            var place = toneVowel(placement) ?? points.count - 1
            place = min(place + 1, points.count)
            while place < points.count, isMark(points[place]) { place += 1 }
            points.insert(tone, at: place)
        }
        var bytes: [UInt8] = []
        compose(into: &bytes)
        return bytes
    }

    /// The index in `points` of the vowel that carries the tone of the first syllable with a vowel.
    private func toneVowel(_ placement: TonePlacement) -> Int? {
        // The vowels in a row, without the u of qu and the i of gi before a vowel, which belong to the onset.
        var letters = points.indices.filter { !isMark(points[$0]) }[...]
        while let first = letters.first, !isVowel(first) { letters.removeFirst() }
        guard let first = letters.first else { return nil }
        if first > 0, letters.count > 1, isVowel(letters[letters.startIndex + 1]) {
            let onset = points[first - 1]
            let isQu = (onset == 0x71 || onset == 0x51) && isBare(first, 0x75)
            let isGi = (onset == 0x67 || onset == 0x47) && isBare(first, 0x69)
            if isQu || isGi { letters.removeFirst() }
        }
        let vowels = letters.prefix { isVowel($0) }
        guard let start = vowels.first, let last = vowels.last else { return nil }
        if let marked = vowels.last(where: { $0 + 1 < points.count && Letters.isQuality(points[$0 + 1]) }) {
            return marked
        }
        if vowels.count == 1 { return start }
        let second = vowels[vowels.startIndex + 1]
        // Before a final consonant the last vowel carries it, before a glide the middle one.
        if vowels.count < letters.count, isLetter(letters[vowels.endIndex]) { return last }
        if vowels.count > 2 { return second }
        let isStyled =
            (isBare(start, 0x6F) && (isBare(second, 0x61) || isBare(second, 0x65)))
            || (isBare(start, 0x75) && isBare(second, 0x79))
        return isStyled && placement == .modern ? second : start
    }

    private func isVowel(_ index: Int) -> Bool {
        switch points[index] | 0x20 {
        case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: points[index] < 0x80
        default: false
        }
    }

    private func isLetter(_ index: Int) -> Bool {
        (0x61...0x7A).contains(points[index] | 0x20) && points[index] < 0x80
    }

    /// Whether a letter is the given small one, either case, with no mark on it.
    private func isBare(_ index: Int, _ letter: UInt32) -> Bool {
        points[index] | 0x20 == letter && !(index + 1 < points.count && isMark(points[index + 1]))
    }
}
