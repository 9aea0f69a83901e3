/// Walks a posting list forward to chosen passages, decoding only the blocks that may hold them.
struct PostingCursor {
    private let list: PostingList
    private let block: PostingBlock
    private var current = -1
    private var index = 0

    init(_ list: PostingList, block: PostingBlock) {
        self.list = list
        self.block = block
    }

    /// How often `passage` holds the term, 0 where it does not; passages must be asked for in ascending order.
    @inline(__always)
    mutating func frequency(of passage: UInt32) -> UInt32 {
        if current >= 0, index < block.count, block.passages[block.count - 1] >= passage {
            return seekInBlock(passage)
        }
        let whole = list.wholeBlocks
        var next = current + 1
        // Gallop over the last passages of the blocks, then halve.
        if next < whole, list.last(ofBlock: next) < passage {
            var step = 1
            var low = next
            while low + step < whole, list.last(ofBlock: low + step) < passage {
                low += step
                step *= 2
            }
            var high = min(low + step, whole)
            while low + 1 < high {
                let middle = (low + high) / 2
                if list.last(ofBlock: middle) < passage { low = middle } else { high = middle }
            }
            next = low + 1
        }
        guard next < list.blocks else {
            index = block.count
            return 0
        }
        current = next
        list.decodePassages(block: next, into: block)
        index = 0
        return seekInBlock(passage)
    }

    @inline(__always)
    private mutating func seekInBlock(_ passage: UInt32) -> UInt32 {
        let passages = block.passages
        let count = block.count
        // Eight at a time, then one by one: the blocks are too short for more.
        var i = index
        while i + 8 <= count, passages[i + 7] < passage { i += 8 }
        while i < count, passages[i] < passage { i += 1 }
        index = i
        guard i < count, passages[i] == passage else { return 0 }
        // Only now: most blocks are looked into in vain.
        PostingList.decodeFrequencies(block)
        return i < block.count ? block.frequencies[i] : 0
    }
}
