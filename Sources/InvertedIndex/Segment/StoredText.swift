/// The texts of a segment as word codes: every passage readable on its own, and as the words it consists of.
///
/// "Spaceless words" (de Moura et al., 2000): a text is a row of words and separators, where the single space between two
/// words is implied. Each symbol is coded by its rank, commonest first, in a byte code with s stoppers and c = 256 − s
/// continuers ((s,c)-dense codes, Brisaboa et al., 2003): no tables, no state, a passage in under a microsecond, and no
/// second forward index is needed to see which words stand where.
///
/// A segment has one or more parts, each with its vocabulary: joining segments keeps their parts. `textParts` holds for
/// each, as UInt64: first passage, passages, first document, documents, offset of its text, offset of its records, offset
/// and length of its vocabulary, number of symbols, stoppers. A vocabulary is: for each symbol the term's ordinal (UInt32;
/// `separator` or `noTerm`), for each its end (UInt32), then the bytes. `textEnds` and `recordEnds` hold the end of each
/// passage's and document's codes within its part (UInt32). A record is a document's title followed by its metadata.
struct StoredText {
    static let partBytes = 80
    /// Stands in place of an ordinal where the symbol is not a word.
    static let separator = UInt32.max
    /// Stands in place of an ordinal where the word's term is in no list of this segment any more.
    static let noTerm = UInt32.max - 1

    /// One part, its sections sliced and checked.
    struct Part {
        var passages: Range<Int>
        var documents: Range<Int>
        var textOffset: Int
        var recordOffset: Int
        var vocabulary: UnsafeRawBufferPointer
        var symbols: Int
        var stoppers: UInt8

        @inline(__always)
        func ordinal(_ symbol: Int) -> UInt32 { vocabulary.loadUnaligned(fromByteOffset: symbol * 4, as: UInt32.self) }

        @inline(__always)
        func bytes(_ symbol: Int) -> UnsafeRawBufferPointer {
            let ends = symbols * 4
            let start =
                symbol == 0 ? 0 : Int(vocabulary.loadUnaligned(fromByteOffset: ends + symbol * 4 - 4, as: UInt32.self))
            let end = Int(vocabulary.loadUnaligned(fromByteOffset: ends + symbol * 4, as: UInt32.self))
            let base = symbols * 8
            guard start <= end, base + end <= vocabulary.count else { return .init(start: nil, count: 0) }
            return UnsafeRawBufferPointer(rebasing: vocabulary[base + start..<base + end])
        }
    }

    let parts: [Part]
    private let text: UnsafeRawBufferPointer
    private let textEnds: UnsafeRawBufferPointer
    private let records: UnsafeRawBufferPointer
    private let recordEnds: UnsafeRawBufferPointer

    init(_ file: SegmentFile, counts: SegmentCounts) throws(StorageError) {
        text = file.bytes(.text)
        textEnds = file.bytes(.textEnds)
        records = file.bytes(.records)
        recordEnds = file.bytes(.recordEnds)
        let vocabularies = file.bytes(.textVocabularies)
        let directory = file.bytes(.textParts)
        guard textEnds.count == Int(counts.passages) * 4, recordEnds.count == Int(counts.documents) * 4,
            directory.count % Self.partBytes == 0
        else { throw .damaged(file.name, "the sizes of its stored text do not agree") }
        var parts: [Part] = []
        var passage = 0
        var document = 0
        for at in stride(from: 0, to: directory.count, by: Self.partBytes) {
            let f = (0..<10).map { directory.loadUnaligned(fromByteOffset: at + 8 * $0, as: UInt64.self) }
            guard f[0] == UInt64(passage), f[1] <= counts.passages, f[2] == UInt64(document),
                f[3] <= counts.documents, f[4] <= UInt64(text.count), f[5] <= UInt64(records.count),
                f[6] <= UInt64(vocabularies.count), f[7] <= UInt64(vocabularies.count) - f[6], f[8] <= f[7] / 8,
                f[9] > 0, f[9] < 256
            else { throw .damaged(file.name, "a part of its stored text points outside it") }
            parts.append(
                Part(
                    passages: passage..<passage + Int(f[1]), documents: document..<document + Int(f[3]),
                    textOffset: Int(f[4]), recordOffset: Int(f[5]),
                    vocabulary: UnsafeRawBufferPointer(rebasing: vocabularies[Int(f[6])..<Int(f[6] + f[7])]),
                    symbols: Int(f[8]), stoppers: UInt8(f[9])))
            passage += Int(f[1])
            document += Int(f[3])
        }
        guard passage == Int(counts.passages), document == Int(counts.documents) else {
            throw .damaged(file.name, "the parts of its stored text do not cover it")
        }
        self.parts = parts
    }

    func part(ofPassage passage: Int) -> Part? { parts.first { $0.passages.contains(passage) } }
    func part(ofDocument document: Int) -> Part? { parts.first { $0.documents.contains(document) } }

    /// The codes of a passage.
    func codes(passage: Int, in part: Part) -> UnsafeRawBufferPointer {
        slice(text, textEnds, passage, part.textOffset, passage == part.passages.lowerBound)
    }

    /// The codes of a document's record.
    func recordCodes(document: Int, in part: Part) -> UnsafeRawBufferPointer {
        slice(records, recordEnds, document, part.recordOffset, document == part.documents.lowerBound)
    }

    private func slice(
        _ codes: UnsafeRawBufferPointer, _ ends: UnsafeRawBufferPointer, _ unit: Int, _ base: Int, _ isFirst: Bool
    ) -> UnsafeRawBufferPointer {
        let start = isFirst ? 0 : Int(ends.loadUnaligned(fromByteOffset: unit * 4 - 4, as: UInt32.self))
        let end = Int(ends.loadUnaligned(fromByteOffset: unit * 4, as: UInt32.self))
        guard start <= end, base + end <= codes.count else { return .init(start: nil, count: 0) }
        return UnsafeRawBufferPointer(rebasing: codes[base + start..<base + end])
    }

    /// Gives `body` the rank of each symbol, in order; stops at bytes that are no code of this part.
    @inline(__always)
    func forEachSymbol(_ codes: UnsafeRawBufferPointer, _ part: Part, _ body: (Int) -> Void) {
        guard var at = codes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
        let end = at + codes.count
        let stoppers = Int(part.stoppers)
        let continuers = 256 - stoppers
        let symbols = part.symbols
        while at < end {
            var byte = Int(at[0])
            at += 1
            var rank = byte
            if byte >= stoppers {
                var digits = 0
                var base = 0
                var size = stoppers
                repeat {
                    digits = digits * continuers + byte - stoppers
                    base += size
                    size *= continuers
                    guard at < end, size < 1 << 40 else { return }
                    byte = Int(at[0])
                    at += 1
                } while byte >= stoppers
                rank = base + digits * stoppers + byte
            }
            guard rank < symbols else { return }
            body(rank)
        }
    }

    /// Appends the text of the codes, byte for byte as it was.
    func append(_ codes: UnsafeRawBufferPointer, _ part: Part, to out: inout [UInt8]) {
        var afterWord = false
        forEachSymbol(codes, part) { symbol in
            let isWord = part.ordinal(symbol) != Self.separator
            if isWord, afterWord { out.append(0x20) }
            out.append(contentsOf: part.bytes(symbol))
            afterWord = isWord
        }
    }

    /// Appends the ordinals of the terms of the codes' words, in order.
    @inline(__always)
    func appendOrdinals(_ codes: UnsafeRawBufferPointer, _ part: Part, to out: inout [UInt32]) {
        forEachSymbol(codes, part) { symbol in
            let ordinal = part.ordinal(symbol)
            if ordinal != Self.separator { out.append(ordinal) }
        }
    }
}

extension StoredText: @unchecked Sendable {}
