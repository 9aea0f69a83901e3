internal import CIndexKernels

/// Some of the documents or passages of a segment, a bit each.
///
/// Unit `u` is bit `u % 64` of word `u / 64`. There is at least one word, and bits past the last unit are 0.
struct UnitSet: Equatable, Sendable {
    /// Units of the segment, in the set or not.
    let units: Int
    var words: [UInt64]

    /// None of so many units.
    init(units: Int) {
        self.units = units
        words = [UInt64](repeating: 0, count: max((units + 63) / 64, 1))
    }

    /// All of so many units.
    init(allOf units: Int) {
        self.init(units: units)
        complement()
    }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    @inline(__always)
    func contains(_ unit: Int) -> Bool { words[unit >> 6] >> UInt64(unit & 63) & 1 == 1 }

    /// Adds a unit; one beyond the last comes from damaged bytes and is left out.
    @inline(__always)
    mutating func insert(_ unit: Int) {
        guard unit < units else { return }
        words[unit >> 6] |= 1 << UInt64(unit & 63)
    }

    /// Adds neighbours that lie within the segment.
    @inline(__always)
    mutating func insert(_ range: Range<Int>) {
        guard !range.isEmpty, range.upperBound <= units else { return }
        let first = range.lowerBound >> 6
        let last = (range.upperBound - 1) >> 6
        let low = ~UInt64(0) << UInt64(range.lowerBound & 63)
        let high = ~UInt64(0) >> UInt64(63 - (range.upperBound - 1) & 63)
        if first == last {
            words[first] |= low & high
            return
        }
        words[first] |= low
        for word in first + 1..<last { words[word] = ~0 }
        words[last] |= high
    }

    /// Adds 64 neighbours from `start` on as far as their bits are set; they lie within the segment.
    @inline(__always)
    mutating func insert(_ bits: UInt64, at start: Int) {
        guard start >= 0, start + 64 <= units else { return }
        let shift = UInt64(start & 63)
        words[start >> 6] |= bits << shift
        if shift > 0 { words[start / 64 + 1] |= bits >> (64 - shift) }
    }

    /// Becomes the units whose byte is not zero; there are 64 bytes for each word.
    mutating func formNonzero(_ bytes: UnsafePointer<UInt8>) {
        words.withUnsafeMutableBufferPointer { words in
            guard let base = words.baseAddress else { return }
            vt_set_nonzero(base, bytes, words.count * 64)
        }
        trim()
    }

    /// The bits of 64 neighbours from `start` on; they lie within the segment.
    @inline(__always)
    func bits(at start: Int) -> UInt64 {
        guard start >= 0, start + 64 <= units else { return 0 }
        let shift = UInt64(start & 63)
        let low = words[start >> 6] >> shift
        return shift == 0 ? low : low | words[start / 64 + 1] << (64 - shift)
    }

    /// Removes neighbours that lie within the segment.
    mutating func remove(_ range: Range<Int>) {
        guard !range.isEmpty, range.upperBound <= units else { return }
        for unit in range { words[unit >> 6] &= ~(1 << UInt64(unit & 63)) }
    }

    /// The first of some neighbours that is in the set.
    func first(in range: Range<Int>) -> Int? {
        guard !range.isEmpty, range.upperBound <= units else { return nil }
        var word = range.lowerBound >> 6
        var bits = words[word] & ~UInt64(0) << UInt64(range.lowerBound & 63)
        while bits == 0 {
            word += 1
            guard word << 6 < range.upperBound else { return nil }
            bits = words[word]
        }
        let found = word << 6 | bits.trailingZeroBitCount
        return found < range.upperBound ? found : nil
    }

    mutating func formUnion(_ other: UnitSet) {
        for word in words.indices { words[word] |= other.words[word] }
    }

    mutating func formIntersection(_ other: UnitSet) {
        for word in words.indices { words[word] &= other.words[word] }
    }

    /// Turns it into all other units.
    mutating func complement() {
        for word in words.indices { words[word] = ~words[word] }
        trim()
    }

    /// Clears the bits past the last unit.
    mutating func trim() {
        if units == 0 {
            words[0] = 0
        } else if units & 63 != 0 {
            words[words.count - 1] &= ~0 >> UInt64(64 - units & 63)
        }
    }

    /// Gives `body` each unit of the set, ascending.
    @inline(__always)
    func forEach(_ body: (Int) -> Void) {
        for (word, all) in words.enumerated() {
            var bits = all
            while bits != 0 {
                body(word << 6 | bits.trailingZeroBitCount)
                bits &= bits - 1
            }
        }
    }
}
