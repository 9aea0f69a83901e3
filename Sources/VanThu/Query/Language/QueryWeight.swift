/// Weights, `^2`, `^0.5`: how they are read and printed.
enum QueryWeight {
    /// The weight that stands behind `^`, and where it ends; a comma may be the decimal mark.
    static func read(_ text: QueryText, _ at: Int, _ limit: Int) -> (Double, Int)? {
        var figures = ""
        var end = at + 1
        var decimals: Int?
        while end < limit {
            let scalar = text.scalars[end]
            if QueryText.isDigit(scalar) {
                figures.unicodeScalars.append(scalar)
                decimals = decimals.map { $0 + 1 }
            } else if scalar == "." || scalar == ",", decimals == nil, !figures.isEmpty, end + 1 < limit,
                QueryText.isDigit(text.scalars[end + 1])
            {
                figures.append(".")
                decimals = 0
            } else {
                break
            }
            end += 1
            if figures.utf8.count > 7 { return nil }
        }
        guard let weight = Double(figures), isPrintable(weight), decimals ?? 0 <= 3 else { return nil }
        return (weight, end)
    }

    /// Whether a weight is one that can be written.
    static func isPrintable(_ weight: Double) -> Bool { weight >= 0.001 && weight < 1_000 }

    /// The weight as it is written: `2`, `0.5`.
    static func printed(_ weight: Double) -> String {
        let whole = Int(exactly: weight)
        return whole.map(String.init) ?? "\(weight)"
    }

    /// Whether `^` behind a word can be a weight: not in `10^6`, `m^2`, `cm^3`.
    static func isPossible(on word: Range<Int>, of text: QueryText) -> Bool {
        guard text.hasLetter(word) else { return false }
        return !units.contains(text.string(word))
    }

    private static let units: Set<String> = ["m", "dm", "cm", "mm", "km"]
}
