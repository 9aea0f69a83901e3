/// What an engine answered: for each topic, documents with scores (TREC's run format).
public struct Run: Sendable {
    private struct Answer {
        var document: String
        var score: Double
        var rank: Int
    }

    private var answers: [String: [Answer]] = [:]

    /// No answers.
    public init() {}

    /// Reads lines of `topic Q0 document rank score name`.
    ///
    /// With documents as the unit a passage `id#n` counts as its document `id`. Throws where the file cannot be read
    /// or a line is no answer, naming file and line.
    public static func read(_ path: String, by unit: ResultUnit = .passage) throws(VanThuError) -> Run {
        var run = Run()
        let reader = try LineReader(path: path)
        try reader.forEachLine { number, line throws(VanThuError) in
            let fields = LineReader.fields(line)
            guard fields.count >= 5 else {
                throw reader.problem(
                    number,
                    "an answer is `topic Q0 document rank score name`, but only \(fields.count) fields stand here")
            }
            let rankText = String(decoding: fields[3], as: UTF8.self)
            guard let rank = Int(rankText) else {
                throw reader.problem(number, "the rank `\(rankText)` is no whole number")
            }
            let scoreText = String(decoding: fields[4], as: UTF8.self)
            guard let score = Double(scoreText), !score.isNaN else {
                throw reader.problem(number, "the score `\(scoreText)` is no number")
            }
            var name = fields[2]
            if unit == .document, let mark = name.lastIndex(of: UInt8(ascii: "#")) { name = name[..<mark] }
            run.add(
                String(decoding: name, as: UTF8.self), topic: String(decoding: fields[0], as: UTF8.self), rank: rank,
                score: score)
        }
        return run
    }

    /// Adds an answer; answers may come in any order.
    public mutating func add(_ document: String, topic: String, rank: Int, score: Double) {
        answers[topic, default: []].append(Answer(document: document, score: score, rank: rank))
    }

    /// Whether the topic has any answer.
    public func answers(_ topic: String) -> Bool { answers[topic] != nil }

    /// A topic's documents, best first, each once: by score, then by rank; the first line about a document counts.
    public func ranking(of topic: String) -> [String] {
        var seen: Set<String> = []
        let distinct = (answers[topic] ?? []).filter { seen.insert($0.document).inserted }
        // Swift's sort is stable in practice but not by promise: the place in the file settles what is left.
        return distinct.enumerated().sorted { left, right in
            if left.element.score != right.element.score { return left.element.score > right.element.score }
            if left.element.rank != right.element.rank { return left.element.rank < right.element.rank }
            return left.offset < right.offset
        }.map(\.element.document)
    }
}
