import Foundation
import Testing
import VanThu

/// The documents of Corpus/ are what its README says of them.
@Suite struct CorpusDocumentsTests {
    private func report(_ file: String) throws -> DocumentReport {
        Inspector().inspect(
            SourceDocument(
                id: file, title: "", text: try CorpusFolder.bytes(ofDocument: file), metadata: [], source: file))
    }

    @Test func everyDocumentIsInTheCatalogAndNothingElse() throws {
        #expect(try CatalogEntry.all().map(\.file) == CorpusFolder.documents())
    }

    @Test func thereAreSixtyDocumentsOfAllKindsAndAThirdIsMessy() throws {
        let entries = try CatalogEntry.all()
        #expect(entries.count >= 60)
        #expect(entries.count { !$0.isClean } * 3 >= entries.count)
        let types = Set(entries.map { $0.type ?? "Công văn" })
        for type in [
            "Báo cáo", "Quyết định", "Kế hoạch", "Công văn", "Chỉ thị", "Nghị quyết", "Thông báo", "Tờ trình",
            "Chương trình", "Công điện", "Thông tư",
        ] {
            #expect(types.contains(type))
        }
    }

    @Test func eachHasThreeHundredToThreeThousandWords() throws {
        var all = 0
        for file in try CorpusFolder.documents() {
            let words = try CorpusFolder.bytes(ofDocument: file).split { $0 == 0x20 || (0x09...0x0D).contains($0) }
                .count
            #expect((300...3000).contains(words), "\(file) has \(words)")
            all += words
        }
        #expect(all >= 60_000)
    }

    /// What cannot be read of a head yet, by the number the file's name begins with: minutes have their date in the body.
    private static let datesInBody: Set<String> = ["12", "22"]
    /// A type in Markdown's emphasis.
    private static let unreadTypes: Set<String> = ["62"]

    @Test func numberTypeAndDateAreReadAsThePersonReadThem() throws {
        for entry in try CatalogEntry.all() {
            let report = try report(entry.file)
            let key = String(entry.file.prefix(2))
            #expect(report.number?.value == entry.number, "\(entry.file)")
            #expect(report.issuedOn?.value == (Self.datesInBody.contains(key) ? nil : entry.issuedOn), "\(entry.file)")
            #expect(report.type?.value == (Self.unreadTypes.contains(key) ? nil : entry.type), "\(entry.file)")
        }
    }

    /// Citations among the documents; one of another document with the same number is told apart by nothing here.
    @Test func theyCiteOneAnother() throws {
        let entries = try CatalogEntry.all()
        var owners: [String: String] = [:]
        var reports: [String: DocumentReport] = [:]
        for entry in entries { reports[entry.file] = try report(entry.file) }
        for entry in entries {
            let number = try #require(reports[entry.file]?.number)
            owners[number.value.lowercased(), default: entry.file] = entry.file
        }
        var edges: Set<String> = []
        var linked: Set<String> = []
        for (file, report) in reports {
            for citation in report.citations {
                let text = citation.text.split { $0 == " " || $0 == "\n" }.joined().lowercased()
                guard let cited = owners[text], cited != file else { continue }
                edges.insert(file + " " + cited)
                linked.formUnion([file, cited])
            }
        }
        #expect(edges.count >= 80)
        #expect(linked.count * 10 >= entries.count * 9)
    }
}
