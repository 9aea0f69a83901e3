internal import CIndexKernels
internal import Synchronization

/// The impact bytes of one list over all passages of a segment: 0 where it is absent.
final class DenseImpacts: @unchecked Sendable {
    // Unchecked: written by the one that makes it, only read after that.
    let bytes: UnsafeMutablePointer<UInt8>
    /// How often each passage holds it, up to 255: what scoring a few passages in full needs, without a list to decode.
    let frequencies: UnsafeMutablePointer<UInt8>
    /// Passages of the segment, rounded up; each takes two bytes here.
    let count: Int

    init(paddedCount: Int) {
        count = paddedCount
        bytes = .allocate(capacity: max(paddedCount, 64))
        bytes.initialize(repeating: 0, count: max(paddedCount, 64))
        frequencies = .allocate(capacity: max(paddedCount, 64))
        frequencies.initialize(repeating: 0, count: max(paddedCount, 64))
    }

    deinit {
        bytes.deallocate()
        frequencies.deallocate()
    }
}

/// The dense arrays of a segment's frequent lists, made at first use and kept within a budget.
///
/// One SIMD pass over such an array costs as much as some N/35 postings, so for lists in over N/16 of the passages it is the
/// cheaper form; adding it needs no decoding and no branch. When the budget is full the least recently used goes.
final class DenseCache: Sendable {
    struct Key: Hashable {
        /// Ordinals of the first and the second word; a term has no second.
        var first: OrdinalSet
        var second: OrdinalSet?
        var k1: Float
        var b: Float
    }

    private struct State {
        var arrays: [Key: (array: DenseImpacts, used: UInt64)] = [:]
        var clock: UInt64 = 0
        var bytes = 0
    }

    private let state = Mutex(State())
    private let budget: Int

    init(budget: Int) { self.budget = budget }

    /// The array of a key, made by `make` if it is not there.
    ///
    /// Two threads may make the same one; the first is kept.
    func array(_ key: Key, make: () -> DenseImpacts) -> DenseImpacts {
        let known: DenseImpacts? = state.withLock { state in
            state.clock += 1
            guard let entry = state.arrays[key] else { return nil }
            state.arrays[key]?.used = state.clock
            return entry.array
        }
        if let known { return known }
        let made = make()
        return state.withLock { state in
            if let entry = state.arrays[key] { return entry.array }
            state.bytes += made.count
            state.arrays[key] = (made, state.clock)
            while state.bytes > budget, state.arrays.count > 1,
                let oldest = state.arrays.min(by: { $0.value.used < $1.value.used }), oldest.key != key
            {
                state.bytes -= oldest.value.array.count
                state.arrays[oldest.key] = nil
            }
            return made
        }
    }
}
