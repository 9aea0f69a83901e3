/// Words and paragraphs as they are read, before ranks are known.
struct TextLearning {
    struct Paragraph {
        var kind: ParagraphKind
        var words: [UInt32]
        var gaps: [UInt8]
        var document: Int
    }

    private(set) var paragraphs: [Paragraph] = []
    /// Learnt words by number, from `WordId.firstLearnt`.
    private(set) var words: [String] = []
    private(set) var counts: [Int] = []
    private(set) var gaps: [String] = ["", " ", ", "]
    private(set) var documentCount = 0
    /// Words in paragraphs.
    private(set) var wordCount = 0

    private var ids: [String: UInt32] = [:]
    private var gapIds: [String: UInt8] = ["": 0, " ": 1, ", ": 2]
    private let reader = CorpusReader()
    private let tokenizer = CorpusTokenizer()

    mutating func add(_ document: String) {
        for paragraph in reader.paragraphs(of: document) {
            let tokens = tokenizer.tokens(of: paragraph.text)
            guard tokens.count > 2 else { continue }
            var learnt = Paragraph(kind: paragraph.kind, words: [], gaps: [], document: documentCount)
            let isCapitals = CorpusReader.isCapitals(paragraph.text)
            for (index, token) in tokens.enumerated() {
                var word = token.word
                // A capital that only opens the sentence, or a whole line of them, is not the word's own.
                if isCapitals || index == 0 && !Self.isName(tokens) { word = word.lowercased() }
                learnt.words.append(token.slot ?? id(of: word))
                learnt.gaps.append(gap(token.gap))
                wordCount += 1
            }
            paragraphs.append(learnt)
        }
        documentCount += 1
    }

    /// Whether a paragraph begins with a name: its second word has a capital, too.
    private static func isName(_ tokens: [CorpusToken]) -> Bool {
        tokens.count > 1 && LetterForms.isCapitalized(tokens[1].word)
            || tokens[0].word.dropFirst().contains(where: \.isUppercase)
    }

    private mutating func id(of word: String) -> UInt32 {
        if let id = ids[word] {
            counts[Int(id - WordId.firstLearnt)] += 1
            return id
        }
        let id = WordId.firstLearnt + UInt32(words.count)
        ids[word] = id
        words.append(word)
        counts.append(1)
        return id
    }

    private mutating func gap(_ text: String) -> UInt8 {
        if let id = gapIds[text] { return id }
        // What is rarer than the first 255 becomes a plain space.
        guard gaps.count < 255, text.utf8.count < 16 else { return 1 }
        let id = UInt8(gaps.count)
        gapIds[text] = id
        gaps.append(text)
        return id
    }
}
