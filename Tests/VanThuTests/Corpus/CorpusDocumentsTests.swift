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

    @Test func headsAreReadAsThePersonReadThem() throws {
        for entry in try CatalogEntry.all() {
            let found = try report(entry.file).metadata
            #expect(found.number?.value == entry.number, "\(entry.file)")
            #expect(found.issuedOn?.value == entry.issuedOn, "\(entry.file)")
            #expect(found.type?.value == entry.type, "\(entry.file)")
            #expect(found.place?.value == entry.place, "\(entry.file)")
            #expect(found.agency?.value == entry.agency, "\(entry.file)")
            #expect(found.title != nil && !found.signers.isEmpty && !found.recipients.isEmpty, "\(entry.file)")
        }
    }

    /// Who cites whom by number, as a person reads it: documents by the numbers their files' names begin with.
    private static let registry = [
        "03": "02", "04": "02 03 05 06", "05": "03", "06": "07", "07": "02", "08": "06", "09": "01 11", "10": "01",
        "12": "06 08 11", "14": "10", "15": "02 16 17", "16": "03 17 23", "17": "02 23", "18": "19",
        "19": "20 23 65", "20": "21", "21": "25", "22": "18 20 23", "23": "65", "24": "17 61", "25": "23",
        "26": "11 55", "27": "26 55", "28": "08 26 27", "29": "26 27 28 42", "30": "31 32", "31": "32",
        "32": "13 33 34", "33": "34", "35": "33 34 36", "36": "33 34 69", "37": "38 39", "38": "39", "39": "41",
        "40": "37 39 41", "41": "60", "42": "11", "43": "42", "44": "43", "45": "43 44", "46": "42 44", "47": "49",
        "48": "01 49 55", "49": "11 55 58", "50": "48 49 55", "51": "10 14 49 58", "52": "11 20 53 54", "53": "54",
        "56": "54 57", "57": "53 54", "58": "01 11 44", "59": "60 61 66", "60": "61 65", "61": "65",
        "62": "60 61 65", "63": "59", "64": "66", "66": "65", "67": "64 66 68 69", "68": "06 69",
    ]

    @Test func theyCiteOneAnotherAsThePersonReadIt() throws {
        let entries = try CatalogEntry.all()
        var reports: [String: DocumentReport] = [:]
        var owners: [String: String] = [:]
        for entry in entries {
            let id = String(entry.file.prefix(2))
            let report = try report(entry.file)
            reports[id] = report
            let number = try #require(report.metadata.number).value.lowercased()
            // No number is borne twice, so a number is a document.
            #expect(owners.updateValue(id, forKey: number) == nil)
        }
        for (id, report) in reports {
            let cited = Set(
                report.citations.compactMap { citation in
                    citation.number.flatMap { number in
                        owners.first { Self.isSame($0.key, number) }?.value
                    }
                })
            let expected = Set((Self.registry[id] ?? "").split(separator: " ").map(String.init))
            #expect(cited == expected, "document \(id)")
        }
        #expect(Self.registry.values.map { $0.split(separator: " ").count }.reduce(0, +) == 120)
    }

    /// Whether two spellings are one number.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        func plain(_ number: String) -> String {
            String(
                number.lowercased().precomposedStringWithCanonicalMapping
                    .replacingOccurrences(of: "\u{F0}", with: "đ")
                    .map { "\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}".contains($0) ? "-" : $0 }
                    .drop { $0 == "0" })
        }
        return plain(one) == plain(other)
    }

    @Test(
        "What a document does with those it cites",
        arguments: [
            ("01", "2316/qd-ubnd", DocumentReport.Citation.Relation.replaces), ("01", "30/2020/nd-cp", .basis),
            ("05", "288/snn-tl", .replaces), ("19", "311/pa-ubnd", .replaces), ("24", "2/ct-ubnd", .replaces),
            ("30", "1345/qd-ubnd", .repeals), ("37", "58/2019/qd-ubnd", .repeals), ("37", "luat dat dai|2024", .basis),
            ("36", "76/2024/nd-cp", .basis), ("27", "89/2023/tt-byt", .basis),
        ])
    func relations(id: String, key: String, relation: DocumentReport.Citation.Relation) throws {
        let file = try #require(try CatalogEntry.all().first { $0.file.hasPrefix(id) }).file
        let citations = try report(file).citations
        #expect(citations.first { $0.key == key && $0.relation != nil }?.relation == relation)
    }
}
