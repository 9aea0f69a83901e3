import AdministrativeDocuments
import VietnameseText

@testable import InvertedIndex
@testable import VanThu

/// An index in memory whose documents have columns, marks and titles, made without the engine: what the planner meets.
struct FieldIndex {
    struct Document {
        var text: String
        var title = ""
        var categories: [(DocumentColumn, String)] = []
        var date: Int32?
        var year: Int32?
        var articles: [String] = []
        var cites: [String] = []
    }

    let snapshot: Snapshot
    let searcher: Searcher
    private let planner: QueryPlanner
    private let planning = QueryAnalysis()

    /// Documents of one passage each, spread over segments in order.
    init(_ documents: [Document], segments: Int = 1) throws {
        var opened: [(reader: SegmentReader, deletions: DeletionSet?)] = []
        let size = max(1, (documents.count + segments - 1) / segments)
        for first in stride(from: 0, to: documents.count, by: size) {
            let own = Array(documents[first..<min(first + size, documents.count)])
            opened.append((try Self.segment(own, from: first), nil))
        }
        snapshot = Snapshot(opened, generation: 1)
        searcher = Searcher(snapshot)
        planner = QueryPlanner(planning, ColumnVocabulary(snapshot))
    }

    private static func segment(_ documents: [Document], from first: Int) throws -> SegmentReader {
        let builder = SegmentBuilder()
        let analyzer = TextAnalyzer()
        var tokens: [RawToken] = []
        func cut(_ text: [UInt8]) {
            tokens.removeAll()
            text.withUnsafeBytes { analyzer.tokenize($0, into: &tokens) }
            while builder.wordCount < analyzer.surfaceCount {
                let form = UInt32(builder.wordCount)
                builder.addWord(
                    analyzer.surface(form), exact: analyzer.exactKey(form), folded: analyzer.foldedKey(form))
            }
        }
        func term(_ key: [UInt8]) -> UInt32 { key.withUnsafeBytes { builder.term(exact: $0, folded: $0) } }
        for (number, document) in documents.enumerated() {
            Array(String(first + number).utf8).withUnsafeBytes {
                builder.beginDocument(identity: $0, sequence: UInt64(first + number))
            }
            let text = Array(document.text.utf8)
            cut(text)
            let references = QueryAnalysis()
            text.withUnsafeBytes { references.analyze($0) }
            let terms =
                references.references.map { term($0.key) }
                + document.articles.map { term(PassageMark.article($0.utf8)) }
                + document.cites.map { term(PassageMark.citation($0.utf8)) }
            let words = tokens.map { TextToken(start: $0.start, end: $0.end, word: $0.surface) }
            text.withUnsafeBytes { text in
                words.withUnsafeBufferPointer {
                    builder.addPassage(text, start: 0, end: text.count, tokens: $0, terms: terms)
                }
            }
            for (column, value) in document.categories { builder.addCategory(column.rawValue, Array(value.utf8)) }
            if let date = document.date { builder.setInteger(DocumentColumn.date.rawValue, date) }
            if let year = document.year { builder.setInteger(DocumentColumn.year.rawValue, year) }
            let title = Array(document.title.utf8)
            cut(title)
            let titleTerms = tokens.map { term([UInt8](analyzer.foldedKey($0.surface))) }
            let record = tokens.map { TextToken(start: $0.start, end: $0.end, word: $0.surface) }
            title.withUnsafeBytes { title in
                record.withUnsafeBufferPointer {
                    builder.endDocument(
                        textLength: text.count, titleLength: title.count, record: title, tokens: $0,
                        titleTerms: titleTerms)
                }
            }
        }
        let file = MemoryOutputFile()
        _ = try builder.write(to: file, name: "fields")
        return try SegmentReader(file.contents(), name: "fields")
    }

    func plan(_ query: String, _ match: MatchMode = .any, bareForms: Bool = false) -> QueryPlan {
        planner.plan(query, SearchOptions(match: match), bareForms: bareForms)
    }

    func plan(_ root: QueryNode, _ match: MatchMode = .any, bareForms: Bool = false) -> QueryPlan {
        planner.plan(QueryTree(root: root), SearchOptions(match: match), bareForms: bareForms)
    }

    /// The numbers of the documents that a plan finds.
    func found(_ plan: QueryPlan) -> [Int] {
        let result = searcher.passages(plan.query, limit: 10_000, countTotal: true)
        return result.hits.compactMap { hit in
            Int(
                String(
                    decoding: snapshot.segments[hit.segment].reader.identity(ofDocument: hit.document), as: UTF8.self))
        }.sorted()
    }

    func found(_ query: String, _ match: MatchMode = .any) -> [Int] { found(plan(query, match)) }

    func notes(_ query: String) -> [String] { plan(query).notes }
}
