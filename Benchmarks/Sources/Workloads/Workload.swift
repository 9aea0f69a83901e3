/// A piece of work that is measured, always the same.
public struct Workload: Sendable {
    /// What it is, such as `tokenize`; counts and thresholds are kept under this name.
    public let name: String
    /// What it is, in words.
    public let summary: String
    /// What one run handles and how much of it, such as 500,000 `bytes`.
    public let amount: @Sendable () throws -> (count: Int, unit: String)
    /// Makes what a run needs, outside the measured part; gives the run, which returns a number that depends on all
    /// that it did.
    public let prepare: @Sendable () throws -> () throws -> Int

    init(
        _ name: String, _ summary: String, amount: @escaping @Sendable () throws -> (count: Int, unit: String),
        prepare: @escaping @Sendable () throws -> () throws -> Int
    ) {
        self.name = name
        self.summary = summary
        self.amount = amount
        self.prepare = prepare
    }

    /// All of them, from the smallest part to the whole.
    public static let all = texts + postings + engine
}
