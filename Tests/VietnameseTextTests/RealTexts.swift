import Foundation

/// Real texts for tests, which the project does not carry: in VANTHU_SHARED, or `../shared` beside the package.
enum RealTexts {
    static let folder: String = {
        if let set = ProcessInfo.processInfo.environment["VANTHU_SHARED"] { return set }
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return package.deletingLastPathComponent().appendingPathComponent("shared").path
    }()

    static var areHere: Bool { FileManager.default.fileExists(atPath: folder + "/corpora/seed/report.txt") }

    /// The first megabytes of each set (one in debug builds), cut into texts at line ends.
    static func texts() throws -> [[UInt8]] {
        let limit = isRelease ? 24 << 20 : 1 << 20
        var texts = [[UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/corpora/seed/report.txt")))]
        for set in ["legal/documents", "articles/articles", "gazette/documents"] {
            let path = "\(folder)/corpora/\(set).jsonl.zst"
            guard FileManager.default.fileExists(atPath: path) else { continue }
            let bytes = try decompressed(path, limit: limit)
            texts += bytes.split(separator: 0x0A).map(Array.init)
        }
        return texts
    }

    /// The first bytes of a compressed file.
    private static func decompressed(_ path: String, limit: Int) throws -> [UInt8] {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["zstd", "-dcq", path]
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        var bytes: [UInt8] = []
        while bytes.count < limit, let part = try pipe.fileHandleForReading.read(upToCount: 1 << 18), !part.isEmpty {
            bytes += part
        }
        process.terminate()
        process.waitUntilExit()
        return bytes
    }
}
