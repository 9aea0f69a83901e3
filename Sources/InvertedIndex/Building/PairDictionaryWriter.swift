/// Writes pairs in order of (first, second); `PairDictionary` has the layout.
final class PairDictionaryWriter {
    private(set) var starts: [UInt32] = []
    var index = ByteWriter(capacity: 1 << 14)
    var bytes = ByteWriter(capacity: 1 << 16)
    private(set) var count = 0

    private let gaps: UnsafeMutablePointer<UInt32> = .allocate(capacity: PatchedBlock.size)
    private let counts: UnsafeMutablePointer<UInt32> = .allocate(capacity: PatchedBlock.size)
    private let lengths: UnsafeMutablePointer<UInt32> = .allocate(capacity: PatchedBlock.size)
    private var filled = 0
    private var before: UInt32 = .max
    private var secondBeforeBlock: UInt32 = 0
    private var listOffset = 0
    private var listOffsetOfBlock = 0

    deinit {
        gaps.deallocate()
        counts.deallocate()
        lengths.deallocate()
    }

    /// Begins the pairs of the next first term (terms without pairs are begun too).
    func beginFirst() {
        starts.append(UInt32(count))
        before = .max
    }

    /// Adds the pair (current first, second), whose list of `length` bytes has been written.
    func add(second: UInt32, count passages: Int, length: Int) {
        if filled == 0 {
            secondBeforeBlock = before == .max ? 0 : before
            listOffsetOfBlock = listOffset
        }
        gaps[filled] = second &- before &- 1
        counts[filled] = UInt32(passages)
        lengths[filled] = UInt32(length)
        filled += 1
        before = second
        count += 1
        listOffset += length
        if filled == PatchedBlock.size { writeBlock() }
    }

    private func writeBlock() {
        index.append(integer: secondBeforeBlock)
        index.append(integer: UInt32(0))
        index.append(integer: UInt64(bytes.count))
        index.append(integer: UInt64(listOffsetOfBlock))
        PatchedBlock.encode(gaps, into: &bytes)
        PatchedBlock.encode(counts, into: &bytes)
        PatchedBlock.encode(lengths, into: &bytes)
        filled = 0
    }

    /// Ends the pairs of the last first term.
    func finish() {
        starts.append(UInt32(count))
        if filled > 0 {
            for i in filled..<PatchedBlock.size {
                gaps[i] = 0
                counts[i] = 0
                lengths[i] = 0
            }
            writeBlock()
        }
    }
}
