import AdministrativeDocuments
import Testing

@Suite struct Passages {
    private func cut(_ text: String, target: Int = 2400, maximum: Int = 3600) -> [String] {
        var cutter = PassageCutter()
        cutter.targetBytes = target
        cutter.maximumBytes = maximum
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBytes { cutter.cut($0) }.map {
            String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
        }
    }

    /// The first promise broken, nil if all hold.
    private func fault(_ text: [UInt8], _ cutter: PassageCutter) -> String? {
        let passages = text.withUnsafeBytes { cutter.cut($0) }
        var last = 0
        for passage in passages {
            guard passage.start >= last, passage.end > passage.start, passage.end <= text.count else {
                return "ranges do not rise"
            }
            if text[last..<passage.start].contains(where: { !isSpace($0) }) {
                return "text at \(last) is in no passage"
            }
            if isSpace(text[passage.start]) || isSpace(text[passage.end - 1]) {
                return "not trimmed at \(passage.start)"
            }
            if text[passage.start] & 0xC0 == 0x80 { return "starts inside a character at \(passage.start)" }
            if passage.end < text.count, text[passage.end] & 0xC0 == 0x80 {
                return "ends inside a character at \(passage.end)"
            }
            if passage.end - passage.start > cutter.maximumBytes { return "too long at \(passage.start)" }
            last = passage.end
        }
        return text[last...].contains { !isSpace($0) } ? "the text's end is in no passage" : nil
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }

    @Test func everyByteOfGeneratedTextsIsInOnePassage() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var state = seed
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let parts = [
            "Điều 5. ", "Chương II\n", "văn bản ", "của", "\n", "\r\n", "\r\n\n", "\n\n", ". ", "; ", "a) ", "- ", "😀",
            "Nơi nhận:\n",
            "TM. CHÍNH PHỦ\n", "đ) ", "quyết định", "e\u{302}\u{323}", String(repeating: "dài", count: 40), "\t",
            "QUYẾT ĐỊNH:", "I. ", "(", "\u{A0}", "Điều 1.", "1. ", "2. ", "1.1. ", "QUY CHẾ\n", "(Ban hành kèm theo\n",
            "PHỤ LỤC\n", "“", "”\n", "\"", "như sau:\n", "Điều\n\n2. ", "+ ", "STT\n", "b) ", "II. ", "Mục 1\n",
        ]
        for _ in 0..<3000 {
            let text = Array((0..<random(80)).map { _ in parts[random(parts.count)] }.joined().utf8)
            var cutter = PassageCutter()
            cutter.targetBytes = 1 + random(200)
            cutter.maximumBytes = 8 + random(300)
            let found = fault(text, cutter)
            #expect(found == nil, "seed \(seed): \(String(decoding: text, as: UTF8.self))")
            if found != nil { return }
        }
    }

    @Test(.enabled(if: SharedTexts.path != nil, "the corpora are not at hand"))
    func everyByteOfRealTextsIsInOnePassage() {
        for text in RealDocuments.texts { #expect(fault(text, PassageCutter()) == nil) }
    }

    @Test(.enabled(if: SharedTexts.path != nil, "the corpora are not at hand"))
    func aRealTextIsItsPassagesAndWhatStandsBetween() {
        for text in RealDocuments.texts {
            let (outline, passages) = text.withUnsafeBytes { PassageCutter().read($0) }
            var rebuilt: [UInt8] = []
            for passage in passages {
                rebuilt += text[rebuilt.count..<passage.start]
                rebuilt += text[passage.start..<passage.end]
                // Paths name nodes that are there; headings stand above the passage.
                for element in passage.path {
                    #expect(outline.nodes.contains { $0.level == element.level && $0.number == element.number })
                }
                for heading in passage.headings { #expect(heading.upperBound <= passage.start) }
            }
            rebuilt += text[rebuilt.count...]
            #expect(rebuilt == text)
        }
    }

    @Test func anEmptyTextHasNoPassage() {
        #expect(cut("") == [])
        #expect(cut(" \r\n\t ") == [])
    }

    @Test func smallParagraphsAreJoined() {
        #expect(cut("Một.\n\nHai.\n\nBa.") == ["Một.\n\nHai.\n\nBa."])
    }

    @Test func aHeadingOpensAPassageOnceTheOneBeforeIsHalfFull() {
        let body = String(repeating: "Nội dung của điều này. ", count: 4).trimmingSuffix()
        let text = "Điều 1. Phạm vi\n\(body)\nĐiều 2. Đối tượng\n\(body)"
        let expected = ["Điều 1. Phạm vi\n\(body)", "Điều 2. Đối tượng\n\(body)"]
        #expect(cut(text, target: 200, maximum: 400) == expected)
    }

    @Test func aHeadingIsNotLeftAtAPassagesEnd() {
        let body = "Câu này dài đúng bằng một khoản của điều luật."
        let passages = cut("\(body)\nChương II\nTỔ CHỨC\nĐiều 7. Nhiệm vụ\n\(body)\n\(body)", target: 90, maximum: 220)
        #expect(
            passages.allSatisfy { !$0.hasSuffix("Nhiệm vụ") && !$0.hasSuffix("Chương II") && !$0.hasSuffix("TỔ CHỨC") })
    }

    @Test(arguments: ["\n", "\r\n", "\r\r\n", "\r\n\n  "]) func aSoftWrapIsNoParagraphEnd(wrap: String) {
        let first = "Ủy ban nhân dân tỉnh chịu trách nhiệm chỉ đạo, kiểm tra và đôn đốc"
        let text = "\(first)\(wrap)việc thực hiện của các sở.\n\nHai."
        #expect(cut(text, target: 60, maximum: 400).first == "\(first)\(wrap)việc thực hiện của các sở.")
    }

    @Test func aHeadingWrappedBehindItsFirstWordIsStillOne() {
        let body = String(repeating: "Nội dung của điều này. ", count: 4).trimmingSuffix()
        let passages = cut("\(body)\n\nĐiều\r\n\n16. Chế độ thông tin\n\n\(body)", target: 150, maximum: 400)
        #expect(passages.last?.hasPrefix("Điều\r\n\n16. Chế độ") == true)
    }

    @Test func aLongParagraphIsCutAtASentencesEnd() {
        let sentence = "Chủ tịch Ủy ban nhân dân TP. Hồ Chí Minh chi 18.015 đồng theo khoản 1 Điều 5."
        let passages = cut(Array(repeating: sentence, count: 30).joined(separator: " "), target: 300, maximum: 600)
        #expect(passages.count > 5)
        #expect(passages.allSatisfy { $0.hasPrefix("Chủ tịch") && $0.hasSuffix("Điều 5.") })
    }

    @Test func aSentenceWithoutAnEndIsCutAtASpaceAndAWordWithoutASpaceAtALetter() {
        #expect(
            cut(String(repeating: "chữ ", count: 200), target: 50, maximum: 60).allSatisfy {
                $0.hasPrefix("chữ") && $0.hasSuffix("chữ")
            })
        let letters = cut(String(repeating: "ệ", count: 500), target: 50, maximum: 61)
        #expect(letters.joined() == String(repeating: "ệ", count: 500))
    }

    @Test func aPassageKnowsItsPlaceAndTheHeadingsAboveIt() {
        let clause = String(repeating: "Nội dung của khoản này. ", count: 7).trimmingSuffix()
        let text = """
            Chương II
            TỔ CHỨC

            Điều 7. Nhiệm vụ

            1. \(clause)

            2. \(clause)

            a) \(clause)

            b) \(clause)

            Điều 8. Quyền hạn

            \(clause)
            """
        var cutter = PassageCutter()
        cutter.targetBytes = 600
        cutter.maximumBytes = 900
        let bytes = Array(text.utf8)
        let passages = bytes.withUnsafeBytes { cutter.cut($0) }
        #expect(
            passages.map { $0.path.map(\.label).joined(separator: " › ") } == [
                "Chương II › Điều 7", "Chương II › Điều 7 › Khoản 2", "Chương II › Điều 8",
            ])
        let headings = passages[1].headings.map { String(decoding: bytes[$0], as: UTF8.self) }
        #expect(headings == ["Chương II\nTỔ CHỨC", "Điều 7. Nhiệm vụ"])
        #expect(passages[0].headings.isEmpty && passages[2].headings.count == 1)
    }

    @Test func smallSiblingsAreJoinedUnderTheFirstOnesName() {
        let text = (1...6).map { "Điều \($0). Nội dung thứ \($0) của quy định này, không dài." }.joined(
            separator: "\n\n")
        var cutter = PassageCutter()
        cutter.targetBytes = 250
        cutter.maximumBytes = 400
        let passages = Array(text.utf8).withUnsafeBytes { cutter.cut($0) }
        #expect(passages.count > 1 && passages.count < 6)
        #expect(passages.allSatisfy { $0.path.count == 1 })
        #expect(passages.first?.path.first?.number == "1")
        // What is told of a passage names the last one, too: nobody looks for Điều 6 under Điều 4 alone.
        let numbers = passages.map { passage in
            Array(text.utf8)[passage.start..<passage.end].split(separator: 0x0A).map {
                String(decoding: $0, as: UTF8.self).split(separator: " ")[1].dropLast()
            }
        }
        for (passage, numbers) in zip(passages, numbers) {
            let told = numbers.count > 1 ? "Điều \(numbers[0])–\(numbers[numbers.count - 1])" : "Điều \(numbers[0])"
            #expect(passage.place.map(\.label) == [told])
        }
        #expect(numbers.contains { $0.count > 1 })
    }

    @Test func recipientsAndSignatureStandApartAndAreMarked() {
        let text = """
            Điều 3. Thi hành
            Các Bộ trưởng chịu trách nhiệm thi hành./.

            Nơi nhận:
            - Như Điều 3;
            - Lưu: VT, KTN.

            TM. CHÍNH PHỦ
            THỦ TƯỚNG
            Nguyễn Văn A

            QUY CHẾ
            Về tổ chức
            """
        let bytes = Array(text.utf8)
        let passages = bytes.withUnsafeBytes { PassageCutter().cut($0) }
        #expect(passages.map(\.isBoilerplate) == [false, true, false])
        #expect(String(decoding: bytes[passages[1].start..<passages[1].end], as: UTF8.self).hasSuffix("Nguyễn Văn A"))
    }
}

extension String {
    fileprivate func trimmingSuffix() -> String { String(reversed().drop { $0 == " " }.reversed()) }
}
