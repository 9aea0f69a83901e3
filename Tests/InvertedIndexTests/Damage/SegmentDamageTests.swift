import Testing

@testable import InvertedIndex

@Suite("Segment: damage") struct SegmentDamageTests {
    private struct Sample {
        var bytes: [UInt8]
        var words: [SampleWord]
        var texts: [[SampleWord]]
        var documents: [SampleDocument]

        init(seed: UInt64, documents count: UInt64, passages: Int) throws {
            var maker = SampleMaker(seed: seed, vocabulary: 14, longestPassage: 7)
            documents = (0..<count).map {
                maker.document(identity: Array("d\($0)".utf8), sequence: $0, passages: passages)
            }
            words = maker.words
            texts = documents.flatMap { $0.passages.map(\.words) }.filter { !$0.isEmpty }
            bytes = try documents.segment().file.mapped.withBytes { Array($0) }
        }
    }

    private func opened(_ bytes: [UInt8]) throws(StorageError) -> SegmentReader {
        try SegmentReader(bytes.withUnsafeBytes { MappedBytes(copying: $0) }, name: "sample")
    }

    private func isNoticed(_ bytes: [UInt8]) -> Bool {
        guard let reader = try? opened(bytes) else { return true }
        return !reader.verify().isEmpty
    }

    @Test("every flipped bit of a segment is noticed when it is opened or verified")
    func everyBit() throws {
        let sample = try Sample(seed: 1, documents: 2, passages: 2)
        #expect(!isNoticed(sample.bytes))
        var changed = sample.bytes
        for place in changed.indices {
            for bit in 0..<8 {
                changed[place] ^= 1 << UInt8(bit)
                #expect(isNoticed(changed), "bit \(bit) of byte \(place)")
                changed[place] ^= 1 << UInt8(bit)
            }
        }
    }

    @Test("every truncation and every extension of a segment is refused when it is opened")
    func everyLength() throws {
        let sample = try Sample(seed: 2, documents: 2, passages: 2)
        for count in sample.bytes.indices {
            #expect(throws: StorageError.self, "\(count) bytes") { try self.opened(Array(sample.bytes[..<count])) }
        }
        for extra in 1..<64 {
            let longer = sample.bytes + [UInt8](repeating: UInt8(extra), count: extra)
            #expect(throws: StorageError.self) { try self.opened(longer) }
        }
    }

    @Test("a segment without columns, of an earlier program, is refused with a line that says what to do")
    func earlierFormat() throws {
        var bytes = try Sample(seed: 3, documents: 2, passages: 2).bytes
        bytes[8] = 1
        #expect {
            try self.opened(bytes)
        } throws: { error in
            (error as? StorageError)?.kind == .damaged
                && "\(error)" == "sample has format version 1, which keeps no columns to filter by: "
                    + "index its documents anew with this program"
        }
    }

    /// Makes the table's checksum right again, so that what it says is believed.
    private func sealed(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        let footer = bytes.count - SegmentSection.footerBytes
        let table = bytes[footer..<footer + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard table <= UInt64(footer), table >= 16 else { return bytes }
        var sum = CRC32C.checksum(Array(bytes[..<SegmentSection.headerBytes]))
        Array(bytes[Int(table)..<footer]).withUnsafeBytes { sum = CRC32C.checksum($0, continuing: sum) }
        for i in 0..<4 { bytes[footer + 12 + i] = UInt8(truncatingIfNeeded: sum >> UInt32(8 * i)) }
        return bytes
    }

    /// Uses everything a segment offers; only that it comes back is asked.
    private func exercise(
        _ reader: SegmentReader, _ sample: Sample, _ whole: SegmentReader, _ random: inout SeededRandom
    ) {
        let snapshot = Snapshot([(reader, nil), (whole, nil)], generation: 1)
        let searcher = Searcher(snapshot)
        for shape in QueryMaker.Shape.allCases {
            var query = QueryMaker.query(shape, sample.words, texts: sample.texts, &random)
            if Bool.random(using: &random) {
                query.filter = QueryMaker.predicate(&query, sample.words, texts: sample.texts, &random)
            }
            query.order = QueryMaker.order(&random)
            query.isExact = Bool.random(using: &random)
            let found = searcher.passages(query, limit: 5, countTotal: true)
            #expect(found.hits.allSatisfy { !$0.score.isNaN })
            let documents = searcher.documents(query, limit: 5, countTotal: true)
            for hit in (found.hits + documents.hits).prefix(3) {
                _ = snapshot.segments[hit.segment].reader.text(ofPassage: hit.passage)
                _ = searcher.explain(query, hit)
                if Int.random(in: 0..<8, using: &random) == 0 {
                    _ = searcher.similar(toDocument: hit.document, ofSegment: hit.segment)
                    query.after = searcher.place(ofPassage: hit, query)
                    _ = searcher.passages(query, limit: 5)
                }
            }
        }
        let columns = reader.columns.names + whole.columns.names
        var everything = RankedQuery()
        everything.filter = .all
        _ = searcher.facets(everything, columns: columns, limit: 3)
        _ = snapshot.terms(withPrefix: Array("t1".utf8), limit: 5)
        _ = snapshot.terms(near: Array("t12".utf8), letters: 1, limit: 5)
        for document in 0..<reader.documentCount {
            _ = reader.record(ofDocument: document)
            _ = reader.text(ofDocument: document)
            for column in reader.columns.names {
                _ = reader.categories(ofDocument: document, in: column.name)
                _ = reader.integer(ofDocument: document, in: column.name)
            }
            let identity = reader.identity(ofDocument: document)
            _ = identity.withUnsafeBytes { reader.documents.documents(named: $0) }
        }
        for passage in 0..<reader.passageCount {
            _ = reader.text(ofPassage: passage)
            _ = reader.note(ofPassage: passage)
        }
        _ = reader.verify()
        var deletions = DeletionSet(documents: reader.documentCount)
        for document in 0..<reader.documentCount where document % 3 == 0 { deletions.insert(document) }
        let sources = [(whole, nil), (reader, deletions), (reader, nil)]
        var merger = SegmentMerger(sources.map { .init(reader: $0.0, deletions: $0.1) })
        merger.verifiesSources = false
        let file = MemoryOutputFile()
        if (try? merger.write(to: file, name: "merged")) != nil {
            _ = try? SegmentReader(file.contents(), name: "merged")
        }
    }

    #if DEBUG
        static let variants = 150
    #else
        static let variants = 5000
    #endif

    @Test("damage anywhere, unnoticed by checksums, never crashes a search, a text, or a merge", arguments: 0..<4)
    func anywhere(seed: UInt64) throws {
        let sample = try Sample(seed: seed, documents: 5, passages: 1 + 3 * Int(seed))
        let whole = try opened(sample.bytes)
        var random = SeededRandom(seed: seed &* 31 + 7)
        // Sections by weight of one, so that the few bytes of counts and dictionaries are met as often as long texts.
        let sections = SegmentSection.allCases.map { section -> Range<Int> in
            let bytes = whole.file.bytes(section)
            guard let base = bytes.baseAddress else { return 0..<0 }
            let start = base - whole.file.mapped.base
            return start..<start + bytes.count
        }
        let table = (sections.map(\.upperBound).max() ?? 0)..<sample.bytes.count
        var survivors = 0
        for _ in 0..<Self.variants {
            var bytes = sample.bytes
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let range = (sections + [table, 0..<bytes.count]).randomElement(using: &random) ?? 0..<bytes.count
                guard let place = range.randomElement(using: &random) else { continue }
                switch Int.random(in: 0..<5, using: &random) {
                case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                case 1: bytes[place] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
                case 2:
                    for next in place..<min(place + 8, range.upperBound) { bytes[next] = 0xFF }
                case 3:
                    for next in place..<min(place + 4, range.upperBound) { bytes[next] = 0 }
                default: bytes[place] = .random(in: 0...255, using: &random)
                }
            }
            guard let reader = try? opened(sealed(bytes)) else { continue }
            survivors += 1
            exercise(reader, sample, whole, &random)
        }
        #expect(survivors > Self.variants / 4, "seed \(seed)")
    }
}
