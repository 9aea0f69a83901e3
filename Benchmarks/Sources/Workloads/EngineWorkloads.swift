import Foundation
import VanThu

extension Workload {
    /// The whole engine, on the corpus.
    static let engine: [Workload] = [
        Workload(
            "index", "Corpus/documents to a committed index, one thread",
            amount: { (try CorpusText.shared.get().byteCount, "bytes") },
            prepare: {
                let scratch = try ScratchFolder()
                return {
                    try scratch.empty()
                    return try makeIndex(at: scratch.path)
                }
            }),
        search(
            "search-any", "passages with any of a few words", SearchOptions(),
            [
                "hỗ trợ hộ nghèo trữ nước", "thời hạn bảo quản hồ sơ", "xâm nhập mặn", "mức chi bồi thường",
            ]),
        search(
            "search-any-khongdau", "the same without diacritics", SearchOptions(),
            [
                "ho tro ho ngheo tru nuoc", "thoi han bao quan ho so", "xam nhap man", "muc chi boi thuong",
            ]),
        search(
            "search-all", "passages with all of a few words", SearchOptions(match: .all),
            [
                "hỗ trợ hộ nghèo", "thời hạn bảo quản hồ sơ", "xâm nhập mặn", "ủy ban nhân dân tỉnh",
            ]),
        search(
            "search-phrase", "words side by side", SearchOptions(match: .phrase),
            [
                "hộ nghèo", "ủy ban nhân dân tỉnh", "xâm nhập mặn", "hệ thống quản lý văn bản",
            ]),
        search(
            "search-number", "documents by number", SearchOptions(), ["1487/QĐ-UBND", "30/2020/nd-cp", "07/CT-UBND"]),
        search(
            "search-filtered", "words of passages that fields, phrases and groups admit", SearchOptions(),
            [
                "loai:nghi-quyet nam:2023 trữ nước", "hỗ trợ hộ nghèo ngay:2020..2024", "dieu:3 bảo quản hồ sơ",
                "(mặn OR hạn) AND cống -loai:ke-hoach",
            ]),
        Workload(
            "parse-query", "queries read into trees", amount: { (typedQueries.count, "queries") },
            prepare: { { typedQueries.reduce(0) { sum, query in sum + QueryLanguage.parse(query).notes.count + 1 } } }),
        search(
            "search-questions", "whole questions, documents by best passage", SearchOptions(by: .document),
            [
                "Khi nào được mở cống ngăn mặn để lấy nước vào nội đồng?",
                "Văn bản hỏa tốc phải đăng ký và chuyển giao trong bao lâu?",
                "Hộ nghèo được hỗ trợ bao nhiêu tiền để mua bồn trữ nước?",
            ]),
    ]

    /// Queries with what the language has: words, a phrase, signs, operators, groups, prefixes, weights and fields.
    private static let typedQueries = [
        "hỗ trợ hộ nghèo trữ nước", "ho tro ho ngheo tru nuoc", "thời hạn bảo quản hồ sơ điện tử của cơ quan nhà nước",
        "+\"giấy tờ chứng thực\" -\"bí mật\"", "loai:nghi-quyet nam:2023 \"trữ nước ngọt\"~3",
        "(cống OR đập) AND ngăn mặn^2 NOT ngay:2019..2020-06", "quy* hỗ~1 co-quan:\"ủy ban nhân dân\" dieu:7",
    ]

    private static func search(
        _ name: String, _ summary: String, _ options: SearchOptions, _ queries: [String]
    ) -> Workload {
        Workload(
            name, summary, amount: { (queries.count, "queries") },
            prepare: {
                let scratch = try ScratchFolder()
                _ = try makeIndex(at: scratch.path)
                let searcher = try VanThuIndex.open(scratch.path).makeSearcher()
                // The first time makes the arrays of frequent words.
                for query in queries { _ = searcher.rank(query, options) }
                return {
                    withExtendedLifetime(scratch) {
                        queries.reduce(0) { sum, query in sum &+ searcher.rank(query, options).count }
                    }
                }
            })
    }

    private static func makeIndex(at path: String) throws -> Int {
        let editor = try IndexEditor.open(path, IndexingOptions(threads: 1))
        defer { editor.close() }
        return try editor.add(paths: [CorpusText.shared.get().path], progress: { _ in }).passages
    }
}

/// A folder that goes with its owner.
private final class ScratchFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "vanthu-workload-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func empty() throws {
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
