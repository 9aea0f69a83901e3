/// Agencies by their names written out, from lines in capitals and abbreviations.
///
/// One is for one thread: it remembers what it spelled, for agencies repeat.
struct AgencyNames {
    private var known: [String: String] = [:]
    private var agencies: [String: String?] = [:]

    private static let mostKnown = 4096

    /// The name in usual letters: `UBND TỈNH CÀ MAU` → `Ủy ban nhân dân tỉnh Cà Mau`.
    mutating func name(_ text: String) -> String {
        if let name = known[text] { return name }
        let name = Self.spelled(text)
        if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
        known[text] = name
        return name
    }

    /// The name where a text begins as an agency's does; nil for others.
    mutating func agency(_ text: String) -> String? {
        if let agency = agencies[text] { return agency }
        let agency = AgencyKinds.opens(text) ? name(text) : nil
        if agencies.count >= Self.mostKnown { agencies.removeAll(keepingCapacity: true) }
        agencies[text] = .some(agency)
        return agency
    }

    /// A word of a name: its letters folded, and as they are spelled, in small letters.
    private struct Word {
        var key: String
        var small: String
        var isCapital: Bool
        var mark: Character?
    }

    private static func words(_ text: String) -> [Word] {
        var words: [Word] = []
        var current = ""
        func close() {
            guard !current.isEmpty else { return }
            var small = current.lowercased()
            if small.unicodeScalars.contains("ð") { small = small.replacing("ð", with: "đ") }
            words.append(
                Word(key: PlaceNames.foldedName(current), small: small, isCapital: current.first?.isUppercase ?? false))
            current = ""
        }
        for character in text {
            if character.isLetter || character.isNumber || character == "&" || character == "'" || character == "’" {
                current.append(character)
            } else {
                close()
                switch character {
                case "-", "–", "—": words.append(Word(key: "-", small: "-", isCapital: false, mark: "-"))
                case ",": words.append(Word(key: ",", small: ",", isCapital: false, mark: ","))
                case "(", ")": words.append(Word(key: "", small: String(character), isCapital: false, mark: character))
                default: break
                }
            }
        }
        close()
        return words
    }

    /// Longest run of words that `AgencyWords` knows as one.
    private static let longestPhrase = 10

    /// Whether a single word is that of a name and not one that only folds to the same letters: `VIÊN` is not `Viện`.
    private static func isSpelled(_ word: Word, _ name: String) -> Bool {
        word.small == name.lowercased() || word.small == word.key || name.contains(" ")
    }

    static func spelled(_ text: String) -> String {
        let words = words(text)
        var result = ""
        var at = 0
        var isInPlace = false
        var isAfterKind = true
        func append(_ word: String) {
            if !result.isEmpty, word != ",", word != ")", !result.hasSuffix("(") { result += " " }
            result += word
        }
        outer: while at < words.count {
            if let mark = words[at].mark {
                append(String(mark))
                isInPlace = false
                isAfterKind = mark != ","
                at += 1
                continue
            }
            let longest = AgencyWords.longest[words[at].key] ?? 1
            for length in stride(from: min(longestPhrase, words.count - at), through: 1, by: -1) {
                let slice = words[at..<at + length]
                guard slice.last?.mark == nil, slice.count(where: { $0.mark == nil }) <= longest else { continue }
                var key = ""
                for word in slice where word.mark == nil { key += key.isEmpty ? word.key : " " + word.key }
                if let phrase = AgencyWords.phrases[key],
                    length > 1 || isSpelled(words[at], phrase.name),
                    isAfterKind || !phrase.isKind && !phrase.isField
                {
                    let opens = isAfterKind && !isInPlace
                    append(opens ? phrase.name.prefix(1).uppercased() + phrase.name.dropFirst() : phrase.name)
                    isAfterKind = phrase.isKind
                    isInPlace = false
                    at += length
                    continue outer
                }
                if let place = AgencyWords.placeKinds[key], at + length < words.count || at > 0,
                    length > 1 || key == "tp" || words[at].small == place
                {
                    append(result.isEmpty ? place.prefix(1).uppercased() + place.dropFirst() : place)
                    isInPlace = true
                    at += length
                    continue outer
                }
                if length > 1, let province = PlaceNames.province(key), isInPlace || !AgencyWords.isAlsoWord(key) {
                    append(province)
                    isInPlace = false
                    isAfterKind = false
                    at += length
                    continue outer
                }
            }
            let word = words[at]
            if AgencyWords.isAbbreviation(word.key) {
                append(word.small.uppercased())
            } else if isInPlace || isAfterKind {
                append(word.small.prefix(1).uppercased() + word.small.dropFirst())
            } else {
                append(word.small)
            }
            isAfterKind = false
            at += 1
        }
        return result
    }
}
