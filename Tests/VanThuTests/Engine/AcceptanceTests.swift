import Foundation
import Testing

@testable import VanThu

/// What users asked of other engines for Vietnamese, as far as searching decides it.
@Suite struct AcceptanceOfSearch {
    @Test(
        "A word is found under every placement of its tone",
        arguments: [("thụy", "thuỵ"), ("việt", "vịêt"), ("thuyến", "thuýên"), ("hòa", "hoà"), ("quốc", "qúôc")])
    func tonePlacement(one: String, other: String) throws {
        let index = try SampleIndex(["ông \(one) đến", "ông \(other) đi", "ông khác ở lại"])
        #expect(try index.found(one) == ["0", "1"])
        #expect(try index.found(other) == ["0", "1"])
        #expect(try index.search(one).hits.allSatisfy { $0.marked == [one] || $0.marked == [other] })
    }

    @Test("Every case and diacritics form of a phrase finds it, and nothing unrelated")
    func caseAndDiacritics() throws {
        let texts = ["thuốc xịt chống nắng cho da", "thuốc chống muỗi", "nắng nóng gay gắt", "giấy tờ đất đai"]
        let index = try SampleIndex(texts)
        let words = [["xịt", "xit"], ["chống", "chong"], ["nắng", "nang"]]
        for choice in 0..<8 {
            let typed = words.enumerated().map { $1[choice >> $0 & 1] }.joined(separator: " ")
            for cased in [typed, typed.uppercased(), typed.capitalized] {
                for form in [cased.precomposedStringWithCanonicalMapping, cased.decomposedStringWithCanonicalMapping] {
                    #expect(try index.ids(form).first == "0", "\(form)")
                    #expect(try !index.found(form).contains("3"), "\(form)")
                    #expect(try index.ids(form, .all) == ["0"], "\(form)")
                    #expect(try index.ids(form, .phrase) == ["0"], "\(form)")
                }
            }
        }
    }

    @Test("A typed tone is respected")
    func typedTones() throws {
        let index = try SampleIndex(["con chó nhỏ", "cây chò cao", "cho mượn", "chỗ ngồi", "chợ nổi", "chờ đợi"])
        for match in MatchMode.allCases {
            for unit in ResultUnit.allCases {
                let ids = try index.ids("chó", match, by: unit)
                // What lost its diacritics may be meant, and stands below.
                #expect(ids == ["0", "2"], "\(match) \(unit)")
            }
        }
        #expect(try index.search("chó").hits.map(\.marked) == [["chó"], ["cho"]])
        #expect(try index.found("cho") == ["0", "1", "2", "3", "4", "5"])
    }

    @Test("đ is not d where diacritics are typed, and is where none are")
    func barredLetter() throws {
        let index = try SampleIndex(["con đường mới", "họ Dương ở đây", "tương đương", "duong di", "thẳng lưng"])
        let result = try index.search("đường")
        #expect(result.ids.first == "0")
        #expect(!result.ids.contains("1") && !result.ids.contains("2"))
        #expect(try index.found("duong") == ["0", "1", "2", "3"])
        #expect(try index.ids("điểm đ").isEmpty)
    }

    @Test("Look-alikes of đ are đ")
    func lookAlikes() throws {
        let index = try SampleIndex(["thành phố Ðà Lạt", "thành phố Đà Lạt", "thành phố Ɖà Lạt", "thành phố Huế"])
        for query in ["Đà Lạt", "Ðà Lạt", "đà lạt", "da lat", "ðà lạt"] {
            for match in [MatchMode.all, .phrase] {
                #expect(try index.found(query, match) == ["0", "1", "2"], "\(query)")
            }
        }
    }

    @Test("Highlights slice the original text, also without diacritics and in any normal form")
    func highlights() throws {
        let text = "Ông Tuấn và bà Tuân đến tuần trước; TUAN thì không. Nguyễn tuổi trẻ."
        let index = try SampleIndex([
            text, text.decomposedStringWithCanonicalMapping, "😀\u{200B} — " + text + "\r\n\r\n",
        ])
        let bare = try index.search("tuan").hits
        #expect(bare.count == 3)
        for hit in bare {
            #expect(
                hit.marked.map(\.precomposedStringWithCanonicalMapping) == ["Tuấn", "Tuân", "tuần", "TUAN"],
                "\(hit.document.id)")
        }
        for hit in try index.search("tuấn").hits {
            #expect(hit.marked.map(\.precomposedStringWithCanonicalMapping) == ["Tuấn"], "\(hit.document.id)")
        }
        for hit in try index.search("nguyễn tuổi", .phrase).hits {
            #expect(hit.marked.map(\.precomposedStringWithCanonicalMapping) == ["Nguyễn", "tuổi"])
        }
    }

    @Test("Adjacent syllables rank first")
    func adjacency() throws {
        let index = try SampleIndex([
            "hai năm liền không xây, rồi lắp thêm một cửa", "năm nay lắp hai máy để xây",
            "đơn giá xây lắp hai năm qua", "xay lúa, nam nữ lap lại hai lần",
            "hai bên cùng xây nhà và lắp điện năm ngoái",
        ])
        #expect(try index.ids("xay lap hai nam").first == "2")
        #expect(try index.ids("xây lắp hai năm").first == "2")
    }

    @Test("Words are indexed as written and the query is widened, not the text")
    func noMergedWords() throws {
        let index = try SampleIndex(["bản án sơ thẩm", "an toàn giao thông", "ăn uống", "ấn tín"])
        #expect(try index.ids("án") == ["0", "1"])
        #expect(try index.search("án").hits[0].score > 2 * index.search("án").hits[1].score)
        #expect(try index.found("an") == ["0", "1", "2", "3"])
        #expect(try index.ids("an toàn").first == "1")
    }

    @Test("Texts without diacritics and with lost accents are found, below clean text")
    func lostAccents() throws {
        let index = try SampleIndex([
            "giai quyet ho so dat dai", "Giải quyet hồ so đât đai", "Giải quyết hồ sơ đất đai", "Nông nghiệp sạch",
        ])
        for query in ["giải quyết hồ sơ", "Giải quyết hồ sơ đất đai"] {
            for unit in ResultUnit.allCases {
                let ids = try index.ids(query, by: unit)
                #expect(ids.first == "2" && Set(ids) == ["0", "1", "2"], "\(query) \(unit)")
            }
            #expect(try index.ids(query, .all).first == "2")
        }
        #expect(
            try index.ids("giải quyết hồ sơ", .all) == ["2", "0", "1"]
                || index.ids("giải quyết hồ sơ", .all) == ["2", "1", "0"])
        #expect(try index.found("giai quyet ho so") == ["0", "1", "2"])
    }

    @Test("Returned text is the original, byte for byte")
    func byteIdentity() throws {
        let odd = [
            "Ðiều 1.\r\n\r\n  Phạm vi\tđiều chỉnh\u{A0}\u{A0}của\u{202F}Luật\r\nnày .  ",
            "Nguyễn Văn A".decomposedStringWithCanonicalMapping + " e\u{301}\u{302} o\u{31B}\u{323} \u{200B}\u{FEFF}x",
            "\n\n\n   \t đầu   trống\n\n\n", "vậy…“ngoặc”—–‐ ½ ① ﬁ Å \u{212B} 中文 😀👩‍👩‍👧 \u{1}\u{7F}", ". . .\n- - -\n",
        ]
        let index = try SampleIndex()
        var files: [String] = []
        for (number, text) in odd.enumerated() {
            files.append(index.folder + "/\(number).txt")
            try Data(text.utf8).write(to: URL(fileURLWithPath: files[number]))
        }
        let editor = try index.editor()
        let report = try editor.add(paths: files) { _ in }
        editor.close()
        #expect(report.documents == odd.count && report.skipped.isEmpty)
        let queries = ["phạm vi điều chỉnh", "Nguyễn x", "đầu trống", "ngoặc"]
        for (number, query) in queries.enumerated() {
            let hit = try #require(try index.search(query).hits.first)
            let source = Array(odd[number].utf8)
            #expect(hit.document.id == files[number])
            #expect(hit.passage.text == Array(source[hit.passage.start..<hit.passage.end]))
        }
        let whole = try SampleIndex(odd, unit: .whole)
        for (number, query) in queries.enumerated() {
            let hit = try #require(try whole.search(query).hits.first)
            #expect(hit.passage.text == Array(odd[number].utf8), "a whole document has its white space, too")
        }
    }

    @Test("All spellings of a document number are one")
    func documentNumbers() throws {
        let spellings = [
            "15/2020/NĐ-CP", "15/2020/ND-CP", "15/2020/nđ-cp", "15 /2020/ NĐ–CP", "15/2020/NÐ-CP", "số 15/2020/NĐ‑CP",
            "015/2020/NĐ-CP", "15/2020/NĐ - CP".decomposedStringWithCanonicalMapping,
        ]
        // Among many others, as a number that half of all texts hold says little.
        let others = (100..<160).map { "\($0)/2020/NĐ-CP" } + ["15/2021/NĐ-CP", "15/2020/QĐ-TTg"]
        let index = try SampleIndex((spellings + others).map { "Căn cứ Nghị định \($0) của Chính phủ" })
        let wanted = Set(spellings.indices.map(String.init))
        for query in spellings {
            #expect(Set(try index.ids(query).prefix(wanted.count)) == wanted, "\(query)")
            for match in [MatchMode.all, .phrase] {
                let number = query.replacingOccurrences(of: "số ", with: "")
                #expect(try index.found(number, match) == wanted, "\(number) \(match)")
            }
            #expect(try index.found("+\(spellings[0]) nghị định") == wanted)
        }
        let marked = try index.search("15/2020/nd-cp").hits.first { $0.document.id == "3" }?.marked
        #expect(marked == ["15 /2020/ NĐ–CP"])
    }

    @Test("All spellings of a date are one")
    func dates() throws {
        let spellings = [
            "ngày 23 tháng 6 năm 2020", "23/6/2020", "23/06/2020", "23-6-2020", "23.6.2020",
            "ngày 23 tháng 06 năm 2020",
        ]
        let others = (1...20).map { "ngày \($0) tháng 6 năm 2020" } + ["23/7/2020", "tháng 6 năm 2020", "ngày 23"]
        let index = try SampleIndex((spellings + others).map { "Họp \($0) tại xã" })
        let wanted = Set(spellings.indices.map(String.init))
        for query in spellings {
            #expect(try index.found(query, .all) == wanted, "\(query)")
            #expect(Set(try index.ids(query).prefix(wanted.count)) == wanted, "\(query)")
        }
    }

    @Test("Grouped and plain numbers are one")
    func numbers() throws {
        let index = try SampleIndex(["dân số 18.015 người", "dân số 18015 người", "dân số 18.016 người", "tăng 64,1 %"])
        #expect(try index.found("18.015", .all) == ["0", "1"])
        #expect(try index.found("18015", .all) == ["0", "1"])
        #expect(try index.found("64,1", .all) == ["3"])
    }
}
