/// What is made, beside the model it is made like.
public struct GenerationSettings: Sendable, Equatable {
    /// Documents of another seed have nothing in common but the model.
    public var seed: UInt64 = 1
    /// The share of documents in the shape of real files: wraps, lost heads, mixed normal forms, errors of recognition.
    public var messyShare: Double = 0.33
    /// The median length of documents in bytes, before what their kinds add and take away.
    public var medianBytes: Double = 30_000
    /// How far lengths spread: the standard deviation of their natural logarithm.
    ///
    /// Measured on 8,531 public legal texts: median 30 kB, mean 53 kB, the tenth of longest ones over 118 kB, 3.8 MB at
    /// most; their logarithms are normal with a deviation of 1.03.
    public var lengthSpread: Double = 1
    /// The longest a document gets, in bytes, but for its last lines.
    public var maximumBytes = 4_000_000

    /// The default settings.
    public init(seed: UInt64 = 1, messyShare: Double = 0.33) {
        self.seed = seed
        self.messyShare = messyShare
    }
}
