/// The ordinals a word stands for: one, all of a group, or a few of it.
///
/// Runs are ascending and apart.
struct OrdinalSet: Hashable, Sendable, Sequence {
    private(set) var runs: [Range<UInt32>] = []

    init() {}
    init(_ ordinal: UInt32) { runs = [ordinal..<ordinal + 1] }
    init(_ range: Range<UInt32>) { runs = range.isEmpty ? [] : [range] }

    var isEmpty: Bool { runs.isEmpty }

    @inline(__always)
    func contains(_ ordinal: UInt32) -> Bool {
        for run in runs where run.contains(ordinal) { return true }
        return false
    }

    mutating func insert(_ ordinal: UInt32) {
        guard !contains(ordinal) else { return }
        let place = runs.firstIndex { $0.lowerBound > ordinal } ?? runs.count
        runs.insert(ordinal..<ordinal + 1, at: place)
    }

    func makeIterator() -> FlattenSequence<[Range<UInt32>]>.Iterator { runs.joined().makeIterator() }
}
