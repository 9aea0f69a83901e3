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

    @Test func sentencesThatFitAreShownWhole() {
        let filler = String(repeating: "Và các việc khác nữa. ", count: 20)
        let two = "Hộ nghèo có [đất] thì được hỗ trợ. Các hộ khác [thu] sau."
        #expect(snippet("\(filler)\(two) \(filler)", width: 60) == "…\(two)…")
        // The second alone has no match that the first has not.
        let one = "Hộ nghèo có [đất] thì được hỗ trợ. Các hộ khác làm sau."
        #expect(snippet("\(filler)\(one) \(filler)", width: 40) == "…Hộ nghèo có [đất] thì được hỗ trợ.…")
        #expect(
            snippet("\(filler)Có [đất]. \(filler)", width: 60)
                == "…Có [đất]. Và các việc khác nữa. Và các việc khác nữa.…")
        #expect(
            snippet("\(filler)Có [đất].", width: 60) == "…Và các việc khác nữa. Và các việc khác nữa. Có [đất].")
    }

    @Test func moreOfTheQuerysWordsCountMoreThanWholeSentences() {
        let filler = String(repeating: "Và các việc khác nữa. ", count: 20)
        let text = "\(filler)Hộ nghèo có [đất] thì được hỗ trợ. Các hộ khác [thu] sau khi làm xong. \(filler)"
        #expect(snippet(text, width: 50) == "…Hộ nghèo có [đất] thì được hỗ trợ. Các hộ khác [thu]…")
    }

    @Test func itemsOfListsBeginAndEndAsSentencesDo() {
        let items = (1...20).map { "- Việc thứ \($0) của\nxã;\n" }.joined()
        #expect(
            snippet("Gồm:\n\(items)- Giao [đất]\ncho hộ;\n\(items)", width: 50)
                == "…- Giao [đất] cho hộ; - Việc thứ 1 của xã;…")
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

    @Test("A sentence that holds all matches and fits is shown whole", arguments: UInt64(0)..<8)
    func sentencesStayWhole(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let words = ["đất", "hộ", "nghèo", "được", "hỗ", "trợ", "15/2020/QĐ-TTg", "18.015", "tỉnh", "TP. Cà Mau"]
        for _ in 0..<60 {
            var sentences: [String] = []
            for _ in 0..<Int.random(in: 2..<12, using: &random) {
                let count = Int.random(in: 1..<12, using: &random)
                let middle = (0..<count).compactMap { _ in words.randomElement(using: &random) }
                sentences.append((["Việc"] + middle + ["xong."]).joined(separator: " "))
            }
            let chosen = Int.random(in: 0..<sentences.count, using: &random)
            let width = sentences[chosen].count + 2 + Int.random(in: 0..<60, using: &random)
            let start = sentences[..<chosen].map { $0.utf8.count + 1 }.reduce(0, +)
            var highlights: [Range<Int>] = []
            for place in sentences[chosen].utf8.indices where Int.random(in: 0..<8, using: &random) == 0 {
                let byte = sentences[chosen].utf8[place]
                guard byte & 0xC0 != 0x80, byte != 0x20 else { continue }
                let at = start + sentences[chosen].utf8.distance(from: sentences[chosen].startIndex, to: place)
                highlights.append(at..<(at + 1))
            }
            guard !highlights.isEmpty else { continue }
            let text = sentences.joined(separator: " ")
            let shown = Snippet(of: Array(text.utf8), highlights: highlights, width: width)
            #expect(shown.text.contains(sentences[chosen]), "seed \(seed): \(shown.text)")
            let words = shown.text.hasPrefix("…") ? String(shown.text.dropFirst()) : shown.text
            // The last sentences alone may not fill it: then it begins in the midst of those before.
            if chosen < sentences.count - 1 { #expect(words.hasPrefix("Việc"), "seed \(seed): \(shown.text)") }
        }
    }

    @Test("What it says of its place is so", arguments: UInt64(0)..<8)
    func rangesAreTrue(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let pieces = ["đất ", "hộ. ", "\n\n", "e\u{302}\u{301}", "Nước; ", "👩‍👩‍👧", "\u{1B}", "a "]
        for _ in 0..<40 {
            var text = ""
            var highlights: [Range<Int>] = []
            for _ in 0..<Int.random(in: 0..<80, using: &random) {
                let start = text.utf8.count
                text += pieces.randomElement(using: &random) ?? ""
                if Int.random(in: 0..<5, using: &random) == 0 { highlights.append(start..<text.utf8.count) }
            }
            let bytes = Array(text.utf8)
            let snippet = Snippet(of: bytes, highlights: highlights, width: Int.random(in: 8..<60, using: &random))
            #expect(snippet.range.lowerBound >= 0 && snippet.range.upperBound <= bytes.count)
            let part = Snippet(of: Array(bytes[snippet.range]), width: .max).text
            var shown = Substring(snippet.text)
            if shown.hasPrefix("…") { shown.removeFirst() }
            if shown.hasSuffix("…") { shown.removeLast() }
            let blank: (Character) -> Bool = { $0 == " " }
            #expect(
                part.split(whereSeparator: blank) == shown.split(whereSeparator: blank),
                "seed \(seed): \(text.debugDescription)")
            let own = Array(snippet.text.utf8)
            #expect(
                snippet.highlights.map { String(decoding: own[$0], as: UTF8.self) }
                    == snippet.segments.filter(\.isMatch).map(\.text))
            let passage = PassageResult(
                ordinal: 0, start: 1000, end: 1000 + bytes.count, text: bytes,
                highlights: highlights.map { $0.lowerBound + 1000..<$0.upperBound + 1000 })
            let moved = Snippet(of: passage, width: 40)
            #expect(
                moved.range.lowerBound == Snippet(of: bytes, highlights: highlights, width: 40).range.lowerBound + 1000)
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
