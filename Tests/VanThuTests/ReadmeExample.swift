import Foundation
import Testing
// Not @testable: the example has what everybody has.
import VanThu

/// README's example of the library: compiled here, run here, and the same as there.
@Suite struct ReadmeExample {
    /// The example itself; its two paths have names, and what it prints is collected.
    private static func run(_ index: String, _ documents: String, _ print: (Any...) -> Void) throws {
        // README begins
        let editor = try IndexEditor.open(index, IndexingOptions())
        _ = try editor.add(paths: [documents], progress: { _ in })
        editor.close()

        let searcher = try VanThuIndex.open(index).makeSearcher()
        var options = SearchOptions()
        options.top = 3
        for hit in searcher.search("sot xuat huyet", options).hits {
            print(hit.rank, hit.document.id, String(decoding: hit.passage.text, as: UTF8.self))
        }
        // README ends
    }

    private static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func itDoesWhatItSays() throws {
        let folder = NSTemporaryDirectory() + "vanthu-readme-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var lines: [[Any]] = []
        try Self.run(folder, Self.package.path + "/Corpus/documents") { lines.append($0) }
        #expect(lines.compactMap { $0.first as? Int } == [1, 2, 3])
        for line in lines {
            let text = try #require(line.last as? String).precomposedStringWithCanonicalMapping.lowercased()
            #expect(text.contains("sốt xuất huyết"), "\(line)")
        }
    }

    @Test func itIsTheOneInREADME() throws {
        let readme = try String(contentsOf: Self.package.appendingPathComponent("README.md"), encoding: .utf8)
        let marked = try #require(readme.components(separatedBy: "<!-- example:").dropFirst().first)
        let block = try #require(marked.components(separatedBy: "```swift\n").dropFirst().first)
        let shown = try #require(block.components(separatedBy: "\n```").first)
        let source = try String(contentsOf: URL(fileURLWithPath: #filePath), encoding: .utf8)
        let region = try #require(source.components(separatedBy: "// README begins\n").dropFirst().first)
        let code = try #require(region.components(separatedBy: "        // README ends").first)
        let expected =
            "import VanThu\n\n"
            + code.components(separatedBy: "\n").map { $0.hasPrefix("        ") ? String($0.dropFirst(8)) : $0 }
            .joined(separator: "\n")
        let renamed = shown.replacingOccurrences(of: "\".demo/index\"", with: "index")
            .replacingOccurrences(of: "\"Corpus/documents\"", with: "documents")
        #expect(renamed + "\n" == expected)
    }
}
