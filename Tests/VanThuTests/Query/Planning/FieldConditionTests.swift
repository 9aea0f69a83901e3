import InvertedIndex
import Testing

@testable import VanThu

@Suite("Fields as conditions") struct FieldConditionTests {
    private static let agencies = [
        "Ủy ban nhân dân tỉnh Cà Mau", "UBND tỉnh Bạc Liêu", "Thủ tướng Chính phủ", "Bộ Tài chính",
        "Sở Giáo dục và Đào tạo tỉnh Cà Mau", "Ban Quản lý", "Bàn Cờ", "uy ban nhan dan huyen U Minh",
        "Ủy ban nhân dân thành phố Hồ Chí Minh", "Chính phủ",
    ]
    private static let types = [
        "Quyết định", "Nghị định", "Thông tư", "Kế hoạch", "Quy chế", "Hướng dẫn", "Hợp đồng", "Tờ trình",
        "Thông tư liên tịch", "Công văn",
    ]
    private static let numbers = [
        "15/2020/qd-ttg", "15/2021/nd-cp", "150/qd-ubnd", "36-nq/tw", "5/2020/tt-btc", "15a/kh-ubnd", "2159/qd-ubnd",
        "45/2019/qh14", "1233/ubnd-xd", "7/2020/qd-ubnd",
    ]

    private func index() throws -> FieldIndex {
        let titles = ["Kế hoạch phòng chống hạn hán", "Ban hành quy chế", ""]
        let places = ["Cà Mau", "Hà Nội", "TP. Hồ Chí Minh"]
        let signers = ["Nguyễn Văn Đức", "Nguyễn Văn Dục", "Nguyễn Văn An"]
        let cites = [
            2: ["15/2020/qd-ttg", "luat dat dai|2013"], 3: ["luat dat dai|2024", "15/2020/nd-cp"],
            4: ["36-nq/tw", "luat dat dai moi|2013"],
        ]
        let articles = [0: ["7", "7a", "8"], 1: ["7đ", "7d", "12"]]
        var documents: [FieldIndex.Document] = []
        for number in 0..<10 {
            var document = FieldIndex.Document(text: "đất số \(number)", title: titles[number % 3])
            document.categories = [
                (.type, Self.types[number]), (.agency, Self.agencies[number]), (.number, Self.numbers[number]),
                (.place, places[number % 3]), (.signer, signers[number % 3]),
                (.urgency, number % 2 == 0 ? "Hỏa tốc" : "Khẩn"),
            ]
            document.date = 20_200_101 + Int32(number) * 100
            document.year = 2011 + Int32(number)
            document.articles = articles[number] ?? ["\(number + 70)"]
            document.cites = cites[number] ?? []
            documents.append(document)
        }
        return try FieldIndex(documents, segments: 3)
    }

    @Test(
        "Every spelling of an agency's name means it",
        arguments: [
            "co-quan:\"uy ban nhan dan tinh ca mau\"", "agency:\"UBND tỉnh Cà Mau\"",
            "co-quan:\"ỦY BAN NHÂN DÂN TỈNH CÀ MAU\"", "co-quan:\"uỷ ban nhân dân tỉnh Cà Mau\"",
            "co-quan:ubnd-tinh-ca-mau", "co-quan:\"U\u{309}y ban nhân dân ti\u{309}nh Ca\u{300} Mau\"",
        ])
    func agencies(query: String) throws {
        let plan = try index().plan(query)
        #expect(plan.query.filter == .category("agency", anyOf: [Array("Ủy ban nhân dân tỉnh Cà Mau".utf8)]))
        #expect(plan.notes.isEmpty)
    }

    @Test func abbreviationsMeanWhatTheyStandFor() throws {
        let index = try index()
        #expect(index.found("co-quan:ttg") == [2])
        #expect(index.found("co-quan:\"Thủ tướng Chính phủ\"") == [2])
        #expect(index.found("co-quan:btc") == [3])
        #expect(index.found("co-quan:CP") == [9])
        #expect(index.found("co-quan:\"UBND tỉnh\"") == [0, 1])
        #expect(index.found("co-quan:\"ủy ban nhân dân tỉnh bạc liêu\"") == [1])
        #expect(index.found("co-quan:\"Sở GD&ĐT tỉnh Cà Mau\"") == [4])
        for city in ["UBND TP.HCM", "ubnd tp hcm", "UBND TP. Hồ Chí Minh", "uy ban nhan dan thanh pho ho chi minh"] {
            #expect(index.found("co-quan:\"\(city)\"") == [8], "\(city)")
        }
        for city in ["tp-hcm", "\"TP.HCM\"", "\"thành phố Hồ Chí Minh\"", "\"Hồ Chí Minh\""] {
            #expect(index.found("noi:\(city)") == [2, 5, 8], "\(city)")
        }
        #expect(index.found("loai:qd") == [0])
        #expect(index.found("loai:QĐ") == [0])
        #expect(index.found("loai:ND") == [1])
        #expect(index.found("loai:TT") == [2])
        #expect(index.found("loai:TTr") == [7])
        #expect(index.found("loai:hd") == [5, 6])
        #expect(index.found("loai:HĐ") == [6])
    }

    @Test(arguments: ["HĐND tỉnh Cà Mau", "hđnd tinh ca mau", "HDND tỉnh Cà Mau", "LĐLĐ tỉnh Cà Mau", "ldld ca mau"])
    func abbreviationsWithABarAreWrittenOut(typed: String) throws {
        let names = [
            "Hội đồng nhân dân tỉnh Cà Mau", "Liên đoàn Lao động tỉnh Cà Mau", "HĐND tỉnh Cà Mau", "LĐLĐ Cà Mau",
        ]
        let index = try FieldIndex(names.map { .init(text: "đất", categories: [(.agency, $0)]) })
        let isCouncil = typed.lowercased().hasPrefix("h")
        let isShort = typed == "ldld ca mau"
        #expect(index.found("co-quan:\"\(typed)\"") == (isCouncil ? [0, 2] : isShort ? [3] : [1]))
    }

    @Test(arguments: ["Sở NN&PTNT", "Sở NN và PTNT", "Sở NN-PTNT", "sở nông nghiệp & ptnt", "so nnptnt"])
    func fieldsOfTwoHalvesAreWrittenOut(typed: String) throws {
        let index = try FieldIndex(
            ["Sở Nông nghiệp và Phát triển nông thôn", "Sở Y tế"].map {
                .init(text: "đất", categories: [(.agency, $0)])
            })
        #expect(index.found("co-quan:\"\(typed)\"") == [0])
    }

    @Test func aValueThatIsTheNameComesBeforeThoseThatHoldIt() throws {
        let index = try index()
        #expect(index.found("loai:\"thông tư\"") == [2])
        #expect(index.found("loai:thong-tu") == [2])
        #expect(index.found("loai:\"liên tịch\"") == [8])
        #expect(index.found("loai:thong-tu*") == [2, 8])
        #expect(index.found("loai:quy*") == [0, 4])
        #expect(index.found("loai:quyế*") == [0])
        #expect(index.found("loai:(quyet-dinh OR nghi-dinh)") == [0, 1])
        #expect(index.found("co-quan:\"Chính phủ\"") == [9])
        #expect(index.found("co-quan:\"Cà Mau\"") == [0, 4])
        #expect(index.found("co-quan:\"Mau Cà\"").isEmpty)
        #expect(index.found("co-quan:\"tỉnh C\"").isEmpty)
    }

    @Test func diacriticsThatWereTypedCount() throws {
        let index = try index()
        #expect(index.found("co-quan:\"bàn cờ\"") == [6])
        #expect(index.found("co-quan:\"bán cờ\"").isEmpty)
        #expect(index.found("co-quan:\"ban co\"") == [6])
        #expect(index.found("co-quan:\"ủy ban nhân dân huyện u minh\"") == [7])
        #expect(index.found("nguoi-ky:đức") == [0, 3, 6, 9])
        #expect(index.found("nguoi-ky:duc") == [0, 1, 3, 4, 6, 7, 9])
        #expect(index.found("nguoi-ky:dục") == [1, 4, 7])
        #expect(index.found("khan:hoa-toc") == [0, 2, 4, 6, 8])
        #expect(index.found("khan:\"hoả tốc\"") == [0, 2, 4, 6, 8])
    }

    @Test func whatNoDocumentHasIsNotedAndFindsNothing() throws {
        let index = try index()
        #expect(index.found("loai:xyz").isEmpty && index.found("loai:xyz đất").isEmpty)
        #expect(index.notes("loai:xyz") == ["no document has the type \"xyz\""])
        #expect(
            index.notes("loai:\"quyết địn\"")
                == ["no document has the type \"quyết địn\"; did you mean \"Quyết định\"?"])
        #expect(index.notes("loai:xyz*") == ["no document has a type that begins with \"xyz\""])
        #expect(index.notes("so:99/2020/QĐ-TTg") == ["no document has the number \"99/2020/QĐ-TTg\""])
        #expect(index.notes("cites:99/2020/QĐ-TTg") == ["no passage cites \"99/2020/QĐ-TTg\""])
        #expect(index.notes("dieu:5") == ["no passage is in an article \"5\""])
        #expect(index.notes("nam:1999") == ["no document is of 1999"])
        #expect(index.notes("nam:1990..1999") == ["no document is of 1990..1999"] && index.notes("nam:2011").isEmpty)
        #expect(index.notes("ngay:23/6/1999") == ["no document is dated 1999-06-23"])
        #expect(index.notes("ngay:2020-02").isEmpty && index.found("ngay:23/6/1999").isEmpty)
        #expect(index.notes("tieu-de:vắng") == ["no document has \"vắng\" in its title"])
        #expect(index.notes("xyz*") == ["no word of the index begins with \"xyz\""])
        #expect(index.notes("xyzxyz~2") == ["no word of the index is within 2 letters of \"xyzxyz\""])
        let bare = try FieldIndex([.init(text: "đất")])
        #expect(bare.notes("loai:ke-hoach") == ["no document of the index has a type"])
        #expect(bare.notes("co-quan:ubnd*") == ["no document of the index has an agency"])
        // What is not there can be left out.
        #expect(index.found("đất -loai:xyz") == Array(0..<10))
    }

    @Test(
        "Every spelling of a number means the document",
        arguments: [
            "so:15/2020/QĐ-TTg", "so:15/2020/qd-ttg", "number:\"15 /2020/ QĐ–TTg\"", "so:15/2020/QÐ-TTg",
            "SO:015/2020/qđ-ttg",
            "so:\"số 15/2020/QĐ-TTg\"", "so:15/2020", "so:15/2020/QĐ", "so:15/2020/qd*", "so:15/2020*",
        ])
    func numbers(query: String) throws {
        let index = try index()
        #expect(index.found(query) == [0])
        #expect(index.notes(query).isEmpty)
    }

    @Test func aPartOfANumberMeansAllThatGoOn() throws {
        let index = try index()
        #expect(index.found("so:15") == [0, 1])
        #expect(index.found("so:15*") == [0, 1, 2, 5])
        #expect(index.found("so:36") == [3])
        #expect(index.found("so:36-NQ/TW") == [3])
        #expect(index.found("so:05") == [4])
        #expect(index.found("so:45/2019/QH14") == [7])
        #expect(index.found("so:(15/2020/QĐ-TTg 2159/QĐ-UBND)") == [0, 6])
        #expect(index.found("so:1233/UBND-XD") == [8])
        #expect(index.found("so:5/2021").isEmpty)
    }

    @Test func datesAndYearsAreRanges() throws {
        let index = try index()
        #expect(index.plan("ngay:23/6/2020").query.filter == .integer("date", 20_200_623...20_200_623))
        #expect(index.found("ngay:2020-02..2020-04") == [1, 2, 3])
        #expect(index.found("ngay:..1/1/2020") == [0])
        #expect(index.found("nam:2012..2013") == [1, 2])
        #expect(index.found("nam:(2012 2020)") == [1, 9])
        #expect(index.found("NOT nam:2012..2030 đất") == [0])
    }

    @Test func articlesAreThoseOfThePassage() throws {
        let index = try index()
        #expect(index.found("dieu:7") == [0])
        #expect(index.found("dieu:7a") == [0])
        #expect(index.found("dieu:7A") == [0])
        #expect(index.found("dieu:7d") == [1])
        #expect(index.found("dieu:7đ") == [1])
        #expect(index.found("dieu:07") == [0])
        #expect(index.found("dieu:\"Điều 8\"") == [0])
        #expect(index.found("dieu:\"8, 12\"") == [0, 1])
        #expect(index.found("dieu:\"khoản 72 Điều 12\"") == [1])
        #expect(index.found("dieu:\"điểm a khoản 72 điều 73\"") == [3])
        #expect(index.found("dieu:(8 12)") == [0, 1])
        #expect(index.found("dieu:8..72") == [0, 1, 2])
        #expect(index.found("dieu:7*") == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
        #expect(index.found("-dieu:7 đất") == Array(1..<10))
    }

    @Test func citationsAreNumbersOrNames() throws {
        let index = try index()
        #expect(index.found("cites:15/2020/QĐ-TTg") == [2])
        #expect(index.found("dan-chieu:15/2020/qd-ttg") == [2])
        #expect(index.found("cites:15/2020") == [2, 3])
        #expect(index.found("cites:15/2020*") == [2, 3])
        #expect(index.found("cites:36-NQ/TW") == [4])
        #expect(index.found("cites:\"Luật Đất đai\"") == [2, 3])
        #expect(index.found("cites:\"luat dat dai 2013\"") == [2])
        #expect(index.found("cites:\"Luật Đất đai năm 2024\"") == [3])
    }

    @Test func titlesHoldAllOfTheWords() throws {
        let index = try index()
        #expect(index.found("tieu-de:han-han") == [0, 3, 6, 9])
        #expect(index.found("tieu-de:\"hạn hán kế hoạch\"") == [0, 3, 6, 9])
        #expect(index.found("trich-yeu:(\"quy chế\" OR hạn)") == [0, 1, 3, 4, 6, 7, 9])
        #expect(index.found("tieu-de:\"ban h\"*") == [1, 4, 7])
        #expect(index.found("title:\"hạn & hán\"") == [0, 3, 6, 9])
        #expect(index.found("title:ho*") == [0, 3, 6, 9])
    }

    @Test func conditionsAndWordsAreOneQuery() throws {
        let index = try index()
        #expect(index.found("loai:quyet-dinh đất") == [0])
        #expect(index.found("loai:quyet-dinh vắng").isEmpty)
        #expect(index.found("nam:2011..2013 -loai:thong-tu") == [0, 1])
        #expect(index.found("loai:quyet-dinh OR nam:2020") == [0, 9])
        #expect(index.found("loai:quyet-dinh OR 3") == [0, 3])
        // Leaving out a field asks for all other documents, leaving out words for nothing.
        #expect(index.found("-loai:quyet-dinh") == index.found("loai:thong-tu OR NOT loai:(quyet-dinh OR thong-tu)"))
        #expect(!index.found("-loai:quyet-dinh").contains(0) && index.notes("-loai:quyet-dinh").isEmpty)
        #expect(index.found("-đất").isEmpty && index.notes("-đất").contains { $0.contains("only leaves out") })
        let plan = index.plan("loai:qd  nam:2011 đất")
        #expect(plan.description == "type:qd year:2011 đất")
    }
}
