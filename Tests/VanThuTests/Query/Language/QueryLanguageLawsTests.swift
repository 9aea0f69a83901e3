import Foundation
import Testing
import VanThu

@Suite struct QueryLanguageLawsTests {
    /// How many queries are tried; `VANTHU_FUZZ=10000000` in release mode takes some minutes.
    private static let count =
        ProcessInfo.processInfo.environment["VANTHU_FUZZ"].flatMap { Int($0) } ?? 8_000

    /// How long the longest queries are.
    private static let longest = count > 1_000_000 ? 1_000_000 : 4_000

    @Test("Any query is understood, loses no letter, and reads back from its print", arguments: UInt64(0)..<4)
    func anyQuery(seed: UInt64) {
        var queries = RandomQuery(seed: seed)
        var violations = 0
        for _ in 0..<Self.count / 4 {
            let query = queries.next()
            if let violation = QueryLaws.violation(query) {
                violations += 1
                if violations <= 5 { Issue.record("\(query.debugDescription): \(violation)") }
            }
        }
        #expect(violations == 0)
    }

    @Test("Every tree reads back from its print, also one that no query was written for", arguments: UInt64(0)..<4)
    func anyTree(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<1_000 {
            guard let tree = RandomTree.node(&random, depth: 0) else { continue }
            let printed = tree.description
            let again = QueryLanguage.parse(printed)
            #expect(again.root == tree, "\(printed.debugDescription)")
            #expect(again.notes.allSatisfy { $0.contains("only leaves out") }, "\(printed.debugDescription)")
        }
    }

    @Test(
        "Long queries take linear time",
        arguments: [
            "+a \"", "« ", "+( ", "\"\" ", "a\"(\" ", "(", ")", "((a) ", "(a OR ", "a) ", "NOT ", "AND ", "a AND ",
            "VÀ KẾ ",
            "-", "+-", "loai:(", "loai:", "a:b ", "ă:b ", "loại:b ", "ngay:1 ", "nam:(2020 ", "a~1 ", "a~1^2", "quy*",
            "\\",
            "\\\"", "^2", "a^2^", "\"a\"~", "UBND ", "..", "so:\"", "+loai:(", "( \"a\" ", "-(-(", "“", "a“", "~",
            "*a*", "(a) ",
            "e\u{301}", "a ", "aaaaaaaa", "(-a) ", "NOT (", "…", "\"", "+", "~^", "^~1", "loai:(so:(nam:(", "cụ:…",
            "A VÀ Ơ ",
        ])
    func longQueries(piece: String) {
        // Quadratic time would be far longer here.
        let long = String(repeating: piece, count: max(Self.longest, 40_000) / piece.utf8.count)
        #expect(ThreadTime.seconds { _ = QueryLanguage.parse(long) } < 3)
        let bytes = Self.longest
        let query = String(repeating: piece, count: bytes / piece.utf8.count)
        for query in [query, query + " OR KẾ HOẠCH", query + String(repeating: ")", count: 1_000)] {
            var tree = QueryTree(root: nil)
            #expect(ThreadTime.seconds { tree = QueryLanguage.parse(query) } < 3)
            #expect(tree.notes.count <= 11)
            let violation = QueryLaws.violation(query)
            #expect(violation == nil, "\(piece.debugDescription): \(violation?.prefix(300) ?? "")")
        }
    }
}

/// Trees from a seed, as reading a query would make them: flat, and without two runs of words side by side.
enum RandomTree {
    static func node(_ random: inout SeededRandom, depth: Int) -> QueryNode? {
        switch Int.random(in: 0..<(depth < 6 ? 12 : 5), using: &random) {
        case 0: return .words(text(&random))
        case 1: return .phrase(text(&random), slop: Int.random(in: 0...99, using: &random))
        case 2: return .prefix(word(&random))
        case 3: return .fuzzy(word(&random), distance: Int.random(in: 1...2, using: &random))
        case 4: return field(&random)
        case 5: return node(&random, depth: depth + 1).map { .must($0) }
        case 6: return node(&random, depth: depth + 1).map { .mustNot($0) }
        case 7: return node(&random, depth: depth + 1).map { .not($0) }
        case 8:
            let weight = Double(Int.random(in: 1..<999_999, using: &random)) / 1_000
            return node(&random, depth: depth + 1).map { .boost($0, weight) }
        case 9:
            let inner = nodes(&random, depth).filter { if case .and = $0 { false } else { true } }
            return inner.count > 1 ? .and(inner) : nil
        case 10:
            let inner = nodes(&random, depth).filter { if case .or = $0 { false } else { true } }
            return inner.count > 1 ? .or(inner) : nil
        default:
            var inner: [QueryNode] = []
            for node in nodes(&random, depth) {
                if case .sequence = node { continue }
                if case .words = node, case .words? = inner.last { continue }
                inner.append(node)
            }
            return inner.count > 1 ? .sequence(inner) : nil
        }
    }

    private static func nodes(_ random: inout SeededRandom, _ depth: Int) -> [QueryNode] {
        (0..<Int.random(in: 2...4, using: &random)).compactMap { _ in node(&random, depth: depth + 1) }
    }

    private static func field(_ random: inout SeededRandom) -> QueryNode {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return .field(.year, .years(2019...Int.random(in: 2019...9999, using: &random)))
        case 1:
            let first = day(Int.random(in: 1000...2020, using: &random), 2, Int.random(in: 1...28, using: &random))
            return .field(.date, .dates(first...day(2020, Int.random(in: 3...12, using: &random), 1)))
        case 2:
            return .field([.number, .cites, .article].randomElement(using: &random) ?? .number, .prefix(text(&random)))
        default: return .field([.type, .agency, .title].randomElement(using: &random) ?? .type, .text(text(&random)))
        }
    }

    private static let pieces = [
        "đất", "a", "15", "\"", "“", "«", "»", "+", "-", "(", ")", ":", "*", "~1", "^2", "\\", "AND", "VÀ", "loai:",
        "x:y", "/",
        "KẾ", "HOẠCH", "\u{301}", "²", "..", ",", "_",
    ]

    /// Words with signs among them, without white space at the ends.
    private static func text(_ random: inout SeededRandom) -> String {
        var text = ["a", "Đ", "(a", "\"5", "KẾ", "-x", "+y", "\\z", "*a"].randomElement(using: &random) ?? "a"
        for _ in 0..<Int.random(in: 0..<5, using: &random) {
            text += [" ", "", ""].randomElement(using: &random) ?? ""
            text += pieces.randomElement(using: &random) ?? ""
        }
        return text
    }

    /// One word that ends with a letter, as prefixes and fuzzy words do.
    private static func word(_ random: inout SeededRandom) -> String {
        String(String.UnicodeScalarView(text(&random).unicodeScalars.filter { $0 != " " })) + "n"
    }
}
