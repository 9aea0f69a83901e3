/// Words that make a question of two or three spans of a text.
struct QuestionFrame: Sendable {
    var opening: [String]
    var joint: [String]
    var closing: [String]

    private init(_ opening: String, _ joint: String, _ closing: String) {
        self.opening = opening.split(separator: " ").map(String.init)
        self.joint = joint.split(separator: " ").map(String.init)
        self.closing = closing.split(separator: " ").map(String.init)
    }

    var words: [String] { opening + joint + closing }

    /// Two spans, or three: between the second and the third stands a word of its own.
    func question(_ spans: [String]) -> String {
        let later = spans.dropFirst().joined(separator: " \(Self.conjunction) ")
        return (opening + [spans[0]] + joint + [later] + closing).joined(separator: " ")
    }

    /// How many words of a text a question of so many words takes, span by span.
    func spans(ofQuestion length: Int) -> [Int] {
        let spanned = length - words.count
        guard spanned > Self.longestPair else { return [(spanned + 1) / 2, spanned / 2] }
        return [(spanned + 1) / 3, spanned / 3, (spanned - 1) / 3]
    }

    private static let conjunction = "và"
    /// Text seldom goes on for longer without a comma than half of this.
    private static let longestPair = 11

    /// Ways of asking about administration.
    static let all = [
        QuestionFrame("", "khi", "được quy định như thế nào"), QuestionFrame("khi nào", "thì", ""),
        QuestionFrame("trong trường hợp nào", "mà", ""), QuestionFrame("", "và", "là gì"),
        QuestionFrame("ai có trách nhiệm", "trong", ""), QuestionFrame("cơ quan nào", "để", ""),
        QuestionFrame("vì sao", "không được", ""), QuestionFrame("", "gồm những", "nào"),
        QuestionFrame("có được", "khi", "hay không"), QuestionFrame("thời hạn", "của", "là bao lâu"),
    ]

    /// Whole questions have so many words.
    static let lengths = 12...25
}
