/// Finds byte strings of an arena by what they hold: open addressing over their numbers, nothing allocated to look one up.
///
/// The hash is seeded anew for each table, so that nobody can write texts that collide.
struct StringNumbers {
    /// The upper half of the hash, and the number plus one; 0 where a slot is free.
    private var slots: [UInt64] = []
    private var count = 0
    private let seed = UInt64.random(in: .min ... .max)
    private let factor = UInt64.random(in: .min ... .max) | 1

    init() {}

    var memoryBytes: Int { slots.capacity * 8 }

    /// The number of a string in its arena, to which it is added if it is new.
    mutating func number(
        of string: UnsafeRawBufferPointer, in arena: inout StringArena
    ) -> (number: UInt32, isNew: Bool) {
        // At most half full.
        if count * 2 >= slots.count { grow(arena) }
        let hash = hash(string)
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let entry = slots[slot]
            if entry >> 32 == hash >> 32 {
                let number = UInt32(truncatingIfNeeded: entry) - 1
                if arena.holds(string, number) { return (number, false) }
            }
            slot = (slot + 1) & mask
        }
        let number = arena.append(string)
        slots[slot] = (hash & ~0xFFFF_FFFF) | UInt64(number + 1)
        count += 1
        return (number, true)
    }

    private mutating func grow(_ arena: StringArena) {
        var larger = [UInt64](repeating: 0, count: max(64, slots.count * 2))
        let mask = larger.count - 1
        for entry in slots where entry != 0 {
            let hash = arena.withBytes(UInt32(truncatingIfNeeded: entry) - 1, hash)
            var slot = Int(truncatingIfNeeded: hash) & mask
            while larger[slot] != 0 { slot = (slot + 1) & mask }
            larger[slot] = entry
        }
        slots = larger
    }

    private func hash(_ string: UnsafeRawBufferPointer) -> UInt64 {
        var hash = mixed(seed ^ UInt64(truncatingIfNeeded: string.count))
        var at = 0
        while at + 8 <= string.count {
            hash = mixed(hash ^ string.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            at += 8
        }
        guard at < string.count else { return hash }
        var rest: UInt64 = 0
        while at < string.count {
            rest = rest << 8 | UInt64(string[at])
            at += 1
        }
        return mixed(hash ^ rest)
    }

    @inline(__always)
    private func mixed(_ value: UInt64) -> UInt64 {
        let (high, low) = value.multipliedFullWidth(by: factor)
        return (high ^ low) &+ seed
    }
}
