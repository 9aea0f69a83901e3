import CIndexKernels
import Testing

@testable import InvertedIndex

@Suite("Searching: sums and hits") struct ImpactTests {
    private func naive(_ f: UInt8, _ weight: UInt16) -> UInt16 { UInt16((UInt32(f) * UInt32(weight)) >> 8) }

    @Test("the kernels over whole arrays do what a loop over passages does")
    func kernels() {
        let seed = UInt64(30)
        var random = SeededRandom(seed: seed)
        for round in 0..<300 {
            let count = 64 * Int.random(in: 1...5, using: &random)
            func impacts() -> [UInt8] {
                (0..<count).map { _ in Bool.random(using: &random) ? 0 : .random(in: 0...255, using: &random) }
            }
            let (a, b) = (impacts(), impacts())
            let (v, w) = (UInt16.random(in: 0...30_000, using: &random), UInt16.random(in: 0...30_000, using: &random))
            var sums = [UInt16](repeating: 0xABCD, count: count)
            vt_dense_store(&sums, a, v, count)
            var expected = a.map { naive($0, v) }
            #expect(sums == expected, "seed \(seed), round \(round)")
            vt_dense_intersect(&sums, b, w, count)
            for i in 0..<count { expected[i] = expected[i] > 0 && b[i] > 0 ? expected[i] + naive(b[i], w) : 0 }
            #expect(sums == expected, "seed \(seed), round \(round)")
            vt_dense_add(&sums, a, 1000, count)
            for i in 0..<count { expected[i] &+= naive(a[i], 1000) }
            #expect(sums == expected, "seed \(seed), round \(round)")
            vt_dense_add2(&sums, a, 300, b, 700, count)
            for i in 0..<count { expected[i] &+= naive(a[i], 300) &+ naive(b[i], 700) }
            #expect(sums == expected, "seed \(seed), round \(round)")
            #expect(vt_count_nonzero(sums, count) == sums.count { $0 > 0 })
            for _ in 0..<20 {
                let from = Int.random(in: 0...count, using: &random)
                let threshold = sums.randomElement(using: &random) ?? 0
                let next = sums.indices.first { $0 >= from && sums[$0] > threshold } ?? count
                #expect(vt_next_above(sums, from, count, threshold) == next, "seed \(seed), round \(round)")
            }
        }
    }

    @Test("the k best are kept, of equal ones the first to arrive", arguments: [1, 2, 3, 10, 100])
    func topHits(capacity: Int) {
        var random = SeededRandom(seed: UInt64(capacity))
        for count in [0, 1, capacity - 1, capacity, capacity + 1, 5 * capacity, 500] {
            let scores = (0..<count).map { _ in UInt16.random(in: 0...20, using: &random) }
            var top = TopHits<UInt16>(capacity: capacity)
            for (unit, score) in scores.enumerated() { top.offer(score, segment: 0, unit: unit) }
            let expected = scores.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }.prefix(capacity)
            #expect(Set(top.entries.map { Int($0.unit) }) == Set(expected))
            #expect(top.worst == (count < capacity ? nil : expected.last.map { scores[$0] }))
        }
    }

    @Test("dense arrays stay within their budget, and the least recently used goes first")
    func denseCache() {
        let cache = DenseCache(budget: 4 * 640)
        var made: [UInt32] = []
        func use(_ ordinal: UInt32) {
            let key = DenseCache.Key(first: OrdinalSet(ordinal..<ordinal + 1), second: nil, k1: 1.2, b: 0.75)
            _ = cache.array(key) {
                made.append(ordinal)
                return DenseImpacts(paddedCount: 640)
            }
        }
        for ordinal in [0, 1, 2, 3, 0, 4, 0, 1, 4, 0] as [UInt32] { use(ordinal) }
        #expect(made == [0, 1, 2, 3, 4, 1])
    }

    @Test("parameters out of range are survived")
    func parameters() {
        for k1 in [-1, 0, 1.2, 1e30, .infinity, .nan] as [Float] {
            for b in [-5, 0, 1, 7, .infinity, .nan] as [Float] {
                for average in [0, 10, .nan] as [Float] {
                    let table = ImpactTable(k1: k1, b: b, averageLength: average)
                    #expect(table.bytes[256...].allSatisfy { $0 > 0 } && table.bytes[..<256].allSatisfy { $0 == 0 })
                }
            }
        }
    }
}
