/// A paragraph, or a part of one that a mark may open.
struct OutlineBlock {
    /// Offset of its first byte.
    var start: Int
    /// Offset behind its last byte.
    var end: Int
    /// The mark it opens with, as an index; -1 for none.
    var mark: Int32 = -1
    var traits: Traits = []

    struct Traits: OptionSet {
        let rawValue: UInt16
        /// Where its mark is none, it is a part of the paragraph before.
        static let joinsPrevious = Traits(rawValue: 1)
        /// The wrap before it is surely one.
        static let isWrapped = Traits(rawValue: 2)
        /// Quotation marks of an amendment surely hold it.
        static let isQuoted = Traits(rawValue: 4)
        /// Quotation marks may hold it, or it opens with one.
        static let mayBeQuoted = Traits(rawValue: 8)
        /// It opens a list of recipients or a signature.
        static let opensBoilerplate = Traits(rawValue: 16)
        /// All in capitals.
        static let isCapitals = Traits(rawValue: 32)
        /// `(Ban hành kèm theo …)`.
        static let isIssueNote = Traits(rawValue: 64)
        /// `QUY CHẾ` and other names of what is issued with a decision, in capitals.
        static let isAttachmentTitle = Traits(rawValue: 128)
        /// The head of a table's first column: `STT`.
        static let opensTable = Traits(rawValue: 256)
        /// The line before breaks off where a mention goes on: `tại khoản 4`.
        static let isMentioned = Traits(rawValue: 512)
        /// The paragraph before announces an amendment's words: `Điều 5 được sửa đổi như sau:`.
        static let isAnnounced = Traits(rawValue: 4096)
        static let isBoilerplate = Traits(rawValue: 1024)
        /// It stands in a table of contents.
        static let isContents = Traits(rawValue: 2048)
    }
}
