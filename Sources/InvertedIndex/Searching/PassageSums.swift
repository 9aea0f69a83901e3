internal import CIndexKernels
internal import Glibc

/// The 16-bit sums of a segment's passages, and what adds lists to them.
///
/// Every list is added whole, term at a time: lists of Vietnamese syllables are so dense that skipping (MaxScore, block-max
/// WAND) was measured 1.6 to 50 times slower than adding (see the project's notes in README, "How it works").
final class PassageSums {
    private(set) var sums: UnsafeMutablePointer<UInt16> = .allocate(capacity: 64)
    /// Frequencies seen so far of a word that stands for several terms; all zero between two words.
    private var seen: UnsafeMutablePointer<UInt8> = .allocate(capacity: 64)
    private var capacity = 64
    /// Passages of the segment, rounded up to a multiple of 64.
    private(set) var padded = 64
    private let block = PostingBlock()

    init() {
        seen.initialize(repeating: 0, count: capacity)
        sums.initialize(repeating: 0, count: capacity)
    }

    deinit {
        sums.deallocate()
        seen.deallocate()
    }

    /// Makes room for a segment; what the sums hold is undefined until `clear` or `store`.
    func begin(passages: Int) {
        padded = max((passages + 63) / 64 * 64, 64)
        guard padded > capacity else { return }
        sums.deallocate()
        seen.deallocate()
        capacity = padded
        sums = .allocate(capacity: capacity)
        seen = .allocate(capacity: capacity)
        seen.initialize(repeating: 0, count: capacity)
    }

    /// Sets the sums of some passages to zero.
    func clear(_ passages: Range<Int>) { (sums + passages.lowerBound).update(repeating: 0, count: passages.count) }

    func clear() { sums.update(repeating: 0, count: padded) }

    /// From this share of the passages on, a list has a dense array.
    static let denseShare = 16

    static func isDense(_ lists: ResolvedLists, _ reader: SegmentReader) -> Bool {
        lists.postings > reader.passageCount / denseShare
    }

    /// The dense array of lists, from the segment's cache or made now.
    func dense(
        _ lists: ResolvedLists, _ segment: Snapshot.Segment, _ table: ImpactTable, k1: Float, b: Float
    ) -> DenseImpacts {
        let key = DenseCache.Key(first: lists.first, second: lists.second, k1: k1, b: b)
        return segment.dense.array(key) { makeDense(lists, segment.reader, table) }
    }

    private func makeDense(_ lists: ResolvedLists, _ reader: SegmentReader, _ table: ImpactTable) -> DenseImpacts {
        let count = reader.passageCount
        let made = DenseImpacts(paddedCount: (count + 63) / 64 * 64)
        let frequencies = made.frequencies
        for list in lists.lists {
            for index in 0..<list.blocks {
                list.decode(block: index, into: block)
                for i in 0..<block.count {
                    let passage = Int(block.passages[i])
                    frequencies[passage] = UInt8(
                        min(255, UInt32(frequencies[passage]) + min(block.frequencies[i], 255)))
                }
            }
        }
        let norms = reader.norms
        let bytes = made.bytes
        table.bytes.withUnsafeBufferPointer { table in
            for passage in 0..<count where frequencies[passage] > 0 {
                bytes[passage] = table[Int(min(frequencies[passage], 16)) << 8 | Int(norms[passage])]
            }
        }
        return made
    }

    /// Adds all items that are dense, the first by storing; gives false where there was none (the sums are then cleared).
    func addDense(_ arrays: [(DenseImpacts, UInt16)]) {
        guard let first = arrays.first else {
            clear()
            return
        }
        vt_dense_store(sums, first.0.bytes, first.1, padded)
        var next = 1
        while next + 1 < arrays.count {
            let (a, b) = (arrays[next], arrays[next + 1])
            vt_dense_add2(sums, a.0.bytes, a.1, b.0.bytes, b.1, padded)
            next += 2
        }
        if next < arrays.count { vt_dense_add(sums, arrays[next].0.bytes, arrays[next].1, padded) }
    }

    /// Adds the postings of lists.
    func addSparse(_ lists: ResolvedLists, _ reader: SegmentReader, _ table: UnsafePointer<UInt8>, _ weight: UInt16) {
        let norms = reader.norms
        if lists.lists.count == 1 {
            let list = lists.lists[0]
            for index in 0..<list.blocks {
                list.decode(block: index, into: block)
                vt_sparse_add(sums, block.passages, block.frequencies, norms, table, weight, block.count)
            }
            return
        }
        for list in lists.lists {
            for index in 0..<list.blocks {
                list.decode(block: index, into: block)
                vt_group_add(sums, seen, block.passages, block.frequencies, norms, table, weight, block.count)
            }
        }
        clearSeen(lists)
    }

    /// Adds the postings of lists to the passages whose sum is not zero.
    func addMarked(_ lists: ResolvedLists, _ reader: SegmentReader, _ table: UnsafePointer<UInt8>, _ weight: UInt16) {
        let norms = reader.norms
        if lists.lists.count == 1 {
            let list = lists.lists[0]
            for index in 0..<list.blocks {
                list.decode(block: index, into: block)
                vt_sparse_add_marked(sums, block.passages, block.frequencies, norms, table, weight, block.count)
            }
            return
        }
        for list in lists.lists {
            for index in 0..<list.blocks {
                list.decode(block: index, into: block)
                vt_group_add_marked(sums, seen, block.passages, block.frequencies, norms, table, weight, block.count)
            }
        }
        clearSeen(lists)
    }

    /// Adds a dense array to the passages whose sum is not zero.
    func addMarked(_ array: DenseImpacts, _ weight: UInt16) { vt_dense_add_marked(sums, array.bytes, weight, padded) }

    private func clearSeen(_ lists: ResolvedLists) {
        if lists.postings > padded / 16 {
            seen.update(repeating: 0, count: padded)
            return
        }
        for list in lists.lists {
            for index in 0..<list.blocks {
                list.decode(block: index, into: block)
                for i in 0..<block.count { seen[Int(block.passages[i])] = 0 }
            }
        }
    }

    /// Keeps only passages that a dense array holds, too, and adds its impacts.
    func intersect(_ array: DenseImpacts, _ weight: UInt16) { vt_dense_intersect(sums, array.bytes, weight, padded) }

    /// The passages whose sum is not zero, among all of the segment.
    func matching(of passages: Int) -> UnitSet {
        var found = UnitSet(units: passages)
        found.words.withUnsafeMutableBufferPointer { words in
            guard let base = words.baseAddress else { return }
            vt_set_of_sums(base, sums, padded)
        }
        found.trim()
        return found
    }

    /// Sets the sums of the passages of a set to one, all others to zero.
    func mark(_ set: UnitSet) { vt_set_mark(sums, set.words, padded) }

    /// Sets the sums of a set's passages that are zero to one.
    func raise(_ set: UnitSet) { set.forEach { if sums[$0] == 0 { sums[$0] = 1 } } }

    /// Sets the sums of the passages outside of a set to zero.
    func keep(_ set: UnitSet) { vt_set_keep(sums, set.words, padded) }

    /// Sets the sums of the passages of lists to zero.
    func exclude(_ lists: ResolvedLists) {
        for list in lists.lists {
            for index in 0..<list.blocks {
                list.decode(block: index, into: block)
                for i in 0..<block.count { sums[Int(block.passages[i])] = 0 }
            }
        }
    }

    /// The first passage from `from` whose sum is above `threshold`, or `padded`.
    @inline(__always)
    func next(above threshold: UInt16, from: Int) -> Int { vt_next_above(sums, from, padded, threshold) }

    /// A sum that at least `count` passages reach, as high as is soon found: scanning from there on offers little more.
    func floor(ofBest count: Int) -> UInt16 { vt_kth_largest_maximum(sums, padded, count) }

    /// Passages whose sum is not zero.
    var matches: Int { vt_count_nonzero(sums, padded) }
}
