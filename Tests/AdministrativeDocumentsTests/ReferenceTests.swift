import AdministrativeDocuments
import Foundation
import Testing

@Suite struct DocumentNumbers {
    @Test(arguments: [
        "15/2020/QĐ-TTg", "15/2020/qđ-ttg", "15/2020/QD-TTG", "15/2020/qd-ttg", "15 /2020/ QĐ–TTg", "15/2020/QÐ-TTg",
        "15/2020/QĐ‑TTg", "15 / 2020 / QĐ - TTg", "015/2020/QĐ-TTg", "15/2020/QĐ−TTg", "15/2020/ QĐ-TTg",
        "15/2020/QĐ- TTg",
        "Số: 15/2020/QĐ-TTg", "số 15/2020/QĐ-TTg,", "Số:\r\n  15/2020/QĐ-TTg", "(15/2020/QĐ-TTg)", "15/2020/\nQĐ-TTg",
        "15/2020/QĐ-\r\nTTg", "15/2020/ɖ".replacingOccurrences(of: "ɖ", with: "QƉ-TTg"), "15\u{A0}/2020/QĐ-TTg",
        "15/2020/QĐ-TTg ngày", "15/2020/QĐ\u{2010}TTg", "15/2020/QĐ\u{AD}-TTg",
    ])
    func everySpellingOfOneNumberHasOneKey(spelling: String) {
        #expect(keys(spelling, .documentNumber) == ["15/2020/qd-ttg"])
    }

    @Test(arguments: [
        ("2159/QĐ-UBND", "2159/qd-ubnd"), ("1233/UBND-XD", "1233/ubnd-xd"), ("27/NQ-HĐND", "27/nq-hdnd"),
        ("45/2019/QH14", "45/2019/qh14"), ("45/2019/QH 14", "45/2019/qh14"),
        ("25/2014/TTLT-BYT-BTC", "25/2014/ttlt-byt-btc"),
        ("25/2014/TTLT - BYT - BTC", "25/2014/ttlt-byt-btc"), ("15-CV/TU", "15-cv/tu"), ("45-NQ/ĐU", "45-nq/du"),
        ("05-CT/TW", "5-ct/tw"), ("03/VBHN-VPQH", "3/vbhn-vpqh"), ("QCVN 06:2022/BXD", "qcvn06:2022/bxd"),
        ("QCVN 06 : 2022 / BXD", "qcvn06:2022/bxd"), ("qcvn 06:2022/bxd", "qcvn06:2022/bxd"),
        ("QCVN 01-119:2012/BNNPTNT", "qcvn01-119:2012/bnnptnt"), ("QCVN 09-MT:2015/BTNMT", "qcvn09-mt:2015/btnmt"),
        ("TCVN 5687:2010", "tcvn5687:2010"), ("TCVN ISO/IEC 17025:2017", "tcvniso/iec17025:2017"),
        ("01/2021/TT-BTC", "1/2021/tt-btc"), ("15a/QĐ-UBND", "15a/qd-ubnd"), ("12đ/QĐ-UBND", "12d/qd-ubnd"),
        ("48/2002/QĐ-BGD&ĐT", "48/2002/qd-bgddt"), ("12/QyĐ-TW", "12/qyd-tw"), ("07/CTr-TU", "7/ctr-tu"),
        ("1.234/QĐ-UBND", "1234/qd-ubnd"), ("56/KH-BCĐTƯ", "56/kh-bcdtu"), ("121/NQ-UBTVQH13", "121/nq-ubtvqh13"),
        ("13/2012/L-CTN", "13/2012/l-ctn"), ("30/2020/nđ-cp", "30/2020/nd-cp"), ("2159/qd-ubnd", "2159/qd-ubnd"),
        ("142/KH-UBND-NC", "142/kh-ubnd-nc"), ("36-nq/tw", "36-nq/tw"), ("BÁO CÁO SỐ 09/BC-UBND", "9/bc-ubnd"),
        ("Mẫu số 02/TTr", "2/ttr"), ("43-CP", "43/cp"), ("43/CP", "43/cp"), ("60-HĐBT", "60/hdbt"),
        ("Số: 44\r\n\r\n  /2014/TT-BCT", "44/2014/tt-bct"),
    ])
    func everyShapeOfNumberIsRead(text: String, key: String) {
        #expect(keys(text, .documentNumber) == [key])
        #expect(keys("Căn cứ \(text) của", .documentNumber) == [key])
        #expect(keys(text.decomposedStringWithCanonicalMapping, .documentNumber) == [key])
    }

    @Test(arguments: [
        "1/2 diện tích", "tỷ lệ 3/4", "và/hoặc", "0909/123/456", "090-912-3456", "1.1.2 Nội dung", "12/Ngõ 16",
        "01/Phụ lục II",
        "110/Quân khu 1", "23/6/2020", "tháng 6/2020", "5.000 đồng/người", "100 km/h", "60/giờ", "2/3/4", "H.265/HEVC",
        "24/7", "10/tháng", "15/2020", "3/người", "50/m2", "1/500", "01/PHỤ LỤC", "5/NGƯỜI", "12-15/tháng", "2019-2020",
        "năm 2020/2021", "Cục 25/Tổng cục", "Điều 1. Phạm vi", "a/b", "10 - 15 người",
    ])
    func whatIsNoNumberIsLeftAlone(text: String) {
        #expect(keys(text, .documentNumber) == [])
    }

    @Test func aDashBehindANumberDoesNotPullInWhatFollows() {
        #expect(keys("Quyết định 15/QĐ-TTg - BCT chủ trì", .documentNumber) == ["15/qd-ttg"])
        #expect(keys("15/2020/NĐ-CP - Chính phủ", .documentNumber) == ["15/2020/nd-cp"])
        #expect(keys("40/2020/TT-BGDĐT/giảng viên", .documentNumber) == ["40/2020/tt-bgddt"])
        #expect(keys("số 01/QĐ-HT\n- Bộ Y tế", .documentNumber) == ["1/qd-ht"])
    }

    @Test func theRangeSlicesTheNumberOutOfTheText() {
        let text = Array("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của".utf8)
        let found = references(in: text)
        #expect(
            found.map { String(decoding: text[$0.start..<$0.end], as: UTF8.self) } == ["30/2020/NĐ-CP", "05/3/2020"])
        #expect(found.map(\.tokenCount) == [4, 3])
    }

    @Test(.enabled(if: SharedTexts.path != nil, "the mined lists are not at hand"))
    func everyKnownSuffixIsRecognisedInACitation() throws {
        let path = (SharedTexts.path ?? "") + "/corpora/lists/document_number_suffixes_mined.tsv"
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst()
        var missed: [String] = []
        for line in lines {
            let suffix = String(line.prefix { $0 != "\t" }).trimmingCharacters(in: ["."])
            let found = keys("theo văn bản số 15/2020/\(suffix) ngày", .documentNumber)
            let bare = keys("theo văn bản số 15/\(suffix) ngày", .documentNumber)
            let expected = folded(suffix)
            if found != ["15/2020/" + expected] { missed.append("15/2020/\(suffix) \(found)") }
            if bare != ["15/" + expected], suffix.count > 1 { missed.append("15/\(suffix) \(bare)") }
        }
        // What was mined beside abbreviations: words (Quân, Phụ), a foreign journal, and single letters without a year.
        #expect(missed.count <= 9, "\(missed)")
        if ProcessInfo.processInfo.environment["VANTHU_SHOW"] != nil { print(missed.joined(separator: "\n")) }
    }

    private func folded(_ suffix: String) -> String {
        suffix.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
            .filter { $0.properties.canonicalCombiningClass == .notReordered && $0 != "&" }
            .map { $0 == "đ" ? "d" : String($0) }.joined()
    }
}

@Suite struct DatesAndNumbers {
    @Test(arguments: [
        "23/6/2020", "23/06/2020", "23-6-2020", "23.6.2020", "23 tháng 6 năm 2020", "ngày 23 tháng 6 năm 2020",
        "ngày 23 tháng 06 năm 2020", "23 thang 6 nam 2020", "ngày 23 tháng 6/2020", "2020-06-23", "23 / 6 / 2020",
        "ngày 23/6 năm 2020", "Ngày 23\r\n\r\n tháng 6 năm\n2020", "NGÀY 23 THÁNG 6 NĂM 2020", "(23/6/2020)",
        "23/6/2020-",
    ])
    func everySpellingOfADayHasOneKey(text: String) {
        #expect(keys(text, .date) == ["2020-06-23"])
        #expect(keys(text.decomposedStringWithCanonicalMapping, .date) == ["2020-06-23"])
    }

    @Test(arguments: [
        ("tháng 6/2020", "2020-06"), ("tháng 6 năm 2020", "2020-06"), ("tháng 06-2020", "2020-06"),
        ("tháng 6.2020", "2020-06"),
        ("quý II/2020", "2020-q2"), ("quý 2/2020", "2020-q2"), ("Quý IV năm 2020", "2020-q4"), ("QUÝ I - 2020", ""),
        ("quy iii/2020", "2020-q3"),
    ])
    func monthsAndQuartersAreRead(text: String, key: String) {
        #expect(keys(text, .date) == (key.isEmpty ? [] : [key]))
    }

    @Test(arguments: [
        "31/02/2020", "29/02/2019", "31/4/2020", "0/6/2020", "12/13/2020", "1/1/1899", "1/1/2101", "6/2020",
        "1/2/3/2020",
        "tháng 13/2020", "quý V/2020", "quý 5/2020", "1.1.2", "192.168.1.1", "23/6", "2020-13-01", "10.10",
        "ngày 31 tháng 2 năm 2020",
    ])
    func whatIsNoDateIsLeftAlone(text: String) {
        #expect(keys(text, .date) == [])
    }

    @Test func everyDayOfTheCalendarAndNoOther() {
        var count = 0
        for year in [1900, 2000, 2019, 2020] {
            for month in 0...13 { for day in 0...32 { count += keys("\(day)/\(month)/\(year)", .date).count } }
        }
        #expect(count == 365 + 366 + 365 + 366)
    }

    @Test(arguments: [
        ("18.015", "18015"), ("64,1", "64.1"), ("1.234.567", "1234567"), ("1.234,56", "1234.56"), ("05", "5"),
        ("5.000m²", "5000"),
        ("200ha", "200"), ("3.000đ", "3000"), ("0,5", "0.5"), ("00", "0"), ("1,234,567", "1234567"),
        ("12,345", "12.345"),
        ("007", "7"),
    ])
    func numbersHaveOneSpelling(text: String, key: String) {
        #expect(keys("có \(text) người", .number) == [key])
    }

    @Test(arguments: [
        "1.1", "1.2.3", "10h30", "15", "2020", "0912345678", "15a", "1.1.2", "3G", "0.123", "64.1", "1.234.56", "0,",
        "COVID19",
    ])
    func whatNeedsNoOtherSpellingIsLeftAlone(text: String) {
        #expect(keys(text, .number) == [])
    }

    @Test func aDateOrNumberOfADocumentGivesNothingElse() {
        let found = references(in: Array("15/2020/QĐ-TTg ngày 05/06/2020, quý II/2020".utf8))
        #expect(found.map(\.kind) == [.documentNumber, .date, .date])
    }

    @Test func randomBytesNeverBreakTheRecogniser() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var state = seed
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let parts = [
            "15", "/", "2020", "-", "QĐ", "TTg", " ", "tháng", "năm", "quý", "II", "QCVN", "06", ":", "\n", ".", ",",
            "Đ", "1.000", "&", "ngày", "–",
        ]
        for _ in 0..<20_000 {
            let text = Array((0..<random(14)).map { _ in parts[random(parts.count)] }.joined().utf8)
            for reference in references(in: text) {
                #expect(reference.start < reference.end && reference.end <= text.count, "seed \(seed)")
                #expect(reference.tokenCount > 0 && !reference.key.isEmpty, "seed \(seed)")
                #expect(
                    reference.key.allSatisfy { (0x21..<0x7F).contains($0) && !(0x41...0x5A).contains($0) },
                    "seed \(seed)")
            }
        }
    }
}
