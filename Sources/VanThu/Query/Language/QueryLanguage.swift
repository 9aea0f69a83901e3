/// The language of queries: words, phrases, signs, operators, groups and fields; its grammar stands beside this file.
public enum QueryLanguage {
    /// Reads a query; never fails: what can be no operator or field is words, and a note says so.
    ///
    /// Linear in the length of the query; the tree is no deeper than groups may stand in each other, and its terms are
    /// bounded.
    public static func parse(_ query: String) -> QueryTree {
        var reader = QueryReader(query)
        return reader.read()
    }

    /// The tree, and which stretches of the query are in no leaf as they stand: for proving that nothing gets lost.
    package static func parseWithMarks(
        _ query: String
    ) -> (tree: QueryTree, syntax: [Range<Int>], values: [Range<Int>]) {
        var reader = QueryReader(query)
        let tree = reader.read()
        return (
            tree, reader.marks.filter { $0.role != .value }.map(\.range),
            reader.marks.filter { $0.role == .value }.map(\.range)
        )
    }
}
