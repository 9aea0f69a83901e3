extension Searcher {
    /// Fills the sums of a segment with the passages that fulfil all conditions; false where there are none.
    func sumRequired(_ resolved: ResolvedQuery, _ index: Int, _ table: ImpactTable) -> Bool {
        let segment = snapshot.segments[index]
        let words = resolved.words[index]
        var required: [RequiredWord] = []
        // With its quantised weight, as they are sorted by length.
        var phrases: [(matches: PhraseMatcher.Matches, weight: UInt16)] = []
        for condition in resolved.query.required {
            switch condition {
            case .term(let word):
                if words[word].isEmpty { return false }
                required.append(RequiredWord(number: word, lists: words[word]))
            case .phrase(let numbers):
                let matcher = PhraseMatcher(segment, words: numbers.map { words[$0].first }, scratch: scratch)
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
            candidates.passages = PhraseMatcher.union(required.removeFirst().lists).passages
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
                candidates.keep(frequencies: PhraseMatcher.frequencies(of: lists, at: candidates.passages))
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
        guard !others.isEmpty else { return }
        var passages: [UInt32] = []
        let padded = sums.padded
        var passage = sums.next(above: 0, from: 0)
        while passage < padded {
            passages.append(UInt32(passage))
            passage = sums.next(above: 0, from: passage + 1)
        }
        for item in others { add(item, to: passages, index, table, resolved) }
    }

    /// Clears the sums and scores some ascending passages by all items and phrases.
    private func score(
        _ passages: [UInt32], _ phrases: [(matches: PhraseMatcher.Matches, weight: UInt16)],
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
        let frequencies = PhraseMatcher.frequencies(of: lists, at: passages)
        let norms = segment.reader.norms
        for (passage, frequency) in zip(passages, frequencies) where frequency > 0 {
            let impact = UInt32(table.bytes[Int(min(frequency, 16)) << 8 | Int(norms[Int(passage)])])
            target[Int(passage)] &+= UInt16((impact * weight) >> 8)
        }
    }

    /// A query that is one phrase of three and more words: candidates are verified best first, only as many as needed.
    func sumLonePhrase(
        _ resolved: ResolvedQuery, _ index: Int, _ table: ImpactTable, wanted: Int
    ) -> (candidates: Int, isExact: Bool) {
        let segment = snapshot.segments[index]
        sums.begin(passages: segment.reader.passageCount)
        sums.clear()
        guard case .phrase(let numbers) = resolved.query.required[0] else { return (0, true) }
        let matcher = PhraseMatcher(
            segment, words: numbers.map { resolved.words[index][$0].first }, scratch: scratch)
        let candidates = matcher.candidates()
        let norms = segment.reader.norms
        let weight = UInt32(resolved.phraseQuantised[0])
        func impact(_ frequency: UInt32, _ passage: UInt32) -> UInt16 {
            let byte = UInt32(table.bytes[Int(min(frequency, 16)) << 8 | Int(norms[Int(passage)])])
            return UInt16(max(1, (byte * weight) >> 8))
        }
        // Highest possible score first; of equal ones the earlier passage.
        var order: [UInt64] = []
        order.reserveCapacity(candidates.passages.count)
        for (i, passage) in candidates.passages.enumerated() {
            let best = impact(candidates.frequencies[i], passage)
            order.append(UInt64(UInt16.max - best) << 32 | UInt64(passage))
        }
        order.sort()
        var best = TopHits<UInt16>(capacity: wanted)
        var buffer: [UInt32] = []
        var found = 0
        for (rank, packed) in order.enumerated() {
            let passage = UInt32(truncatingIfNeeded: packed)
            let bound = UInt16.max - UInt16(truncatingIfNeeded: packed >> 32)
            if let worst = best.worst, bound <= worst {
                return (found + order.count - rank, false)
            }
            let isLive =
                segment.deletions == nil || segment.isLive(segment.reader.documents.document(of: Int(passage)))
            guard isLive else { continue }
            let count = matcher.occurrences(in: Int(passage), &buffer)
            guard count > 0 else { continue }
            found += 1
            let score = impact(UInt32(count), passage)
            sums.sums[Int(passage)] = score
            best.offer(score, segment: index, unit: Int(passage))
        }
        return (found, true)
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
