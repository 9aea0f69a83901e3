import Testing

@testable import InvertedIndex

@Suite("Codec: word codes") struct WordCodesTests {
    /// What `StoredText` reads: continuers are digits, most significant first, and a stopper ends the code.
    private func decoded(_ bytes: [UInt8], stoppers: Int) -> Int {
        let continuers = 256 - stoppers
        var digits = 0
        var base = 0
        var size = stoppers
        for byte in bytes.dropLast() {
            digits = digits * continuers + Int(byte) - stoppers
            base += size
            size *= continuers
        }
        return base + digits * stoppers + Int(bytes[bytes.count - 1])
    }

    private func bytes(_ code: (bytes: UInt64, count: Int)) -> [UInt8] {
        (0..<code.count).map { UInt8(truncatingIfNeeded: code.bytes >> UInt64(8 * $0)) }
    }

    @Test("every rank has its own code, of bytes that end where they say, for every number of stoppers in use")
    func roundTrip() {
        var random = SeededRandom(seed: 20)
        for stoppers in stride(from: 32, through: 252, by: 4) {
            let codes = WordCodes(stoppers: stoppers)
            let highest = min(codes.capacity, 5_000_000)
            var ranks = Array(0..<400) + (0..<400).map { _ in Int.random(in: 0..<highest, using: &random) }
            var edge = stoppers
            while edge < highest {
                ranks += [edge - 1, edge]
                edge += edge * (256 - stoppers)
            }
            for rank in ranks + [highest - 1] {
                let code = bytes(codes.code(rank: rank))
                #expect(code.count <= 6)
                #expect(decoded(code, stoppers: stoppers) == rank, "rank \(rank) of \(stoppers) stoppers")
                #expect(code.dropLast().allSatisfy { Int($0) >= stoppers } && Int(code[code.count - 1]) < stoppers)
            }
        }
    }

    @Test("the number of stoppers is such that no code is longer than six bytes, however the counts are spread")
    func length() {
        // A few hundred very common symbols make many stoppers pay; a long tail of rare ones then needs long codes.
        let counts = [UInt64](repeating: 1 << 40, count: 252) + [UInt64](repeating: 1, count: 2_000_000)
        let codes = WordCodes(countsByRank: counts)
        #expect(codes.capacity >= counts.count)
        #expect(codes.code(rank: counts.count - 1).count <= 6)
        #expect(decoded(bytes(codes.code(rank: counts.count - 1)), stoppers: codes.stoppers) == counts.count - 1)
    }

    @Test("the chosen number of stoppers makes the shortest text of all that were tried")
    func best() {
        var random = SeededRandom(seed: 21)
        for size in [1, 40, 300, 5000] {
            let counts = (0..<size).map { UInt64(1_000_000 / ($0 + 1)) + .random(in: 0...3, using: &random) }.sorted(
                by: >)
            func total(_ codes: WordCodes) -> UInt64 {
                counts.enumerated().reduce(0) { $0 + $1.element * UInt64(codes.code(rank: $1.offset).count) }
            }
            let least = stride(from: 32, through: 252, by: 4).map { total(WordCodes(stoppers: $0)) }.min()
            #expect(total(WordCodes(countsByRank: counts)) == least)
        }
    }
}
