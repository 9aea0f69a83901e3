/// What texts are made like: words, their succession and their structure, learnt from whole documents.
///
/// The words of the corpus keep their order by frequency; how often the word of each rank occurs is that of real texts
/// (`RankFrequency`), which a small corpus cannot tell. Syllables that Vietnamese allows fill the ranks that the corpus
/// leaves open.
public struct TextModel: Sendable {
    let tables: TextTables

    /// Learns from the texts of documents, such as the files of `Corpus/documents`; UTF-8, line ends of any kind.
    ///
    /// - Throws: `TextModelError` where they hold too little to learn from, or are no text.
    public init(documents: [[UInt8]]) throws(TextModelError) {
        guard !documents.isEmpty else { throw .noDocuments }
        var learning = TextLearning()
        for (index, document) in documents.enumerated() {
            guard let text = String(validating: document, as: UTF8.self) else { throw .notText(document: index) }
            learning.add(text.contains("\r") ? text.replacing("\r\n", with: "\n") : text)
        }
        guard learning.wordCount >= Self.fewestWords else {
            throw .tooLittle(words: learning.wordCount, needed: Self.fewestWords)
        }
        tables = TextTables(learning)
    }

    /// Fewer words than these show no succession.
    static let fewestWords = 200

    /// Words learnt from.
    public var wordCount: Int { tables.learntTokens }
    /// Distinct words learnt, capitals apart.
    public var vocabularyCount: Int { tables.learntWords }
}

/// Why no model could be made.
public enum TextModelError: Error, Equatable, CustomStringConvertible {
    /// There are no documents to learn from.
    case noDocuments
    /// A document, counted from 0, is not valid UTF-8.
    case notText(document: Int)
    /// The documents hold too few words in paragraphs.
    case tooLittle(words: Int, needed: Int)

    /// The trouble in a line.
    public var description: String {
        switch self {
        case .noDocuments: "there are no documents to learn from"
        case .notText(let document): "document \(document + 1) is not UTF-8 text"
        case .tooLittle(let words, let needed):
            "the documents hold \(words) words in paragraphs, too few to learn from (\(needed) are needed)"
        }
    }
}
