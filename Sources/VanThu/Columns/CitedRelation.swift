/// What a document does with one that it mentions, as a value of `DocumentColumn.relation`: the relation's name, a zero byte and the
/// citation's key.
enum CitedRelation {
    static func value(_ relation: String, _ key: some Sequence<UInt8>) -> [UInt8] {
        var value: [UInt8] = []
        write(relation, key, to: &value)
        return value
    }

    /// Writes the value in place of what is there.
    static func write(_ relation: String, _ key: some Sequence<UInt8>, to value: inout [UInt8]) {
        value.removeAll(keepingCapacity: true)
        value.append(contentsOf: relation.utf8)
        value.append(0)
        value.append(contentsOf: key)
    }
}
