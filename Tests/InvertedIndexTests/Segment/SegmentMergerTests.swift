import Testing

@testable import InvertedIndex

@Suite("Merging: segments") struct SegmentMergerTests {
    private struct Part {
        var documents: [SampleDocument]
        var reader: SegmentReader
        var deletions: DeletionSet?

        var live: [SampleDocument] {
            documents.indices.filter { !(deletions?.contains($0) ?? false) }.map { documents[$0] }
        }
    }

    private func part(
        _ documents: [SampleDocument], _ reader: SegmentReader, deleting share: Int, _ random: inout SeededRandom
    ) -> Part {
        var deletions = DeletionSet(documents: documents.count)
        for document in documents.indices where share > 0 && Int.random(in: 0..<share, using: &random) == 0 {
            deletions.insert(document)
        }
        return Part(documents: documents, reader: reader, deletions: share > 0 ? deletions : nil)
    }

    private func merged(_ parts: [Part]) throws -> SegmentReader {
        let file = MemoryOutputFile()
        let merger = SegmentMerger(parts.map { .init(reader: $0.reader, deletions: $0.deletions) })
        let entry = try merger.write(to: file, name: "merged")
        let reader = try SegmentReader(file.contents(), name: "merged")
        #expect(Int(entry.documents) == reader.documentCount && Int(entry.passages) == reader.passageCount)
        #expect(Int(entry.byteCount) == reader.byteCount && Int(entry.tokens) == reader.tokenCount)
        #expect(entry.checksum == reader.file.checksum)
        #expect(reader.verify().isEmpty)
        return reader
    }

    /// A merged segment is the segment of the same documents, section by section, but for the order of equally common symbols.
    private func expectSame(_ reader: SegmentReader, as documents: [SampleDocument], _ what: Comment) throws {
        let once = try documents.segment("once")
        #expect(reader.counts == once.counts, what)
        for section in SegmentSection.allCases {
            switch section {
            case .textVocabularies, .text, .textEnds, .records, .recordEnds: continue
            default:
                #expect(Array(reader.file.bytes(section)) == Array(once.file.bytes(section)), "\(section): \(what)")
            }
        }
        // Which of two equally common symbols gets the shorter code moves bytes between texts and records.
        func codes(_ reader: SegmentReader) -> Int {
            reader.file.bytes(.text).count + reader.file.bytes(.records).count
        }
        #expect(codes(reader) == codes(once), what)
        expectStored(documents, in: reader, what)
    }

    @Test(
        "joined segments are the segment of all live documents, whatever was deleted, and joined again",
        arguments: 1...30)
    func joined(seed: UInt64) throws {
        var maker = SampleMaker(seed: seed, vocabulary: 3 + Int(seed) * 2, longestPassage: [4, 24, 60][Int(seed % 3)])
        var sequence: UInt64 = 0
        var parts: [Part] = []
        for _ in 0..<Int.random(in: 1...4, using: &maker.random) {
            var documents: [SampleDocument] = []
            for _ in 0..<Int.random(in: 0...30, using: &maker.random) {
                let passages = Int.random(in: 0...8, using: &maker.random)
                documents.append(
                    maker.document(identity: Array("d\(sequence)".utf8), sequence: sequence, passages: passages))
                sequence += 1
            }
            let share = [0, 1, 2, 5].randomElement(using: &maker.random) ?? 0
            parts.append(part(documents, try documents.segment(), deleting: share, &maker.random))
        }
        let first = try merged(parts)
        let live = parts.flatMap(\.live)
        try expectSame(first, as: live, "seed \(seed)")

        // The joined one again, with new deletions, behind a fresh one and before one of the old.
        var fresh = maker.document(identity: Array("fresh".utf8), sequence: sequence, passages: 3)
        fresh.title = []
        fresh.titleWords = []
        let again = [
            part([fresh], try [fresh].segment(), deleting: 0, &maker.random),
            part(live, first, deleting: 3, &maker.random), parts[0],
        ]
        try expectSame(try merged(again), as: again.flatMap(\.live), "seed \(seed), again")
    }

    @Test("joined segments answer as the oracle of their live documents does", arguments: 1...8)
    func answers(seed: UInt64) throws {
        let index = try ComparedIndex(
            seed: seed + 500, passages: 50...300, vocabulary: 30, longestPassage: 12, segmentCount: 3)
        let parts = index.segments.indices.map { number in
            Part(
                documents: index.segments[number], reader: index.snapshot.segments[number].reader,
                deletions: index.snapshot.segments[number].deletions)
        }
        let joined = ComparedIndex(
            segments: [parts.flatMap(\.live)], snapshot: Snapshot([(try merged(parts), nil)], generation: 2),
            words: index.words)
        let comparison = OracleComparison(joined)
        var random = SeededRandom(seed: seed)
        for shape in QueryMaker.Shape.allCases {
            for number in 0..<3 {
                let query = QueryMaker.query(shape, index.words, texts: joined.texts, &random)
                comparison.compare(query, limit: 10, "seed \(seed), \(shape), query \(number)")
            }
        }
    }

    @Test("titles longer than the exact length classes keep their average")
    func longTitles() throws {
        var maker = SampleMaker(seed: 3, vocabulary: 10)
        let documents = (0..<UInt64(4)).map { number in
            var document = maker.document(identity: [UInt8(number)], sequence: number, passages: 1)
            document.titleWords = (0..<(39 + 14 * Int(number))).map { _ in maker.word() }
            document.title = Array(document.titleWords.map(\.surface).joined(separator: [0x20]))
            return document
        }
        let parts = try documents.map { Part(documents: [$0], reader: try [$0].segment(), deletions: nil) }
        try expectSame(try merged(parts), as: documents, "long titles")
    }

    @Test("nothing joined with nothing is an empty segment")
    func nothing() throws {
        try expectSame(try merged([]), as: [], "no sources")
        let empty = Part(documents: [], reader: try [SampleDocument]().segment(), deletions: nil)
        try expectSame(try merged([empty, empty]), as: [], "empty sources")
    }

    @Test("a damaged source is not joined: its damage would get a good checksum")
    func damagedSource() throws {
        var maker = SampleMaker(seed: 4, vocabulary: 10)
        let documents = (0..<5).map { maker.document(identity: [UInt8($0)], sequence: $0, passages: 3) }
        let whole = try documents.segment()
        var bytes = whole.file.mapped.withBytes { Array($0) }
        let place = try #require(whole.file.bytes(.text).baseAddress) - whole.file.mapped.base
        bytes[place] ^= 1
        let damaged = try SegmentReader(bytes.withUnsafeBytes { MappedBytes(copying: $0) }, name: "hurt")
        #expect {
            try SegmentMerger([.init(reader: whole, deletions: nil), .init(reader: damaged, deletions: nil)])
                .write(to: MemoryOutputFile(), name: "merged")
        } throws: { error in
            (error as? StorageError)?.kind == .damaged && "\(error)".contains("hurt")
        }
    }
}
