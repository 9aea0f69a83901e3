import Glibc

/// How documents are added to an index.
public struct IndexingOptions: Equatable, Sendable {
    /// What documents are cut into; fixed for an index by its first commit.
    public var unit: IndexUnit
    /// The number of threads that analyse; at least 1.
    public var threads: Int
    /// The memory to stay within while indexing, in bytes.
    public var memoryBytes: Int
    /// Whether invalid UTF-8 is read with replacement characters instead of leaving its document out.
    public var lenient: Bool

    /// Options that differ from the defaults where named.
    public init(
        unit: IndexUnit = .passages, threads: Int = IndexingOptions.availableProcessors,
        memoryBytes: Int = 512 << 20, lenient: Bool = false
    ) {
        self.unit = unit
        self.threads = threads
        self.memoryBytes = memoryBytes
        self.lenient = lenient
    }

    /// The number of processors that are online, at least 1.
    public static var availableProcessors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
