import Glibc
import Testing

@testable import InvertedIndex

@Suite("Storage: file system") struct StorageFileSystemTests {
    private let place: TemporaryDirectory
    private let directory: FileSystemDirectory

    init() throws {
        place = try TemporaryDirectory()
        directory = try FileSystemDirectory(path: place.path, create: false)
    }

    private func write(_ bytes: [UInt8], to name: String) throws {
        let file = try directory.create(name)
        try file.append(bytes)
        try file.close()
    }

    @Test func commitsHoldOnARealFileSystem() throws {
        for generation in UInt64(1)...8 {
            try SampleWriter.commit(to: directory)
            let manifest = try #require(try SampleWriter.verified(directory))
            #expect(manifest.generation == generation)
            #expect(Set(try directory.list()) == Set(manifest.files.map(\.name) + ["manifest", "write.lock"]))
        }
    }

    /// Sizes around the buffer's, in pieces of every kind.
    @Test func whatIsAppendedIsReadBack() throws {
        var random = SeededRandom(seed: 30)
        let buffer = FileSystemOutputFile.bufferBytes
        for sizes in [
            [], [0], [1], [buffer], [buffer - 1, 2], [10, buffer, 5], [buffer, buffer], [3 * buffer + 7, 1, 1],
        ] {
            let file = try directory.create("s1.seg")
            var expected: [UInt8] = []
            for size in sizes {
                let piece = [UInt8](repeating: UInt8.random(in: 0...255, using: &random), count: size)
                try file.append(piece)
                expected += piece
                #expect(file.position == expected.count)
                if Bool.random(using: &random) { try file.sync() }
            }
            try file.close()
            try file.close()
            #expect(try directory.read("s1.seg") == expected)
            #expect(try directory.map("s1.seg").withBytes { Array($0) } == expected)
            #expect(try directory.byteCount(of: "s1.seg") == UInt64(expected.count))
        }
    }

    @Test func appendingToAClosedFileIsAnErrorAndNoCrash() throws {
        let file = try directory.create("s1.seg")
        try file.close()
        #expect(throws: StorageError.self) { try file.append([1]) }
        #expect(throws: StorageError.self) { try file.sync() }
    }

    @Test func readersKeepTheirSnapshotAfterItsFilesWereRemoved() throws {
        try SampleWriter.commit(to: directory)
        try SampleWriter.commit(to: directory)
        let snapshot = try #require(try SnapshotFiles.open(in: directory))
        for _ in 0..<6 { try SampleWriter.commit(to: directory) }
        for segment in snapshot.segments {
            #expect(!directory.exists(segment.entry.fileName))
            #expect(CRC32C.checksum(segment.bytes) == segment.entry.checksum)
        }
        #expect(snapshot.segments[0].deletions?.count == 1)
    }

    @Test func readersKeepTheBytesOfALeftoverThatIsWrittenAnew() throws {
        try write([1, 2, 3], to: "s1.seg")
        let mapped = try directory.map("s1.seg")
        try write([], to: "s1.seg")
        #expect(mapped.withBytes { Array($0) } == [1, 2, 3])
    }

    @Test func aLaterSnapshotSharesTheMappingsThatAreStillThere() throws {
        for _ in 0..<2 { try SampleWriter.commit(to: directory) }
        let first = try #require(try SnapshotFiles.open(in: directory))
        try SampleWriter.commit(to: directory)
        let second = try #require(try SnapshotFiles.open(in: directory, reusing: first))
        #expect(second.segments.count == 3)
        #expect(second.segments[0].bytes === first.segments[0].bytes)
        #expect(second.segments[0].deletions?.count == 2)
        #expect(first.segments[0].deletions?.count == 1)
    }

    @Test func aReaderThatLosesItsFilesWhileOpeningTakesTheNewerCommit() throws {
        for _ in 0..<3 { try SampleWriter.commit(to: directory) }
        let racing = RacingDirectory(directory, commitsBeforeFirstMap: 4)
        let snapshot = try #require(try SnapshotFiles.open(in: racing))
        #expect(snapshot.manifest.generation == 7)
        #expect(try Manifest.load(from: directory) == snapshot.manifest)
    }

    @Test(.timeLimit(.minutes(2)))
    func readersBesideABusyWriterAlwaysSeeAWholeCommitAndNeverGoBack() async throws {
        try SampleWriter.commit(to: directory)
        let last: UInt64 = 40
        try await withThrowingTaskGroup(of: Void.self) { [directory] group in
            group.addTask { for _ in 1..<last { try SampleWriter.commit(to: directory) } }
            group.addTask {
                var seen: UInt64 = 0
                while seen < last {
                    let manifest = try #require(try SampleWriter.verified(directory))
                    #expect(manifest.generation >= seen)
                    seen = manifest.generation
                    await Task.yield()
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func leftoversAreRemovedButNeverANamedOrForeignFile() throws {
        try SampleWriter.commit(to: directory)
        let manifest = try #require(try Manifest.load(from: directory))
        let leftovers = ["manifest.tmp", "s7.seg", "s7.g3.del", "s7.words.tmp", "s0.g1.del"]
        let foreign = [
            "notes.txt", "s7", "s7.seg.bak", "s07.seg", "song.seg", "s7.x.del", "s7.g.del", "report.tmp", "s7.seg~",
            "s.tmp",
        ]
        for name in leftovers + foreign + ["s9.seg"] { try write([1], to: name) }
        mkdir("\(place.path)/s8.seg", 0o755)
        let removed = try removeUnreferencedFiles(from: directory, keeping: manifest, beingWritten: ["s9.seg"])
        #expect(Set(removed) == Set(leftovers))
        let expected = foreign + ["s9.seg", "manifest", "write.lock", "s0.seg"]
        #expect(Set(try directory.list()) == Set(expected))
        #expect(try SampleWriter.verified(directory) == manifest)
    }

    @Test func missingPathsAreNamed() throws {
        #expect {
            try FileSystemDirectory(path: "\(place.path)/no/such", create: false)
        } throws: {
            ($0 as? StorageError)?.kind == .notFound
                && "\($0)" == "cannot open directory \(place.path)/no/such: No such file or directory"
        }
        #expect {
            try directory.map("s1.seg")
        } throws: {
            "\($0)" == "cannot open \(place.path)/s1.seg: No such file or directory"
        }
        try write([1], to: "file")
        for create in [false, true] {
            #expect {
                try FileSystemDirectory(path: "\(place.path)/file", create: create)
            } throws: {
                "\($0)" == "cannot open directory \(place.path)/file: Not a directory"
            }
        }
        #expect(throws: StorageError.self) { try FileSystemDirectory(path: "", create: true) }
        #expect(try Manifest.load(from: directory) == nil)
        #expect(try SnapshotFiles.open(in: directory) == nil)
    }

    @Test(arguments: ["a/b/c", "a/b/c/", "a//b"])
    func missingDirectoriesAreMadeWhereWanted(path: String) throws {
        let made = try FileSystemDirectory(path: "\(place.path)/\(path)", create: true)
        try SampleWriter.commit(to: made)
        let again = try FileSystemDirectory(path: "\(place.path)/\(path)", create: true)
        #expect(try SampleWriter.verified(again)?.generation == 1)
    }

    @Test func aReadOnlyDirectoryIsNamedAsSuchAndStillReadable() throws {
        try SampleWriter.commit(to: directory)
        let errors = withoutRights { () -> [StorageError] in
            var errors: [StorageError] = []
            for action in [
                { _ = try directory.lock("write.lock") }, { _ = try directory.create("s5.seg") },
                { try directory.remove("s0.seg") }, { try directory.rename("s0.seg", to: "s1.seg") },
                { _ = try FileSystemDirectory(path: "\(place.path)/new", create: true) },
            ] as [() throws -> Void] {
                do { try action() } catch let error as StorageError { errors.append(error) } catch {}
            }
            #expect((try? SampleWriter.verified(directory))??.generation == 1)
            return errors
        }
        #expect(errors.map(\.kind) == [StorageError.Kind](repeating: .permission, count: 5))
        #expect(errors.first?.message == "cannot lock \(place.path)/write.lock: Permission denied")
    }

    /// Runs a body on this thread as somebody who may not write here, even where the tests run as root.
    private func withoutRights<Result>(_ body: () -> Result) -> Result {
        chmod(place.path, 0o555)
        chmod("\(place.path)/write.lock", 0o444)
        defer { chmod(place.path, 0o755) }
        // `setfsuid` is not in Glibc's module; it changes the rights of the calling thread alone.
        typealias SetFileSystemUser = @convention(c) (uid_t) -> Int32
        let setUser = dlsym(nil, "setfsuid").map { unsafeBitCast($0, to: SetFileSystemUser.self) }
        let isRoot = geteuid() == 0
        if isRoot { _ = setUser?(65534) }
        defer { if isRoot { _ = setUser?(0) } }
        return body()
    }

    @Test(.enabled(if: access("/dev/full", W_OK) == 0))
    func aFullDiskIsReportedAndSpoilsTheFileForGood() throws {
        let file = FileSystemOutputFile(descriptor: open("/dev/full", O_WRONLY | O_CLOEXEC), path: "/index/s1.seg")
        try file.append([1, 2, 3])
        for action in [file.sync, file.close, { try file.append([UInt8](repeating: 0, count: 2 << 20)) }] {
            #expect {
                try action()
            } throws: {
                ($0 as? StorageError)?.kind == .noSpace
                    && "\($0)" == "cannot write /index/s1.seg: No space left on device"
            }
        }
    }

    @Test func shortWritesAndInterruptionsAreContinued() {
        var random = SeededRandom(seed: 31)
        for _ in 0..<200 {
            let source = (0..<Int.random(in: 0...64, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            var written = [UInt8](repeating: 0, count: source.count)
            let failure = source.withUnsafeBytes { bytes in
                WholeTransfer.write(bytes, at: 0) { rest, offset in
                    if Int.random(in: 0..<3, using: &random) == 0 { return -Int(EINTR) }
                    let moved = Int.random(in: 1...rest.count, using: &random)
                    for index in 0..<moved { written[offset + index] = rest[index] }
                    return moved
                }
            }
            #expect(failure == nil && written == source)

            var read = [UInt8](repeating: 0, count: source.count + 5)
            let count = read.withUnsafeMutableBytes { buffer in
                WholeTransfer.read(into: buffer, at: 0) { rest, offset in
                    if Int.random(in: 0..<3, using: &random) == 0 { return -Int(EINTR) }
                    let left = min(rest.count, source.count - offset)
                    let moved = left == 0 ? 0 : Int.random(in: 1...left, using: &random)
                    for index in 0..<moved { rest[index] = source[offset + index] }
                    return moved
                }
            }
            #expect(count == source.count && Array(read[..<count]) == source)
        }
    }

    @Test func aWriteThatFailsOrMovesNothingIsReported() {
        [UInt8](repeating: 0, count: 10).withUnsafeBytes { bytes in
            var calls = 0
            let failure = WholeTransfer.write(bytes, at: 0) { _, _ in
                calls += 1
                return calls == 1 ? 4 : -Int(ENOSPC)
            }
            #expect(failure == ENOSPC)
            #expect(WholeTransfer.write(bytes, at: 0) { _, _ in 0 } == EIO)
        }
    }

    @Test func heapBytesOfAnySizeCanBeHeld() {
        for count in [0, 1, 63, 64, 5000] {
            let source = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
            let bytes = source.withUnsafeBytes { MappedBytes(copying: $0) }
            bytes.releasePages()
            #expect(bytes.withBytes { Array($0) } == source)
        }
    }

    @Test func releasedPagesComeBackWhenTheyAreRead() throws {
        let stored = (0..<10_000).map { UInt8(truncatingIfNeeded: $0) }
        try write(stored, to: "s1.seg")
        let bytes = try directory.map("s1.seg")
        for _ in 0..<3 {
            #expect(bytes.withBytes { Array($0) } == stored)
            bytes.releasePages()
        }
    }
}
