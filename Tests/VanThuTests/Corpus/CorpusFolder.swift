import Foundation
import Testing

/// Corpus/ as it stands in the repository.
enum CorpusFolder {
    static let path: String = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return folder.appendingPathComponent("Corpus").path
    }()

    /// The names of the documents' files, sorted.
    static func documents() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path + "/documents").sorted()
    }

    static func bytes(ofDocument name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(path)/documents/\(name)")))
    }

    /// A file's lines, cut at tabs or, for the files of TREC, at spaces.
    static func rows(_ name: String, separator: UInt8 = UInt8(ascii: "\t"), columns: Int) throws -> [[String]] {
        // Cut as bytes: a character of Swift may hold more than one code point, and a line may end in a mark.
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
        return try bytes.split(separator: UInt8(ascii: "\n")).map { line in
            let fields = line.split(separator: separator, omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
            try #require(fields.count == columns, "\(name): \(String(decoding: line, as: UTF8.self))")
            return fields
        }
    }
}

/// A line of documents.tsv: what a person reads of a document's head.
struct CatalogEntry {
    var file: String
    var number: String
    /// `nil` for an official letter, which has no type.
    var type: String?
    var issuedOn: String
    /// `nil` for minutes, which name none in the head.
    var place: String?
    var agency: String
    var shape: String

    var isClean: Bool { shape == "clean" }

    static func all() throws -> [CatalogEntry] {
        try CorpusFolder.rows("documents.tsv", columns: 7).map { fields in
            CatalogEntry(
                file: fields[0], number: fields[1], type: fields[2] == "-" ? nil : fields[2], issuedOn: fields[3],
                place: fields[4] == "-" ? nil : fields[4], agency: fields[5], shape: fields[6])
        }
    }
}
