import Testing
import VanThu

@testable import vanthu

@Suite struct AmountsTests {
    @Test func countsAreGroupedByThousands() {
        #expect(
            [0, 7, 999, 1000, 1_234_567, -12_345].map { Amounts.count($0) } == [
                "0", "7", "999", "1,000", "1,234,567", "-12,345",
            ])
        #expect(Amounts.count(1, "document") == "1 document" && Amounts.count(0, "document") == "0 documents")
    }

    @Test func bytesAreInPowersOfTen() {
        let shown = [0, 999, 1000, 4200, 99_949, 95_000_000, 999_600_000, 1_300_000_000_000].map { Amounts.bytes($0) }
        #expect(shown == ["0 B", "999 B", "1.0 kB", "4.2 kB", "100 kB", "95 MB", "1.0 GB", "1.3 TB"])
    }

    @Test func durationsChooseTheirUnit() {
        let shown = [0, 0.000_012, 0.0034, 0.25, 1.24, 59.96, 125, 3725].map { Amounts.duration($0) }
        #expect(shown == ["0 µs", "12 µs", "3.4 ms", "250 ms", "1.2 s", "1:00 min", "2:05 min", "1:02:05 min"])
        #expect(Amounts.clock(.nan) == "0:00" && Amounts.clock(.infinity) == "0:00" && Amounts.clock(-4) == "0:00")
    }

    @Test func fixedPlacesAreRounded() {
        #expect(Amounts.fixed(0.12345, places: 4) == "0.1235" && Amounts.fixed(-0.001, places: 2) == "0.00")
        #expect(Amounts.fixed(-1.5, places: 1) == "-1.5" && Amounts.fixed(2.5, places: 0) == "3")
        #expect(Amounts.fixed(1.05, places: 3) == "1.050" && Amounts.fixed(.nan, places: 1) == "–")
    }

    @Test(
        "Memory sizes are read as people write them",
        arguments: [
            ("512MB", 512_000_000), ("2GB", 2_000_000_000), ("2gb", 2_000_000_000), ("1.5G", 1_500_000_000),
            ("64 MiB", 64 << 20), ("1GiB", 1 << 30), ("1000000", 1_000_000), ("8k", 8000), ("7B", 7),
            ("1TB", 1_000_000_000_000),
        ])
    func memorySizes(text: String, bytes: Int) {
        #expect(ByteSize(argument: text)?.bytes == bytes)
    }

    @Test(
        "What is no memory size is refused",
        arguments: ["", "MB", "-1MB", "1XB", "0", "1..5GB", "٣MB", "99999999999TB", "nan"])
    func noMemorySizes(text: String) {
        #expect(ByteSize(argument: text) == nil)
    }

    @Test func progressSaysRateShareAndTimeLeft() {
        let progress = IndexingProgress(
            documents: 12_345, passages: 0, bytesRead: 50_000_000, totalBytes: 100_000_000, phase: .reading)
        let line = ProgressLine.indexing(progress, seconds: 2, columns: 100)
        #expect(
            line.contains("50 %") && line.contains("25.0 MB/s") && line.contains("12,345 documents")
                && line.contains("0:02 left"))
        #expect(abs(line.filter { $0 == "█" }.count - line.filter { $0 == "░" }.count) <= 1)
        var unknown = progress
        unknown.totalBytes = nil
        #expect(ProgressLine.indexing(unknown, seconds: 2, columns: 100) == "50 MB  25.0 MB/s  12,345 documents")
        unknown.phase = .committing
        #expect(ProgressLine.indexing(unknown, seconds: 2, columns: 100) == "committing  12,345 documents")
    }

    @Test("Progress stays on one line of any terminal", arguments: [1, 5, 20, 40, 80, 200])
    func progressFits(columns: Int) {
        for (read, total) in [(0, 100), (100, 100), (200, 100), (7, nil)] {
            let progress = IndexingProgress(
                documents: 1, passages: 1, bytesRead: read, totalBytes: total, phase: .reading)
            #expect(ProgressLine.indexing(progress, seconds: 0, columns: columns).count <= max(1, columns - 1))
            #expect(
                ProgressLine.bytes("checking", done: read, total: total ?? 0, seconds: 1, columns: columns).count
                    <= max(1, columns - 1))
        }
    }
}
