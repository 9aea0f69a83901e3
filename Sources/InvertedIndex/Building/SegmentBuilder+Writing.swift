extension SegmentBuilder {
    /// Writes all documents as a segment file; the builder keeps them (`removeDocuments` forgets them).
    ///
    /// - Returns: the entry for the manifest, without deletions. Later documents of one identity are told by `SegmentReader`.
    /// - Throws: what the file throws.
    public func write(to file: any OutputFile, name: String) throws(StorageError) -> SegmentEntry {
        precondition(
            max(passageCount, documentCount) < SegmentCounts.unitLimit, "a segment holds fewer than 2^23 passages")
        let writer = try SegmentFileWriter(file)
        let order = TermOrder(of: self)
        var counts = SegmentCounts()
        counts.documents = UInt64(documentCount)
        counts.passages = UInt64(passageCount)
        counts.tokens = UInt64(tokens)
        counts.textBytes = UInt64(textBytes)
        try writeTerms(order, writer, &counts)
        try writePairs(order, writer, &counts)
        try writeTitles(writer, &counts)
        try writer.write(.norms, array: passageTokens.map { LengthClass.of(Int($0)) })
        try writer.write(.documentStarts, array: documentStarts + [UInt32(passageCount)])
        try writer.write(.documentTokens, array: documentTokens)
        try writeText(order, writer)
        try writer.write(.passageRanges, array: passageRanges)
        try DocumentTable.write(
            identities: identities, sequences: sequences, textLengths: textLengths, titleLengths: titleByteCounts,
            to: writer)
        try columns.write(to: writer, documents: documentCount)
        try notes.write(to: writer)
        try writer.write(.counts, array: counts.fields)
        let (byteCount, checksum) = try writer.finish()
        return SegmentEntry(
            name: name, byteCount: byteCount, checksum: checksum, documents: UInt32(documentCount),
            passages: UInt32(passageCount), tokens: UInt64(tokens))
    }

    /// Bytes of lists that are gathered before they go to the file.
    static let chunk = 1 << 20

    private func writeTerms(
        _ order: TermOrder, _ writer: SegmentFileWriter, _ counts: inout SegmentCounts
    ) throws(StorageError) {
        let sorted = SortedPostings(of: self, order)
        var dictionary = TermDictionaryWriter()
        var lists = ByteWriter(capacity: Self.chunk + (1 << 16))
        var union = UnionCounter(units: passageCount)
        let run = PostingRun(capacity: passageCount)
        writer.begin(.postings)
        var ordinal = 0
        while ordinal < order.terms.count {
            let group = order.terms[ordinal]
            let groupEnd = order.groupEnd(from: ordinal)
            vocabulary.foldedKeys.withBytes(group) { dictionary.beginGroup($0) }
            union.begin()
            for term in ordinal..<groupEnd {
                run.fill(sorted.units + sorted.starts[term], sorted.starts[term + 1] - sorted.starts[term])
                if groupEnd - ordinal > 1 { union.add(run.passages, run.count) }
                let start = lists.count
                PostingListEncoder.encode(
                    passages: run.passages, frequencies: run.frequencies, count: run.count, into: &lists)
                let length = lists.count - start
                vocabulary.exactKeys.withBytes(order.terms[term]) {
                    _ = dictionary.add(exact: $0, count: run.count, length: length)
                }
            }
            dictionary.endGroup(unionCount: union.count)
            ordinal = groupEnd
            if lists.count >= Self.chunk {
                try writer.append(lists.bytes)
                lists.removeAll()
            }
        }
        try writer.append(lists.bytes)
        try writer.write(.terms, dictionary.bytes.bytes)
        try writer.write(.termBlocks, dictionary.index.bytes)
        counts.terms = UInt64(order.terms.count)
        counts.groups = UInt64(dictionary.groups)
    }

    private func writePairs(
        _ order: TermOrder, _ writer: SegmentFileWriter, _ counts: inout SegmentCounts
    ) throws(StorageError) {
        let sorted = SortedPairs(of: self, order)
        let dictionary = PairDictionaryWriter()
        var lists = ByteWriter(capacity: Self.chunk + (1 << 16))
        let run = PostingRun(capacity: passageCount)
        writer.begin(.pairPostings)
        for first in 0..<order.terms.count {
            dictionary.beginFirst()
            var at = sorted.starts[first]
            let end = sorted.starts[first + 1]
            while at < end {
                let second = UInt32(truncatingIfNeeded: sorted.pairs[at] >> 32)
                at = run.fill(pairs: sorted.pairs, from: at, to: end, second: second)
                let start = lists.count
                PostingListEncoder.encode(
                    passages: run.passages, frequencies: run.frequencies, count: run.count, into: &lists)
                dictionary.add(second: second, count: run.count, length: lists.count - start)
            }
            if lists.count >= Self.chunk {
                try writer.append(lists.bytes)
                lists.removeAll()
            }
        }
        dictionary.finish()
        try writer.append(lists.bytes)
        try writer.write(.pairStarts, array: dictionary.starts)
        try writer.write(.pairBlocks, dictionary.index.bytes)
        try writer.write(.pairs, dictionary.bytes.bytes)
        counts.pairs = UInt64(dictionary.count)
    }

    /// Titles: documents in place of passages, folded keys only, no pairs.
    private func writeTitles(_ writer: SegmentFileWriter, _ counts: inout SegmentCounts) throws(StorageError) {
        let terms = TermOrder(ofTitles: self)
        // Documents arrive in order, so a stable sort by term leaves them sorted.
        let sorted = SortedPostings(titlesOf: self, terms)
        var dictionary = TermDictionaryWriter()
        var lists = ByteWriter(capacity: 1 << 16)
        let run = PostingRun(capacity: documentCount)
        writer.begin(.titlePostings)
        var ordinal = 0
        while ordinal < terms.terms.count {
            let groupEnd = terms.groupEnd(from: ordinal)
            let (start, end) = (sorted.starts[ordinal], sorted.starts[groupEnd])
            // Terms of one folded key are one list.
            if groupEnd - ordinal > 1 {
                var units = UnsafeMutableBufferPointer(start: sorted.units + start, count: end - start)
                units.sort()
            }
            run.fill(sorted.units + start, end - start)
            let listStart = lists.count
            PostingListEncoder.encode(
                passages: run.passages, frequencies: run.frequencies, count: run.count, into: &lists)
            let length = lists.count - listStart
            vocabulary.foldedKeys.withBytes(terms.terms[ordinal]) {
                dictionary.beginGroup($0)
                dictionary.add(exact: $0, count: run.count, length: length)
            }
            dictionary.endGroup(unionCount: run.count)
            ordinal = groupEnd
        }
        try writer.append(lists.bytes)
        try writer.write(.titleTerms, dictionary.bytes.bytes)
        try writer.write(.titleTermBlocks, dictionary.index.bytes)
        try writer.write(.titleNorms, array: titleLengths.map { LengthClass.of(Int($0)) })
        counts.titleTerms = UInt64(dictionary.groups)
        counts.titleTokens = titleLengths.reduce(0) { $0 + UInt64($1) }
    }
}

/// Counts the passages that hold any term of a group.
struct UnionCounter: ~Copyable {
    private let seen: UnsafeMutablePointer<UInt32>
    private var stamp: UInt32 = 0
    private(set) var count = 0

    init(units: Int) {
        seen = .allocate(capacity: max(units, 1))
        seen.initialize(repeating: 0, count: max(units, 1))
    }

    deinit { seen.deallocate() }

    /// Begins the next group.
    mutating func begin() {
        stamp += 1
        count = 0
    }

    /// Adds the passages of one term of the group.
    mutating func add(_ passages: UnsafePointer<UInt32>, _ n: Int) {
        for i in 0..<n {
            let passage = Int(passages[i])
            count += seen[passage] == stamp ? 0 : 1
            seen[passage] = stamp
        }
    }
}

/// One posting list before it is encoded: passages and frequencies.
final class PostingRun {
    let passages: UnsafeMutablePointer<UInt32>
    let frequencies: UnsafeMutablePointer<UInt32>
    private(set) var count = 0

    init(capacity: Int) {
        passages = .allocate(capacity: max(capacity, 1))
        frequencies = .allocate(capacity: max(capacity, 1))
    }

    deinit {
        passages.deallocate()
        frequencies.deallocate()
    }

    /// Takes sorted passages with repeats, a repeat for each occurrence.
    @inline(__always)
    func fill(_ units: UnsafePointer<UInt32>, _ n: Int) {
        var filled = 0
        var i = 0
        while i < n {
            let unit = units[i]
            var j = i + 1
            while j < n, units[j] == unit { j += 1 }
            passages[filled] = unit
            frequencies[filled] = UInt32(j - i)
            filled += 1
            i = j
        }
        count = filled
    }

    /// Takes the passages of one pair from sorted (second, passage) values; gives where the next pair begins.
    @inline(__always)
    func fill(pairs: UnsafePointer<UInt64>, from: Int, to: Int, second: UInt32) -> Int {
        var filled = 0
        var i = from
        while i < to, UInt32(truncatingIfNeeded: pairs[i] >> 32) == second {
            let value = pairs[i]
            var j = i + 1
            while j < to, pairs[j] == value { j += 1 }
            passages[filled] = UInt32(truncatingIfNeeded: value)
            frequencies[filled] = UInt32(j - i)
            filled += 1
            i = j
        }
        count = filled
        return i
    }

    func removeAll() { count = 0 }

    /// Adds a posting behind the others; one that is not behind them comes from damaged bytes and is left out.
    @inline(__always)
    func append(_ passage: UInt32, _ frequency: UInt32) {
        guard count == 0 || passage > passages[count - 1] else { return }
        passages[count] = passage
        frequencies[count] = frequency
        count += 1
    }
}
