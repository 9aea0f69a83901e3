import Foundation
import Testing
import VanThu

/// The same figures as the harness that measures other engines, where that harness is at hand.
@Suite struct PeersAgreementTests {
    static let harness: String? = {
        let environment = ProcessInfo.processInfo.environment["VANTHU_SHARED"]
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let shared = environment ?? root.appendingPathComponent("../shared").path
        let script = shared + "/measure/peers.py"
        return FileManager.default.fileExists(atPath: script)
            && FileManager.default.fileExists(atPath: "/usr/bin/python3")
            ? script : nil
    }()

    @Test("The figures are the peers' figures", .enabled(if: harness != nil), arguments: [UInt64(1), 2])
    func agreesWithPeers(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var qrels = ""
        var answers = ""
        for topic in 0..<60 {
            for document in 0..<40 where Int.random(in: 0..<4, using: &random) == 0 {
                qrels += "t\(topic) 0 d\(document)#0 \(Int.random(in: -1...3, using: &random))\n"
            }
            if topic % 7 == 3 { continue }
            for rank in 1...Int.random(in: 1...150, using: &random) {
                let document = Int.random(in: 0..<200, using: &random)
                let score = Double(Int.random(in: 0..<40, using: &random)) / 4
                answers += "t\(topic) Q0 d\(document)#0 \(rank) \(score) x\n"
            }
        }
        let qrelsFile = try TemporaryFile(qrels)
        let runFile = try TemporaryFile(answers)
        let measures = Measures(try Run.read(runFile.path), against: try Judgments.read(qrelsFile.path))

        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = [Self.harness ?? "", "eval", "--qrels", qrelsFile.path, "--run", runFile.path]
        process.environment = ["PYTHONDONTWRITEBYTECODE": "1", "PATH": "/usr/bin:/bin"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let figures = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        for (key, value) in [
            ("nDCG@10", measures.ndcg10), ("MRR@10", measures.mrr10), ("R@10", measures.recall10),
            ("R@100", measures.recall100), ("n", Double(measures.topics)), ("answered", Double(measures.answered)),
        ] {
            let expected = try #require(figures[key] as? Double)
            #expect(abs(expected - value) <= 0.000_051, "\(key)")
        }
    }
}
