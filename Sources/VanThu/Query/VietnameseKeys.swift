internal import VietnameseText

/// Keys of single words, for tables written in plain Vietnamese.
enum VietnameseKeys {
    static func exact(_ word: String) -> String { exactKey(of: word) }
    static func folded(_ word: String) -> String { foldedKey(of: word) }
}
