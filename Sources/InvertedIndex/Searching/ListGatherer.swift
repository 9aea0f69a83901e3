/// Passages ascending, and how often each holds what was looked for.
struct GatheredPostings {
    var passages: [UInt32] = []
    var frequencies: [UInt32] = []
    /// Whether the frequencies are exact; else they are upper bounds, and some passages may not hold it at all.
    var isCertain = true

    var isEmpty: Bool { passages.isEmpty }

    /// Keeps the places for which `keep` gives a frequency above zero.
    mutating func keep(_ frequency: (_ place: Int) -> UInt32) {
        var kept = 0
        for place in passages.indices {
            let value = frequency(place)
            guard value > 0 else { continue }
            passages[kept] = passages[place]
            frequencies[kept] = value
            kept += 1
        }
        passages.removeSubrange(kept...)
        frequencies.removeSubrange(kept...)
    }
}

/// Reads posting lists as sorted arrays; its buffers are used again from query to query.
///
/// One thread's.
final class ListGatherer {
    /// Blocks of pairs are decoded here.
    let pairs = PairScratch()
    private let block = PostingBlock()
    /// A bit for each passage that was met, and its frequency; all zero between two uses.
    private var met: UnsafeMutablePointer<UInt64> = .allocate(capacity: 1)
    private var counts: UnsafeMutablePointer<UInt8> = .allocate(capacity: 64)
    private var words = 1

    init() {
        met.initialize(repeating: 0, count: 1)
        counts.initialize(repeating: 0, count: 64)
    }

    deinit {
        met.deallocate()
        counts.deallocate()
    }

    private func makeRoom(_ passages: UInt32) {
        let needed = (Int(passages) + 63) / 64
        guard needed > words else { return }
        met.deallocate()
        counts.deallocate()
        words = needed
        met = .allocate(capacity: words)
        met.initialize(repeating: 0, count: words)
        counts = .allocate(capacity: words * 64)
        counts.initialize(repeating: 0, count: words * 64)
    }

    /// The postings of several lists as one, ascending; frequencies of several lists are added up to 255.
    func union(_ lists: ResolvedLists) -> GatheredPostings {
        var gathered = GatheredPostings()
        guard let first = lists.lists.first else { return gathered }
        gathered.passages.reserveCapacity(lists.postings)
        gathered.frequencies.reserveCapacity(lists.postings)
        if lists.lists.count == 1 {
            for index in 0..<first.blocks {
                first.decode(block: index, into: block)
                gathered.passages.append(contentsOf: UnsafeBufferPointer(start: block.passages, count: block.count))
                gathered.frequencies.append(
                    contentsOf: UnsafeBufferPointer(start: block.frequencies, count: block.count))
            }
            return gathered
        }
        makeRoom(first.limit)
        var low = Int.max
        var high = -1
        for list in lists.lists {
            for index in 0..<list.blocks {
                list.decode(block: index, into: block)
                guard block.count > 0 else { continue }
                low = min(low, Int(block.passages[0]) >> 6)
                high = max(high, Int(block.passages[block.count - 1]) >> 6)
                for i in 0..<block.count {
                    let passage = Int(block.passages[i])
                    met[passage >> 6] |= 1 << UInt64(passage & 63)
                    counts[passage] = UInt8(min(255, UInt32(counts[passage]) + block.frequencies[i]))
                }
            }
        }
        guard low <= high else { return gathered }
        for word in low...high {
            var bits = met[word]
            met[word] = 0
            while bits != 0 {
                let passage = word << 6 | bits.trailingZeroBitCount
                bits &= bits - 1
                gathered.passages.append(UInt32(passage))
                gathered.frequencies.append(UInt32(counts[passage]))
                counts[passage] = 0
            }
        }
        return gathered
    }

    /// Adds the passages of lists to a set.
    func insertPassages(of lists: ResolvedLists, into set: inout UnitSet) {
        for list in lists.lists {
            for index in 0..<list.blocks {
                list.decodePassages(block: index, into: block)
                for i in 0..<block.count { set.insert(Int(block.passages[i])) }
            }
        }
    }

    /// How often the lists together hold each of some ascending passages.
    func frequencies(of lists: ResolvedLists, at passages: [UInt32]) -> [UInt32] {
        var totals = [UInt32](repeating: 0, count: passages.count)
        totals.withUnsafeMutableBufferPointer { totals in
            passages.withUnsafeBufferPointer { passages in
                for list in lists.lists { add(list, at: passages, to: totals) }
            }
        }
        return totals
    }

    private func add(
        _ list: PostingList, at passages: UnsafeBufferPointer<UInt32>, to totals: UnsafeMutableBufferPointer<UInt32>
    ) {
        block.count = 0
        // Where nearly every block would be looked into, both are walked side by side.
        if list.count <= 4 * passages.count {
            var place = 0
            for index in 0..<list.blocks {
                list.decode(block: index, into: block)
                for i in 0..<block.count {
                    let passage = block.passages[i]
                    while place < passages.count, passages[place] < passage { place += 1 }
                    if place == passages.count { return }
                    if passages[place] == passage { totals[place] &+= block.frequencies[i] }
                }
            }
            return
        }
        var cursor = PostingCursor(list, block: block)
        for place in passages.indices { totals[place] &+= cursor.frequency(of: passages[place]) }
    }
}
