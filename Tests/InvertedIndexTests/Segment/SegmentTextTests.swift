import Testing

@testable import InvertedIndex

/// Compares all that is stored of documents with what they were.
func expectStored(_ documents: [SampleDocument], in reader: SegmentReader, _ what: Comment) {
    #expect(reader.documentCount == documents.count, what)
    var passage = 0
    for (number, document) in documents.enumerated() {
        #expect(reader.identity(ofDocument: number) == document.identity, what)
        #expect(reader.documents.sequence(of: number) == document.sequence, what)
        #expect(reader.passages(ofDocument: number) == passage..<passage + document.passages.count, what)
        let record = reader.record(ofDocument: number)
        #expect(record.title == document.title, what)
        #expect(record.metadata == document.metadata, what)
        #expect(reader.documents.textLength(of: number) == document.text.count, what)
        for column in SampleMaker.categoryColumns {
            #expect(reader.categories(ofDocument: number, in: column) == document.values(of: column), what)
        }
        for column in SampleMaker.integerColumns {
            #expect(reader.integer(ofDocument: number, in: column) == document.integers[column], what)
        }
        if !document.passages.isEmpty { #expect(reader.text(ofDocument: number) == document.text, what) }
        for expected in document.passages {
            #expect(reader.range(ofPassage: passage) == expected.range, what)
            #expect(reader.text(ofPassage: passage) == Array(document.text[expected.range]), what)
            #expect(reader.document(ofPassage: passage) == number, what)
            #expect(reader.note(ofPassage: passage) == expected.note, what)
            passage += 1
        }
        let found = document.identity.withUnsafeBytes { reader.documents.documents(named: $0) }
        #expect(found == documents.indices.filter { documents[$0].identity == document.identity }, what)
    }
    #expect(reader.passageCount == passage, what)
    #expect(reader.tokenCount == documents.reduce(0) { $0 + $1.passages.reduce(0) { $0 + $1.words.count } }, what)
    #expect(reader.textBytes == documents.reduce(0) { $0 + $1.text.count }, what)
}

@Suite("Segment: stored texts") struct SegmentTextTests {
    @Test("texts, passages, titles, metadata and identities come back byte for byte", arguments: 0..<25)
    func roundTrip(seed: UInt64) throws {
        var maker = SampleMaker(seed: seed, vocabulary: 3 + Int(seed) * 3)
        var documents: [SampleDocument] = []
        for number in 0..<UInt64(Int.random(in: 0...12, using: &maker.random)) {
            let passages = Int.random(in: 0...6, using: &maker.random)
            // Now and then an identity comes again.
            let identity = Array("d\(number % 9)".utf8)
            documents.append(maker.document(identity: identity, sequence: 1000 + number, passages: passages))
        }
        expectStored(documents, in: try documents.segment(), "seed \(seed)")
    }

    @Test("a thousand of distinct words and separators come back, of every code length")
    func manySymbols() throws {
        let seed = UInt64(77)
        var random = SeededRandom(seed: seed)
        var document = SampleDocument(identity: [1], sequence: 1)
        var passage = SampleDocument.Passage()
        for number in 0..<60_000 {
            let surface = Array("w\(number % 9 == 0 ? number : number % 300)".utf8)
            passage.places.append(document.text.count..<document.text.count + surface.count)
            passage.words.append(SampleWord(surface: surface, exact: surface, folded: surface))
            document.text += surface
            if number % 11 == 0 { document.text += Array("|\(number)|".utf8) } else { document.text.append(0x20) }
        }
        _ = random.next()
        passage.range = 0..<document.text.count
        passage.unit = passage.range
        document.passages = [passage]
        let reader = try [document].segment()
        expectStored([document], in: reader, "many symbols")
        #expect(reader.text.parts[0].symbols > 10_000)
    }

    @Test("the stored words are the words, as ordinals of their terms")
    func words() throws {
        var maker = SampleMaker(seed: 5, vocabulary: 30)
        let documents = (0..<6).map { maker.document(identity: [UInt8($0)], sequence: $0, passages: 4) }
        let reader = try documents.segment()
        let terms = Set(
            documents.flatMap { $0.passages.flatMap { $0.words + $0.extras } }.map {
                TermKey(exact: $0.exact, folded: $0.folded)
            }
        )
        .sorted { ($0.folded, $0.exact) < ($1.folded, $1.exact) }
        let part = try #require(reader.text.parts.first)
        var passage = 0
        for expected in documents.flatMap(\.passages) {
            var ordinals: [UInt32] = []
            reader.text.appendOrdinals(reader.text.codes(passage: passage, in: part), part, to: &ordinals)
            #expect(ordinals.map { terms[Int($0)].exact } == expected.words.map(\.exact))
            passage += 1
        }
    }
}

/// Order of byte strings, for the tests' own sorting.
func < (a: ([UInt8], [UInt8]), b: ([UInt8], [UInt8])) -> Bool {
    a.0 == b.0 ? a.1.lexicographicallyPrecedes(b.1) : a.0.lexicographicallyPrecedes(b.0)
}
