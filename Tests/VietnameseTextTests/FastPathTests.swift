import Testing

@testable import VietnameseText

@Suite("The fast path finds the tokens that ICU finds")
struct FastPathTests {
    private static let rounds = isRelease ? 200_000 : 3_000

    /// Compares both ways on one text; returns whether they agree.
    private func agree(_ fast: TextAnalyzer, _ slow: TextAnalyzer, _ text: [UInt8]) -> Bool {
        let left = fast.rawTokens(of: text)
        let right = slow.rawTokens(of: text)
        guard left.map({ [$0.start, $0.end] }) == right.map({ [$0.start, $0.end] }) else { return false }
        return zip(left, right).allSatisfy {
            fast.surface($0.surface).elementsEqual(slow.surface($1.surface))
                && fast.surface($0.surface).elementsEqual(text[Int($0.start)..<Int($0.end)])
        }
    }

    @Test("The linked ICU keeps the rules that the masks know")
    func competence() {
        guard case .masks = FastPathCompetence.ofLinkedICU else {
            Issue.record("the fast path is off")
            return
        }
    }

    @Test("Random texts of every plane, with ill-formed bytes", arguments: [10, 9, 7, 0])
    func randomTexts(ordinary: Int) {
        let seed = UInt64.random(in: 0...UInt64.max)
        var texts = RandomText(seed: seed)
        let fast = TextAnalyzer()
        let slow = TextAnalyzer(competence: .none)
        for _ in 0..<Self.rounds {
            let count = Int.random(in: 1...60, using: &texts.random)
            let text = texts.bytes(pieces: count, ordinary: ordinary)
            if fast.surfaceCount > 50_000 {
                fast.removeAll()
                slow.removeAll()
            }
            guard agree(fast, slow, text) else {
                let message = "seed \(seed): \(text)\n\(fast.analyse(text))\n\(slow.analyse(text))"
                Issue.record("\(message)")
                return
            }
        }
    }

    @Test("Every pair of characters around every sign")
    func neighbours() {
        let fast = TextAnalyzer()
        let slow = TextAnalyzer(competence: .none)
        let sides = ["a", "1", "ệ", "_", " ", ".", "e\u{301}", "\u{323}", "", "א", "中", "\u{AD}", "’"]
        let signs = (0..<0x2070).filter { isRelease || $0 < 0x400 || $0 >= 0x1F00 }.compactMap(Unicode.Scalar.init)
        for sign in signs {
            for left in sides {
                for right in sides {
                    let text = Array("x \(left)\(sign)\(right) y".utf8)
                    guard agree(fast, slow, text) else {
                        Issue.record("U+\(String(sign.value, radix: 16)): \(fast.analyse(text)) \(slow.analyse(text))")
                        return
                    }
                }
            }
        }
    }

    @Test("A sign at every place of a window and of a text's end")
    func places() {
        let fast = TextAnalyzer()
        let slow = TextAnalyzer(competence: .none)
        for sign in [".", "ệ", "e\u{302}\u{323}", "’", "\u{AD}", "中", "\u{202F}", "_", "…", "\u{301}", "😀", "×"] {
            for length in 0..<150 {
                for filler in ["a", "1", ".", " ", "ê", "ab ", "…"] {
                    let padding = String(String(repeating: filler, count: length).prefix(length))
                    for text in [padding + sign, padding + sign + "b1", padding + sign + padding] {
                        guard agree(fast, slow, Array(text.utf8)) else {
                            Issue.record("\(length) of \(filler), \(sign): \(fast.analyse(text)) \(slow.analyse(text))")
                            return
                        }
                    }
                }
            }
        }
    }
}

/// Whether the tests are built with optimisation, which makes large ones affordable.
let isRelease: Bool = {
    var debug = false
    assert(
        {
            debug = true
            return true
        }())
    return !debug
}()
