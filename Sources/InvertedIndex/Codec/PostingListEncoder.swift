internal import CIndexKernels

/// Writes one posting list: the passages that hold a term or a pair, ascending, and how often each does.
///
/// Layout of a list of n postings, b = n / 128 whole blocks:
///
/// | bytes | what |
/// |---|---|
/// | 8 × b | for each block: its last passage (UInt32), its end as an offset from the first block (UInt32) |
/// | … | for each block: gaps less one, then frequencies less one, both `PatchedBlock` |
/// | … | the n % 128 last postings: varint (gap − 1) × 2 + (frequency > 1), then varint frequency − 2 where it is |
///
/// The list does not hold n, nor its own length: its dictionary does.
enum PostingListEncoder {
    static func encode(
        passages: UnsafePointer<UInt32>, frequencies: UnsafePointer<UInt32>, count: Int, into out: inout ByteWriter
    ) {
        let blocks = count / PatchedBlock.size
        var before = UInt32.max
        if blocks > 0 {
            let directory = out.count
            _ = out.reserve(8 * blocks)
            out.advance(8 * blocks)
            let first = out.count
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: PatchedBlock.size) { scratch in
                guard let values = scratch.baseAddress else { return }
                for block in 0..<blocks {
                    let at = block * PatchedBlock.size
                    for i in 0..<PatchedBlock.size {
                        values[i] = passages[at + i] &- before &- 1
                        before = passages[at + i]
                    }
                    PatchedBlock.encode(values, into: &out)
                    for i in 0..<PatchedBlock.size { values[i] = min(frequencies[at + i], maximumFrequency) - 1 }
                    PatchedBlock.encode(values, into: &out)
                    let entry = UnsafeMutableRawPointer(out.base + directory + 8 * block)
                    entry.storeBytes(of: before.littleEndian, as: UInt32.self)
                    entry.storeBytes(of: UInt32(out.count - first).littleEndian, toByteOffset: 4, as: UInt32.self)
                }
            }
        }
        for i in blocks * PatchedBlock.size..<count {
            let gap = UInt64(passages[i] &- before &- 1)
            before = passages[i]
            let frequency = min(frequencies[i], maximumFrequency)
            out.append(varint: gap << 1 | (frequency > 1 ? 1 : 0))
            if frequency > 1 { out.append(varint: UInt64(frequency - 2)) }
        }
    }

    /// Frequencies above this are kept as this: it is far beyond where BM25 saturates.
    static let maximumFrequency: UInt32 = 1 << 20
}
