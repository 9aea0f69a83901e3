/// The byte codes of a part's symbols, by their ranks; `StoredText` tells how they are read.
struct WordCodes {
    /// Bytes below this end a code.
    let stoppers: Int

    /// No code is longer: codes are moved as the low 56 bits of a word.
    static let longest = 6

    /// The codes of a given number of stoppers, 1 to 255.
    init(stoppers: Int) { self.stoppers = stoppers }

    /// Number of ranks that have a code.
    var capacity: Int {
        var all = 0
        var size = stoppers
        for _ in 0..<Self.longest {
            all += size
            size *= 256 - stoppers
        }
        return all
    }

    /// Chooses the number of stoppers that makes a text of these symbol counts (commonest first) shortest.
    init(countsByRank counts: [UInt64]) {
        var sums: [UInt64] = [0]
        sums.reserveCapacity(counts.count + 1)
        for count in counts { sums.append(sums[sums.count - 1] + count) }
        var best = 192
        var bestSize = UInt64.max
        for s in stride(from: 32, through: 252, by: 4) where WordCodes(stoppers: s).capacity >= counts.count {
            var size: UInt64 = 0
            var from = 0
            var room = s
            var length: UInt64 = 1
            while from < counts.count {
                let to = min(counts.count, from + room)
                size += (sums[to] - sums[from]) * length
                from = to
                room = room.multipliedReportingOverflow(by: 256 - s).partialValue
                length += 1
            }
            if size < bestSize {
                bestSize = size
                best = s
            }
        }
        stoppers = best
    }

    /// The code of a rank: its bytes in the low end of the word, first byte lowest, and their number (at most `longest`).
    func code(rank: Int) -> (bytes: UInt64, count: Int) {
        if rank < stoppers { return (UInt64(rank), 1) }
        let continuers = 256 - stoppers
        var rest = rank - stoppers
        var size = stoppers * continuers
        var digits = 1
        while rest >= size {
            rest -= size
            size *= continuers
            digits += 1
        }
        var bytes = UInt64(rest % stoppers) << UInt64(8 * digits)
        var high = rest / stoppers
        for digit in stride(from: digits - 1, through: 0, by: -1) {
            bytes |= UInt64(stoppers + high % continuers) << UInt64(8 * digit)
            high /= continuers
        }
        return (bytes, digits + 1)
    }
}
