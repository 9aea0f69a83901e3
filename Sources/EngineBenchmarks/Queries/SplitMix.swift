/// SplitMix64's mixing (Steele, Lea and Flood, 2014): numbers that follow from a seed and a place alone.
struct SplitMix: Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// Numbers of one place in a text that no neighbour's resemble.
    init(seed: UInt64, passage: Int, token: Int, stream: Int) {
        state = Self.mixed(seed &+ Self.step)
        state = Self.mixed(state ^ UInt64(truncatingIfNeeded: passage) &* Self.step)
        state ^= UInt64(truncatingIfNeeded: token) << 8 | UInt64(truncatingIfNeeded: stream)
    }

    mutating func next() -> UInt64 {
        state &+= Self.step
        return Self.mixed(state)
    }

    /// A number below `limit`, which is far below 2³².
    mutating func next(below limit: Int) -> Int { Int(((next() >> 32) &* UInt64(limit)) >> 32) }

    private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
