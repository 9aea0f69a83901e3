/// What people judged: for each topic, how relevant documents are (TREC's qrels).
public struct Judgments: Sendable {
    /// Topics in the order of the file.
    public private(set) var topics: [String] = []
    private var grades: [String: [String: Int]] = [:]

    /// No judgments.
    public init() {}

    /// Reads lines of `topic iteration document grade`.
    ///
    /// Throws where the file cannot be read or a line is no judgment, naming file and line.
    public static func read(_ path: String) throws(VanThuError) -> Judgments {
        var judgments = Judgments()
        let reader = try LineReader(path: path)
        try reader.forEachLine { number, line throws(VanThuError) in
            let fields = LineReader.fields(line)
            guard fields.count >= 4 else {
                throw reader.problem(
                    number, "a judgment is `topic 0 document grade`, but only \(fields.count) fields stand here")
            }
            let gradeText = String(decoding: fields[3], as: UTF8.self)
            guard let grade = Int(gradeText) else {
                throw reader.problem(number, "the grade `\(gradeText)` is no whole number")
            }
            judgments.set(
                grade, topic: String(decoding: fields[0], as: UTF8.self),
                document: String(decoding: fields[2], as: UTF8.self))
        }
        return judgments
    }

    /// Notes a grade; of several for one document the last counts.
    public mutating func set(_ grade: Int, topic: String, document: String) {
        if grades[topic] == nil { topics.append(topic) }
        grades[topic, default: [:]][document] = grade
    }

    /// The grades of a topic's judged documents.
    public func grades(of topic: String) -> [String: Int] { grades[topic] ?? [:] }
}
