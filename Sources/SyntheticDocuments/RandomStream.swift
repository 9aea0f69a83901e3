/// A stream of random numbers from a seed: SplitMix64 (Steele, Lea, Flood 2014), 64 bits of state, no allocation.
struct RandomStream {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    /// The next 64 random bits.
    @inline(__always) mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Hashing.mixed(state)
    }

    /// A whole number from 0 up to `bound`, which is left out; `bound` is small beside 2³².
    @inline(__always) mutating func below(_ bound: Int) -> Int {
        Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(truncatingIfNeeded: bound)) >> 32)
    }

    /// A whole number within a closed range.
    @inline(__always) mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// A number from 0 to 1, neither reached.
    @inline(__always) mutating func unit() -> Double { (Double(next() >> 11) + 0.5) * 0x1p-53 }

    /// Whether something of this probability happens.
    @inline(__always) mutating func chance(_ probability: Double) -> Bool { unit() < probability }

    /// One of some things, each as likely as the others; the array must not be empty.
    @inline(__always) mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    /// A number of the standard normal distribution: the sum of twelve uniform ones, less six (no tails beyond ±6).
    mutating func normal() -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += unit() }
        return sum
    }

    /// A rank from 0: small ones often, `bound` never reached, each doubling about as likely as the one before.
    mutating func logarithmic(_ bound: Int) -> Int {
        guard bound > 1 else { return 0 }
        let bits = Int.bitWidth - bound.leadingZeroBitCount
        let top = 1 << below(bits + 1)
        return min(bound - 1, top - 1 + below(top))
    }
}

/// Mixing of bits, for tables too large to be stored: what stands at a place is worked out from the place.
enum Hashing {
    /// SplitMix64's finaliser: every bit of the input moves half of the output.
    @inline(__always) static func mixed(_ value: UInt64) -> UInt64 {
        var bits = value
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// Two numbers as one.
    @inline(__always) static func mixed(_ first: UInt64, _ second: UInt64) -> UInt64 {
        mixed(first &* 0x9E37_79B9_7F4A_7C15 &+ mixed(second &+ 0xD1B5_4A32_D192_ED03))
    }
}
