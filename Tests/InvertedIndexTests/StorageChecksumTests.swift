import CIndexKernels
import Testing

@testable import InvertedIndex

@Suite("Storage: checksum") struct StorageChecksumTests {
    /// RFC 3720, appendix B.4 (bytes as sent; here as numbers).
    @Test func standardVectorsHold() {
        #expect(CRC32C.checksum([UInt8](repeating: 0, count: 32)) == 0x8A91_36AA)
        #expect(CRC32C.checksum([UInt8](repeating: 0xFF, count: 32)) == 0x62A8_AB43)
        #expect(CRC32C.checksum((0..<32).map { UInt8($0) }) == 0x46DD_794E)
        #expect(CRC32C.checksum((0..<32).reversed().map { UInt8($0) }) == 0x113F_DB5C)
        #expect(CRC32C.checksum(Array("123456789".utf8)) == 0xE306_9283)
        #expect(CRC32C.checksum([]) == 0)
    }

    /// Lengths around every block size of both branches, at every alignment.
    @Test func bothBranchesAgree() {
        var random = SeededRandom(seed: 20)
        let bytes = (0..<40_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        let lengths = [0, 1, 7, 8, 9, 255, 256, 767, 768, 769, 1543, 12_287, 12_288, 12_289, 13_063, 24_576, 39_000]
        bytes.withUnsafeBytes { all in
            for length in lengths {
                for start in 0..<16 {
                    let previous = UInt32.random(in: 0...UInt32.max, using: &random)
                    let address = all.baseAddress.map { $0 + start }
                    let portable = vanthu_crc32c_portable(previous, address, length)
                    #expect(vanthu_crc32c_hardware(previous, address, length) == portable)
                    #expect(vanthu_crc32c(previous, address, length) == portable)
                }
            }
        }
    }

    @Test func sumsContinueFromPieceToPiece() {
        var random = SeededRandom(seed: 21)
        let bytes = (0..<20_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        let whole = CRC32C.checksum(bytes)
        for _ in 0..<50 {
            let cut = Int.random(in: 0...bytes.count, using: &random)
            let first = CRC32C.checksum(Array(bytes[..<cut]))
            #expect(CRC32C.checksum(Array(bytes[cut...]), continuing: first) == whole)
        }
    }
}
