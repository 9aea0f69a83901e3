/// The k best of what is offered: a heap whose root is the worst kept.
///
/// Of equal scores the earlier offered stays.
struct TopHits<Score: Comparable & Sendable> {
    struct Entry {
        var score: Score
        var segment: Int32
        var unit: UInt32
        /// Order of arrival, to break ties.
        var order: UInt32
    }

    let capacity: Int
    private(set) var entries: [Entry] = []
    private var arrivals: UInt32 = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 1)
        entries.reserveCapacity(min(self.capacity, 4096))
    }

    var isFull: Bool { entries.count == capacity }
    /// The worst score kept, once it is full.
    var worst: Score? { isFull ? entries[0].score : nil }

    /// Whether `a` is to leave before `b`.
    @inline(__always)
    private func isWorse(_ a: Entry, _ b: Entry) -> Bool {
        a.score != b.score ? a.score < b.score : a.order > b.order
    }

    mutating func offer(_ score: Score, segment: Int, unit: Int) {
        let entry = Entry(score: score, segment: Int32(segment), unit: UInt32(unit), order: arrivals)
        arrivals &+= 1
        if entries.count < capacity {
            entries.append(entry)
            var child = entries.count - 1
            while child > 0 {
                let parent = (child - 1) / 2
                guard isWorse(entries[child], entries[parent]) else { break }
                entries.swapAt(child, parent)
                child = parent
            }
        } else if isWorse(entries[0], entry) {
            entries[0] = entry
            var parent = 0
            while true {
                var worst = parent
                let left = 2 * parent + 1
                if left < capacity, isWorse(entries[left], entries[worst]) { worst = left }
                if left + 1 < capacity, isWorse(entries[left + 1], entries[worst]) { worst = left + 1 }
                if worst == parent { break }
                entries.swapAt(parent, worst)
                parent = worst
            }
        }
    }
}
