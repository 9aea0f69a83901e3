internal import CIndexKernels

/// Blocks of 128 integers below 2²⁴: bit-packed at a width that most of them fit, the others patched.
///
/// PFOR after Zukowski et al., "Super-scalar RAM-CPU cache compression" (2006), with the width that gives the fewest
/// bytes. Layout: width (1 byte), number of exceptions e (1 byte), 16 × width bytes of low bits in four lanes
/// (bitpacking.h), e places (1 byte each), e high parts (varints). Passages of one document stand together, so lists
/// are clumped and one wide gap in 128 is usual: patching saves a third against plain packing.
enum PatchedBlock {
    /// Integers in a block.
    static let size = 128
    /// Values are below 2 to this: then no sum of 128 gaps overflows 32 bits, whatever bytes are read.
    static let maximumBits = 24

    /// Appends 128 values, each below 2²⁴.
    static func encode(_ values: UnsafePointer<UInt32>, into out: inout ByteWriter) {
        let width = bestWidth(values)
        let start = out.reserve(2 + 16 * width + 128 * 5)
        start[0] = UInt8(width)
        let limit: UInt32 = 1 << UInt32(width)
        var exceptions = 0
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 128) { low in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 128) { places in
                let mask = limit &- 1
                for i in 0..<128 {
                    low[i] = values[i] & mask
                    places[exceptions] = UInt8(i)
                    exceptions += values[i] >= limit ? 1 : 0
                }
                if let source = low.baseAddress { vt_pack128(source, start + 2, Int32(width)) }
                start[1] = UInt8(exceptions)
                var at = start + 2 + 16 * width
                for e in 0..<exceptions {
                    at[0] = places[e]
                    at += 1
                }
                for e in 0..<exceptions {
                    var high = values[Int(places[e])] >> UInt32(width)
                    while high >= 0x80 {
                        at[0] = UInt8(truncatingIfNeeded: high) | 0x80
                        at += 1
                        high >>= 7
                    }
                    at[0] = UInt8(truncatingIfNeeded: high)
                    at += 1
                }
                out.advance(at - start)
            }
        }
    }

    private static func bestWidth(_ values: UnsafePointer<UInt32>) -> Int {
        // How many values need exactly so many bits.
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 33) { needs in
            needs.initialize(repeating: 0)
            var widest = 0
            for i in 0..<128 {
                let bits = 32 - values[i].leadingZeroBitCount
                needs[bits] += 1
                widest = max(widest, bits)
            }
            precondition(widest <= maximumBits, "a value of a block is not below 2^24")
            var best = widest
            var bestCost = 16 * widest
            var width = widest - 1
            var exceptions = 0
            while width >= 0 {
                exceptions += Int(needs[width + 1])
                // A place and, for nearly all, one byte of high bits; wider ones are counted below.
                var cost = 16 * width + exceptions * 2
                if widest - width > 7 {
                    for bits in (width + 8)...widest { cost += Int(needs[bits]) * ((bits - width - 1) / 7) }
                }
                if cost < bestCost {
                    bestCost = cost
                    best = width
                }
                width -= 1
            }
            return best
        }
    }

    /// Reads 128 values; gives where the next bytes begin, or `nil` where the bytes cannot be a block.
    @inline(__always)
    static func decode(
        _ at: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, into values: UnsafeMutablePointer<UInt32>
    ) -> UnsafePointer<UInt8>? {
        guard end - at >= 2 else { return nil }
        let width = Int(at[0])
        let exceptions = Int(at[1])
        guard width <= maximumBits, exceptions <= 128, end - at >= 2 + 16 * width + exceptions * 2 else { return nil }
        vt_unpack128(at + 2, values, Int32(width))
        var next = at + 2 + 16 * width
        if exceptions > 0 {
            let places = next
            next += exceptions
            for e in 0..<exceptions {
                var high: UInt32 = 0
                var shift: UInt32 = 0
                while true {
                    guard next < end, shift < 28 else { return nil }
                    let byte = next[0]
                    next += 1
                    high |= UInt32(byte & 0x7F) << shift
                    if byte < 0x80 { break }
                    shift += 7
                }
                guard high < 1 << UInt32(maximumBits - width) else { return nil }
                values[Int(places[e] & 0x7F)] |= high << UInt32(width)
            }
        }
        return next
    }
}
