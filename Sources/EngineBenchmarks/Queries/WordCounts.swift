internal import VietnameseText

/// The words of a corpus: how many passages hold each, marks and case put aside.
final class WordCounts {
    let analyzer = TextAnalyzer()
    private(set) var passages = 0
    /// For each surface form: its word without marks and case.
    private(set) var folded: [UInt32] = []
    /// For each surface form: whether it is letters and nothing else, as people type them.
    private(set) var isPlain: [Bool] = []
    /// For each folded word: the passages that hold it, and the last of them.
    private var holding: [Int] = []
    private var lastPassage: [Int] = []
    private var words: [String: UInt32] = [:]
    private var tokens: [RawToken] = []

    func add(_ text: UnsafeRawBufferPointer) {
        tokens.removeAll(keepingCapacity: true)
        analyzer.tokenize(text, into: &tokens)
        learnNewForms()
        for token in tokens {
            let word = Int(folded[Int(token.surface)])
            if lastPassage[word] != passages {
                lastPassage[word] = passages
                holding[word] += 1
            }
        }
        passages += 1
    }

    private func learnNewForms() {
        while folded.count < analyzer.surfaceCount {
            let form = UInt32(folded.count)
            let key = String(decoding: analyzer.foldedKey(form), as: UTF8.self)
            let word = words[key] ?? UInt32(holding.count)
            if Int(word) == holding.count {
                words[key] = word
                holding.append(0)
                lastPassage.append(-1)
            }
            folded.append(word)
            let text = String(decoding: analyzer.surface(form), as: UTF8.self)
            isPlain.append(text.unicodeScalars.allSatisfy(Self.isLetter))
        }
    }

    /// Passages that hold the word of a surface form.
    func count(_ surface: UInt32) -> Int { holding[Int(folded[Int(surface)])] }

    /// Combining marks are none: decomposed text is not what keyboards give.
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .otherLetter: true
        default: false
        }
    }
}
