import Testing

@testable import VietnameseText

@Suite("One word has one key, however it is written")
struct KeyTests {
    @Test(
        "The exact key puts the tone at the end, the folded key has base letters",
        arguments: [
            ("Việt", "viêt\u{323}", "viet"), ("vịêt", "viêt\u{323}", "viet"), ("HÒA", "hoa\u{300}", "hoa"),
            ("hoà", "hoa\u{300}", "hoa"), ("Đường", "đương\u{300}", "duong"), ("nghiã", "nghia\u{303}", "nghia"),
            ("QÐ", "qđ", "qd"), ("Ðà", "đa\u{300}", "da"), ("ðiều", "điêu\u{300}", "dieu"), ("ɖi", "đi", "di"),
            ("það", "það", "það"), ("xây\u{AD}dựng", "xâydưng\u{323}", "xaydung"),
            ("TP.HCM", "tp.hcm", "tp.hcm"), ("10h30", "10h30", "10h30"), ("_từ_", "tư\u{300}", "tu"),
            ("từ_ngữ", "từ_ngữ", "tu_ngu"), ("Łódź", "łódź", "łodz"), ("Ελλάδα", "ελλάδα", "ελλάδα"),
            ("Йод", "йод", "йод"), ("İ", "i\u{307}", "i"), ("Straße", "strasse", "strasse"),
            ("a\u{340}", "a\u{300}", "a"), ("a\u{341}", "a\u{301}", "a"), ("đặt1", "đăt1\u{323}", "dat1"),
        ])
    func keys(word: String, exact: String, folded: String) {
        #expect(Array(exactKey(of: word).utf8) == Array(exact.utf8))
        #expect(Array(foldedKey(of: word).utf8) == Array(folded.utf8))
    }
}
