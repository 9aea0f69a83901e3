/// What a document does with one that it mentions, as a value of `DocumentColumn.relation`: the relation's name, a zero byte and the
/// citation's key.
enum CitedRelation {
    static func value(_ relation: String, _ key: some Sequence<UInt8>) -> [UInt8] {
        Array(relation.utf8) + [0] + Array(key)
    }
}
