/// Counts of 64-bit keys: open addressing, sixteen bytes a slot, no key of zero.
struct CountTable {
    private var keys: [UInt64]
    private var counts: [UInt32]
    private var mask: Int
    private(set) var count = 0
    /// Keys counted once so far.
    private(set) var seenOnce = 0

    init() {
        keys = Array(repeating: 0, count: 1 << 16)
        counts = Array(repeating: 0, count: 1 << 16)
        mask = keys.count - 1
    }

    /// Counts a key.
    @inline(__always) mutating func add(_ key: UInt64) {
        var slot = Self.slot(key, mask)
        while keys[slot] != key {
            if keys[slot] == 0 {
                keys[slot] = key
                counts[slot] = 1
                count += 1
                seenOnce += 1
                if count * 2 > keys.count { grow() }
                return
            }
            slot = (slot &+ 1) & mask
        }
        if counts[slot] == 1 { seenOnce -= 1 }
        counts[slot] &+= 1
    }

    /// The counts of all keys, in no order.
    var values: [UInt32] { counts.filter { $0 > 0 } }

    private static func slot(_ key: UInt64, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24) & mask
    }

    private mutating func grow() {
        let (oldKeys, oldCounts) = (keys, counts)
        keys = Array(repeating: 0, count: oldKeys.count * 2)
        counts = Array(repeating: 0, count: oldKeys.count * 2)
        mask = keys.count - 1
        for (index, key) in oldKeys.enumerated() where key != 0 {
            var slot = Self.slot(key, mask)
            while keys[slot] != 0 { slot = (slot + 1) & mask }
            keys[slot] = key
            counts[slot] = oldCounts[index]
        }
    }
}
