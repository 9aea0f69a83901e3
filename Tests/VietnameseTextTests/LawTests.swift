import Foundation
import Testing

@testable import VietnameseText

@Suite("The laws of tokens hold for any text")
struct LawTests {
    private static let rounds = isRelease ? 20_000 : 1_000

    /// The letters and decimal digits of a word, case-folded and decomposed.
    private func lettersAndDigits(_ bytes: some Sequence<UInt8>) -> [Unicode.Scalar] {
        String(decoding: Array(bytes), as: UTF8.self).decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            switch $0.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
                true
            default: false
            }
        }
    }

    /// The first law that a text's analysis breaks, in words; nil if none.
    private func brokenLaw(_ analyzer: TextAnalyzer, _ text: [UInt8]) -> String? {
        let tokens = analyzer.analyse(text)
        var last = 0
        for token in tokens {
            if token.range.lowerBound < last || token.range.isEmpty || token.range.upperBound > text.count {
                return "ranges rise: \(token)"
            }
            last = token.range.upperBound
            let slice = Array(text[token.range])
            let id = slice.withUnsafeBytes { analyzer.intern($0) }
            let key = String(decoding: analyzer.exactKey(id), as: UTF8.self)
            if Array(key.utf8) != Array(token.exact.utf8) { return "the slice has the same key: \(token)" }
            if token.exact.utf8.contains(where: { $0 < 0x21 }) { return "a key has no control bytes: \(token)" }
            if token.exact.isEmpty || token.folded.isEmpty { return "a key is never empty: \(token)" }
            if Array(exactKey(of: token.exact).utf8) != Array(token.exact.utf8) { return "exact of exact: \(token)" }
            if Array(foldedKey(of: token.exact).utf8) != Array(token.folded.utf8) { return "fold of exact: \(token)" }
            if Array(foldedKey(of: token.folded).utf8) != Array(token.folded.utf8) { return "fold of folded: \(token)" }
            let letters = lettersAndDigits(token.text).count
            if lettersAndDigits(token.exact.utf8).count < letters || lettersAndDigits(token.folded.utf8).count < letters
            {
                return "no letter is lost: \(token)"
            }
        }
        return nil
    }

    @Test("Random texts", arguments: [10, 8, 0])
    func randomTexts(ordinary: Int) {
        let seed = UInt64.random(in: 0...UInt64.max)
        var texts = RandomText(seed: seed)
        let analyzer = TextAnalyzer()
        for _ in 0..<Self.rounds {
            let text = texts.bytes(pieces: Int.random(in: 1...40, using: &texts.random), ordinary: ordinary)
            if let law = brokenLaw(analyzer, text) {
                Issue.record("seed \(seed): \(law) in \(text)")
                return
            }
        }
    }

    @Test("Real texts, and the fast path beside ICU", .enabled(if: RealTexts.areHere))
    func realTexts() throws {
        let analyzer = TextAnalyzer()
        let slow = TextAnalyzer(competence: .none)
        var words = Set<String>()
        for text in try RealTexts.texts() {
            let tokens = analyzer.rawTokens(of: text)
            let wanted = slow.rawTokens(of: text)
            #expect(tokens.map(\.start) == wanted.map(\.start) && tokens.map(\.end) == wanted.map(\.end))
            for token in tokens { words.insert(String(decoding: analyzer.surface(token.surface), as: UTF8.self)) }
            if tokens.map(\.start) != wanted.map(\.start) { return }
        }
        // The laws once for each word in the plain, in one text of its own.
        for word in words {
            if let law = brokenLaw(analyzer, Array(word.utf8)) {
                Issue.record("\(law)")
                return
            }
            let exact = exactKey(of: word)
            #expect(Array(exactKey(of: word.decomposedStringWithCanonicalMapping).utf8) == Array(exact.utf8), "\(word)")
            #expect(
                Array(exactKey(of: word.precomposedStringWithCanonicalMapping).utf8) == Array(exact.utf8), "\(word)")
        }
    }

    @Test("A slice of a token is one token with its key, outside the scripts of dictionaries")
    func slices() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var texts = RandomText(seed: seed)
        let analyzer = TextAnalyzer()
        for _ in 0..<Self.rounds {
            let text = texts.bytes(pieces: 30, ordinary: 10)
            for token in analyzer.analyse(text) where !token.exact.unicodeScalars.contains(where: { $0.value > 0xE00 })
            {
                let again = analyzer.analyse(token.text)
                guard again.count == 1, again[0].range == 0..<token.text.count, again[0].exact == token.exact else {
                    Issue.record("seed \(seed): \(token) gives \(again)")
                    return
                }
            }
        }
    }

    @Test("The keys of ASCII words are those that ICU gives")
    func asciiKeys() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        let maker = KeyMaker()
        for _ in 0..<Self.rounds {
            let word = (0..<Int.random(in: 1...20, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? UInt8.random(in: 0x21...0x7E, using: &random)
                    : Array("_._aZ09qQ".utf8).randomElement(using: &random) ?? 0x61
            }
            word.withUnsafeBytes { maker.makeKeys(of: $0) }
            let answer = (maker.exact, maker.folded, maker.traits)
            word.withUnsafeBytes { maker.makeKeysByICU(of: $0) }
            #expect(answer == (maker.exact, maker.folded, maker.traits), "seed \(seed): \(word)")
        }
    }
}
