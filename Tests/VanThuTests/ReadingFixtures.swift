import Foundation
import Testing

@testable import VanThu

/// A folder of its own for one test, removed with it.
final class ReadingFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "vanthu-reading-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let file = path + "/" + name
        let folder = (file as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }
}

/// What a reader said of some paths, taken apart.
struct ReadingOutcome {
    var documents: [SourceDocument] = []
    var skipped: [SkippedInput] = []
    var inputBytes = 0

    init(_ paths: [String], _ reader: InputReader = InputReader()) throws {
        try reader.read(paths) { event in
            switch event {
            case .document(let document, let bytes):
                documents.append(document)
                inputBytes += bytes
            case .skipped(let input): skipped.append(input)
            }
        }
    }
}

/// Randomness that can be repeated: SplitMix64 (Steele, Lea, Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
