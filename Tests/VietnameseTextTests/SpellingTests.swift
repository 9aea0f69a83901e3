import Testing

@testable import VietnameseText

@Suite("Keys are spelled back, and texts shown without diacritics")
struct SpellingTests {
    @Test(
        "The tone stands on the vowel that carries it",
        arguments: [
            "việt", "đường", "nguyễn", "nghĩa", "họach:hoạch", "tuýên:tuyến", "qúôc:quốc", "quý", "quả", "giết", "gì",
            "già",
            "hoài", "khuỷu", "ngoéo", "mùa", "bìa", "cúi", "toàn", "huýt", "thuở", "cứu", "xương", "ưỡn", "ế", "ừ",
            "yếu",
            "ngoằn", "chuyện", "khuyến", "hão", "đ", "ubnd", "từ_ngữ", "giặt", "quyết", "rượu", "người", "thuế", "mía",
        ])
    func carriers(word: String) {
        let parts = word.split(separator: ":")
        let typed = String(parts[0])
        let expected = String(parts[parts.count - 1])
        #expect(Array(spelling(ofExactKey: exactKey(of: typed)).utf8) == Array(expected.utf8))
    }

    @Test("Both styles of oa, oe and uy", arguments: [("hòa", "hoà"), ("khỏe", "khoẻ"), ("thủy", "thuỷ")])
    func styles(traditional: String, modern: String) {
        for word in [traditional, modern] {
            let key = exactKey(of: word)
            #expect(Array(spelling(ofExactKey: key).utf8) == Array(traditional.utf8))
            #expect(Array(spelling(ofExactKey: key, placement: .modern).utf8) == Array(modern.utf8))
        }
    }

    @Test("A text without diacritics keeps everything else")
    func unmarked() {
        #expect(unmarkedText("Điều 15. Đường Ðà Lạt, “Ế”!\n中文 Йод") == "Dieu 15. Duong Da Lat, “E”!\n中文 Йод")
    }
}
