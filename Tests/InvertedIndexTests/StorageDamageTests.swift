import Testing

@testable import InvertedIndex

@Suite("Storage: damage") struct StorageDamageTests {
    private func sample() throws -> (InMemoryDirectory, Manifest) {
        let directory = InMemoryDirectory()
        for _ in 0..<3 { try SampleWriter.commit(to: directory) }
        return (directory, try #require(try Manifest.load(from: directory)))
    }

    private func expectDamage(_ what: Comment, in file: String, _ body: () throws -> Void) {
        do {
            try body()
            Issue.record("\(what) was not noticed")
        } catch let error as StorageError {
            #expect(error.kind == .damaged, what)
            #expect(error.message.contains(file), what)
        } catch { Issue.record("\(error)") }
    }

    private func everyDamage(of bytes: [UInt8], _ body: (Comment, [UInt8]) -> Void) {
        for place in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[place] ^= 1 << UInt8(bit)
                body("bit \(bit) of byte \(place)", changed)
            }
            var zeroed = bytes
            zeroed[place] = 0
            if zeroed != bytes { body("a zero at byte \(place)", zeroed) }
            body("the end at byte \(place)", Array(bytes[..<place]))
            body("zeros from byte \(place)", Array(bytes[..<place]) + [UInt8](repeating: 0, count: bytes.count - place))
        }
        body("a byte too many", bytes + [0])
        body("itself twice", bytes + bytes)
    }

    @Test func everyFlippedBitAndEveryTruncationOfAManifestIsNoticed() throws {
        let (directory, _) = try sample()
        everyDamage(of: try directory.read(Manifest.fileName)) { what, bytes in
            directory.corrupt(Manifest.fileName, bytes)
            expectDamage(what, in: "memory/manifest") { _ = try Manifest.load(from: directory) }
        }
    }

    @Test func everyFlippedBitAndEveryTruncationOfADeletionsFileIsNoticed() throws {
        let (directory, manifest) = try sample()
        let entry = try #require(manifest.segments[0].deletions)
        everyDamage(of: try directory.read(entry.fileName)) { what, bytes in
            directory.corrupt(entry.fileName, bytes)
            expectDamage(what, in: "memory/\(entry.fileName)") {
                _ = try DeletionSet.load(entry, documents: 100, from: directory)
            }
            expectDamage(what, in: entry.fileName) { _ = try SnapshotFiles.open(in: directory) }
        }
    }

    @Test func aWholeDeletionsFileOfAnotherGenerationIsNoticed() throws {
        let (directory, manifest) = try sample()
        let entry = try #require(manifest.segments[0].deletions)
        var other = DeletionSet(documents: 100)
        other.insert(99)
        directory.corrupt(entry.fileName, other.encoded())
        expectDamage("another file", in: entry.fileName) { _ = try SnapshotFiles.open(in: directory) }
    }

    @Test func aNewerFormatIsNamedAsSuch() throws {
        let future = FileEnvelope(magic: "VTMANIFE", version: 2).seal([1, 2, 3])
        let directory = InMemoryDirectory()
        directory.corrupt(Manifest.fileName, future)
        #expect {
            _ = try Manifest.load(from: directory)
        } throws: {
            "\($0)" == "memory/manifest is damaged at byte 8: it has format version 2, this program reads 1"
        }
    }

    /// Right checksums, wrong content: what a program with ill intent could write.
    @Test func noWellFormedNonsenseIsReadOrCrashes() throws {
        let (directory, manifest) = try sample()
        var random = SeededRandom(seed: 5)
        let whole = manifest.encoded()
        let content = Array(whole[24..<whole.count - 4])
        for _ in 0..<3000 {
            var bytes = content
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
            directory.corrupt(Manifest.fileName, Manifest.envelope.seal(bytes))
            guard let read = try? Manifest.load(from: directory) else { continue }
            // Whatever is accepted is a manifest: it survives being written again, and its names lead nowhere else.
            #expect(try Manifest(decoding: read.encoded(), file: "again") == read)
            #expect(read.files.allSatisfy { IndexFileName.isRemovable($0.name) && !$0.name.contains("/") })
            #expect(throws: StorageError.self) { try DeletionSet.decoded(DeletionSet.envelope.seal(bytes), file: "d") }
        }
    }

    @Test(arguments: ["../s1", "/etc/passwd", "s1/..", "", "s", "s01", "s-1", "s+1", "S1", "s1.seg", "s 1", "s٣"])
    func aManifestCannotNameAFileOutsideItsDirectory(name: String) {
        let entry = SegmentEntry(name: name, byteCount: 1, checksum: 0, documents: 1, passages: 1, tokens: 1)
        let manifest = Manifest(generation: 1, nextSegment: 9, segments: [entry])
        #expect(throws: StorageError.self) { try manifest.commit(to: InMemoryDirectory()) }
        #expect(throws: StorageError.self) { try Manifest(decoding: manifest.encoded(), file: "manifest") }
    }

    @Test func aCommitOfAMissingOrShortFileIsRefused() throws {
        let (directory, manifest) = try sample()
        var next = manifest
        next.generation += 1
        next.segments[0].byteCount += 1
        expectDamage("a short file", in: next.segments[0].fileName) { try next.commit(to: directory) }
        next = manifest
        next.generation += 1
        try directory.remove(next.segments[1].fileName)
        expectDamage("a missing file", in: next.segments[1].fileName) { try next.commit(to: directory) }
        #expect(try Manifest.load(from: directory) == manifest)
    }

    @Test func aMissingSegmentIsDamageAndNotAnEmptyIndex() throws {
        let (directory, manifest) = try sample()
        try directory.remove(manifest.segments[1].fileName)
        expectDamage("a missing segment", in: manifest.segments[1].fileName) {
            _ = try SnapshotFiles.open(in: directory)
        }
    }

    @Test func manifestsAndDeletionsComeBackAsTheyWere() throws {
        var random = SeededRandom(seed: 6)
        for documents in [1, 63, 64, 65, 1000] {
            var set = DeletionSet(documents: documents)
            for _ in 0..<documents / 2 + 1 {
                let document = Int.random(in: 0..<documents, using: &random)
                let wasThere = !set.contains(document)
                #expect(set.insert(document) == wasThere)
                #expect(set.contains(document))
                set.checkInvariants()
            }
            #expect(try DeletionSet.decoded(set.encoded(), file: "d").set == set)
        }
        let (_, manifest) = try sample()
        #expect(try Manifest(decoding: manifest.encoded(), file: "m") == manifest)
        #expect(try Manifest(decoding: Manifest().encoded(), file: "m") == Manifest())
    }
}
