import Foundation
import Testing

@testable import VietnameseText

@Suite("What users asked of other engines")
struct AcceptanceTests {
    private static let tones: [Unicode.Scalar] = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
    private static let vowels = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"]

    /// Every way to write a base letter with a quality mark and a tone.
    private func spellings(_ vowel: String, _ tone: Unicode.Scalar) -> [String] {
        let plain = Array(vowel.decomposedStringWithCanonicalMapping.unicodeScalars)
        let base = String(plain[0])
        let quality = plain.dropFirst().map(String.init).joined()
        var all = [
            (vowel + String(tone)).precomposedStringWithCanonicalMapping,
            (vowel + String(tone)).decomposedStringWithCanonicalMapping,
            vowel.precomposedStringWithCanonicalMapping + String(tone),
            base + String(tone) + quality,
            (base + String(tone)).precomposedStringWithCanonicalMapping + quality,
            base + quality + String(tone),
        ]
        if tone == "\u{300}" { all.append(vowel + "\u{340}") }
        if tone == "\u{301}" { all.append(vowel + "\u{341}") }
        return all
    }

    @Test("All accented letters in every form and case have one key")
    func allLetters() {
        var keys = Set<String>()
        for vowel in Self.vowels {
            for tone in Self.tones {
                let expected = Array(vowel.utf8) + Array(String(tone).utf8)
                keys.insert(String(decoding: expected, as: UTF8.self))
                for spelling in spellings(vowel, tone) {
                    for cased in [spelling, spelling.uppercased()] {
                        let scalars = cased.unicodeScalars.map { String($0.value, radix: 16) }
                        #expect(Array(exactKey(of: cased).utf8) == expected, "\(scalars)")
                        #expect(foldedKey(of: cased) == foldedKey(of: vowel), "\(scalars)")
                        let inWord = "Th" + cased + "ng"
                        #expect(Array(exactKey(of: inWord).utf8) == Array("th\(vowel)ng\(tone)".utf8), "\(scalars)")
                        let tokens = TextAnalyzer().analyse("x " + inWord + ", y")
                        #expect(tokens.count == 3 && tokens[1].exact.utf8.elementsEqual("th\(vowel)ng\(tone)".utf8))
                    }
                }
            }
        }
        #expect(keys.count == 60)
        for letter in ["đ", "Đ", "Ð", "ð", "Ɖ", "ɖ"] {
            #expect(exactKey(of: letter) == "đ" && foldedKey(of: letter) == "d")
        }
    }

    @Test(
        "Words that are one",
        arguments: [
            ("thụy", "thuỵ"), ("việt", "vịêt"), ("thuyến", "thuýên"), ("Đà", "Ðà"), ("HỒ", "hồ"), ("Điều", "Ðiều"),
            ("họach", "hoạch"), ("NĐ", "NÐ"), ("nđ", "NĐ"), ("quốc", "qúôc"), ("xây\u{200D}dựng", "xâydựng"),
        ])
    func same(left: String, right: String) {
        #expect(Array(exactKey(of: left).utf8) == Array(exactKey(of: right).utf8))
    }

    @Test(
        "Words that are not one, though they look alike without diacritics",
        arguments: [
            ("chó", "chò"), ("đường", "Dương"), ("năm", "Nam"), ("án", "an"), ("điểm", "diễm"), ("đ", "d"),
            ("mã", "mả"),
        ])
    func different(left: String, right: String) {
        #expect(exactKey(of: left) != exactKey(of: right))
    }

    @Test("đường, dương and đương are found by duong; Tuấn and Tuân by tuan, at their places in the text")
    func folded() {
        for word in ["đường", "dương", "đương", "Dưỡng"] { #expect(foldedKey(of: word) == "duong") }
        let text = "Ông Tuấn gặp bà Tua\u{302}n."
        let found = TextAnalyzer().analyse(text).filter { $0.folded == "tuan" }
        #expect(found.map { String(decoding: $0.text, as: UTF8.self) } == ["Tuấn", "Tua\u{302}n"])
    }

    @Test("Case and diacritics forms of a phrase have the same keys, token by token")
    func phrase() {
        let phrase = "xịt chống nắng"
        let analyzer = TextAnalyzer()
        let expected = analyzer.analyse(phrase).map { Array($0.exact.utf8) }
        for form in [phrase, phrase.decomposedStringWithCanonicalMapping] {
            for cased in [form, form.uppercased(), form.capitalized] {
                #expect(analyzer.analyse(cased).map { Array($0.exact.utf8) } == expected)
            }
        }
    }
}

@Suite("The table of surface forms")
struct SurfaceTableTests {
    @Test("Grows without losing a form, forgets all, and starts at 0 again")
    func growth() {
        let analyzer = TextAnalyzer()
        let words = (0..<30_000).map { $0 % 3 == 0 ? "w\($0)" : $0 % 3 == 1 ? "một\($0)" : "từdàihơnmườisáubyte\($0)" }
        let before = analyzer.memoryBytes
        let ids = words.map { word in Array(word.utf8).withUnsafeBytes { analyzer.intern($0) } }
        #expect(ids == Array(0..<30_000))
        #expect(analyzer.surfaceCount == 30_000 && analyzer.memoryBytes > before)
        for (id, word) in zip(ids, words) {
            #expect(analyzer.surface(id).elementsEqual(word.utf8))
            #expect(Array(word.utf8).withUnsafeBytes { analyzer.intern($0) } == id)
        }
        let tokens = analyzer.rawTokens(of: Array(words.joined(separator: " ").utf8))
        #expect(tokens.map(\.surface) == ids)
        analyzer.removeAll()
        #expect(analyzer.surfaceCount == 0 && analyzer.memoryBytes == before)
        #expect(analyzer.rawTokens(of: Array("lại".utf8)).map(\.surface) == [0])
    }

    @Test("Any bytes are a form of their own: empty, with NUL, with 0xFF")
    func anyBytes() {
        let analyzer = TextAnalyzer()
        let forms: [[UInt8]] = [
            [], [0], [0, 0], [0x61], [0x61, 0], [0xFF], Array(repeating: 0xFF, count: 16),
            Array(repeating: 0xFF, count: 17),
            Array(repeating: 0, count: 16), Array(repeating: 0x61, count: 16), Array(repeating: 0x61, count: 17),
        ]
        for _ in 0..<2 {
            for (i, form) in forms.enumerated() {
                #expect(form.withUnsafeBytes { analyzer.intern($0) } == UInt32(i))
                #expect(analyzer.surface(UInt32(i)).elementsEqual(form))
            }
        }
    }

    @Test("A text is analysed in pieces whose number grows with its length, whatever it holds")
    func lengths() {
        let analyzer = TextAnalyzer()
        for piece in ["中文", "a\u{301}", "a.", "_", "…", "\u{323}", "ไทย", "x\u{AD}", "'", "1,", "😀"] {
            let text = Array(String(repeating: piece, count: 300_000).utf8)
            let tokens = analyzer.rawTokens(of: text)
            #expect(tokens.count <= text.count)
            #expect(tokens.allSatisfy { $0.start < $0.end && Int($0.end) <= text.count })
            analyzer.removeAll()
        }
    }
}
