/// Where keys stand in a list that only grows: a few are gone through, many are hashed.
///
/// Most queries have a few words, and a table costs more to make than to do without; a query may be a whole document, though.
struct PlaceTable<Key: Hashable & Sendable>: Sendable {
    private var places: [Key: Int] = [:]

    /// Lists up to this long are gone through.
    private static var fewest: Int { 12 }

    init() {}

    /// The place of a key in its list.
    @inline(__always)
    func place(of key: Key, among keys: some RandomAccessCollection<Key>) -> Int? {
        guard keys.count <= Self.fewest else { return places[key] }
        var place = 0
        for other in keys {
            if other == key { return place }
            place += 1
        }
        return nil
    }

    /// Notes the last key of its list, to which it was just added.
    @inline(__always)
    mutating func extend(to keys: some RandomAccessCollection<Key>) {
        guard keys.count > Self.fewest else { return }
        if places.isEmpty {
            for (place, key) in keys.enumerated() { places[key] = place }
        } else if let last = keys.last {
            places[last] = keys.count - 1
        }
    }
}
