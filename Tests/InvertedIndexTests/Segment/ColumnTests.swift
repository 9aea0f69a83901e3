import Testing

@testable import InvertedIndex

@Suite("Segment: columns") struct ColumnTests {
    private func sample(_ seed: UInt64, documents count: Int) throws -> (
        documents: [SampleDocument], reader: SegmentReader
    ) {
        var maker = SampleMaker(seed: seed, vocabulary: 5, longestPassage: 2)
        let documents = (0..<count).map {
            maker.document(identity: Array("d\($0)".utf8), sequence: UInt64($0), passages: $0 % 3)
        }
        return (documents, try documents.segment())
    }

    @Test("each value names its documents, and each prefix its values", arguments: [1, 31, 32, 63, 64, 65, 400])
    func values(count: Int) throws {
        let (documents, reader) = try sample(UInt64(count), documents: count)
        var sizes: Set<Bool> = []
        for (name, column) in reader.columns.categories {
            let values = (0..<column.valueCount).map { Array(column.value($0)) }
            #expect(values == values.sorted { $0.lexicographicallyPrecedes($1) })
            #expect(Set(values) == Set(documents.flatMap { $0.values(of: name) }))
            for (ordinal, value) in values.enumerated() {
                var set = UnitSet(units: count)
                column.insertDocuments(of: ordinal, into: &set)
                let expected = documents.indices.filter { documents[$0].values(of: name).contains(value) }
                #expect(documents.indices.filter { set.contains($0) } == expected, "\(name), \(value)")
                #expect(column.ordinal(of: value) == ordinal)
                sizes.insert(CategoryColumn.isBits(expected.count, of: count))
                for prefix in value.indices.map({ Array(value[..<$0]) }) + [value, value + [0], value + [0xFF]] {
                    let with = values.indices.filter { values[$0].starts(with: prefix) }
                    #expect(Array(column.ordinals(withPrefix: prefix)) == with, "\(name), \(prefix)")
                }
            }
            #expect(column.ordinal(of: [0xFF, 0xFF, 0xFF]) == nil)
        }
        // Both forms of a set are met: bits and lists.
        if count == 400 { #expect(sizes.count == 2) }
    }

    @Test("a segment lists its columns, and one that no document has a value in is none of them")
    func names() throws {
        var document = SampleDocument(identity: [1], sequence: 1)
        #expect(try [document].segment().columns.names.isEmpty)
        document.integers = ["b": 1, "a": .min]
        document.categories = [("b", []), ("z", [1]), ("b", [2]), ("b", [])]
        let reader = try [document].segment()
        #expect(
            reader.columns.names == [
                ColumnName(.category, "b"), ColumnName(.category, "z"), ColumnName(.integer, "a"),
                ColumnName(.integer, "b"),
            ])
        #expect(reader.categories(ofDocument: 0, in: "b") == [[], [2]])
        #expect(reader.categories(ofDocument: 0, in: "a").isEmpty && reader.integer(ofDocument: 0, in: "z") == nil)
        #expect(reader.integer(ofDocument: 0, in: "a") == .min)
    }

    @Test("notes of passages that are the same are kept once")
    func notes() throws {
        var documents: [SampleDocument] = []
        for number in 0..<50 {
            var document = SampleDocument(identity: [UInt8(number)], sequence: UInt64(number), text: Array("x y".utf8))
            document.passages = [
                .init(range: 0..<1, unit: 0..<2, note: Array("the note of all first passages".utf8)),
                .init(range: 2..<3, unit: 2..<3, note: number == 7 ? [7] : []),
            ]
            documents.append(document)
        }
        let reader = try documents.segment()
        #expect(reader.notes.count == 2 && reader.file.bytes(.notes).count == 31)
        #expect(reader.note(ofPassage: 98) == Array("the note of all first passages".utf8))
        #expect(reader.note(ofPassage: 15) == [7] && reader.note(ofPassage: 17).isEmpty)
    }

    @Test("a builder that forgets its documents forgets their columns and notes")
    func forgets() throws {
        var maker = SampleMaker(seed: 2, vocabulary: 5, longestPassage: 2)
        let builder = SegmentBuilder()
        var numbers: [[UInt8]: UInt32] = [:]
        for number in 0..<20 {
            builder.add(maker.document(identity: [UInt8(number)], sequence: UInt64(number), passages: 2), &numbers)
        }
        builder.removeDocuments()
        var document = SampleDocument(identity: [1], sequence: 30)
        document.integers = ["year": 2020]
        builder.add(document, &numbers)
        let file = MemoryOutputFile()
        _ = try builder.write(to: file, name: "second")
        let reader = try SegmentReader(file.contents(), name: "second")
        expectStored([document], in: reader, "the second use")
        #expect(reader.columns.names == [ColumnName(.integer, "year")] && reader.notes.count == 0)
    }
}
