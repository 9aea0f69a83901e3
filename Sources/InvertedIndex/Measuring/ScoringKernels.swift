internal import CIndexKernels

/// The sums of passages and what is added to them, over data made from a seed, for benchmarks.
@_spi(Measuring)
public final class ScoringKernels {
    private let sums = PassageSums()
    private let passages: Int
    private let sparse: PostingKernels
    private let dense: [DenseImpacts]
    private let norms: [UInt8]
    private let table = ImpactTable(k1: 1.2, b: 0.75, averageLength: 200)
    private let block = PostingBlock()

    /// Postings of the list that `addSparse` adds.
    public var sparsePostings: Int { sparse.count }

    /// Sums of `passages` passages, some dense arrays, and a list in one of 40 of the passages.
    public init(passages: Int, denseArrays: Int, seed: UInt64) {
        sparse = PostingKernels(count: passages / 40, gap: 40, seed: seed)
        let passages = max(passages, sparse.limit)
        self.passages = passages
        var random = SplitMix64(state: seed)
        norms = (0..<passages).map { _ in LengthClass.of(50 + Int(random.next() % 300)) }
        let padded = (passages + 63) / 64 * 64
        dense = (0..<denseArrays).map { array in
            let made = DenseImpacts(paddedCount: padded)
            for passage in 0..<passages where random.next() % UInt64(array + 2) == 0 {
                made.bytes[passage] = UInt8(40 + random.next() % 200)
            }
            return made
        }
        sums.begin(passages: passages)
        sums.clear()
    }

    /// Adds all dense arrays, the first by storing, as a query of frequent words does.
    public func addDense() { sums.addDense(dense.map { ($0, 9000) }) }

    /// Adds the list, posting by posting.
    public func addSparse() {
        let list = sparse.list
        table.bytes.withUnsafeBufferPointer { impacts in
            guard let impacts = impacts.baseAddress else { return }
            norms.withUnsafeBufferPointer { norms in
                guard let norms = norms.baseAddress else { return }
                for index in 0..<list.blocks {
                    list.decode(block: index, into: block)
                    vt_sparse_add(
                        sums.sums, block.passages, block.frequencies, norms, impacts, 12000, block.count)
                }
            }
        }
    }

    /// Finds the best `count` sums, as a search does; gives the worst of them.
    public func best(_ count: Int) -> Int {
        var hits = TopHits<UInt16>(capacity: count)
        let floor = sums.floor(ofBest: count)
        var threshold = floor > 0 ? floor - 1 : 0
        var at = 0
        while true {
            at = sums.next(above: threshold, from: at)
            guard at < sums.padded else { break }
            hits.offer(sums.sums[at], segment: 0, unit: at)
            if let worst = hits.worst, worst > threshold { threshold = worst }
            at += 1
        }
        return Int(hits.worst ?? 0)
    }
}

/// The table of an index's terms while it is built, for benchmarks.
@_spi(Measuring)
public struct TermInterning: ~Copyable {
    private var vocabulary = Vocabulary()

    /// An empty table.
    public init() {}

    /// The number of a term, a new one if need be.
    public mutating func term(exact: UnsafeRawBufferPointer, folded: UnsafeRawBufferPointer) -> Int {
        Int(vocabulary.term(exact: exact, folded: folded))
    }
}
