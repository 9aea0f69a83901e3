/// The deleted documents of one segment, a bit each.
///
/// A value: a writer changes its copy while readers keep theirs.
public struct DeletionSet: Equatable, Sendable {
    /// Number of documents in the segment.
    public let documents: Int
    /// Document `d` is bit `d % 64` of word `d / 64`; bits past the last document are 0.
    public private(set) var words: [UInt64]
    /// Number of deleted documents.
    public private(set) var count = 0

    /// No deletions among so many documents.
    public init(documents: Int) {
        self.documents = documents
        words = [UInt64](repeating: 0, count: (documents + 63) / 64)
    }

    /// Takes over words whose spare bits are 0.
    init(documents: Int, words: [UInt64]) {
        self.documents = documents
        self.words = words
        count = words.reduce(0) { $0 + $1.nonzeroBitCount }
    }

    /// Whether nothing is deleted.
    public var isEmpty: Bool { count == 0 }

    /// Whether a document is deleted.
    ///
    /// - Precondition: `document` is in `0..<documents`.
    public func contains(_ document: Int) -> Bool {
        precondition(document >= 0 && document < documents, "no such document in the segment")
        return words[document >> 6] >> UInt64(document & 63) & 1 == 1
    }

    /// Deletes a document.
    ///
    /// - Precondition: `document` is in `0..<documents`.
    /// - Returns: whether it was there still.
    @discardableResult
    public mutating func insert(_ document: Int) -> Bool {
        if contains(document) { return false }
        words[document >> 6] |= 1 << UInt64(document & 63)
        count += 1
        return true
    }

    /// Holds what must be true at all times; tests call it after every change.
    func checkInvariants() {
        precondition(words.count == (documents + 63) / 64)
        precondition(count == words.reduce(0) { $0 + $1.nonzeroBitCount })
        if let last = words.last, documents & 63 != 0 { precondition(last >> UInt64(documents & 63) == 0) }
    }
}
