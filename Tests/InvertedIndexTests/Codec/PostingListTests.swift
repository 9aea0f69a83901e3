import Testing

@testable import InvertedIndex

/// A posting list as its encoder wrote it, in memory of its own.
struct EncodedList {
    var bytes: [UInt8]
    var count: Int
    var limit: UInt32

    init(_ postings: [(passage: UInt32, frequency: UInt32)], limit: UInt32) {
        var writer = ByteWriter()
        PostingListEncoder.encode(
            passages: postings.map(\.passage), frequencies: postings.map(\.frequency), count: postings.count,
            into: &writer)
        bytes = Array(writer.bytes)
        count = postings.count
        self.limit = limit
    }

    func withList<R>(_ body: (PostingList) -> R) -> R {
        bytes.withUnsafeBytes { body(PostingList(bytes: $0, count: count, limit: limit)) }
    }

    var postings: [(passage: UInt32, frequency: UInt32)] {
        withList { list in
            let block = PostingBlock()
            var all: [(passage: UInt32, frequency: UInt32)] = []
            for index in 0..<list.blocks {
                list.decode(block: index, into: block)
                for i in 0..<block.count { all.append((block.passages[i], block.frequencies[i])) }
            }
            return all
        }
    }
}

@Suite("Codec: posting lists") struct PostingListTests {
    static let lengths = [0, 1, 2, 3, 4, 5, 127, 128, 129, 255, 256, 257, 1000, 5000]

    private func randomList(
        _ length: Int, spread: Int, highest: UInt32, _ random: inout SeededRandom
    ) -> [(passage: UInt32, frequency: UInt32)] {
        var passages: Set<UInt32> = []
        while passages.count < length {
            passages.insert(.random(in: 0..<UInt32(max(length * spread, 1)), using: &random))
        }
        return passages.sorted().map { ($0, UInt32.random(in: 1...highest, using: &random)) }
    }

    @Test("lists of every length come back, dense and sparse", arguments: lengths)
    func roundTrip(length: Int) {
        let seed = UInt64(10 + length)
        var random = SeededRandom(seed: seed)
        for spread in [1, 2, 50, 1600] {
            for highest in [UInt32(1), 2, 40, 1 << 20] {
                let list = randomList(length, spread: spread, highest: highest, &random)
                let limit = (list.last?.passage ?? 0) + 1
                let encoded = EncodedList(list, limit: limit)
                let found = encoded.postings
                #expect(found.map(\.passage) == list.map(\.passage), "seed \(seed), spread \(spread)")
                #expect(found.map(\.frequency) == list.map(\.frequency), "seed \(seed), highest \(highest)")
            }
        }
    }

    @Test("frequencies beyond the cap are kept as the cap, in blocks and in tails")
    func cap() {
        let list = (0..<130).map { (passage: UInt32($0), frequency: $0 % 2 == 0 ? UInt32.max : 1 << 20 + 1) }
        #expect(
            EncodedList(list, limit: 130).postings.allSatisfy { $0.frequency == PostingListEncoder.maximumFrequency })
    }

    @Test("the largest passage and the widest gap come back")
    func extremes() {
        let last = UInt32(1 << 23) - 1
        for length in [1, 2, 128, 129] {
            var list = (0..<length - 1).map { (passage: UInt32($0), frequency: UInt32(1)) }
            list.append((last, 3))
            #expect(EncodedList(list, limit: last + 1).postings.map(\.passage) == list.map(\.passage))
        }
    }

    @Test("a cursor tells the frequency at any ascending passages", arguments: lengths)
    func cursor(length: Int) {
        let seed = UInt64(100 + length)
        var random = SeededRandom(seed: seed)
        for spread in [1, 3, 40] {
            let list = randomList(length, spread: spread, highest: 9, &random)
            let limit = UInt32(length * spread + 300)
            let known = Dictionary(uniqueKeysWithValues: list.map { ($0.passage, $0.frequency) })
            let encoded = EncodedList(list, limit: limit)
            for share in [1, 2, 17, 300] {
                var asked: [UInt32] = (0..<limit).filter { _ in Int.random(in: 0..<share, using: &random) == 0 }
                // Asking again where it stands is allowed, and so is asking beyond the end.
                asked = asked.flatMap { $0 % 5 == 0 ? [$0, $0] : [$0] }
                let found = encoded.withList { list in
                    var cursor = PostingCursor(list, block: PostingBlock())
                    return asked.map { cursor.frequency(of: $0) }
                }
                #expect(found == asked.map { known[$0] ?? 0 }, "seed \(seed), spread \(spread), every \(share)th")
            }
        }
    }

    @Test("damaged bytes never give a passage out of range, nor a frequency above 2^24")
    func damage() {
        let seed = UInt64(200)
        var random = SeededRandom(seed: seed)
        for round in 0..<1500 {
            let length = Self.lengths[Int.random(in: 1..<12, using: &random)]
            var encoded = EncodedList(randomList(length, spread: 1 << (round % 6), highest: 30, &random), limit: 0)
            encoded.limit = UInt32(length * (1 << (round % 6)))
            switch round % 4 {
            case 0: encoded.bytes.removeLast(Int.random(in: 0...encoded.bytes.count, using: &random))
            case 1: encoded.bytes = encoded.bytes.map { _ in .random(in: 0...255, using: &random) }
            case 2: encoded.count = Int.random(in: 0...3 * length, using: &random)
            default:
                for _ in 0..<Int.random(in: 1...5, using: &random) {
                    encoded.bytes[Int.random(in: encoded.bytes.indices, using: &random)] = .random(
                        in: 0...255, using: &random)
                }
            }
            let found = encoded.postings
            #expect(found.allSatisfy { $0.passage < encoded.limit }, "seed \(seed), round \(round)")
            #expect(found.count <= encoded.count)
            #expect(
                found.allSatisfy { $0.frequency >= 1 && $0.frequency <= 1 << 24 },
                "seed \(seed), round \(round)")
            encoded.withList { list in
                var cursor = PostingCursor(list, block: PostingBlock())
                for passage in 0..<encoded.limit where passage % 3 == 0 { _ = cursor.frequency(of: passage) }
            }
        }
    }
}
