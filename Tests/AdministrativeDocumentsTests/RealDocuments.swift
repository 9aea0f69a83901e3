import Foundation

/// A sample of real documents, spread over a corpus; empty where the corpora or `zstd` are not at hand.
enum RealDocuments {
    #if DEBUG
        private static let usualSize = 60
    #else
        private static let usualSize = 4000
    #endif
    /// `VANTHU_SAMPLE` asks for more: all of them are 8,531.
    static let sampleSize = ProcessInfo.processInfo.environment["VANTHU_SAMPLE"].flatMap { Int($0) } ?? usualSize

    static let texts: [[UInt8]] = {
        guard let shared = SharedTexts.path else { return [] }
        var texts: [[UInt8]] = []
        if let report = FileManager.default.contents(atPath: shared + "/corpora/seed/report.txt") {
            texts.append(Array(report))
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [
            "-c", "zstd -dcq '\(shared)/corpora/legal/documents.jsonl.zst' | head -n \(sampleSize)",
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return texts }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        for line in data.split(separator: 0x0A) {
            let object = (try? JSONSerialization.jsonObject(with: line)) as? [String: Any]
            if let text = object?["text"] as? String { texts.append(Array(text.utf8)) }
        }
        return texts
    }()
}
