/// A growing run of 32-bit integers, written through a pointer after one check.
struct IntegerLog: ~Copyable {
    private(set) var base: UnsafeMutablePointer<UInt32>
    private(set) var capacity: Int
    private(set) var count = 0

    init(capacity: Int = 1024) {
        self.capacity = max(capacity, 16)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    /// Makes room for `extra` more and returns where they begin.
    @inline(__always)
    mutating func reserve(_ extra: Int) -> UnsafeMutablePointer<UInt32> {
        if count + extra > capacity { grow(extra) }
        return base + count
    }

    /// Counts integers in that were written behind `reserve(_:)`.
    @inline(__always)
    mutating func advance(_ written: Int) { count += written }

    private mutating func grow(_ extra: Int) {
        let larger = max(capacity + capacity / 2, count + extra)
        let moved = UnsafeMutablePointer<UInt32>.allocate(capacity: larger)
        moved.update(from: base, count: count)
        base.deallocate()
        base = moved
        capacity = larger
    }

    @inline(__always)
    mutating func append(_ value: UInt32) {
        reserve(1)[0] = value
        count += 1
    }

    mutating func removeAll() { count = 0 }

    /// Gives the memory back, too.
    mutating func release() {
        base.deallocate()
        capacity = 1024
        base = .allocate(capacity: capacity)
        count = 0
    }
}
