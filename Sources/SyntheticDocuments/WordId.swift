/// Words by number: those that stand for something to be filled in come first, learnt ones follow, and those of the open
/// vocabulary have the top bit and their rank.
enum WordId {
    /// The end of a paragraph.
    static let end: UInt32 = 0
    /// A word of the open vocabulary, not drawn yet.
    static let open: UInt32 = 1
    /// A number of any size.
    static let number: UInt32 = 2
    /// `Quyết định số 15/2020/QĐ-TTg ngày 23 tháng 6 năm 2020 của …`.
    static let citation: UInt32 = 3
    /// `15/2020/QĐ-TTg`.
    static let citedNumber: UInt32 = 4
    /// `ngày 23 tháng 6 năm 2020`.
    static let date: UInt32 = 5
    /// `23/6/2020`.
    static let shortDate: UInt32 = 6
    /// `Sóc Trăng`.
    static let province: UInt32 = 7
    /// `Tân Phú`, a district or village.
    static let locality: UInt32 = 8
    /// `Nguyễn Văn An`.
    static let person: UInt32 = 9
    /// The first learnt word.
    static let firstLearnt: UInt32 = 16
    /// Set in words of the open vocabulary.
    static let openBit: UInt32 = 0x8000_0000
}

/// What a learnt word is.
struct WordInfo {
    var start: UInt32
    var length: UInt16
    /// Holds a digit: its digits are drawn anew where it recurs.
    var isNumber: Bool
    /// Its share of the words drawn.
    var share: Float
    /// How many words follow it about equally often; more follow the frequent ones.
    var spread: Float
    /// The share of documents whose vocabulary it belongs to, of 65,535; all of them at the most.
    var activity: UInt16 = .max
    /// The word without its capital.
    var plain: UInt32 = 0
    var firstPlace: UInt32
    var placeCount: UInt32
}
