import Glibc

/// How good a run is, as means over the topics that have a relevant document.
///
/// A topic without any answer counts as 0. The figures are those of trec_eval and ir_measures, with linear gains.
public struct Measures: Equatable, Sendable {
    /// Topics that count: those with at least one relevant document.
    public var topics = 0
    /// Topics of these that the run answers.
    public var answered = 0
    /// Normalised discounted cumulative gain of the first ten: gain = grade, discount = log2(rank + 1).
    public var ndcg10 = 0.0
    /// One over the rank of the first relevant document, 0 where it is not among the first ten.
    public var mrr10 = 0.0
    /// Share of the relevant documents that stand among the first ten.
    public var recall10 = 0.0
    /// Share of the relevant documents that stand among the first hundred.
    public var recall100 = 0.0
    /// Mean over the relevant documents of the precision where each is found; 0 for those that are not.
    public var map = 0.0

    /// Measures a run; linear in its size but for sorting.
    public init(_ run: Run, against judgments: Judgments) {
        for topic in judgments.topics {
            let grades = judgments.grades(of: topic)
            let ideal = grades.values.filter { $0 > 0 }.sorted(by: >)
            guard !ideal.isEmpty else { continue }
            topics += 1
            guard run.answers(topic) else { continue }
            answered += 1
            add(run.ranking(of: topic).map { max(0, grades[$0] ?? 0) }, ideal: ideal)
        }
        guard topics > 0 else { return }
        ndcg10 /= Double(topics)
        mrr10 /= Double(topics)
        recall10 /= Double(topics)
        recall100 /= Double(topics)
        map /= Double(topics)
    }

    private mutating func add(_ gains: [Int], ideal: [Int]) {
        let relevant = Double(ideal.count)
        ndcg10 += Self.discounted(gains) / Self.discounted(ideal)
        if let first = gains.prefix(10).firstIndex(where: { $0 > 0 }) { mrr10 += 1 / Double(first + 1) }
        recall10 += Double(gains.prefix(10).count { $0 > 0 }) / relevant
        recall100 += Double(gains.prefix(100).count { $0 > 0 }) / relevant
        var found = 0.0
        var precisions = 0.0
        for (index, gain) in gains.enumerated() where gain > 0 {
            found += 1
            precisions += found / Double(index + 1)
        }
        map += precisions / relevant
    }

    private static func discounted(_ gains: [Int]) -> Double {
        gains.prefix(10).enumerated().reduce(0) { $0 + Double($1.element) / log2(Double($1.offset + 2)) }
    }
}
