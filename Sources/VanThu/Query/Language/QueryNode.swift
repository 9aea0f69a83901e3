/// A query's syntax tree: what was asked, before anybody decided how to find it.
public indirect enum QueryNode: Equatable, Sendable {
    /// Plain words as they were typed, the punctuation between them, too; neighbours stay one node.
    case words(String)
    /// `"…"`, `"…"~2`: the words side by side, in order; up to `slop` others may stand between.
    case phrase(String, slop: Int)
    /// `quy*`: words that begin so.
    case prefix(String)
    /// `uỷ~1`: words that differ in at most so many letters.
    case fuzzy(String, distance: Int)
    /// `loai:quyet-dinh`: a condition on the document, or on the passage for `article`.
    case field(QueryField, FieldCondition)
    /// `+đất`, `+"…"`, `+(…)`.
    case must(QueryNode)
    /// `-đất`, `-loai:ke-hoach`.
    case mustNot(QueryNode)
    /// `a AND b`, `a VÀ b`.
    case and([QueryNode])
    /// `a OR b`, `a HOẶC b`.
    case or([QueryNode])
    /// `NOT a`, `KHÔNG a`.
    case not(QueryNode)
    /// Side by side, without an operator.
    case sequence([QueryNode])
    /// `đất^2`: counts so many times as much.
    case boost(QueryNode, Double)
}

/// What a field must be.
public enum FieldCondition: Equatable, Sendable {
    /// `loai:quyet-dinh`: these words, hyphens read as spaces; or a number as it was typed, `so:15/2020/QĐ-TTg`.
    case text(String)
    /// `so:15/2020*`: begins so.
    case prefix(String)
    /// `ngay:2019..2020-06`: one of these days; an open end is `Day.earliest` or `Day.latest`.
    case dates(ClosedRange<Day>)
    /// `nam:2019..2020`: one of these years; an open end is that of `Day.years`.
    case years(ClosedRange<Int>)
}

/// A query as it was understood.
public struct QueryTree: Equatable, Sendable, CustomStringConvertible {
    /// The tree; nothing where the query holds no word.
    public var root: QueryNode?
    /// Lines for people about what looks like an operator or a field and is read as words, in the query's order.
    public var notes: [String]

    /// A tree with its notes.
    public init(root: QueryNode?, notes: [String] = []) {
        self.root = root
        self.notes = notes
    }

    /// A query that reads back to the same root, without notes about its spelling; empty where there is no root.
    public var description: String { root?.description ?? "" }
}

extension QueryNode: CustomStringConvertible {
    /// A query that reads back to this node, if reading made it.
    public var description: String { QueryPrinter(of: self).query }
}
