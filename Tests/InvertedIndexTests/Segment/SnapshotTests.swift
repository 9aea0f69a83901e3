import Testing

@testable import InvertedIndex

@Suite("Segment: snapshots") struct SnapshotTests {
    private func directory(_ change: (inout SegmentEntry) -> Void) throws -> InMemoryDirectory {
        var maker = SampleMaker(seed: 1, vocabulary: 9)
        let directory = InMemoryDirectory()
        let builder = SegmentBuilder()
        var numbers: [[UInt8]: UInt32] = [:]
        for number in 0..<UInt64(5) {
            builder.add(maker.document(identity: [UInt8(number)], sequence: number, passages: 2), &numbers)
        }
        let name = "s1"
        var entry = try builder.write(to: try directory.create(IndexFileName.segmentFile(name)), name: name)
        change(&entry)
        var manifest = Manifest()
        manifest.generation = 1
        manifest.nextSegment = 2
        manifest.nextSequence = 5
        manifest.segments = [entry]
        try manifest.commit(to: directory)
        return directory
    }

    @Test("a commit opens with the counts of its segments")
    func opens() throws {
        let snapshot = try #require(try Snapshot.open(in: try directory { _ in }))
        #expect(snapshot.documentCount == 5 && snapshot.passageCount == 10 && snapshot.generation == 1)
        #expect(try Snapshot.open(in: InMemoryDirectory()) == nil)
    }

    @Test("a segment that is not the one the manifest names is refused")
    func otherSegment() throws {
        let damages: [(inout SegmentEntry) -> Void] = [
            { $0.checksum ^= 1 }, { $0.documents += 1 },
        ]
        for damage in damages {
            let directory = try directory(damage)
            #expect {
                try Snapshot.open(in: directory)
            } throws: {
                ($0 as? StorageError)?.kind == .damaged
            }
            #expect {
                _ = try IndexWriter(directory)
            } throws: {
                ($0 as? StorageError)?.kind == .damaged
            }
        }
    }
}
