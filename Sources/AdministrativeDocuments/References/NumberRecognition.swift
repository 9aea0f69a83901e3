/// Reads a number whose canonical spelling differs from its word: `18.015`, `64,1`, `05`, `5.000m²`.
///
/// A full stop groups thousands and a comma is the decimal mark; commas that group thousands more than once
/// (`1,234,567`) are taken for grouping too. `1.1` and `1.2.3` are headings, and `10h30` is a time: no numbers.
enum NumberRecognition {
    /// Units that may be glued to plain digits; behind a grouped number any letters are a unit.
    private static let units: [StaticString] = [
        "m", "km", "cm", "mm", "ha", "kg", "mg", "ml", "kw", "kwh", "kv", "mw", "mva", "usd", "vnd", "dong", "tan",
        "ty",
    ]

    /// The canonical number of the token, nil where it is no number or the token says it already.
    static func number(at index: Int, _ reader: TokenReader, key: inout [UInt8]) -> Reference? {
        let word = reader.word(index)
        key.removeAll(keepingCapacity: true)
        var at = 0
        func digits(from start: Int) -> Int {
            var end = start
            while end < word.count, word[end] &- 0x30 < 10 { end += 1 }
            return end - start
        }
        let whole = digits(from: 0)
        guard whole > 0 else { return nil }
        at = whole
        var isChanged = false
        var isGrouped = false
        for byte in word[..<at] { key.append(byte) }
        // Groups of three behind one to three digits that do not open with zero.
        let separator: UInt8 = at < word.count ? word[at] : 0
        if whole <= 3, word[0] != 0x30, separator == 0x2E || separator == 0x2C {
            var place = at
            var groups = 0
            while place < word.count, word[place] == separator, digits(from: place + 1) == 3 {
                place += 4
                groups += 1
            }
            // One comma with three digits behind it is a decimal fraction.
            if groups > 0, separator == 0x2E || groups > 1 {
                for byte in word[at..<place] where byte != separator { key.append(byte) }
                at = place
                isChanged = true
                isGrouped = true
            }
        }
        if at < word.count, word[at] == 0x2C || (isGrouped && separator == 0x2C && word[at] == 0x2E) {
            let fraction = digits(from: at + 1)
            guard fraction > 0 else { return nil }
            key.append(0x2E)
            for byte in word[(at + 1)..<(at + 1 + fraction)] { key.append(byte) }
            at += 1 + fraction
            isChanged = true
        }
        let numberEnd = at
        if at < word.count {
            guard word[at] != 0x2E, word[at] != 0x2C else { return nil }
            let unit = UnsafeRawBufferPointer(rebasing: word[at...])
            let isUnit =
                isChanged
                ? !unit.contains(where: { $0 &- 0x30 < 10 })
                : units.contains(where: { FoldedWord.matches(unit, $0) })
            guard isUnit else { return nil }
            isChanged = true
        }
        // Leading zeros of short numbers only: a longer run that opens with zero is a telephone number or a code.
        if key.first == 0x30, whole > 1 {
            guard whole <= 4 else { return nil }
            let zeros = min(key.prefix { $0 == 0x30 }.count, whole - 1)
            key.removeFirst(zeros)
            isChanged = true
        }
        guard isChanged else { return nil }
        let start = reader.range(index).lowerBound
        return Reference(
            kind: .number, key: Array(key), start: start, end: start + numberEnd, firstToken: index, tokenCount: 1)
    }
}
