import Foundation
import Testing

@testable import VanThu

/// An index in a folder of its own, removed with it.
final class SampleIndex {
    let folder: String
    var path: String { folder + "/index" }
    private var batches = 0

    init() throws {
        folder = NSTemporaryDirectory() + "vanthu-engine-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    /// An index of texts whose identities are their numbers, from 0.
    convenience init(_ texts: [String], unit: IndexUnit = .passages) throws {
        try self.init()
        try add(texts.enumerated().map { (String($0.offset), $0.element) }, unit: unit)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// A file of JSON lines with these documents.
    func lines(_ documents: [(id: String, text: String)], title: String = "") throws -> String {
        batches += 1
        let file = folder + "/batch-\(batches).jsonl"
        var bytes: [UInt8] = []
        for document in documents {
            bytes += Array("{\"id\":".utf8) + DocumentMetadata.quoted(document.id)
            bytes += Array(",\"title\":".utf8) + DocumentMetadata.quoted(title)
            bytes += Array(",\"text\":".utf8) + DocumentMetadata.quoted(document.text) + Array("}\n".utf8)
        }
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }

    /// Adds documents in a run of its own, which makes a segment of its own.
    @discardableResult
    func add(
        _ documents: [(id: String, text: String)], title: String = "", unit: IndexUnit = .passages, threads: Int = 1
    ) throws -> IndexingReport {
        let editor = try editor(unit, threads: threads)
        defer { editor.close() }
        return try editor.add(paths: [lines(documents, title: title)]) { _ in }
    }

    func editor(_ unit: IndexUnit = .passages, threads: Int = 1) throws -> IndexEditor {
        try IndexEditor.open(path, IndexingOptions(unit: unit, threads: threads, memoryBytes: 64 << 20))
    }

    func delete(_ ids: String...) throws -> [String] {
        let editor = try editor()
        defer { editor.close() }
        return try editor.delete(ids: ids).missing
    }

    func compact() throws {
        let editor = try editor()
        defer { editor.close() }
        try editor.compact { _ in }
    }

    func open() throws -> VanThuIndex { try VanThuIndex.open(path) }

    func search(
        _ query: String, _ match: MatchMode = .any, by unit: ResultUnit = .passage, top: Int = 1000
    ) throws -> SearchResult {
        try open().makeSearcher().search(query, SearchOptions(top: top, by: unit, match: match))
    }

    /// The identities of what is found, best first.
    func ids(
        _ query: String, _ match: MatchMode = .any, by unit: ResultUnit = .passage
    ) throws -> [String] {
        try search(query, match, by: unit).ids
    }

    /// The documents found, in no order.
    func found(_ query: String, _ match: MatchMode = .any, by unit: ResultUnit = .passage) throws -> Set<String> {
        Set(try ids(query, match, by: unit))
    }
}

extension SearchResult {
    var ids: [String] { hits.map(\.document.id) }
}

extension SearchHit {
    /// The marked words, cut from the passage's own bytes.
    var marked: [String] {
        passage.highlights.map {
            String(
                decoding: passage.text[$0.lowerBound - passage.start..<$0.upperBound - passage.start], as: UTF8.self)
        }
    }
}
