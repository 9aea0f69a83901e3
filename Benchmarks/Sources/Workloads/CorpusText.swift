import Foundation

/// The texts that are measured on: Corpus/documents, as they are in the repository.
struct CorpusText: Sendable {
    /// Each document's text, in the order of file names.
    let documents: [[UInt8]]
    /// The folder.
    let path: String

    /// Read once.
    static let shared = Result { try CorpusText() }

    private init() throws {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        folder.appendPathComponent("Corpus/documents")
        path = folder.path
        documents = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
            [UInt8](try Data(contentsOf: folder.appendingPathComponent($0)))
        }
    }

    var byteCount: Int { documents.reduce(0) { $0 + $1.count } }
}
