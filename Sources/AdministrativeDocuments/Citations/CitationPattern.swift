/// What the keys of citations are compared with: one key, or all that begin so.
public struct CitationPattern: Sendable, Hashable {
    /// A whole key of `Citation.key`, or its beginning.
    public var key: [UInt8]
    /// Whether every key that begins so is meant.
    public var isPrefix: Bool

    /// A pattern of a key or of its beginning.
    public init(key: [UInt8], isPrefix: Bool) {
        self.key = key
        self.isPrefix = isPrefix
    }

    /// Whether a citation's key is one of those meant.
    public func matches(_ key: some Collection<UInt8>) -> Bool {
        isPrefix ? key.starts(with: self.key) : key.elementsEqual(self.key)
    }
}
