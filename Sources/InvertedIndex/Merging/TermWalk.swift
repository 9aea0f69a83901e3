/// Walks all groups of a term dictionary in order.
struct TermWalk {
    private let dictionary: TermDictionary
    private let name: String
    private var block = 0
    private var groups: [(folded: [UInt8], forms: [TermDictionary.Form])] = []
    private var index = 0

    init(_ dictionary: TermDictionary, name: String) throws(StorageError) {
        self.dictionary = dictionary
        self.name = name
        try load()
    }

    /// The group it stands at; `nil` at the end.
    var current: (folded: [UInt8], forms: [TermDictionary.Form])? { index < groups.count ? groups[index] : nil }

    mutating func advance() throws(StorageError) {
        index += 1
        if index >= groups.count { try load() }
    }

    private mutating func load() throws(StorageError) {
        groups.removeAll(keepingCapacity: true)
        index = 0
        guard block < dictionary.blocks else { return }
        var found: [(folded: [UInt8], forms: [TermDictionary.Form])] = []
        let isWhole = dictionary.forEachGroup(inBlock: block) { folded, forms in
            found.append((folded, forms))
            return true
        }
        guard isWhole else { throw .damaged(name, "block \(block) of its terms cannot be read") }
        groups = found
        block += 1
    }
}

/// Order of two keys by their bytes.
func isBelow(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    a.withUnsafeBytes { a in b.withUnsafeBytes { compareBytes(a, $0) < 0 } }
}
