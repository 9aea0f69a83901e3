import Testing
import VanThu

@Suite struct SnippetTests {
    /// The snippet with its marks in brackets, of a text where matches stand in brackets.
    private func snippet(_ marked: String, width: Int) -> String {
        var text: [UInt8] = []
        var highlights: [Range<Int>] = []
        var start = 0
        for byte in marked.utf8 {
            switch byte {
            case UInt8(ascii: "["): start = text.count
            case UInt8(ascii: "]"): highlights.append(start..<text.count)
            default: text.append(byte)
            }
        }
        return Snippet(of: text, highlights: highlights, width: width).segments
            .map { $0.isMatch ? "[\($0.text)]" : $0.text }.joined()
    }

    @Test func aTextThatFitsIsShownWhole() {
        #expect(snippet("Thu hồi [đất] của hộ", width: 20) == "Thu hồi [đất] của hộ")
        #expect(snippet("Thu hồi", width: 80) == "Thu hồi")
        #expect(snippet("", width: 80) == "")
    }

    @Test func whiteSpaceAndControlCharactersShowAsOneSpace() {
        #expect(snippet(" \n Thu\r\n\t hồi\u{1B}[đất]\u{A0}\u{202E}ở \0", width: 80) == "Thu hồi [đất] ở")
        #expect(snippet("số [15 /\n2020]", width: 80) == "số [15 / 2020]")
    }

    @Test func theWindowIsWhereDistinctMatchesStandClosest() {
        let filler = String(repeating: "và các việc khác nữa ", count: 20)
        let text = "[đất] \(filler) [đất] [đất] [đất] \(filler) giá [đất] khi [thu] [hồi] \(filler) [thu]"
        let shown = snippet(text, width: 40)
        #expect(shown.contains("[đất] khi [thu] [hồi]"))
        #expect(shown.hasPrefix("…") && shown.hasSuffix("…"))
    }

    @Test func itBeginsAtTheSentenceWhereThatIsNear() {
        let filler = String(repeating: "các việc khác nữa ", count: 20)
        #expect(snippet("\(filler). Hộ có [đất] được \(filler)", width: 40).hasPrefix("…Hộ có [đất] được các"))
        #expect(snippet("\(filler)\n\nhộ có [đất] được \(filler)", width: 40).hasPrefix("…hộ có [đất] được các"))
        let inside = snippet("\(filler)hộ có [đất] được \(filler)", width: 40)
        #expect(inside.contains("nữa hộ có [đất] được") && !inside.hasPrefix("…."))
    }

    @Test func wordsStayWholeAndTheEndIsFilledFromBefore() {
        let filler = String(repeating: "nghiêng ", count: 40)
        let shown = snippet("\(filler)[đất] ở", width: 40)
        #expect(shown == "…nghiêng nghiêng nghiêng nghiêng [đất] ở")
        #expect(snippet(filler, width: 20) == "nghiêng nghiêng…")
        #expect(snippet(String(repeating: "x", count: 100), width: 20) == String(repeating: "x", count: 18) + "…")
    }

    @Test("What is shown is of the text, within the width, marked where matches stand", arguments: UInt64(0)..<8)
    func lawsHoldForAnyText(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let pieces = [
            "đất", "e\u{302}\u{301}", "🇻🇳", "👩‍👩‍👧", ". ", " ", " ", "\n", "\r\n", "A", "—", "\u{1B}", "\u{301}", "x",
        ]
        for _ in 0..<60 {
            var text = ""
            var highlights: [Range<Int>] = []
            for _ in 0..<Int.random(in: 0..<120, using: &random) {
                let start = text.utf8.count
                text += pieces.randomElement(using: &random) ?? ""
                if Int.random(in: 0..<5, using: &random) == 0 { highlights.append(start..<text.utf8.count) }
            }
            let width = Int.random(in: 8..<60, using: &random)
            let snippet = Snippet(of: Array(text.utf8), highlights: highlights, width: width)
            let whole = Snippet(of: Array(text.utf8), highlights: highlights, width: .max)
            #expect(snippet.text.count <= width, "seed \(seed): \(text.debugDescription)")
            // In scalars: a mark that stood alone fuses with the sign before it.
            var shown = Array(snippet.text.unicodeScalars)
            if shown.first == "…" { shown.removeFirst() }
            if shown.last == "…" { shown.removeLast() }
            let all = Array(whole.text.unicodeScalars)
            let places = shown.count <= all.count ? 0...(all.count - shown.count) : 0...0
            #expect(places.contains { all[$0...].starts(with: shown) }, "seed \(seed): \(text.debugDescription)")
            #expect(snippet.segments.allSatisfy { !$0.text.isEmpty })
            if whole.segments.contains(where: { $0.isMatch }) {
                #expect(snippet.segments.contains { $0.isMatch }, "seed \(seed): \(text.debugDescription)")
            }
        }
    }

    @Test("No bytes and no ranges crash it", arguments: UInt64(0)..<4)
    func anyBytes(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<200 {
            let text = (0..<Int.random(in: 0..<100, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            var edges = (0..<6).map { _ in Int.random(in: -5..<120, using: &random) }.sorted()
            if Bool.random(using: &random) { edges = edges.map { $0 * 3 } }
            let highlights = [edges[0]..<edges[1], edges[2]..<edges[3], edges[4]..<edges[5]]
            let snippet = Snippet(of: text, highlights: highlights, width: Int.random(in: -3..<50, using: &random))
            #expect(snippet.text.unicodeScalars.allSatisfy { $0.value >= 0x20 })
        }
    }

    @Test func aLargeDocumentIsReadOnlyAroundItsMatches() {
        let filler = String(repeating: "các việc khác nữa ", count: 40_000)
        var text = Array(filler.utf8)
        let start = text.count
        text += Array("thu hồi đất".utf8)
        let end = text.count
        text += Array((" " + filler).utf8)
        let took = ContinuousClock().measure {
            let snippet = Snippet(of: text, highlights: [0..<4, start..<(start + 3), start..<end], width: 60)
            #expect(snippet.text.contains("thu hồi đất") && snippet.text.hasPrefix("…") && snippet.text.hasSuffix("…"))
            #expect(snippet.text.count <= 60)
        }
        #expect(took < .seconds(5))
    }
}
