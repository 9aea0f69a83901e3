import Testing

@testable import VietnameseText

@Suite("Tokens are ICU's words that hold a letter or a digit")
struct TokenTests {
    @Test(
        "Administrative strings are cut as UAX #29 says",
        arguments: [
            ("15/2020/QĐ-TTg", ["15", "2020", "QĐ", "TTg"]),
            ("1233/UBND-XD", ["1233", "UBND", "XD"]),
            ("18.015", ["18.015"]),
            ("64,1", ["64,1"]),
            ("23/6/2020", ["23", "6", "2020"]),
            ("23.6.2020", ["23.6.2020"]),
            ("TP.HCM", ["TP.HCM"]),
            ("1.1", ["1.1"]),
            ("10h30", ["10h30"]),
            ("M.A18", ["M.A18"]),
            ("M.18", ["M", "18"]),
            ("18.M", ["18", "M"]),
            ("a_b _ __ _c_", ["a_b", "_c_"]),
            ("d'Eau l’eau 'a'", ["d'Eau", "l’eau", "a"]),
            ("Điều 1. Khoản 2; a) – đ)", ["Điều", "1", "Khoản", "2", "a", "đ"]),
            ("5.000m²", ["5.000m"]),
            ("18\u{202F}015 a\u{A0}b", ["18", "015", "a", "b"]),
            ("xây\u{200B}dựng xây\u{AD}dựng", ["xây", "dựng", "xây\u{AD}dựng"]),
            ("", []),
            ("……… ---- \u{301}", []),
        ])
    func boundaries(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test("Traits tell digits, marks and words that open a reference")
    func traits() {
        let analyzer = TextAnalyzer()
        func traits(_ word: String) -> SurfaceTraits { analyzer.analyse(word)[0].traits }
        #expect(traits("2020") == [.hasDigit, .startsWithDigit, .triggersReference])
        #expect(traits("QH14") == [.hasDigit])
        #expect(traits("đ") == [.hasMarks])
        #expect(traits("nam") == [])
        #expect(traits("Quý") == [.hasMarks, .triggersReference])
        #expect(traits("QCVN") == [.triggersReference])
    }
}
