/// The texts of lowest priority among all that are offered, no text twice.
///
/// Priorities are random numbers of the places where texts stand, so what is left is a sample by place, whatever the order of
/// the offers.
struct BandSample {
    private let count: Int
    private var priorities: [String: UInt64] = [:]
    /// What is not below this need not be offered.
    private(set) var threshold = UInt64.max

    init(count: Int) { self.count = count }

    mutating func offer(_ text: String, priority: UInt64) {
        guard priority < threshold else { return }
        if let known = priorities[text], known <= priority { return }
        priorities[text] = priority
        guard priorities.count > 4 * count + 64 else { return }
        // Twice what is wanted: spellings that differ in case alone fall together in the end.
        let kept = lowest(2 * count + 1)
        threshold = kept.last?.priority ?? 0
        priorities = Dictionary(uniqueKeysWithValues: kept.map { ($0.text, $0.priority) })
    }

    private func lowest(_ number: Int) -> [(text: String, priority: UInt64)] {
        let sorted = priorities.sorted { $0.value != $1.value ? $0.value < $1.value : $0.key < $1.key }
        return sorted.prefix(number).map { (text: $0.key, priority: $0.value) }
    }

    /// The sample in lower case, lowest priority first.
    func finish() -> [(text: String, priority: UInt64)] {
        var seen: Set<String> = []
        var sample: [(text: String, priority: UInt64)] = []
        for (text, priority) in lowest(priorities.count) where sample.count < count {
            let typed = text.lowercased()
            if seen.insert(typed).inserted { sample.append((typed, priority)) }
        }
        return sample
    }
}
