/// Blocks and lists of postings made from a seed, and what is done with them, for benchmarks.
///
/// Passages come in clumps, as they do where the passages of a document stand together: within a clump most gaps are
/// small, between clumps they are wide.
@_spi(Measuring)
public final class PostingKernels {
    /// Postings of the list.
    public let count: Int
    /// All passages are below this.
    public let limit: Int
    /// Bytes of the encoded list.
    public let encodedBytes: Int
    private let passages: [UInt32]
    private let frequencies: [UInt32]
    private let encoded: UnsafeMutableRawBufferPointer
    private var writer: ByteWriter
    private let block = PostingBlock()

    /// Makes a list of `count` postings with a mean gap of `gap` passages.
    public init(count: Int, gap: Int, seed: UInt64) {
        var random = SplitMix64(state: seed)
        var passages: [UInt32] = []
        var frequencies: [UInt32] = []
        passages.reserveCapacity(count)
        frequencies.reserveCapacity(count)
        var at: UInt32 = 0
        for _ in 0..<count {
            // Three of four gaps lie within a clump.
            let wide = random.next() % 4 == 0
            at += 1 + UInt32(random.next() % UInt64(wide ? max(8 * gap - 11, 2) : 3))
            passages.append(at)
            frequencies.append(1 + UInt32(random.next().trailingZeroBitCount / 2))
        }
        self.passages = passages
        self.frequencies = frequencies
        self.count = count
        limit = Int(at) + 1
        var first = ByteWriter()
        PostingListEncoder.encode(passages: passages, frequencies: frequencies, count: count, into: &first)
        encodedBytes = first.count
        encoded = .allocate(byteCount: first.count, alignment: 16)
        encoded.copyMemory(from: first.bytes)
        writer = ByteWriter(capacity: first.count + 4096)
    }

    deinit { encoded.deallocate() }

    var list: PostingList {
        PostingList(bytes: UnsafeRawBufferPointer(encoded), count: count, limit: UInt32(limit))
    }

    /// Encodes the list; gives its length in bytes.
    public func encode() -> Int {
        writer.removeAll()
        PostingListEncoder.encode(passages: passages, frequencies: frequencies, count: count, into: &writer)
        return writer.count
    }

    /// Decodes passages and frequencies of every block; gives the sum of each block's last passage.
    public func decode() -> Int {
        let list = list
        var sum = 0
        for index in 0..<list.blocks {
            list.decode(block: index, into: block)
            sum &+= Int(block.passages[max(block.count, 1) - 1])
        }
        return sum
    }

    /// Walks a cursor to every `step`-th passage; gives the sum of the frequencies met.
    public func seek(step: Int) -> Int {
        var cursor = PostingCursor(list, block: block)
        var sum = 0
        for passage in stride(from: 0, to: limit, by: step) { sum &+= Int(cursor.frequency(of: UInt32(passage))) }
        return sum
    }
}

/// Random numbers that are the same everywhere (Steele, Lea & Flood, "Fast splittable pseudorandom number generators", 2014).
struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
