import Testing

@testable import InvertedIndex

@Suite("Storage: after a crash") struct StorageCrashTests {
    /// A directory after a number of commits, everything durable.
    private func directory(commits: Int) throws -> InMemoryDirectory {
        let directory = InMemoryDirectory()
        for _ in 0..<commits { try SampleWriter.commit(to: directory) }
        try directory.sync()
        return directory
    }

    @Test(arguments: 0..<6)
    func aPowerCutAtAnyOperationLeavesTheLastCommitOrTheNewOneWhole(commits: Int) throws {
        let base = try directory(commits: commits)
        let old = try Manifest.load(from: base)
        var operation = 0
        var finished = false
        while !finished {
            operation += 1
            let disk = base.afterProcessDeath()
            var new: Manifest?
            do throws(StorageError) {
                try SampleWriter.commit(to: FaultyDirectory(disk, failing: operation, with: .death)) { new = $0 }
                finished = true
            } catch { #expect(error.kind == .io) }
            for seed in UInt64(0)..<24 {
                let place: Comment = "operation \(operation), seed \(seed)"
                let recovered = disk.crash(seed: seed)
                let found = try SampleWriter.verified(recovered)
                if let new {
                    // It had returned: only the new commit will do.
                    #expect(found == new, place)
                } else {
                    #expect(found == old || found?.generation == UInt64(commits + 1), place)
                }
                // And work goes on from there, with no leftovers.
                try SampleWriter.commit(to: recovered)
                try expectOnlyNamedFiles(in: recovered)
            }
        }
        #expect(operation > 15)
    }

    /// A writer is killed, a second one cleans up and is cut off from power: names that only looked durable vanish.
    @Test func aPowerCutAfterAKilledWriterLeavesACommitWhole() throws {
        let base = try directory(commits: 3)
        var acknowledged: UInt64 = 3
        for first in 1..<60 {
            acknowledged = 3
            let disk = base.afterProcessDeath()
            try? SampleWriter.commit(to: FaultyDirectory(disk, failing: first, with: .death)) {
                acknowledged = $0.generation
            }
            for second in 1..<60 {
                var newest = acknowledged
                let again = disk.afterProcessDeath()
                try? SampleWriter.commit(to: FaultyDirectory(again, failing: second, with: .death)) {
                    newest = $0.generation
                }
                for seed in UInt64(0)..<6 {
                    let recovered = again.crash(seed: seed)
                    let found = try SampleWriter.verified(recovered)
                    #expect((found?.generation ?? 0) >= newest, "operations \(first) and \(second), seed \(seed)")
                }
            }
        }
    }

    @Test(arguments: [FaultyDirectory.Fault.error(.noSpace), .error(.io), .error(.permission), .shortWrite])
    func aFailingOperationIsReportedAndLeavesACommitWhole(fault: FaultyDirectory.Fault) throws {
        let base = try directory(commits: 4)
        let old = try Manifest.load(from: base)
        var operation = 0
        var finished = false
        while !finished {
            operation += 1
            let disk = base.afterProcessDeath()
            var new: Manifest?
            do throws(StorageError) {
                try SampleWriter.commit(to: FaultyDirectory(disk, failing: operation, with: fault)) { new = $0 }
                finished = true
            } catch { #expect(error.description.contains("by order"), "operation \(operation)") }
            let found = try SampleWriter.verified(disk)
            #expect(new == nil ? found == old || found?.generation == 5 : found == new, "operation \(operation)")
            try SampleWriter.commit(to: disk)
            try expectOnlyNamedFiles(in: disk)
        }
        #expect(operation > 15)
    }

    @Test func afterACommitThatFailedAtItsLastStepTheSameGenerationIsRefused() throws {
        let disk = try directory(commits: 1)
        let manifest = try #require(try Manifest.load(from: disk))
        #expect {
            try manifest.commit(to: disk)
        } throws: { "\($0)".contains("generation 1 is there already") }
    }

    private func expectOnlyNamedFiles(in directory: InMemoryDirectory) throws {
        let manifest = try #require(try Manifest.load(from: directory))
        let expected = Set(manifest.files.map(\.name) + [Manifest.fileName])
        #expect(Set(try directory.list()) == expected)
    }
}
