import Foundation
import Testing

/// The command as the build left it, run in a process of its own.
enum BuiltCommand {
    /// `vanthu` beside the test bundle, which on Linux is the program that runs.
    static let binary: URL? = {
        let bundle = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
        let program = CommandLine.arguments.first.map { URL(fileURLWithPath: $0) }
        return [bundle, program, Bundle.main.bundleURL].compactMap { $0 }
            .flatMap { [$0.deletingLastPathComponent(), $0] }
            .map { $0.appendingPathComponent("vanthu") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }()

    struct Outcome {
        /// The exit code; of a killed process minus the signal.
        var status: Int32
        var output: String
        var error: String

        /// Standard output as one JSON object.
        var object: [String: Any] {
            get throws {
                try #require(
                    try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any], "\(output) \(error)")
            }
        }
    }

    /// Runs it to its end, in `folder` or in one of its own.
    static func run(
        _ arguments: [String], input: [UInt8] = [], in folder: String? = nil, killedAfter seconds: Double? = nil,
        signal: Int32 = SIGKILL
    ) throws -> Outcome {
        let streams = FileManager.default.temporaryDirectory.appendingPathComponent("vanthu-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: streams) }
        // Files instead of pipes: no output is too long for them.
        let names = ["in", "out", "err"].map { streams.appendingPathComponent($0) }
        try Data(input).write(to: names[0])
        for name in names[1...] { try Data().write(to: name) }
        let binary = try #require(BuiltCommand.binary)
        let process = Process()
        process.executableURL = binary
        process.arguments = arguments
        process.currentDirectoryURL = folder.map { URL(fileURLWithPath: $0) } ?? streams
        process.standardInput = try FileHandle(forReadingFrom: names[0])
        process.standardOutput = try FileHandle(forWritingTo: names[1])
        process.standardError = try FileHandle(forWritingTo: names[2])
        try process.run()
        if let seconds {
            Thread.sleep(forTimeInterval: seconds)
            kill(process.processIdentifier, signal)
        }
        process.waitUntilExit()
        let status = process.terminationStatus
        return Outcome(
            status: process.terminationReason == .exit ? status : -status,
            output: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self),
            error: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
    }
}

/// A folder of its own for one test, removed with it.
final class Workplace {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/vanthu-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        let file = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

    func read(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))) }

    func vanthu(
        _ arguments: String..., input: String = "", killedAfter seconds: Double? = nil
    ) throws -> BuiltCommand.Outcome {
        try BuiltCommand.run(arguments, input: Array(input.utf8), in: path, killedAfter: seconds)
    }

    /// The identities a search of the index `i` finds, best first.
    func found(_ query: String, by unit: String = "passage") throws -> [String] {
        let outcome = try vanthu("search", "--index", "i", "--by", unit, "--top", "1000", "--json", "--", query)
        #expect(outcome.status == 0, "\(outcome.error)")
        let hits = try #require(try outcome.object["hits"] as? [[String: Any]])
        return hits.compactMap { ($0["document"] as? [String: Any])?["id"] as? String }
    }
}
