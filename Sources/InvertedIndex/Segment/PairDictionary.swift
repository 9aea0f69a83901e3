/// Where the posting list of one pair stands.
struct PairEntry: Sendable {
    /// The second term's ordinal.
    var second: UInt32
    var count: Int
    var offset: Int
    var length: Int
}

/// All adjacent pairs of exact terms, in order of (first, second) ordinal.
///
/// `starts` holds for each first term the number of pairs before its own (UInt32, one more than there are terms). Pairs
/// stand in blocks of 128: second terms as gaps within one first term, counts, bytes of the lists, each a `PatchedBlock`
/// (the last block is filled up with zeros). The index holds for each block: UInt32 second term of the pair before it,
/// UInt32 zero, UInt64 offset of the block, UInt64 offset of its first list.
struct PairDictionary {
    static let indexEntryBytes = 24

    let starts: UnsafeRawBufferPointer
    let index: UnsafeRawBufferPointer
    let bytes: UnsafeRawBufferPointer
    let count: Int

    /// Whether the sections have the sizes that the numbers of terms and pairs ask for.
    func isWhole(terms: Int) -> Bool {
        starts.count == 4 * (terms + 1)
            && index.count == (count + PatchedBlock.size - 1) / PatchedBlock.size * Self.indexEntryBytes
    }

    /// The pairs that begin with `first`, as a range of all.
    @inline(__always)
    func range(of first: UInt32) -> Range<Int> {
        let at = Int(first) * 4
        guard at + 8 <= starts.count else { return 0..<0 }
        let low = Int(starts.loadUnaligned(fromByteOffset: at, as: UInt32.self))
        let high = Int(starts.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self))
        return low <= high && high <= count ? low..<high : 0..<0
    }

    @inline(__always)
    private func secondBefore(block: Int) -> UInt32 {
        let at = block * Self.indexEntryBytes
        return at + 24 <= index.count ? index.loadUnaligned(fromByteOffset: at, as: UInt32.self) : 0
    }

    /// Gives `body` each pair (first, s) with s in `seconds`, ascending.
    ///
    /// O(log pairs of first + block).
    func forEach(first: UInt32, seconds: Range<UInt32>, scratch: PairScratch, _ body: (PairEntry) -> Void) {
        let range = range(of: first)
        guard !range.isEmpty, !seconds.isEmpty else { return }
        // Blocks that begin inside the range carry the second term before them; the last with one below the wanted
        // term is where to begin.
        var low = range.lowerBound / PatchedBlock.size
        var high = (range.upperBound - 1) / PatchedBlock.size
        while low < high {
            let middle = (low + high + 1) / 2
            if secondBefore(block: middle) < seconds.lowerBound { low = middle } else { high = middle - 1 }
        }
        var block = low
        while block * PatchedBlock.size < range.upperBound {
            guard decode(block, scratch) else { return }
            let from = max(range.lowerBound, block * PatchedBlock.size)
            let to = min(range.upperBound, (block + 1) * PatchedBlock.size)
            var offset = scratch.listOffset
            var second: UInt32 = from == range.lowerBound ? .max : secondBefore(block: block)
            let skipped = from - block * PatchedBlock.size
            for i in 0..<skipped { offset += Int(scratch.lengths[i]) }
            for i in skipped..<to - block * PatchedBlock.size {
                second = second &+ scratch.gaps[i] &+ 1
                let length = Int(scratch.lengths[i])
                if second >= seconds.upperBound { return }
                if second >= seconds.lowerBound {
                    body(PairEntry(second: second, count: Int(scratch.counts[i]), offset: offset, length: length))
                }
                offset += length
            }
            block += 1
        }
    }

    /// Decodes a block; false where its bytes are damaged.
    private func decode(_ block: Int, _ scratch: PairScratch) -> Bool {
        if scratch.block == block, scratch.owner == bytes.baseAddress { return true }
        scratch.block = -1
        let at = block * Self.indexEntryBytes
        guard at + Self.indexEntryBytes <= index.count, let base = bytes.baseAddress else { return false }
        let offset = index.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self)
        let list = index.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self)
        guard offset <= UInt64(bytes.count), list < 1 << 48 else { return false }
        let start = base.assumingMemoryBound(to: UInt8.self)
        let end = start + bytes.count
        guard let counts = PatchedBlock.decode(start + Int(offset), end: end, into: scratch.gaps),
            let lengths = PatchedBlock.decode(counts, end: end, into: scratch.counts),
            PatchedBlock.decode(lengths, end: end, into: scratch.lengths) != nil
        else { return false }
        scratch.listOffset = Int(list)
        scratch.block = block
        scratch.owner = base
        return true
    }
}

extension PairDictionary: @unchecked Sendable {}

/// Room for one decoded block of pairs; it remembers which, as neighbours are asked for one after another.
final class PairScratch {
    let gaps: UnsafeMutablePointer<UInt32> = .allocate(capacity: PatchedBlock.size)
    let counts: UnsafeMutablePointer<UInt32> = .allocate(capacity: PatchedBlock.size)
    let lengths: UnsafeMutablePointer<UInt32> = .allocate(capacity: PatchedBlock.size)
    var listOffset = 0
    var block = -1
    var owner: UnsafeRawPointer?

    deinit {
        gaps.deallocate()
        counts.deallocate()
        lengths.deallocate()
    }
}
