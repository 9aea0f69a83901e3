import Foundation
import SyntheticDocuments

/// The model of the repository's own corpus.
enum SampleModel {
    static let texts: [[UInt8]] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = root.appendingPathComponent("Corpus/documents")
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
            .compactMap { try? Data(contentsOf: $0) }.map(Array.init)
    }()

    /// One for all tests: learning takes a while in a debug build.
    static let model = Result { try TextModel(documents: texts) }

    static func generator(seed: UInt64 = 1, messy: Double = 0.33) throws -> DocumentGenerator {
        DocumentGenerator(model: try model.get(), settings: GenerationSettings(seed: seed, messyShare: messy))
    }
}
