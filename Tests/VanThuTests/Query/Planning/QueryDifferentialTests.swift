import InvertedIndex
import Testing

@testable import VanThu

@Suite("Queries against a naive evaluator") struct QueryDifferentialTests {
    private typealias Word = NaiveEvaluation.Word

    #if DEBUG
        private static let queries = 150
    #else
        private static let queries = 4_000
    #endif

    private static let letters = ["an", "ban", "ba", "da", "dan", "nab", "bana", "o"]
    private static let types = ["ke hoach", "bao cao", "to trinh"]

    private struct Maker {
        var random: SeededRandom

        mutating func pick<Element>(_ choices: [Element]) -> Element {
            choices[Int.random(in: 0..<choices.count, using: &random)]
        }

        mutating func word() -> Word { Word(pick(letters), pick([0, 0, 1, 2])) }

        mutating func document() -> NaiveEvaluation.Document {
            NaiveEvaluation.Document(
                words: (0..<Int.random(in: 1...6, using: &random)).map { _ in word() }, type: pick(types),
                year: Int.random(in: 2018...2021, using: &random))
        }

        mutating func words() -> String {
            (0..<Int.random(in: 1...3, using: &random)).map { _ in word().text }.joined(separator: " ")
        }

        mutating func node(_ depth: Int) -> QueryNode {
            switch Int.random(in: 0..<(depth < 4 ? 16 : 7), using: &random) {
            case 0, 1: return .words(words())
            case 2: return .phrase(words(), slop: pick([0, 0, 1, 2]))
            case 3:
                return .prefix(pick([Word("b", 0), Word("ba", 0), Word("ba", 1), Word("na", 2), Word("x", 0)]).text)
            case 4: return .fuzzy(word().text, distance: pick([1, 1, 2]))
            case 5: return .field(.type, .text(pick(types + ["phieu gui"])))
            case 6: return .field(.year, .years(2019...pick([2019, 2020, 2030])))
            case 7: return .must(node(depth + 1))
            case 8: return .mustNot(node(depth + 1))
            case 9: return .not(node(depth + 1))
            case 10: return .boost(node(depth + 1), pick([0.5, 2, 10]))
            case 11, 12: return .and(nodes(depth))
            case 13, 14: return .or(nodes(depth))
            default: return .sequence(nodes(depth))
            }
        }

        private mutating func nodes(_ depth: Int) -> [QueryNode] {
            (0..<Int.random(in: 2...3, using: &random)).map { _ in node(depth + 1) }
        }
    }

    @Test("Any tree finds what it says, in each mode", arguments: UInt64(1)...6)
    func anyTree(seed: UInt64) throws {
        var maker = Maker(random: SeededRandom(seed: seed))
        let documents = (0..<60).map { _ in maker.document() }
        let index = try FieldIndex(
            documents.map {
                FieldIndex.Document(
                    text: $0.words.map(\.text).joined(separator: " "), categories: [(.type, $0.type)],
                    year: Int32($0.year))
            }, segments: Int(1 + seed % 3))
        var found = 0
        for number in 0..<Self.queries {
            let root = maker.node(0)
            for match in MatchMode.allCases {
                let naive = NaiveEvaluation(match: match)
                let expected = documents.indices.filter { naive.finds(root, documents[$0]) }
                let answer = index.found(index.plan(root, match))
                if answer != expected {
                    Issue.record("seed \(seed), query \(number), \(match), \(root): \(answer), expected \(expected)")
                    return
                }
                found += expected.isEmpty || expected.count == documents.count ? 0 : 1
            }
        }
        // Most queries must tell some documents from others, or nothing is compared.
        #expect(found > Self.queries)
    }

    @Test("What was printed and read again finds the same", arguments: UInt64(11)...12)
    func printedTrees(seed: UInt64) throws {
        var maker = Maker(random: SeededRandom(seed: seed))
        let documents = (0..<40).map { _ in maker.document() }
        let index = try FieldIndex(documents.map { .init(text: $0.words.map(\.text).joined(separator: " ")) })
        for _ in 0..<Self.queries {
            let tree = QueryLanguage.parse(maker.node(0).description)
            let again = QueryLanguage.parse(tree.description)
            for match in MatchMode.allCases {
                #expect(index.found(tree.description, match) == index.found(again.description, match))
                #expect(index.plan(tree.description, match).description == tree.description)
            }
        }
    }

    @Test("Any text plans and is answered", arguments: UInt64(21)...24)
    func anyText(seed: UInt64) throws {
        var maker = Maker(random: SeededRandom(seed: seed))
        var queries = RandomQuery(seed: seed)
        let documents = (0..<12).map { _ in maker.document() }
        let index = try FieldIndex(
            documents.enumerated().map { number, document in
                FieldIndex.Document(
                    text: document.words.map(\.text).joined(separator: " ") + " đất 15/2020/QĐ-TTg quy chế uỷ ban",
                    title: "Kế hoạch \(number)",
                    categories: [(.type, "Kế hoạch"), (.number, "\(number)/2020/qd-ttg"), (.agency, "UBND tỉnh")],
                    date: 20_200_101 + Int32(number), year: 2020, articles: ["\(number)"], cites: ["15/nq-cp"])
            }, segments: 2)
        for _ in 0..<Self.queries * 2 {
            let query = queries.next()
            for match in MatchMode.allCases {
                let plan = index.plan(query, match)
                let found = Set(index.found(plan))
                let wider = Set(index.found(index.plan(query, match, bareForms: true)))
                // What is not asked for adds nothing; bare forms only add, unless something is left out twice.
                #expect(found.allSatisfy { (0..<12).contains($0) })
                if !query.contains("NOT"), !query.contains("KHÔNG"), !query.contains("-") {
                    #expect(found.isSubset(of: wider), "\(query.debugDescription)")
                }
                #expect(plan.notes.count < 40)
                for document in [true, false] {
                    var ordered = plan.query
                    ordered.order = .integer(DocumentColumn.date.rawValue, descending: document)
                    _ = index.searcher.documents(document ? ordered : plan.query, limit: 5)
                }
            }
        }
    }
}
