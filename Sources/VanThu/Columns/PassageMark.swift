/// A term of a passage that no text holds: what filters on passages are answered by.
///
/// Its key begins with a control character, which no token's key does, so words, prefixes and misspelt words never meet it.
enum PassageMark {
    /// The passage holds something of the article (Điều) with this number, `7` or `2a`.
    static func article(_ number: some Sequence<UInt8>) -> [UInt8] { [articleMark] + Array(number) }
    /// The passage mentions the document of this citation key.
    static func citation(_ key: some Sequence<UInt8>) -> [UInt8] { [citationMark] + Array(key) }
    /// Writes such a term's key in place of what `key` holds.
    static func write(_ mark: UInt8, _ value: some Sequence<UInt8>, to key: inout [UInt8]) {
        key.removeAll(keepingCapacity: true)
        key.append(mark)
        key.append(contentsOf: value)
    }

    /// What the keys of all citations begin with.
    static let citationMark: UInt8 = 0x02
    /// The same of articles.
    static let articleMark: UInt8 = 0x01
    /// The same of the numbers that documents bear.
    static let ownNumberMark: UInt8 = 0x03
    /// The passage is the first of the document that bears this number, by its canonical key.
    static func ownNumber(_ key: some Sequence<UInt8>) -> [UInt8] { [ownNumberMark] + Array(key) }
}
