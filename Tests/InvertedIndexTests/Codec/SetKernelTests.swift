import CIndexKernels
import Testing

@testable import InvertedIndex

@Suite("Searching: sets") struct SetKernelTests {
    @Test("the kernels over sets do what a loop over units does", arguments: 1...40)
    func kernels(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let count = 64 * Int.random(in: 1...5, using: &random)
        let words: [UInt64] = (0..<count / 64).map { _ in
            let choices: [UInt64] = [0, .max, random.next()]
            return choices[Int.random(in: 0..<3, using: &random)]
        }
        func isIn(_ unit: Int) -> Bool { words[unit / 64] >> UInt64(unit % 64) & 1 == 1 }
        let before = (0..<count).map { _ in UInt16.random(in: 0...UInt16.max, using: &random) }
        var sums = before
        vt_set_keep(&sums, words, count)
        #expect(sums == before.indices.map { isIn($0) ? before[$0] : 0 })
        vt_set_mark(&sums, words, count)
        #expect(sums == before.indices.map { isIn($0) ? 1 : 0 })

        var ofSums = [UInt64](repeating: 0xABCD, count: count / 64)
        vt_set_of_sums(&ofSums, sums, count)
        #expect(ofSums == words)

        let bytes = (0..<count).map { _ in UInt8([0, 0, 1, 255].randomElement(using: &random) ?? 0) }
        var set = UnitSet(units: count - Int.random(in: 0..<64, using: &random))
        set.formNonzero(bytes)
        #expect((0..<set.units).allSatisfy { set.contains($0) == (bytes[$0] > 0) })
        #expect(set.count == bytes[..<set.units].count { $0 > 0 })

        let values = (0..<count - 5).map { _ in
            Bool.random(using: &random) ? Int32.random(in: -3...3, using: &random) : [.min, .max][count / 64 % 2]
        }
        for (low, high) in [(Int32.min, Int32.max), (-1, 2), (.min, 0), (0, .max), (2, 2), (3, 1)] {
            var found = [UInt64](repeating: 0xABCD, count: count / 64)
            // One byte on, so that no value is aligned.
            var raw = [UInt8](repeating: 0, count: 4 * values.count + 1)
            raw.withUnsafeMutableBytes { raw in
                for (i, value) in values.enumerated() {
                    raw.storeBytes(of: value, toByteOffset: 4 * i + 1, as: Int32.self)
                }
                guard let base = raw.baseAddress else { return }
                vt_set_in_range(&found, base + 1, values.count, low, high)
            }
            for i in values.indices {
                #expect((found[i / 64] >> UInt64(i % 64) & 1 == 1) == (values[i] >= low && values[i] <= high))
            }
        }
    }

    @Test("64 values are consecutive, or one is off")
    func consecutive() {
        for first in [0, 1000, UInt32.max - 63] as [UInt32] {
            var values: [UInt32] = (0..<64).map { first + $0 }
            #expect(vt_are_consecutive(values) != 0)
            for place in values.indices {
                values[place] ^= 1 << UInt32(place % 32)
                #expect(vt_are_consecutive(values) == 0)
                values[place] ^= 1 << UInt32(place % 32)
            }
        }
    }

    @Test("runs, words and complements of sets are those of a set of integers", arguments: [0, 1, 63, 64, 65, 200])
    func units(count: Int) {
        var random = SeededRandom(seed: UInt64(count))
        var set = UnitSet(units: count)
        var expected: Set<Int> = []
        for _ in 0..<300 {
            let low = Int.random(in: 0...count, using: &random)
            let range = low..<Int.random(in: low...count, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0:
                set.insert(low)
                if low < count { expected.insert(low) }
            case 1:
                let short = range.prefix(9)
                set.insert(short.startIndex..<short.endIndex)
                expected.formUnion(short)
            case 2:
                set.remove(range)
                expected.subtract(range)
            case 3 where count >= 64:
                let start = Int.random(in: 0...count - 64, using: &random)
                let bits = random.next() & random.next()
                set.insert(bits, at: start)
                expected.formUnion((0..<64).filter { bits >> UInt64($0) & 1 == 1 }.map { start + $0 })
            case 4:
                set.complement()
                expected = Set(0..<count).subtracting(expected)
            default:
                var other = UnitSet(units: count)
                other.insert(range)
                if Bool.random(using: &random) {
                    set.formUnion(other)
                    expected.formUnion(range)
                } else {
                    other.complement()
                    set.formIntersection(other)
                    expected.subtract(range)
                }
            }
            var found: [Int] = []
            set.forEach { found.append($0) }
            #expect(found == expected.sorted() && set.count == found.count && set.isEmpty == found.isEmpty)
            if count >= 64 {
                let start = low % (count - 63)
                #expect(
                    (0..<64).allSatisfy { (set.bits(at: start) >> UInt64($0) & 1 == 1) == set.contains(start + $0) })
            }
            #expect(set.first(in: range) == expected.filter { range.contains($0) }.min())
        }
        #expect(UnitSet(allOf: count).count == count)
    }
}
