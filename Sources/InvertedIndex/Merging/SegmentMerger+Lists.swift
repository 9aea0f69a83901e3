extension SegmentMerger {
    /// Joins the terms and their lists; gives for each source the new ordinal of each old one.
    func mergeTerms(_ writer: SegmentFileWriter, _ counts: inout SegmentCounts) throws(StorageError) -> [[UInt32]] {
        var maps = sources.map { [UInt32](repeating: StoredText.noTerm, count: $0.reader.termCount) }
        var walks: [TermWalk] = []
        for source in sources { walks.append(try TermWalk(source.reader.terms, name: source.reader.file.name)) }
        var dictionary = TermDictionaryWriter()
        var lists = ByteWriter(capacity: SegmentBuilder.chunk + (1 << 16))
        let run = PostingRun(capacity: passageCount)
        let block = PostingBlock()
        var union = UnionCounter(units: passageCount)
        writer.begin(.postings)
        while let folded = walks.compactMap({ $0.current?.folded }).min(by: isBelow) {
            // Exact keys of the group, and where each source has them.
            var forms: [(exact: [UInt8], places: [(source: Int, entry: TermEntry)])] = []
            for source in walks.indices {
                guard let group = walks[source].current, group.folded == folded else { continue }
                for form in group.forms {
                    if let known = forms.firstIndex(where: { $0.exact == form.exact }) {
                        forms[known].places.append((source, form.entry))
                    } else {
                        forms.append((form.exact, [(source, form.entry)]))
                    }
                }
                try walks[source].advance()
            }
            forms.sort { isBelow($0.exact, $1.exact) }
            union.begin()
            var isOpen = false
            for form in forms {
                run.removeAll()
                for (source, entry) in form.places {
                    Self.append(sources[source].reader.list(entry), passageMaps[source], block, to: run)
                }
                if run.count == 0 { continue }
                if !isOpen {
                    folded.withUnsafeBytes { dictionary.beginGroup($0) }
                    isOpen = true
                }
                union.add(run.passages, run.count)
                let start = lists.count
                PostingListEncoder.encode(
                    passages: run.passages, frequencies: run.frequencies, count: run.count, into: &lists)
                let length = lists.count - start
                let ordinal = form.exact.withUnsafeBytes {
                    dictionary.add(exact: $0, count: run.count, length: length)
                }
                for (source, entry) in form.places { maps[source][Int(entry.ordinal)] = ordinal }
            }
            if isOpen { dictionary.endGroup(unionCount: union.count) }
            if lists.count >= SegmentBuilder.chunk {
                try writer.append(lists.bytes)
                lists.removeAll()
                releaseSources()
            }
        }
        try writer.append(lists.bytes)
        try writer.write(.terms, dictionary.bytes.bytes)
        try writer.write(.termBlocks, dictionary.index.bytes)
        counts.terms = UInt64(dictionary.terms)
        counts.groups = UInt64(dictionary.groups)
        return maps
    }

    /// Joins the pairs and their lists.
    func mergePairs(
        _ ordinals: [[UInt32]], _ writer: SegmentFileWriter, _ counts: inout SegmentCounts
    ) throws(StorageError) {
        let dictionary = PairDictionaryWriter()
        var lists = ByteWriter(capacity: SegmentBuilder.chunk + (1 << 16))
        let run = PostingRun(capacity: passageCount)
        let block = PostingBlock()
        let scratch = PairScratch()
        var next = [Int](repeating: 0, count: sources.count)
        writer.begin(.pairPostings)
        for first in 0..<UInt32(counts.terms) {
            dictionary.beginFirst()
            // The order of terms is the same everywhere, so each source's old ordinals are passed in order.
            var entries: [(second: UInt32, source: Int, entry: PairEntry)] = []
            for source in sources.indices {
                let map = ordinals[source]
                while next[source] < map.count, map[next[source]] == StoredText.noTerm { next[source] += 1 }
                guard next[source] < map.count, map[next[source]] == first else { continue }
                let old = UInt32(next[source])
                next[source] += 1
                sources[source].reader.pairs.forEach(first: old, seconds: 0..<UInt32(map.count), scratch: scratch) {
                    let second = map[Int($0.second)]
                    if second != StoredText.noTerm { entries.append((second, source, $0)) }
                }
            }
            entries.sort { ($0.second, $0.source) < ($1.second, $1.source) }
            var at = 0
            while at < entries.count {
                let second = entries[at].second
                run.removeAll()
                while at < entries.count, entries[at].second == second {
                    let (_, source, entry) = entries[at]
                    Self.append(sources[source].reader.list(entry), passageMaps[source], block, to: run)
                    at += 1
                }
                if run.count == 0 { continue }
                let start = lists.count
                PostingListEncoder.encode(
                    passages: run.passages, frequencies: run.frequencies, count: run.count, into: &lists)
                dictionary.add(second: second, count: run.count, length: lists.count - start)
            }
            if lists.count >= SegmentBuilder.chunk {
                try writer.append(lists.bytes)
                lists.removeAll()
                releaseSources()
            }
        }
        dictionary.finish()
        try writer.append(lists.bytes)
        try writer.write(.pairStarts, array: dictionary.starts)
        try writer.write(.pairBlocks, dictionary.index.bytes)
        try writer.write(.pairs, dictionary.bytes.bytes)
        counts.pairs = UInt64(dictionary.count)
    }

    /// Joins the terms of titles.
    func mergeTitles(_ writer: SegmentFileWriter, _ counts: inout SegmentCounts) throws(StorageError) {
        var walks: [TermWalk] = []
        for source in sources { walks.append(try TermWalk(source.reader.titles, name: source.reader.file.name)) }
        var dictionary = TermDictionaryWriter()
        var lists = ByteWriter(capacity: 1 << 16)
        let run = PostingRun(capacity: documentCount)
        let block = PostingBlock()
        writer.begin(.titlePostings)
        while let folded = walks.compactMap({ $0.current?.folded }).min(by: isBelow) {
            run.removeAll()
            for source in walks.indices {
                guard let group = walks[source].current, group.folded == folded else { continue }
                for form in group.forms {
                    Self.append(sources[source].reader.titleList(form.entry), documentMaps[source], block, to: run)
                }
                try walks[source].advance()
            }
            if run.count == 0 { continue }
            for i in 0..<run.count { counts.titleTokens += UInt64(run.frequencies[i]) }
            let start = lists.count
            PostingListEncoder.encode(
                passages: run.passages, frequencies: run.frequencies, count: run.count, into: &lists)
            let length = lists.count - start
            folded.withUnsafeBytes {
                dictionary.beginGroup($0)
                dictionary.add(exact: $0, count: run.count, length: length)
            }
            dictionary.endGroup(unionCount: run.count)
        }
        try writer.append(lists.bytes)
        try writer.write(.titleTerms, dictionary.bytes.bytes)
        try writer.write(.titleTermBlocks, dictionary.index.bytes)
        counts.titleTerms = UInt64(dictionary.terms)
    }
}
