/// Phrases that make a question a question, and say nothing of what is asked about.
///
/// Dropping them was worth +0.003 nDCG@10 with pairs and +0.036 without, on 3,464 judged questions (public questions of a law competition).
/// They are only looked for in something that reads as a question: of eight words or more.
enum QuestionPhrases {
    /// The shortest query in which they are dropped, in words.
    static let shortestQuestion = 8

    private static let phrases: [[String]] = [
        "như thế nào", "thế nào", "ra sao", "là gì", "những gì", "bao nhiêu", "bao lâu", "khi nào", "được quy định",
        "theo quy định", "quy định", "hay không", "có được", "được không", "có phải", "phải không", "đúng không",
        "hiện nay", "là ai", "vì sao", "tại sao", "thì có", "được hiểu", "bao gồm", "gồm những", "trong trường hợp nào",
        "nào", "gì", "không", "mới nhất",
    ].map { $0.split(separator: " ").map(String.init) }

    private static let byFirstExact = table { Array(VietnameseKeys.exact($0).utf8) }
    private static let byFirstFolded = table { Array(VietnameseKeys.folded($0).utf8) }

    private static func table(_ key: (String) -> [UInt8]) -> [[UInt8]: [[[UInt8]]]] {
        var table: [[UInt8]: [[[UInt8]]]] = [:]
        for phrase in phrases {
            let keys = phrase.map(key)
            table[keys[0], default: []].append(keys)
        }
        return table
    }

    /// Which words belong to such a phrase.
    ///
    /// A question without any diacritics is compared by base letters.
    static func dropped(_ words: [(exact: [UInt8], folded: [UInt8])]) -> [Bool] {
        var dropped = [Bool](repeating: false, count: words.count)
        guard words.count >= shortestQuestion else { return dropped }
        let isBare = words.allSatisfy { $0.exact == $0.folded }
        let table = isBare ? byFirstFolded : byFirstExact
        let keys = words.map { isBare ? $0.folded : $0.exact }
        for at in keys.indices {
            for phrase in table[keys[at]] ?? [] where at + phrase.count <= keys.count {
                if Array(keys[at..<at + phrase.count]) == phrase {
                    for index in at..<at + phrase.count { dropped[index] = true }
                }
            }
        }
        return dropped
    }
}
