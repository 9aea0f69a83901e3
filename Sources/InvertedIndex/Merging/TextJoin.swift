/// Joins the stored texts of segments under one vocabulary: words are counted anew, ranked, and written with new codes.
struct TextJoin {
    private let merger: SegmentMerger
    /// Symbols of all sources: bytes, and whether a word; the term's new ordinal beside it.
    private var symbols = StringArena()
    private var ordinals: [UInt32] = []
    /// For each source and part, the number of each symbol here.
    private var maps: [[[UInt32]]] = []

    init(_ merger: SegmentMerger, _ termMaps: [[UInt32]]) {
        self.merger = merger
        var known: [[UInt8]: UInt32] = [:]
        for (source, terms) in zip(merger.sources, termMaps) {
            var partMaps: [[UInt32]] = []
            for part in source.reader.text.parts {
                var map: [UInt32] = []
                map.reserveCapacity(part.symbols)
                for symbol in 0..<part.symbols {
                    let old = part.ordinal(symbol)
                    let isWord = old != StoredText.separator
                    let bytes = part.bytes(symbol)
                    let key = [isWord ? 1 : 0] + Array(bytes)
                    let ordinal =
                        !isWord ? StoredText.separator : Int(old) < terms.count ? terms[Int(old)] : StoredText.noTerm
                    if let number = known[key] {
                        if ordinals[Int(number)] == StoredText.noTerm { ordinals[Int(number)] = ordinal }
                        map.append(number)
                    } else {
                        let number = symbols.append(bytes)
                        known[key] = number
                        ordinals.append(ordinal)
                        map.append(number)
                    }
                }
                partMaps.append(map)
            }
            maps.append(partMaps)
        }
    }

    func write(to writer: SegmentFileWriter) throws(StorageError) {
        var counts = [UInt64](repeating: 0, count: symbols.count)
        count(into: &counts)
        let used = (0..<symbols.count).filter { counts[$0] > 0 }
        let ranked = used.sorted { (counts[$0], $1) > (counts[$1], $0) }
        let codes = WordCodes(countsByRank: ranked.map { counts[$0] })
        var codeOf = [UInt64](repeating: 0, count: symbols.count)
        for (rank, symbol) in ranked.enumerated() {
            let code = codes.code(rank: rank)
            codeOf[symbol] = code.bytes | UInt64(code.count) << 56
        }
        try writeUnits(codeOf, .text, .textEnds, writer)
        try writeUnits(codeOf, .records, .recordEnds, writer)
        var bytes = ByteWriter(capacity: 1 << 16)
        var ends: [UInt32] = []
        for symbol in ranked {
            symbols.withBytes(UInt32(symbol)) { bytes.append($0) }
            ends.append(UInt32(bytes.count))
        }
        writer.begin(.textVocabularies)
        try writer.append(array: ranked.map { ordinals[$0] })
        try writer.append(array: ends)
        try writer.append(bytes.bytes)
        let part: [UInt64] = [
            0, UInt64(merger.passageCount), 0, UInt64(merger.documentCount), 0, 0, 0,
            UInt64(ranked.count * 8 + bytes.count), UInt64(ranked.count), UInt64(codes.stoppers),
        ]
        try writer.write(.textParts, array: part)
    }

    private func count(into counts: inout [UInt64]) {
        counts.withUnsafeMutableBufferPointer { counts in
            for section in [SegmentSection.text, .records] {
                forEachUnit(section) { text, part, map, codes in
                    text.forEachSymbol(codes, part) { counts[Int(map[$0])] += 1 }
                }
            }
        }
    }

    /// Gives `body` the codes of every passage or record that is kept, in order.
    private func forEachUnit(
        _ section: SegmentSection,
        _ body: (StoredText, StoredText.Part, UnsafeBufferPointer<UInt32>, UnsafeRawBufferPointer) -> Void
    ) {
        for (index, source) in merger.sources.enumerated() {
            let text = source.reader.text
            for (number, part) in text.parts.enumerated() {
                maps[index][number].withUnsafeBufferPointer { map in
                    if section == .text {
                        for passage in part.passages where merger.passageMaps[index][passage] != SegmentMerger.none {
                            body(text, part, map, text.codes(passage: passage, in: part))
                        }
                    } else {
                        for document in part.documents
                        where merger.documentMaps[index][document] != SegmentMerger.none {
                            body(text, part, map, text.recordCodes(document: document, in: part))
                        }
                    }
                }
            }
            source.reader.file.mapped.releasePages()
        }
    }

    private func writeUnits(
        _ codeOf: [UInt64], _ section: SegmentSection, _ endsSection: SegmentSection, _ writer: SegmentFileWriter
    ) throws(StorageError) {
        writer.begin(section)
        let out = ChunkedOutput(writer)
        var ends: [UInt32] = []
        codeOf.withUnsafeBufferPointer { codeOf in
            forEachUnit(section) { text, part, map, codes in
                text.forEachSymbol(codes, part) { out.append(code: codeOf[Int(map[$0])]) }
                ends.append(UInt32(truncatingIfNeeded: out.written))
                if out.flushIfFull() { merger.releaseSources() }
            }
        }
        try out.finish()
        try writer.write(endsSection, array: ends)
    }

    /// Bytes on their way to a section, in chunks; an error waits until `finish`.
    private final class ChunkedOutput {
        private let writer: SegmentFileWriter
        private var bytes = ByteWriter(capacity: SegmentBuilder.chunk + (1 << 16))
        private var flushed = 0
        private var failure: StorageError?

        init(_ writer: SegmentFileWriter) { self.writer = writer }

        var written: Int { flushed + bytes.count }

        @inline(__always)
        func append(code: UInt64) {
            UnsafeMutableRawPointer(bytes.reserve(8)).storeBytes(of: code, as: UInt64.self)
            bytes.advance(Int(code >> 56))
        }

        func flushIfFull() -> Bool {
            guard bytes.count >= SegmentBuilder.chunk else { return false }
            flush()
            return true
        }

        private func flush() {
            if failure == nil {
                do throws(StorageError) { try writer.append(bytes.bytes) } catch { failure = error }
            }
            flushed += bytes.count
            bytes.removeAll()
        }

        func finish() throws(StorageError) {
            flush()
            if let failure { throw failure }
        }
    }
}
