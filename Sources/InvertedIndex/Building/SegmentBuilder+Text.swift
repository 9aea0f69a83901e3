extension SegmentBuilder {
    /// Writes the texts and records as one part; `StoredText` has the layout.
    func writeText(_ order: TermOrder, _ writer: SegmentFileWriter) throws(StorageError) {
        let words = vocabulary.words.count
        let symbols = words + vocabulary.separators.count
        var counts = [UInt64](repeating: 0, count: symbols)
        let log = UnsafePointer(self.log.base)
        let recordLog = UnsafePointer(self.recordLog.base)
        counts.withUnsafeMutableBufferPointer { counts in
            for i in 0..<self.log.count { counts[Self.index(log[i], words)] += 1 }
            for i in 0..<self.recordLog.count { counts[Self.index(recordLog[i], words)] += 1 }
        }
        let ranked = (0..<symbols).filter { counts[$0] > 0 }
            .sorted { (counts[$0], $1) > (counts[$1], $0) }
        let codes = WordCodes(countsByRank: ranked.map { counts[$0] })
        // Bytes of each symbol's code in the low 56 bits, their number in the high 8.
        var codeOf = [UInt64](repeating: 0, count: symbols)
        for (rank, symbol) in ranked.enumerated() {
            let code = codes.code(rank: rank)
            codeOf[symbol] = code.bytes | UInt64(code.count) << 56
        }

        writer.begin(.text)
        try encode(log, passageEnds, words, codeOf, .textEnds, writer)
        writer.begin(.records)
        try encode(recordLog, recordEnds, words, codeOf, .recordEnds, writer)

        let ordinals = order.ordinalOfWord(vocabulary)
        var ends: [UInt32] = []
        var vocabularyOrdinals: [UInt32] = []
        var bytes = ByteWriter(capacity: 1 << 16)
        for symbol in ranked {
            if symbol < words {
                vocabularyOrdinals.append(ordinals[symbol])
                vocabulary.words.withBytes(UInt32(symbol)) { bytes.append($0) }
            } else {
                vocabularyOrdinals.append(StoredText.separator)
                vocabulary.separators.withBytes(UInt32(symbol - words)) { bytes.append($0) }
            }
            ends.append(UInt32(bytes.count))
        }
        writer.begin(.textVocabularies)
        try writer.append(array: vocabularyOrdinals)
        try writer.append(array: ends)
        try writer.append(bytes.bytes)
        let part: [UInt64] = [
            0, UInt64(passageCount), 0, UInt64(documentCount), 0, 0, 0, UInt64(ranked.count * 8 + bytes.count),
            UInt64(ranked.count), UInt64(codes.stoppers),
        ]
        try writer.write(.textParts, array: part)
    }

    @inline(__always)
    private static func index(_ symbol: UInt32, _ words: Int) -> Int {
        symbol < separatorBit ? Int(symbol) : words + Int(symbol & ~separatorBit)
    }

    private func encode(
        _ log: UnsafePointer<UInt32>, _ unitEnds: [Int], _ words: Int, _ codeOf: [UInt64],
        _ endsSection: SegmentSection,
        _ writer: SegmentFileWriter
    ) throws(StorageError) {
        var out = ByteWriter(capacity: Self.chunk + (1 << 16))
        var ends: [UInt32] = []
        ends.reserveCapacity(unitEnds.count)
        var at = 0
        var flushed = 0
        for end in unitEnds {
            let room = (end - at) * 8
            let start = UnsafeMutableRawPointer(out.reserve(room + 8))
            var n = 0
            codeOf.withUnsafeBufferPointer { codeOf in
                while at < end {
                    let code = codeOf[Self.index(log[at], words)]
                    at += 1
                    // Eight bytes are written, the code's own are kept.
                    start.storeBytes(of: code, toByteOffset: n, as: UInt64.self)
                    n += Int(code >> 56)
                }
            }
            out.advance(n)
            ends.append(UInt32(flushed + out.count))
            if out.count >= Self.chunk {
                try writer.append(out.bytes)
                flushed += out.count
                out.removeAll()
            }
        }
        try writer.append(out.bytes)
        try writer.write(endsSection, array: ends)
    }
}
