import Synchronization
import Testing

@testable import InvertedIndex

@Suite("Writing: joins") struct JoinTests {
    @Test("what is deleted and committed while a join runs stays deleted, even a whole segment of it")
    func deletedWhileJoining() throws {
        var maker = SampleMaker(seed: 1, vocabulary: 9)
        let writer = try IndexWriter(InMemoryDirectory())
        for number in 0..<UInt64(3) {
            let builder = SegmentBuilder()
            var numbers: [[UInt8]: UInt32] = [:]
            builder.add(maker.document(identity: [UInt8(number)], sequence: number, passages: 2), &numbers)
            try writer.add(builder)
        }
        try writer.commit()
        var isDone = false
        try writer.joinAll { _ in
            if isDone { return }
            isDone = true
            do {
                #expect(try writer.delete(identity: [1]))
                try writer.commit()
            } catch { Issue.record("\(error)") }
        }
        try writer.commit()
        let snapshot = try #require(try Snapshot.open(in: writer.directory))
        #expect(snapshot.documentCount == 2)
    }
}
