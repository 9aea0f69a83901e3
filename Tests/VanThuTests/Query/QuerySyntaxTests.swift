import Testing
import VanThu

@Suite struct QuerySyntaxTests {
    /// `+`, `-` or nothing, then the text, in quotes where it is a phrase.
    private func shape(_ query: String) -> [String] {
        QuerySyntax.parse(query).clauses.map { clause in
            let sign =
                switch clause.occurrence {
                case .should: ""
                case .must: "+"
                case .mustNot: "-"
                }
            return sign + (clause.kind == .phrase ? "\"\(clause.text)\"" : clause.text)
        }
    }

    @Test("Plain words are one clause, as typed", arguments: ["đất đai", "quyền  sử dụng\tđất", "a"])
    func words(query: String) {
        #expect(shape(query) == [query])
        #expect(QuerySyntax.parse(query).notes.isEmpty)
    }

    @Test(
        "Hyphens and dashes of document numbers and prose are text",
        arguments: [
            "15/2020/QĐ-TTg", "15/2020/NĐ–CP", "kinh tế - xã hội", "kinh tế-xã hội", "NĐ‑CP", "- điều 1", "C++",
            "giá - 5", "(-điều)", "điều 1 (khoản 2)",
        ])
    func hyphensAreText(query: String) {
        let parsed = QuerySyntax.parse(query)
        #expect(parsed.clauses.allSatisfy { $0.occurrence == .should && $0.kind == .words })
        #expect(parsed.clauses.count == 1)
        #expect(parsed.notes.isEmpty)
    }

    @Test(
        "Every kind of quotes makes a phrase",
        arguments: ["\"xây lắp\"", "“xây lắp”", "„xây lắp“", "«xây lắp»", "« xây lắp »", "\"xây lắp”", "”xây lắp”"])
    func quotes(query: String) {
        #expect(shape(query) == ["\"xây lắp\""])
        #expect(QuerySyntax.parse(query).notes.isEmpty)
    }

    @Test func operatorsGovernTheWordOrPhraseBehindThem() {
        #expect(shape("đất +thu -hồi bồi thường") == ["đất", "+thu", "-hồi", "bồi thường"])
        #expect(shape("+\"thu hồi\" -“bồi thường” đất") == ["+\"thu hồi\"", "-\"bồi thường\"", "đất"])
        #expect(shape("+15/2020/QĐ-TTg") == ["+15/2020/QĐ-TTg"])
        #expect(shape("\"a b\"c d") == ["\"a b\"", "c d"])
        #expect(shape("a\u{A0}-b") == ["a", "-b"])
        #expect(shape("+a(\"b\" c") == ["+a(", "\"b\"", "c"])
    }

    @Test func whatCannotBeAnOperatorIsTextAndSaysSo() {
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
            let notes = QuerySyntax.parse(query).notes
            #expect(notes.count == 1 && notes.allSatisfy { $0.contains(words) }, "\(query): \(notes)")
        }
        #expect(shape("ống 5\" và 6\"") == ["ống 5\" và 6\""])
    }

    @Test func nothingIsAskedForByNothing() {
        for query in ["", " ", "\n\t", "…", "( )", "\"\""] {
            #expect(QuerySyntax.parse(query).clauses.isEmpty, "\(query)")
        }
    }

    @Test("Clauses slice the query, rise, and hold every letter and digit once", arguments: UInt64(0)..<8)
    func anyTextIsUnderstood(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let pieces = [
            "đất", "a", "15", " ", " ", "  ", "\"", "“", "”", "«", "»", "„", "+", "-", "–", "(", ")", "e\u{301}",
            "\u{301}",
            "\u{A0}", "\n", "/", "🇻🇳", "²", "\0",
        ]
        for _ in 0..<400 {
            let query = (0..<Int.random(in: 0..<24, using: &random))
                .compactMap { _ in pieces.randomElement(using: &random) }.joined()
            expectLaws(query)
        }
    }

    @Test("No bytes crash the parser", arguments: UInt64(0)..<8)
    func anyBytesAreUnderstood(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<400 {
            let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? UInt8.random(in: 0...255, using: &random)
                    : Array("\"+- a".utf8).randomElement(using: &random) ?? 0
            }
            expectLaws(String(decoding: bytes, as: UTF8.self))
        }
    }

    private func expectLaws(_ query: String) {
        let parsed = QuerySyntax.parse(query)
        let bytes = Array(query.utf8)
        var end = 0
        for clause in parsed.clauses {
            #expect(
                clause.range.lowerBound >= end && clause.range.upperBound <= bytes.count, "\(query.debugDescription)")
            #expect(Array(clause.text.utf8) == Array(bytes[clause.range]), "\(query.debugDescription)")
            end = clause.range.upperBound
        }
        #expect(
            wordScalars(query) == parsed.clauses.map(\.text).flatMap(wordScalars), "\(query.debugDescription)")
        #expect(parsed.clauses.allSatisfy { !wordScalars($0.text).isEmpty }, "\(query.debugDescription)")
    }

    private func wordScalars(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }

    @Test func longQueriesTakeLinearTime() {
        for piece in ["+a \"", "« ", "+( ", "\"\" ", "a\"(\" "] {
            let query = String(repeating: piece, count: 20_000)
            #expect(ContinuousClock().measure { expectLaws(query) } < .seconds(5))
        }
    }
}
