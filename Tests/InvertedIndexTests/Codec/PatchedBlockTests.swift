import CIndexKernels
import Testing

@testable import InvertedIndex

@Suite("Codec: blocks of 128") struct PatchedBlockTests {
    private func encoded(_ values: [UInt32]) -> [UInt8] {
        var writer = ByteWriter()
        PatchedBlock.encode(values, into: &writer)
        return Array(writer.bytes)
    }

    private func decoded(_ bytes: [UInt8]) -> (values: [UInt32], used: Int)? {
        var values = [UInt32](repeating: 0xDEAD_BEEF, count: 128)
        let used = bytes.withUnsafeBytes { raw -> Int? in
            let start = raw.baseAddress?.assumingMemoryBound(to: UInt8.self)
            guard let start else { return nil }
            return PatchedBlock.decode(start, end: start + raw.count, into: &values).map { $0 - start }
        }
        return used.map { (values, $0) }
    }

    private func expectRoundTrip(_ values: [UInt32], _ what: Comment) {
        let bytes = encoded(values)
        // What follows a block must not matter to it.
        let found = decoded(bytes + [0xFF, 0xFF, 0xFF])
        #expect(found?.values == values, what)
        #expect(found?.used == bytes.count, what)
        #expect(decoded(bytes)?.values == values, what)
    }

    @Test("every width comes back, from its least to its largest values")
    func widths() {
        var random = SeededRandom(seed: 1)
        for width in 0...24 {
            let largest = UInt32(1) << UInt32(width) - 1
            expectRoundTrip([UInt32](repeating: largest, count: 128), "width \(width), all at its largest")
            expectRoundTrip((0..<128).map { _ in .random(in: 0...largest, using: &random) }, "width \(width)")
            expectRoundTrip((0..<128).map { $0 == 77 ? largest : 0 }, "width \(width), once")
        }
    }

    @Test("exceptions of every number, place and size come back")
    func exceptions() {
        let seed = UInt64(2)
        var random = SeededRandom(seed: seed)
        for low in [0, 1, 5, 11] {
            for high in (low + 1)...24 {
                for share in [1, 2, 7, 20, 64, 127, 128] {
                    let base = UInt32(1) << UInt32(low) - 1
                    let top = UInt32(1) << UInt32(high) - 1
                    var values = (0..<128).map { _ in UInt32.random(in: 0...base, using: &random) }
                    for place in Array(0..<128).shuffled(using: &random).prefix(share) {
                        values[place] = .random(in: top / 2...top, using: &random)
                    }
                    expectRoundTrip(values, "seed \(seed): \(share) of \(high) bits among \(low)")
                }
            }
        }
    }

    @Test("random blocks of mixed widths come back")
    func random() {
        let seed = UInt64(3)
        var random = SeededRandom(seed: seed)
        for round in 0..<2000 {
            let values = (0..<128).map { _ in
                UInt32(truncatingIfNeeded: random.next()) >> UInt32.random(in: 8...31, using: &random)
            }
            expectRoundTrip(values, "seed \(seed), round \(round)")
        }
    }

    @Test("a block is never larger than plain packing at its widest value")
    func size() {
        var random = SeededRandom(seed: 4)
        for _ in 0..<500 {
            let values = (0..<128).map { _ in
                UInt32(truncatingIfNeeded: random.next()) >> UInt32.random(in: 8...31, using: &random)
            }
            let widest = values.map { 32 - $0.leadingZeroBitCount }.max() ?? 0
            #expect(encoded(values).count <= 2 + 16 * widest)
        }
    }

    @Test("bytes that are no block never give a value of 2^24 or more, nor are read past their end")
    func damage() {
        let seed = UInt64(5)
        var random = SeededRandom(seed: seed)
        var accepted = 0
        for round in 0..<6000 {
            let bytes: [UInt8]
            if round % 3 == 0 {
                let count = Int.random(in: 0...600, using: &random)
                bytes = (0..<count).map {
                    $0 == 0 ? .random(in: 0...26, using: &random) : UInt8.random(in: 0...255, using: &random)
                }
            } else {
                var whole = encoded(
                    (0..<128).map { _ in
                        UInt32(truncatingIfNeeded: random.next()) >> UInt32.random(in: 8...31, using: &random)
                    })
                if round % 3 == 1 {
                    whole.removeLast(Int.random(in: 0...whole.count, using: &random))
                } else {
                    for _ in 0..<Int.random(in: 1...4, using: &random) {
                        whole[Int.random(in: whole.indices, using: &random)] = .random(in: 0...255, using: &random)
                    }
                }
                bytes = whole
            }
            guard let (values, used) = decoded(bytes) else { continue }
            accepted += 1
            #expect(values.allSatisfy { $0 < 1 << 24 }, "seed \(seed), round \(round)")
            #expect(used <= bytes.count, "seed \(seed), round \(round)")
        }
        #expect(accepted > 100)
    }

    @Test("packed bytes are what the layout says: value i in lane i % 4, rows one behind the other")
    func packing() {
        var random = SeededRandom(seed: 6)
        for width in 0...24 {
            let values = (0..<128).map { _ in UInt32.random(in: 0...(UInt32(1) << UInt32(width) - 1), using: &random) }
            var packed = [UInt8](repeating: 0, count: 16 * width + 1)
            vt_pack128(values, &packed, Int32(width))
            #expect(packed.last == 0)
            #expect(Array(packed.dropLast()) == naivelyPacked(values, width), "width \(width)")
            var unpacked = [UInt32](repeating: .max, count: 128)
            vt_unpack128(packed, &unpacked, Int32(width))
            #expect(unpacked == values, "width \(width)")
        }
    }

    private func naivelyPacked(_ values: [UInt32], _ width: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 16 * width)
        for (i, value) in values.enumerated() {
            for bit in 0..<width where value >> UInt32(bit) & 1 == 1 {
                let place = i / 4 * width + bit
                // The 32-bit word of the lane, in the row of four words.
                let byte = place / 32 * 16 + i % 4 * 4 + place % 32 / 8
                bytes[byte] |= 1 << UInt8(place % 8)
            }
        }
        return bytes
    }

    @Test("gaps add up to the values they were taken from")
    func prefixSums() {
        var random = SeededRandom(seed: 7)
        for before in [UInt32.max, 0, 99, 1 << 23] {
            var gaps = (0..<128).map { _ in UInt32.random(in: 0..<1 << 24, using: &random) }
            var expected: [UInt32] = []
            var last = before
            for gap in gaps {
                last = last &+ gap &+ 1
                expected.append(last)
            }
            vt_prefix_sum128(&gaps, before)
            #expect(gaps == expected)
        }
    }
}
