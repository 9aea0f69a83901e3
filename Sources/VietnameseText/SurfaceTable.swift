import CTextKernels

/// The distinct surface forms seen so far: raw bytes to id by open addressing, id to bytes, keys and traits.
///
/// A form of at most 16 bytes stands in its slot as two words; a longer one is compared in the arena. Ids rise from 0 in
/// the order of first sight. Memory is raw, owned here and freed with the table.
struct SurfaceTable: ~Copyable {
    /// One slot of the hash table, 24 bytes.
    ///
    /// Free while `low` and `high` are 0, which no form is.
    struct Slot {
        /// The form's first eight bytes, or a long form's hash.
        var low: UInt64
        /// Its next eight bytes, or for a long form its length under `longMark`.
        var high: UInt64
        var id: UInt32
    }

    /// Where a form's bytes and keys stand in the arena, one after the other.
    struct Record {
        var offset: Int
        var surfaceLength: UInt32
        var exactLength: UInt32
        var foldedLength: UInt32
        var traits: SurfaceTraits
    }

    /// Marks a slot of a form longer than 16 bytes: 0xFF is in no valid UTF-8, so no short form looks like it.
    static let longMark: UInt64 = 0xFFFF_FFFF << 32

    private(set) var slots: UnsafeMutablePointer<Slot>
    private(set) var slotMask: Int
    let seed: UInt64
    private(set) var count = 0
    private var records: UnsafeMutablePointer<Record>
    private var recordCapacity: Int
    private var arena: UnsafeMutableRawPointer
    private var arenaCount = 0
    private var arenaCapacity: Int

    private static let initialSlots = 1 << 12
    private static let initialArena = 1 << 16

    /// Makes an empty table; the seed of its hash is random, so that nobody can write a text that collides.
    init() {
        slots = Self.allocateSlots(Self.initialSlots)
        slotMask = Self.initialSlots - 1
        seed = UInt64.random(in: .min ... .max)
        recordCapacity = Self.initialSlots / 2
        records = .allocate(capacity: recordCapacity)
        arenaCapacity = Self.initialArena
        arena = .allocate(byteCount: arenaCapacity, alignment: 8)
    }

    deinit {
        slots.deallocate()
        records.deallocate()
        arena.deallocate()
    }

    private static func allocateSlots(_ count: Int) -> UnsafeMutablePointer<Slot> {
        let slots = UnsafeMutablePointer<Slot>.allocate(capacity: count)
        slots.initialize(repeating: Slot(low: 0, high: 0, id: 0), count: count)
        return slots
    }

    /// The bytes this table holds in memory.
    var memoryBytes: Int {
        (slotMask + 1) * MemoryLayout<Slot>.stride + recordCapacity * MemoryLayout<Record>.stride + arenaCapacity
    }

    /// The slot of a form, filled or free.
    func slot(of bytes: UnsafeRawBufferPointer) -> Int {
        let (low, high, hash, isInline) = signature(bytes)
        var slot = Int(truncatingIfNeeded: hash) & slotMask
        while true {
            let found = slots[slot]
            if found.low == low, found.high == high, isInline || surface(found.id).elementsEqual(bytes) {
                return slot
            }
            if found.low | found.high == 0 { return slot }
            slot = (slot + 1) & slotMask
        }
    }

    /// The id of the form in a slot; nil where the slot is free.
    func id(at slot: Int) -> UInt32? {
        slots[slot].low | slots[slot].high == 0 ? nil : slots[slot].id
    }

    /// What stands in a form's slot, its hash, and whether that is the whole of it.
    ///
    /// Tokens hold no NUL and no 0xFF; a short form with one (anybody may intern any bytes) counts as a long one.
    private func signature(
        _ bytes: UnsafeRawBufferPointer
    ) -> (low: UInt64, high: UInt64, hash: UInt64, isInline: Bool) {
        if (1...16).contains(bytes.count), !bytes.contains(where: { $0 == 0 || $0 == 0xFF }) {
            var word = ctext_word(low: 0, high: 0)
            withUnsafeMutableBytes(of: &word) { $0.copyMemory(from: bytes) }
            return (word.low, word.high, ctext_hash_word(word, seed), true)
        }
        let hash = ctext_hash_bytes(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count, seed)
        return (hash, Self.longMark | UInt64(UInt32(truncatingIfNeeded: bytes.count)), hash, false)
    }

    /// Adds a form that is not there yet; returns its id.
    ///
    /// Pointers got from this table before are no longer valid.
    mutating func add(
        _ bytes: UnsafeRawBufferPointer, exact: [UInt8], folded: [UInt8], traits: SurfaceTraits
    ) -> UInt32 {
        precondition(count < Int(UInt32.max), "more than 2^32 distinct forms; call removeAll() before")
        let length = bytes.count + exact.count + folded.count
        growArena(for: length)
        if count == recordCapacity { growRecords() }
        records[count] = Record(
            offset: arenaCount, surfaceLength: UInt32(bytes.count), exactLength: UInt32(exact.count),
            foldedLength: UInt32(folded.count), traits: traits)
        let place = UnsafeMutableRawBufferPointer(start: arena + arenaCount, count: length)
        place.copyBytes(from: bytes)
        UnsafeMutableRawBufferPointer(rebasing: place[bytes.count...]).copyBytes(from: exact)
        UnsafeMutableRawBufferPointer(rebasing: place[(bytes.count + exact.count)...]).copyBytes(from: folded)
        arenaCount += length

        // At most half full: a probe for a form that is not there is short, too.
        if count * 2 >= slotMask { growSlots() }
        let (low, high, _, _) = signature(bytes)
        slots[slot(of: bytes)] = Slot(low: low, high: high, id: UInt32(count))
        count += 1
        return UInt32(count - 1)
    }

    private mutating func growSlots() {
        let old = slots
        let oldCount = slotMask + 1
        slots = Self.allocateSlots(oldCount * 2)
        slotMask = oldCount * 2 - 1
        for i in 0..<oldCount where old[i].low | old[i].high != 0 {
            let entry = old[i]
            let isLong = entry.high >= Self.longMark
            let hash = isLong ? entry.low : ctext_hash_word(ctext_word(low: entry.low, high: entry.high), seed)
            var slot = Int(truncatingIfNeeded: hash) & slotMask
            while slots[slot].low | slots[slot].high != 0 { slot = (slot + 1) & slotMask }
            slots[slot] = entry
        }
        old.deallocate()
    }

    private mutating func growRecords() {
        let larger = UnsafeMutablePointer<Record>.allocate(capacity: recordCapacity * 2)
        larger.moveInitialize(from: records, count: count)
        records.deallocate()
        records = larger
        recordCapacity *= 2
    }

    private mutating func growArena(for length: Int) {
        guard arenaCount + length > arenaCapacity else { return }
        arenaCapacity = max(arenaCapacity * 2, arenaCount + length)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: arenaCapacity, alignment: 8)
        larger.copyMemory(from: arena, byteCount: arenaCount)
        arena.deallocate()
        arena = larger
    }

    /// Forgets every form and gives the memory back.
    mutating func removeAll() {
        self = SurfaceTable()
    }

    /// The raw bytes of a form.
    func surface(_ id: UInt32) -> UnsafeRawBufferPointer {
        let record = record(id)
        return UnsafeRawBufferPointer(start: arena + record.offset, count: Int(record.surfaceLength))
    }

    /// The exact key of a form.
    func exactKey(_ id: UInt32) -> UnsafeRawBufferPointer {
        let record = record(id)
        return UnsafeRawBufferPointer(
            start: arena + record.offset + Int(record.surfaceLength), count: Int(record.exactLength))
    }

    /// The folded key of a form.
    func foldedKey(_ id: UInt32) -> UnsafeRawBufferPointer {
        let record = record(id)
        return UnsafeRawBufferPointer(
            start: arena + record.offset + Int(record.surfaceLength) + Int(record.exactLength),
            count: Int(record.foldedLength))
    }

    /// The traits of a form.
    func traits(_ id: UInt32) -> SurfaceTraits { record(id).traits }

    private func record(_ id: UInt32) -> Record {
        precondition(Int(id) < count, "no surface form has this id")
        return records[Int(id)]
    }
}
