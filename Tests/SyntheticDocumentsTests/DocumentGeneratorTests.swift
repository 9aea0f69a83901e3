import AdministrativeDocuments
import Testing

@testable import SyntheticDocuments

@Suite("Documents are made of seed and index alone, in the form of real ones")
struct DocumentGeneratorTests {
    private static let count = 24

    @Test("The same seed gives the same bytes, whatever the number of threads")
    func threads() throws {
        let generator = try SampleModel.generator()
        let expected = (0..<Self.count).map { generator.document($0) }
        for threads in [1, 2, 5] {
            var made: [GeneratedDocument] = []
            OrderedSeries.run(threads: threads, make: { generator.document($0) }) {
                made.append($0)
                return made.count < Self.count
            }
            #expect(made == expected)
        }
        let again = DocumentGenerator(
            model: try TextModel(documents: SampleModel.texts), settings: GenerationSettings())
        #expect(again.document(7) == expected[7])
    }

    @Test("Another seed gives other documents")
    func seeds() throws {
        let (one, two) = (try SampleModel.generator(seed: 1), try SampleModel.generator(seed: 2))
        for index in 0..<4 { #expect(one.document(index).text != two.document(index).text) }
    }

    @Test("A taker that stops or fails ends the series, and none is missed or doubled")
    func stopping() throws {
        struct Full: Error {}
        var taken: [Int] = []
        #expect(throws: Full.self) {
            try OrderedSeries.run(threads: 3, make: { $0 }) {
                taken.append($0)
                if taken.count == 100 { throw Full() }
                return true
            }
        }
        #expect(taken == Array(0..<100))
    }

    @Test("Of a clean document, number, type, date and abstract are read as they were made")
    func heads() throws {
        let generator = try SampleModel.generator(messy: 0)
        let inspector = DocumentInspector()
        for index in 0..<60 {
            let document = generator.document(index)
            let head = MadeHead(seed: 1, index: index)
            let found = document.text.withUnsafeBytes { inspector.inspect($0) }.description
            #expect(found.number?.value == head.number, "\(index)")
            if head.kind != .letter { #expect(found.type?.value == head.kind.name, "\(index) \(head.number)") }
            let month = head.date.month < 10 ? "0\(head.date.month)" : "\(head.date.month)"
            let day = head.date.day < 10 ? "0\(head.date.day)" : "\(head.date.day)"
            #expect(found.date?.value == "\(head.date.year)-\(month)-\(day)", "\(index) \(head.issuer.place)")
            #expect(found.title != nil, "\(index)")
        }
    }

    @Test("Documents cite documents made before them, by number")
    func citations() throws {
        let generator = try SampleModel.generator(messy: 0)
        let numbers = (0..<40).map { MadeHead(seed: 1, index: $0).number }
        let inspector = DocumentInspector()
        var cited = 0
        for index in 1..<40 {
            let text = String(decoding: generator.document(index).text, as: UTF8.self)
            if numbers[..<index].contains(where: { text.contains($0) }) { cited += 1 }
        }
        #expect(cited > 25)
        let references = generator.document(3).text.withUnsafeBytes { inspector.inspect($0) }.references
        #expect(references.contains { $0.kind == .documentNumber })
    }

    @Test("All text is valid UTF-8, clean or messy; the messy share holds")
    func messy() throws {
        let (clean, all, some) = (
            try SampleModel.generator(messy: 0), try SampleModel.generator(messy: 1),
            try SampleModel.generator(messy: 0.33)
        )
        var messy = 0
        for index in 0..<60 {
            let (tidy, untidy, drawn) = (clean.document(index), all.document(index), some.document(index))
            #expect(String(validating: untidy.text, as: UTF8.self) != nil, "\(index)")
            #expect(String(validating: tidy.text, as: UTF8.self) != nil, "\(index)")
            #expect(!tidy.text.contains(0x0D))
            #expect(drawn == tidy || drawn == untidy)
            if drawn != tidy { messy += 1 }
        }
        // 20 are expected of 60; a binomial's three deviations are 11.
        #expect((9...31).contains(messy))
    }

    @Test("Lengths are heavy-tailed")
    func lengths() throws {
        var settings = GenerationSettings(seed: 5, messyShare: 0)
        settings.medianBytes = 4_000
        let generator = DocumentGenerator(model: try SampleModel.model.get(), settings: settings)
        let lengths = (0..<80).map { generator.document($0).text.count }.sorted()
        #expect((2_500...6_500).contains(lengths[40]))
        #expect(lengths[76] > 2 * lengths[40])
        #expect(lengths[0] > 500)
    }

    @Test("Passages hold the document's words in order, in pieces of about 1,150 bytes")
    func passages() throws {
        let document = try SampleModel.generator(messy: 0).document(2)
        let passages = document.passages()
        #expect(passages.dropLast().allSatisfy { (1_110...1_300).contains($0.text.count) })
        #expect(passages.enumerated().allSatisfy { $1.id == "\(document.id)#\($0)" && $1.title == document.title })
        let words = { (bytes: [UInt8]) in bytes.split { $0 == 0x20 || $0 == 0x0A }.map(Array.init) }
        #expect(passages.flatMap { words($0.text) } == words(document.text))
    }

    @Test("JSON lines escape what must be")
    func json() {
        var line: [UInt8] = []
        GeneratedDocument(id: "1", title: "“a” \"b\"", text: Array("x\n\t\\\u{1}ệ".utf8)).appendJSONLine(to: &line)
        #expect(
            String(decoding: line, as: UTF8.self)
                == #"{"id": "1", "title": "“a” \"b\"", "text": "x\n\t\\\u0001ệ"}"# + "\n")
    }
}
