import Foundation
import Testing

/// The documents of Corpus/ in an index of a test's own, as `make demo` has them.
struct CorpusIndex {
    static let package: URL = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return folder
    }()

    let place: Workplace
    var path: String { place.path + "/i" }

    init() throws {
        place = try Workplace()
        let outcome = try BuiltCommand.run(
            ["index", "--index", place.path + "/i", "Corpus/documents"], in: Self.package.path)
        #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
    }

    /// Runs a command on the index.
    func vanthu(_ command: String, _ arguments: String...) throws -> BuiltCommand.Outcome {
        try BuiltCommand.run([command, "--index", path] + arguments, in: place.path)
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: package.appendingPathComponent(path)))
    }
}
