import Testing
import VanThu

@Suite struct QueryLanguageOperatorsTests {
    private func words(_ text: String) -> QueryNode { .words(text) }

    private func expect(_ query: String, _ root: QueryNode, notes: Int = 0) {
        let tree = QueryLanguage.parse(query)
        #expect(tree.root == root, "\(query)")
        #expect(tree.notes.count == notes, "\(query): \(tree.notes)")
    }

    @Test func operatorsJoinWholeRunsOfWords() {
        let both = QueryNode.and([words("đất đai"), words("nhà ở")])
        for query in [
            "đất đai AND nhà ở", "đất đai VÀ nhà ở", "(đất đai) VÀ (nhà ở)", "((đất đai) AND nhà ở)",
            "đất đai V\u{41}\u{300} nhà ở",
        ] {
            expect(query, both)
        }
        let either = QueryNode.or([words("đất đai"), words("nhà ở")])
        for query in ["đất đai OR nhà ở", "đất đai HOẶC nhà ở", "đất đai HOA\u{323}\u{306}C nhà ở"] {
            expect(query, either)
        }
        for query in ["NOT bí mật", "KHÔNG bí mật", "KHO\u{302}NG bí mật"] {
            expect(query, .not(words("bí mật")), notes: 1)
        }
    }

    @Test func notBindsClosestThenAndThenOrThenStandingSideBySide() {
        expect("a OR b AND NOT c", .or([words("a"), .and([words("b"), .not(words("c"))])]))
        expect("a AND b OR c AND d", .or([.and([words("a"), words("b")]), .and([words("c"), words("d")])]))
        expect("a AND (b OR c)", .and([words("a"), .or([words("b"), words("c")])]))
        expect("\"x\" a b AND c", .sequence([.phrase("x", slop: 0), .and([words("a b"), words("c")])]))
        expect("a OR b \"x\"", .sequence([.or([words("a"), words("b")]), .phrase("x", slop: 0)]))
        expect("đất NOT mật", .sequence([words("đất"), .not(words("mật"))]))
        expect("x (a OR b) y", .sequence([words("x"), .or([words("a"), words("b")]), words("y")]))
        expect("+(a b) -(c OR d)", .sequence([.must(words("a b")), .mustNot(.or([words("c"), words("d")]))]))
        expect("(-a b) OR c", .or([.sequence([.mustNot(words("a")), words("b")]), words("c")]))
        expect("(a AND b) AND (c AND d)", .and(["a", "b", "c", "d"].map { words($0) }))
        expect("a (\"b\" c) d", .sequence([words("a"), .phrase("b", slop: 0), words("c d")]))
        expect("(quy* OR uỷ~1)", .or([.prefix("quy"), .fuzzy("uỷ", distance: 1)]))
    }

    @Test func anOperatorWithoutOperandsIsAWordAndSaysSo() {
        expect("AND", words("AND"), notes: 1)
        expect("AND b", words("AND b"), notes: 1)
        expect("a OR", words("a OR"), notes: 1)
        expect("a NOT", words("a NOT"), notes: 1)
        expect("a AND NOT", words("a AND NOT"), notes: 2)
        expect("a AND … OR b", .or([words("a AND"), words("b")]), notes: 1)
        expect("NOT NOT a", .sequence([words("NOT"), .not(words("a"))]), notes: 1)
        expect("(a OR b", .or([words("(a"), words("b")]), notes: 1)
        expect("(a OR b)c", .or([words("(a"), words("b)c")]))
        expect("a) OR b", .or([words("a)"), words("b")]))
        #expect(
            QueryLanguage.parse("a OR").notes == ["OR at byte 2 of the query has nothing to join and is read as a word"]
        )
        #expect(
            QueryLanguage.parse("x (a OR b").notes
                == ["( at byte 2 of the query opens a group that is not closed and is read as text"])
    }

    @Test(
        "In words typed in capitals throughout, an operator's word is a word",
        arguments: [
            "UBND TỈNH VÀ HUYỆN", "UỶ BAN NHÂN DÂN TỈNH VÀ SỞ Y TẾ", "UBND TINH VÀ HUYEN", "DOANH NGHIỆP HOẶC CÁ NHÂN",
            "HỒ SƠ KHÔNG HỢP LỆ", "QUYẾT ĐỊNH 15/2020/QĐ-UBND VÀ 16/2020/QĐ-UBND", "KẾ HOẠCH AND BÁO CÁO",
            "MINISTRY OF PLANNING AND INVESTMENT", "UBND TỈNH (CŨ) VÀ HUYỆN",
        ])
    func headings(query: String) {
        let tree = QueryLanguage.parse(query)
        #expect(tree.root == .words(query))
        #expect(tree.notes.count == 1 && tree.notes.allSatisfy { $0.contains("all words are in capitals") })
        let filtered = QueryLanguage.parse("loai:quyet-dinh " + query)
        #expect(filtered.root == .sequence([.field(.type, .text("quyet dinh")), .words(query)]))
    }

    @Test(
        "Between two words in capitals VÀ, HOẶC and KHÔNG are words, however the rest is typed",
        arguments: [
            "Mục 3. QUYỀN VÀ NGHĨA VỤ", "Điều 5. HÀNH VI KHÔNG ĐƯỢC LÀM trong quản lý",
            "chương II TỔ CHỨC, CÁ NHÂN HOẶC HỘ",
        ])
    func headingsInText(query: String) {
        let tree = QueryLanguage.parse(query)
        #expect(tree.root == .words(query))
        #expect(tree.notes.count == 1 && tree.notes.allSatisfy { $0.contains("words beside it are in capitals") })
        let printed = tree.description
        #expect(QueryLanguage.parse(printed).root == tree.root && QueryLanguage.parse(printed).notes.isEmpty)
    }

    @Test func capitalsOnOneSideOnlyOrAnEnglishOperatorJoin() {
        expect("quyền VÀ NGHĨA VỤ", .and([words("quyền"), words("NGHĨA VỤ")]))
        expect("mục QUYỀN VÀ nghĩa vụ", .and([words("mục QUYỀN"), words("nghĩa vụ")]))
        expect("sở Y TẾ AND SỞ tài chính", .and([words("sở Y TẾ"), words("SỞ tài chính")]))
        expect("quy chế UBND VÀ SỞ", .and([words("quy chế UBND"), words("SỞ")]))
        expect("(mục QUYỀN) VÀ (NGHĨA vụ)", .and([words("mục QUYỀN"), words("NGHĨA vụ")]))
    }

    @Test func abbreviationsAndParenthesesDoNotMakeAHeading() {
        expect("UBND HOẶC HĐND", .or([words("UBND"), words("HĐND")]))
        expect("15/2020/NĐ-CP VÀ 30/2020/NĐ-CP", .and([words("15/2020/NĐ-CP"), words("30/2020/NĐ-CP")]))
        expect("quy chế UBND VÀ HĐND", .and([words("quy chế UBND"), words("HĐND")]))
        expect("(KẾ HOẠCH) VÀ (BÁO CÁO)", .and([words("KẾ HOẠCH"), words("BÁO CÁO")]))
        expect("\"KẾ HOẠCH\" VÀ \"BÁO CÁO\"", .and([.phrase("KẾ HOẠCH", slop: 0), .phrase("BÁO CÁO", slop: 0)]))
        expect("2019 VÀ 2020", .and([words("2019"), words("2020")]))
        expect(
            "loai:(KẾ HOẠCH OR BÁO CÁO)",
            .or([.field(.type, .text("KẾ HOẠCH")), .field(.type, .text("BÁO CÁO"))]))
    }

    @Test func groupsAreBoundedInDepthAndTermsInNumber() {
        let deepest = 16
        for depth in [deepest, deepest + 1, 50] {
            let query = String(repeating: "(x \"y\" ", count: depth) + "a OR b" + String(repeating: ")", count: depth)
            let tree = QueryLanguage.parse(query)
            #expect(tree.notes.contains { $0.contains("too deep") } == (depth > deepest), "\(depth): \(tree.notes)")
        }
        let query = String(repeating: "+a ", count: 2_000)
        let tree = QueryLanguage.parse(query)
        guard case .sequence(let nodes)? = tree.root else {
            Issue.record("no sequence")
            return
        }
        #expect(nodes.count == 1_025)
        #expect(tree.notes.count == 1 && tree.notes.allSatisfy { $0.contains("over 1024 terms; from byte 3072 on") })
    }
}
