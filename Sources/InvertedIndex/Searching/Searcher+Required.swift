extension Searcher {
    /// Fills the sums of a segment with the passages that fulfil all conditions; false where there are none.
    func sumRequired(_ resolved: ResolvedQuery, _ index: Int, _ table: ImpactTable) -> Bool {
        let segment = snapshot.segments[index]
        let words = resolved.words[index]
        var required: [RequiredWord] = []
        // With its quantised weight, as they are sorted by length.
        var phrases: [(matches: GatheredPostings, weight: UInt16)] = []
        for condition in resolved.query.required {
            switch condition {
            case .term(let word):
                if words[word].isEmpty { return false }
                required.append(RequiredWord(number: word, lists: words[word]))
            case .phrase(let numbers):
                let matcher = PhraseMatcher(segment, words: numbers.map { words[$0].first }, gatherer: gatherer)
                let matches = matcher.verified()
                if matches.passages.isEmpty { return false }
                phrases.append((matches, resolved.phraseQuantised[phrases.count]))
            }
        }
        required.sort { $0.lists.postings < $1.lists.postings }
        if phrases.isEmpty, resolved.isMarking, let rarest = required.first,
            PassageSums.isDense(rarest.lists, segment.reader)
        {
            sumDenseConjunction(required, resolved, index, table)
            return true
        }
        var candidates = Candidates(passages: [])
        if phrases.isEmpty {
            candidates.passages = gatherer.union(required.removeFirst().lists).passages
        } else {
            phrases.sort { $0.matches.passages.count < $1.matches.passages.count }
            candidates.passages = phrases[0].matches.passages
            for phrase in phrases.dropFirst() { candidates.keep(sorted: phrase.matches.passages) }
        }
        for lists in required.map(\.lists) {
            if candidates.passages.isEmpty { return false }
            if PassageSums.isDense(lists, segment.reader) {
                let bytes = sums.dense(lists, segment, table, k1: resolved.query.k1, b: resolved.query.b).bytes
                candidates.passages.removeAll { bytes[Int($0)] == 0 }
            } else {
                candidates.keep(frequencies: gatherer.frequencies(of: lists, at: candidates.passages))
            }
        }
        guard !candidates.passages.isEmpty else { return false }
        score(candidates.passages, phrases, resolved, index, table)
        return true
    }

    /// A word that must be there.
    private struct RequiredWord {
        /// Its number in the query.
        var number: Int
        var lists: ResolvedLists
    }

    /// All conditions are frequent words: whole arrays are combined.
    private func sumDenseConjunction(
        _ required: [RequiredWord], _ resolved: ResolvedQuery, _ index: Int, _ table: ImpactTable
    ) {
        let segment = snapshot.segments[index]
        // A required word that is not scored still filters; 256 is the least weight that leaves a mark, and is too little
        // to change the order of what the scored items decide.
        var first = true
        let terms = resolved.query.terms
        for word in required {
            let weight = resolved.items.first { !$0.isPair && terms[$0.place].selection == word.number }?.quantised
            let array = sums.dense(word.lists, segment, table, k1: resolved.query.k1, b: resolved.query.b)
            if first {
                sums.addDense([(array, weight ?? 256)])
                first = false
            } else {
                sums.intersect(array, weight ?? 256)
            }
        }
        // The rest adds only to what matches.
        let others = resolved.items.filter { item in
            item.isPair || !required.contains { $0.number == terms[item.place].selection }
        }
        for item in others where !item.perSegment[index].isEmpty {
            let lists = item.perSegment[index]
            if PassageSums.isDense(lists, segment.reader) {
                let array = sums.dense(lists, segment, table, k1: resolved.query.k1, b: resolved.query.b)
                sums.addMarked(array, item.quantised)
            } else {
                addMarked(lists, item, segment, table)
            }
        }
    }

    private func addMarked(
        _ lists: ResolvedLists, _ item: ScoredItem, _ segment: Snapshot.Segment, _ table: ImpactTable
    ) {
        table.bytes.withUnsafeBufferPointer { bytes in
            if let bytes = bytes.baseAddress { sums.addMarked(lists, segment.reader, bytes, item.quantised) }
        }
    }

    /// Clears the sums and scores some ascending passages by all items and phrases.
    private func score(
        _ passages: [UInt32], _ phrases: [(matches: GatheredPostings, weight: UInt16)],
        _ resolved: ResolvedQuery, _ index: Int, _ table: ImpactTable
    ) {
        sums.clear()
        for passage in passages { sums.sums[Int(passage)] = 1 }
        for item in resolved.items { add(item, to: passages, index, table, resolved) }
        let norms = snapshot.segments[index].reader.norms
        for (phrase, quantised) in phrases {
            let weight = UInt32(quantised)
            for (passage, frequency) in zip(phrase.passages, phrase.frequencies) where sums.sums[Int(passage)] > 0 {
                let impact = UInt32(table.bytes[Int(min(frequency, 16)) << 8 | Int(norms[Int(passage)])])
                sums.sums[Int(passage)] &+= UInt16((impact * weight) >> 8)
            }
        }
    }

    /// Adds an item's impacts to some ascending passages.
    private func add(
        _ item: ScoredItem, to passages: [UInt32], _ index: Int, _ table: ImpactTable, _ resolved: ResolvedQuery
    ) {
        let lists = item.perSegment[index]
        guard !lists.isEmpty else { return }
        let segment = snapshot.segments[index]
        let weight = UInt32(item.quantised)
        let target = sums.sums
        if PassageSums.isDense(lists, segment.reader) {
            let bytes = sums.dense(lists, segment, table, k1: resolved.query.k1, b: resolved.query.b).bytes
            for passage in passages {
                target[Int(passage)] &+= UInt16((UInt32(bytes[Int(passage)]) * weight) >> 8)
            }
            return
        }
        if lists.postings <= 4 * passages.count {
            addMarked(lists, item, segment, table)
            return
        }
        let frequencies = gatherer.frequencies(of: lists, at: passages)
        let norms = segment.reader.norms
        for (passage, frequency) in zip(passages, frequencies) where frequency > 0 {
            let impact = UInt32(table.bytes[Int(min(frequency, 16)) << 8 | Int(norms[Int(passage)])])
            target[Int(passage)] &+= UInt16((impact * weight) >> 8)
        }
    }

    /// Passages that may still match.
    private struct Candidates {
        var passages: [UInt32]

        /// Keeps those that an ascending list holds, too.
        mutating func keep(sorted others: [UInt32]) {
            var at = 0
            passages.removeAll { passage in
                while at < others.count, others[at] < passage { at += 1 }
                return at == others.count || others[at] != passage
            }
        }

        /// Keeps those whose frequency is not zero.
        mutating func keep(frequencies: [UInt32]) {
            var kept = 0
            for i in passages.indices where frequencies[i] > 0 {
                passages[kept] = passages[i]
                kept += 1
            }
            passages.removeSubrange(kept...)
        }
    }
}
