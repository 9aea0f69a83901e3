import Testing
import VanThu

/// What held for words, phrases and signs before there were fields and operators, holds in the language, too.
@Suite struct QueryLanguageWordsTests {
    /// `+`, `-` or nothing, then the text, in quotes where it is a phrase.
    private func shape(_ query: String) -> [String] {
        func shape(_ node: QueryNode) -> [String] {
            switch node {
            case .words(let words): [words]
            case .phrase(let words, slop: 0): ["\"\(words)\""]
            case .must(let inner): shape(inner).map { "+" + $0 }
            case .mustNot(let inner): shape(inner).map { "-" + $0 }
            case .sequence(let nodes): nodes.flatMap(shape)
            default: ["\(node) is no clause"]
            }
        }
        return QueryLanguage.parse(query).root.map(shape) ?? []
    }

    @Test("Plain words are one node, as typed", arguments: ["đất đai", "quyền  sử dụng\tđất", "a"])
    func words(query: String) {
        #expect(shape(query) == [query])
        #expect(QueryLanguage.parse(query).notes.isEmpty)
    }

    @Test(
        "Hyphens, parentheses, units and colons of document numbers and prose are text",
        arguments: [
            "15/2020/QĐ-TTg", "15/2020/NĐ–CP", "kinh tế - xã hội", "kinh tế-xã hội", "NĐ‑CP", "- điều 1", "C++",
            "giá - 5", "(-điều)", "điều 1 (khoản 2)", "điểm a) khoản 1", "điểm a), b) và c) (khoản 2) Điều 3",
            "10:30", "lúc 10:30 ngày mai", "http://vanban.gov.vn/15?a=b", "C:\\văn bản", "Kính gửi: UBND tỉnh",
            "QCVN 06:2022/BXD", "tỷ lệ 1:500", "500 m^2", "10^6 đồng", "5 * 3", "**Quyết liệt**", "(*) a",
            "khoảng ~100 tỷ",
            "5~6 ngày", "hai và ba hoặc không", "And Or Not Và", "f(x) (y", "((a))", "Số: 15/2020", "ống 5\" và 6\"",
            "a :-)", "(b)…",
        ])
    func textStaysText(query: String) {
        #expect(QueryLanguage.parse(query) == QueryTree(root: .words(query)))
    }

    @Test(
        "Every kind of quotes makes a phrase",
        arguments: ["\"xây lắp\"", "“xây lắp”", "„xây lắp“", "«xây lắp»", "« xây lắp »", "\"xây lắp”", "”xây lắp”"])
    func quotes(query: String) {
        #expect(shape(query) == ["\"xây lắp\""])
        #expect(QueryLanguage.parse(query).notes.isEmpty)
    }

    @Test func signsGovernTheWordOrPhraseBehindThem() {
        #expect(shape("đất +thu -hồi bồi thường") == ["đất", "+thu", "-hồi", "bồi thường"])
        #expect(shape("+\"thu hồi\" -“bồi thường” đất") == ["+\"thu hồi\"", "-\"bồi thường\"", "đất"])
        #expect(shape("+15/2020/QĐ-TTg") == ["+15/2020/QĐ-TTg"])
        #expect(shape("\"a b\"c d") == ["\"a b\"", "c d"])
        #expect(shape("a\u{A0}-b") == ["a", "-b"])
        #expect(shape("+a(\"b\" c") == ["+a(", "\"b\"", "c"])
    }

    @Test func whatCannotBeASignOrPhraseIsTextAndSaysSo() {
        for (query, clauses, words) in [
            ("\"chưa đóng", ["\"chưa đóng"], "byte 0 of the query opens a phrase that is not closed"),
            ("đất «chưa đóng", ["đất «chưa đóng"], "« at byte 7"),
            ("a + b", ["a + b"], "+ at byte 2 of the query governs no word"),
            ("a +", ["a +"], "governs no word"),
            ("a -( b", ["a -( b"], "governs no word"),
            ("a +-b", ["a +-b"], "governs no word"),
            ("\"\" a", ["a"], "without a word"),
            ("+\"chưa đóng", ["+\"chưa", "đóng"], "not closed"),
            ("-đất", ["-đất"], "only leaves out"),
        ] {
            #expect(shape(query) == clauses, "\(query)")
            let notes = QueryLanguage.parse(query).notes
            #expect(notes.count == 1 && notes.allSatisfy { $0.contains(words) }, "\(query): \(notes)")
        }
    }

    @Test func nothingIsAskedForByNothing() {
        for query in ["", " ", "\n\t", "…", "( )", "\"\"", "+( )", "(( ) \"\")"] {
            #expect(QueryLanguage.parse(query).root == nil, "\(query)")
        }
        #expect(QueryLanguage.parse("loai:").root == .words("loai:"))
    }

    @Test func prefixesFuzzyWordsSlopsAndWeights() {
        for (query, root) in [
            ("quy*", .prefix("quy")), ("uỷ~1", .fuzzy("uỷ", distance: 1)), ("uỷ~", .fuzzy("uỷ", distance: 1)),
            ("uỷ~2", .fuzzy("uỷ", distance: 2)), ("\"hạn mặn\"~2", .phrase("hạn mặn", slop: 2)),
            ("đất^2", .boost(.words("đất"), 2)), ("đất^0,5", .boost(.words("đất"), 0.5)),
            ("(đất đai)^1.25", .boost(.words("đất đai"), 1.25)), ("(m)^2", .boost(.words("m"), 2)),
            ("\"hạn mặn\"~2^3", .boost(.phrase("hạn mặn", slop: 2), 3)), ("quy*^2", .boost(.prefix("quy"), 2)),
            ("uỷ~1^2", .boost(.fuzzy("uỷ", distance: 1), 2)), ("+đất^2", .must(.boost(.words("đất"), 2))),
            ("kế quy* đất", .sequence([.words("kế"), .prefix("quy"), .words("đất")])),
            ("15/2020*", .prefix("15/2020")), ("-quy*", .mustNot(.prefix("quy"))),
        ] as [(String, QueryNode)] {
            #expect(QueryLanguage.parse(query).root == root, "\(query)")
            #expect(QueryLanguage.parse(query).notes.isEmpty == root.isAffirmativeForTests, "\(query)")
        }
    }

    @Test func modifiersThatCannotBeAreTextAndSaySo() {
        for (query, root, words) in [
            ("uỷ~3", .words("uỷ~3"), "~ at byte 4 of the query is followed by no distance (1 or 2)"),
            ("\"a b\"~200", .sequence([.phrase("a b", slop: 0), .words("~200")]), "no number from 0 to 99"),
            ("đất^0", .words("đất^0"), "^ at byte 6 of the query is followed by no weight"),
            ("đất^1000", .words("đất^1000"), "no weight"),
            ("đất^2x", .words("đất^2x"), "no weight"),
            ("(a \"b\")^x", .sequence([.words("a"), .phrase("b", slop: 0), .words("^x")]), "no weight"),
            ("*quy", .words("*quy"), "* at byte 0 of the query stands not at the end of a word"),
            ("qu*y", .words("qu*y"), "stands not at the end of a word"),
        ] as [(String, QueryNode, String)] {
            let tree = QueryLanguage.parse(query)
            #expect(tree.root == root, "\(query)")
            #expect(tree.notes.count == 1 && tree.notes.allSatisfy { $0.contains(words) }, "\(query): \(tree.notes)")
        }
    }

    @Test func aBackslashMakesTextOfSigns() {
        for (query, root) in [
            ("\\\"a b\\\"", "\"a b\""), ("\\+a", "+a"), ("loai\\:x", "loai:x"), ("a \\AND b", "a AND b"),
            ("quy\\*", "quy*"), ("\\(a \\OR b\\)", "(a OR b)"), ("a\\\\b", "a\\b"), ("D:\\van\\ban", "D:\\van\\ban"),
            ("a \\", "a \\"), ("a\\ b", "a\\ b"),
        ] {
            #expect(QueryLanguage.parse(query) == QueryTree(root: .words(root)), "\(query)")
        }
    }
}

extension QueryNode {
    /// Whether no note says that the query only leaves out.
    fileprivate var isAffirmativeForTests: Bool {
        if case .mustNot = self { false } else { true }
    }
}
