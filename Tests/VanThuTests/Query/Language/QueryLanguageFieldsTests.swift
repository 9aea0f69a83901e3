import Testing
import VanThu

@Suite struct QueryLanguageFieldsTests {
    private func expect(_ query: String, _ root: QueryNode) {
        let tree = QueryLanguage.parse(query)
        #expect(tree.root == root, "\(query)")
        #expect(tree.notes.isEmpty, "\(query): \(tree.notes)")
    }

    @Test(
        "Every spelling of a field's name is that field",
        arguments: [
            "co-quan", "co_quan", "coquan", "cơ-quan", "CƠ-QUAN", "Cơ_Quan", "co\u{31B}-quan", "agency", "AGENCY",
            "cơ‑quan",
            "co-quan-ban-hanh",
        ])
    func spellings(name: String) {
        expect("\(name):\"UBND tỉnh Cà Mau\"", .field(.agency, .text("UBND tỉnh Cà Mau")))
    }

    @Test func everyFieldHasAVietnameseAndAnEnglishName() {
        let names: [QueryField: [String]] = [
            .number: ["so", "số", "number"], .type: ["loai", "loại", "type"], .agency: ["co-quan", "agency"],
            .place: ["noi", "nơi", "place"], .signer: ["nguoi-ky", "người-ký", "signer"],
            .urgency: ["khan", "khẩn", "urgency"], .article: ["dieu", "điều", "ĐIỀU", "article"],
            .title: ["tieu-de", "tiêu-đề", "title"], .cites: ["cites", "dẫn-chiếu"],
        ]
        for (field, names) in names {
            for name in names { expect("\(name):7", .field(field, .text("7"))) }
        }
        for name in ["ngay", "ngày", "date"] {
            expect("\(name):2020-06-23", .field(.date, .dates(day(2020, 6, 23)...day(2020, 6, 23))))
        }
        for name in ["nam", "năm", "year"] { expect("\(name):2020", .field(.year, .years(2020...2020))) }
        #expect(Set(QueryField.allCases.flatMap(\.names)).count == QueryField.allCases.flatMap(\.names).count)
    }

    @Test func hyphensInValuesAreSpacesButNotInNumbersOrQuotes() {
        expect("loai:quyet-dinh", .field(.type, .text("quyet dinh")))
        expect("loai:quyết_định", .field(.type, .text("quyết định")))
        expect("co-quan:ubnd-tinh-ca-mau", .field(.agency, .text("ubnd tinh ca mau")))
        expect("so:15/2020/QĐ-TTg", .field(.number, .text("15/2020/QĐ-TTg")))
        expect("cites:15/2020/QĐ-TTg", .field(.cites, .text("15/2020/QĐ-TTg")))
        expect("co-quan:\"Sở Tài nguyên - Môi trường\"", .field(.agency, .text("Sở Tài nguyên - Môi trường")))
        expect("so:“15 /2020/ NĐ–CP”", .field(.number, .text("15 /2020/ NĐ–CP")))
        expect("so:QCVN06:2022/BXD", .field(.number, .text("QCVN06:2022/BXD")))
    }

    @Test func valuesMayBePrefixesWeightedSignedAndNegated() {
        expect("so:15/2020*", .field(.number, .prefix("15/2020")))
        expect("co-quan:ubnd-tinh*", .field(.agency, .prefix("ubnd tinh")))
        expect("co-quan:\"UBND tỉnh\"*", .field(.agency, .prefix("UBND tỉnh")))
        expect("loai:quyet-dinh^2", .boost(.field(.type, .text("quyet dinh")), 2))
        expect("nam:2020, đất", .sequence([.field(.year, .years(2020...2020)), .words("đất")]))
        expect("đất -loai:ke-hoach", .sequence([.words("đất"), .mustNot(.field(.type, .text("ke hoach")))]))
        expect("đất +loai:ke-hoach", .sequence([.words("đất"), .must(.field(.type, .text("ke hoach")))]))
        expect("đất NOT loai:ke-hoach", .sequence([.words("đất"), .not(.field(.type, .text("ke hoach")))]))
        expect(
            "loai:quyet-dinh nam:2020 co-quan:\"UBND tỉnh Cà Mau\" hạn hán",
            .sequence([
                .field(.type, .text("quyet dinh")), .field(.year, .years(2020...2020)),
                .field(.agency, .text("UBND tỉnh Cà Mau")), .words("hạn hán"),
            ]))
        expect("loai:quyet-dinh OR đất đai", .or([.field(.type, .text("quyet dinh")), .words("đất đai")]))
    }

    @Test func aFieldsParenthesesDistribute() {
        let either = QueryNode.or([.field(.type, .text("quyet dinh")), .field(.type, .text("ke hoach"))])
        expect("loai:(quyet-dinh OR ke-hoach)", either)
        expect("loai:(\"quyet dinh\" \"ke hoach\")", either)
        expect("-loai:(quyet-dinh HOẶC ke-hoach) a", .sequence([.mustNot(either), .words("a")]))
        expect("loai:(quyết định)", .field(.type, .text("quyết định")))
        expect("nam:(2019 2020..2021)", .or([.field(.year, .years(2019...2019)), .field(.year, .years(2020...2021))]))
        expect("so:(15* OR 16/QĐ-TTg)", .or([.field(.number, .prefix("15")), .field(.number, .text("16/QĐ-TTg"))]))
        expect(
            "loai:(a AND (b OR c))",
            .and([.field(.type, .text("a")), .or([.field(.type, .text("b")), .field(.type, .text("c"))])]))
        expect(
            "loai:( +a -b)", .sequence([.must(.field(.type, .text("a"))), .mustNot(.field(.type, .text("b")))]))
        expect(
            "loai:(a^2 OR nam:2020)", .or([.boost(.field(.type, .text("a")), 2), .field(.year, .years(2020...2020))]))
    }

    @Test func anUnknownFieldIsWordsAndANoteNamesThoseThereAre() {
        for (query, meant) in [
            ("abc:def", nil), ("laoi:quyet-dinh", "loai"), ("coquam:ubnd", "co-quan"), ("nguoi-kí-tên:x", nil),
            ("agencie:x", "agency"), ("tiêu-đềe:x", "tieu-de"), ("nguoik:x", "nguoi-ky"),
        ] as [(String, String?)] {
            let tree = QueryLanguage.parse(query)
            #expect(tree.root == .words(query))
            let notes = tree.notes.filter { $0.contains("is no field and is read as words") }
            #expect(notes.count == 1 && tree.notes.count == 1, "\(query): \(tree.notes)")
            let says = notes.first?.contains("did you mean") ?? false
            #expect(says == (meant != nil), "\(query): \(notes)")
            if let meant { #expect(notes.first?.contains("did you mean \(meant):?") ?? false, "\(query): \(notes)") }
            for field in QueryField.allCases { #expect(notes.first?.contains(field.rawValue) ?? false) }
        }
    }

    @Test func aFieldWithoutAValueIsAWord() {
        #expect(QueryLanguage.parse("loai: quyết định").root == .words("loai: quyết định"))
        #expect(QueryLanguage.parse("loai: quyết định").notes.allSatisfy { $0.contains("followed by a space") })
        #expect(QueryLanguage.parse("loai: quyết định").notes.count == 1)
        #expect(QueryLanguage.parse("Loại: quyết định").notes.isEmpty)
        for query in ["loại: quyết định", "số: 11/2014", "cụ thể:……", "cụ thể:… như sau", "abc:\"…\" x", "abc:(…)"] {
            #expect(!QueryLanguage.parse(query).notes.contains { $0.contains("field") }, "\(query)")
        }
        #expect(QueryLanguage.parse("abc:…x").notes.contains { $0.contains("is no field") })
        for query in ["loai:\"\"", "loai:*", "loai:( )", "loai:-"] {
            let tree = QueryLanguage.parse(query)
            #expect(tree.notes.contains { $0.contains("loai: at byte 0 of the query has no value") }, "\(query)")
            guard case .words? = tree.root else {
                Issue.record("\(query): \(tree)")
                continue
            }
        }
    }
}

/// A day that exists.
func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    guard let day = Day(year: year, month: month, day: day) else {
        Issue.record("\(year)-\(month)-\(day) is no day")
        return .earliest
    }
    return day
}
