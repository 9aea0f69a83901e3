import Testing

@testable import SyntheticDocuments

@Suite("A model learns from whole documents, or says why it cannot")
struct TextModelTests {
    @Test("Nothing to learn from is an error that says so")
    func nothing() {
        #expect(throws: TextModelError.noDocuments) { try TextModel(documents: []) }
        let empty: [[UInt8]] = [[], Array("\n\n\n".utf8), Array("Số: 12/QĐ-UBND\n".utf8)]
        #expect(throws: TextModelError.self) { try TextModel(documents: empty) }
        #expect(TextModelError.tooLittle(words: 3, needed: 200).description.contains("3 words"))
    }

    @Test("Bytes that are no text are an error that names the document")
    func invalid() {
        #expect(throws: TextModelError.notText(document: 1)) {
            try TextModel(documents: [Array("Điều 1. Phạm vi điều chỉnh".utf8), [0x41, 0xFF, 0xC3]])
        }
    }

    @Test("Odd texts do no harm: no body, no line ends, only capitals, brackets left open")
    func odd() throws {
        let odd = [
            "Điều 1. (((( “ ” “ ./. ./.", String(repeating: "A", count: 5_000), "…. .... \u{301}\u{301}",
            "1. " + String(repeating: "một hai ba bốn năm sáu bảy ", count: 60),
            String(repeating: "- x\n", count: 300),
        ]
        let model = try TextModel(documents: odd.map { Array($0.utf8) })
        let generator = DocumentGenerator(model: model, settings: GenerationSettings())
        for index in 0..<3 { #expect(String(validating: generator.document(index).text, as: UTF8.self) != nil) }
    }

    @Test("Structure is learnt: grounds, articles, points and what varies")
    func paragraphs() {
        let text = """
            ỦY BAN NHÂN DÂN
            Số: 12/QĐ-UBND

            QUYẾT ĐỊNH

            Về việc giao chỉ tiêu biên chế cho các phòng, ban

            Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;

            Điều 1. Phạm vi điều chỉnh

            1. Quy định này áp dụng đối với
            các phòng thuộc Ủy ban nhân dân huyện Tân Phú.

            a) Ông Nguyễn Văn An chịu trách nhiệm trước ngày 12/6/2024;

            Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.

            Nơi nhận:
            - Như Điều 2;
            """
        let paragraphs = CorpusReader().paragraphs(of: text)
        #expect(paragraphs.map(\.kind) == [.abstract, .ground, .articleTitle, .clause, .point, .clause])
        #expect(paragraphs[3].text.contains("đối với các phòng"))
        let slots = CorpusTokenizer().tokens(of: paragraphs[1].text).compactMap(\.slot)
        #expect(slots == [WordId.citation, WordId.end])
        let names = CorpusTokenizer().tokens(of: paragraphs[4].text).compactMap(\.slot)
        #expect(names == [WordId.person, WordId.shortDate, WordId.end])
    }

    @Test("Syllables obey the spelling rules")
    func syllables() {
        let all = Set(SyllableInventory.all())
        #expect(all.count > 6_000)
        for word in ["nghiệp", "quyết", "kiểm", "ghế", "thủy", "xã", "được", "ương"] {
            #expect(all.contains(word), "\(word)")
        }
        for word in ["ngiệp", "cệ", "kàn", "hàp", "gề", "ngên"] { #expect(!all.contains(word), "\(word)") }
    }
}
