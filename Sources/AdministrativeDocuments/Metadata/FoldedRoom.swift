/// Memory for folded text, which outlives the documents it is used for; one user at a time.
///
/// It is one thread's, and no access to it calls out: checks at run time for overlapping accesses would find nothing.
final class FoldedRoom {
    @exclusivity(unchecked) private(set) var keys: UnsafeMutablePointer<UInt8>
    @exclusivity(unchecked) private(set) var offsets: UnsafeMutablePointer<UInt32>
    @exclusivity(unchecked) private(set) var isCapital: UnsafeMutablePointer<Bool>
    @exclusivity(unchecked) private(set) var lines: UnsafeMutablePointer<FoldedLine>
    private var keyCapacity: Int
    private var lineCapacity: Int

    init(keys keyCapacity: Int = 1024) {
        let lineCapacity = keyCapacity / 16
        self.keyCapacity = keyCapacity
        self.lineCapacity = lineCapacity
        keys = .allocate(capacity: keyCapacity)
        offsets = .allocate(capacity: keyCapacity)
        isCapital = .allocate(capacity: keyCapacity)
        lines = .allocate(capacity: lineCapacity)
    }

    deinit {
        keys.deallocate()
        offsets.deallocate()
        isCapital.deallocate()
        lines.deallocate()
    }

    /// Makes room for so many keys and lines in all and keeps what is there; all its elements are trivial.
    func reserve(keys keyCount: Int, lines lineCount: Int) {
        if keyCount > keyCapacity {
            let capacity = max(keyCount, keyCapacity * 2)
            Self.grow(&keys, keyCapacity, to: capacity)
            Self.grow(&offsets, keyCapacity, to: capacity)
            Self.grow(&isCapital, keyCapacity, to: capacity)
            keyCapacity = capacity
        }
        if lineCount > lineCapacity {
            let capacity = max(lineCount, lineCapacity * 2)
            Self.grow(&lines, lineCapacity, to: capacity)
            lineCapacity = capacity
        }
    }

    private static func grow<Element>(_ place: inout UnsafeMutablePointer<Element>, _ count: Int, to capacity: Int) {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        larger.update(from: place, count: count)
        place.deallocate()
        place = larger
    }
}
