/// The ordinals a word stands for: one, all of a group, or a few of it.
///
/// Runs are ascending and apart.
struct OrdinalSet: Hashable, Sendable, Sequence {
    private(set) var runs: [Range<UInt32>] = []

    init() {}
    init(_ ordinal: UInt32) { runs = [ordinal..<ordinal + 1] }
    init(_ range: Range<UInt32>) { runs = range.isEmpty ? [] : [range] }

    /// Ascending ordinals; neighbours become one run.
    init(ascending ordinals: [UInt32]) {
        for ordinal in ordinals {
            if let last = runs.last, last.upperBound >= ordinal {
                runs[runs.count - 1] = last.lowerBound..<Swift.max(ordinal + 1, last.upperBound)
            } else {
                runs.append(ordinal..<ordinal + 1)
            }
        }
    }

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
