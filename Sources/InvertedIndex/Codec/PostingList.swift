internal import CIndexKernels

/// Room for one decoded block; a searcher keeps a few and uses them again for every list.
final class PostingBlock {
    let passages: UnsafeMutablePointer<UInt32>
    let frequencies: UnsafeMutablePointer<UInt32>
    var count = 0
    /// Where the frequencies stand that are not decoded yet.
    var pending: (start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>)?

    init() {
        passages = .allocate(capacity: PatchedBlock.size)
        passages.initialize(repeating: 0, count: PatchedBlock.size)
        frequencies = .allocate(capacity: PatchedBlock.size)
        frequencies.initialize(repeating: 0, count: PatchedBlock.size)
    }

    deinit {
        passages.deallocate()
        frequencies.deallocate()
    }
}

/// A posting list as it stands in a segment (`PostingListEncoder` has its layout).
///
/// Every decoded passage is checked to be below `limit` before it is given out, so that damaged bytes give a shorter
/// list and never an index out of range; `vanthu check` finds them by the checksum.
struct PostingList {
    /// The list's own bytes.
    let bytes: UnsafeRawBufferPointer
    /// Number of postings.
    let count: Int
    /// All passages are below this.
    let limit: UInt32

    /// Number of whole blocks.
    @inline(__always) var wholeBlocks: Int { count / PatchedBlock.size }
    /// Number of blocks, the last short one included.
    @inline(__always) var blocks: Int { (count + PatchedBlock.size - 1) / PatchedBlock.size }

    /// The last passage of a whole block.
    @inline(__always)
    func last(ofBlock block: Int) -> UInt32 {
        guard let base = bytes.baseAddress, 8 * block + 8 <= bytes.count else { return limit }
        return UInt32(littleEndian: base.loadUnaligned(fromByteOffset: 8 * block, as: UInt32.self))
    }

    @inline(__always)
    private func end(ofBlock block: Int) -> Int {
        guard let base = bytes.baseAddress, 8 * block + 8 <= bytes.count else { return 0 }
        return Int(UInt32(littleEndian: base.loadUnaligned(fromByteOffset: 8 * block + 4, as: UInt32.self)))
    }

    /// Decodes one block; what cannot be decoded gives an empty block.
    @inline(__always)
    func decode(block: Int, into out: PostingBlock) {
        decodePassages(block: block, into: out)
        Self.decodeFrequencies(out)
    }

    /// Decodes the frequencies of a block whose passages are decoded, if they are not yet.
    @inline(__always)
    static func decodeFrequencies(_ block: PostingBlock) {
        guard let (start, end) = block.pending else { return }
        block.pending = nil
        guard PatchedBlock.decode(start, end: end, into: block.frequencies) != nil else {
            block.count = 0
            return
        }
        // Frequencies are stored less one.
        for i in 0..<PatchedBlock.size { block.frequencies[i] &+= 1 }
    }

    /// Decodes one block's passages; its frequencies may wait for `decodeFrequencies`.
    @inline(__always)
    func decodePassages(block: Int, into out: PostingBlock) {
        out.count = 0
        out.pending = nil
        guard let base = bytes.baseAddress else { return }
        let whole = wholeBlocks
        let start = base.assumingMemoryBound(to: UInt8.self)
        let limitOfBytes = start + bytes.count
        let before: UInt32 = block == 0 ? .max : last(ofBlock: block - 1)
        let offset = 8 * whole + (block == 0 ? 0 : end(ofBlock: block - 1))
        guard offset <= bytes.count, block == 0 || before < limit else { return }
        if block < whole {
            guard let middle = PatchedBlock.decode(start + offset, end: limitOfBytes, into: out.passages) else {
                return
            }
            vt_prefix_sum128(out.passages, before)
            // Gaps are below 2²⁴, so passages rise and the last is the largest.
            guard out.passages[PatchedBlock.size - 1] < limit else { return }
            out.pending = (middle, limitOfBytes)
            out.count = PatchedBlock.size
        } else {
            out.count = decodeTail(start + offset, limitOfBytes, before, count - whole * PatchedBlock.size, out)
        }
    }

    private func decodeTail(
        _ from: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ before: UInt32, _ count: Int, _ out: PostingBlock
    ) -> Int {
        var at = from
        var passage = before
        let passages = out.passages
        let frequencies = out.frequencies
        for i in 0..<count {
            guard at < end else { return i }
            var code = UInt32(at[0])
            at += 1
            if code >= 0x80 {
                code &= 0x7F
                var shift: UInt32 = 7
                while true {
                    guard at < end, shift < 32 else { return i }
                    let byte = at[0]
                    at += 1
                    code |= UInt32(byte & 0x7F) << shift
                    if byte < 0x80 { break }
                    shift += 7
                }
            }
            let next = UInt64(passage &+ 1) + UInt64(code >> 1)
            guard next < UInt64(limit) else { return i }
            passage = UInt32(next)
            var frequency: UInt32 = 1
            if code & 1 != 0 {
                var shift: UInt32 = 0
                var value: UInt32 = 0
                // Three bytes hold the highest frequency that is written; sums of frequencies stay far from 32 bits.
                while true {
                    guard at < end, shift < 21 else { return i }
                    let byte = at[0]
                    at += 1
                    value |= UInt32(byte & 0x7F) << shift
                    if byte < 0x80 { break }
                    shift += 7
                }
                frequency = value + 2
            }
            passages[i] = passage
            frequencies[i] = frequency
        }
        return count
    }
}
