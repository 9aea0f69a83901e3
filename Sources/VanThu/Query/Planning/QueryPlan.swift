internal import InvertedIndex

/// What the index is asked for, made out of what a person typed.
struct QueryPlan {
    var query = RankedQuery()
    /// What the query's words match, for marking them in texts.
    var marks = MatchMarks()
    /// Lines for people about what was understood otherwise than it looks, and about what the index has nothing of.
    var notes: [String] = []
    /// The words by selection number, for explanations.
    var labels: [Int: String] = [:]
    /// How the query was understood.
    var tree = QueryTree(root: nil)
    /// The tree as a query that reads back to it; written when it is asked for.
    var description: String { tree.description }
}

/// The keys by which words of a text are marked as matches.
struct MatchMarks {
    var exact: Set<[UInt8]> = []
    var folded: Set<[UInt8]> = []
    /// Keys of numbers and dates.
    var references: Set<[UInt8]> = []
}
