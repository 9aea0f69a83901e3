/// The verbs by which one document acts on another.
enum RelationVerbs {
    /// The verb whose last syllable is a token's, and its first token.
    static func ending(at last: Int, _ reader: SentenceReader) -> (relation: CitationRelation, first: Int)? {
        switch reader.code(last) {
        case Word.the where reader.code(last - 1) == Word.thay: return (.replaces, last - 1)
        case cho where reader.code(last - 1) == Word.thay: return (.replaces, last - 1)
        case cho where reader.code(last - 1) == Word.the && reader.code(last - 2) == Word.thay:
            return (.replaces, last - 2)
        case Word.thay: return (.replaces, last)
        case Word.boUnmarked:
            let before = reader.code(last - 1)
            return before == Word.bai || before == huy || before == huyNew ? (.repeals, last - 1) : nil
        case Word.doi where reader.code(last - 1) == Word.sua: return (.amends, last - 1)
        case Word.sung where reader.code(last - 1) == Word.bo: return (.supplements, last - 1)
        case Word.dan where reader.code(last - 1) == Word.huong: return (.guides, last - 1)
        case Word.tiet where reader.code(last - 1) == Word.chi && reader.code(last - 2) == Word.dinh:
            return (.guides, last - 3)
        default: return nil
        }
    }

    /// A verb and those joined to it before (`sửa đổi, bổ sung`, `quy định chi tiết và hướng dẫn`): what they do, and where
    /// they begin.
    static func joined(endingAt last: Int, from floor: Int, _ reader: SentenceReader) -> (
        relation: CitationRelation, first: Int
    )? {
        guard var found = ending(at: last, reader) else { return nil }
        while true {
            var before = found.first - 1
            guard before > floor, reader.gap(behind: before).isSubset(of: .list) else { return found }
            if reader.code(before) == Word.va || reader.code(before) == or { before -= 1 }
            guard before > floor, let earlier = ending(at: before, reader),
                reader.gap(behind: before).isSubset(of: .list)
            else { return found }
            let amends = earlier.relation == .amends || found.relation == .amends
            found = (amends ? .amends : earlier.relation, earlier.first)
        }
    }

    private static let cho = Syllable.code("cho")
    private static let or = Syllable.code("hoặc")
    private static let huy = Syllable.code("hủy")
    private static let huyNew = Syllable.code("huỷ")
}
