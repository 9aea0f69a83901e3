/// Finds the passages that hold words one behind the other, from the lists of pairs and, where those leave a doubt, from the
/// stored words.
///
/// Two words are their pair's list. Of three and more, a passage must hold every couple; 95.6 % of those that do hold the
/// phrase (LAYOUT), the others are told by reading the passage's words, under a microsecond each.
struct PhraseMatcher {
    let segment: Snapshot.Segment
    /// For each word the ordinals it stands for.
    let words: [Range<UInt32>]
    private let scratch: PairScratch

    /// Passages ascending, and how often each holds the phrase: at most that often where `isCertain` is false.
    struct Matches {
        var passages: [UInt32] = []
        var frequencies: [UInt32] = []
        var isCertain = true
    }

    init(_ segment: Snapshot.Segment, words: [Range<UInt32>], scratch: PairScratch) {
        self.segment = segment
        self.words = words
        self.scratch = scratch
    }

    /// All passages that may hold the phrase.
    func candidates() -> Matches {
        guard words.count >= 2, words.allSatisfy({ !$0.isEmpty }) else { return Matches() }
        var couples: [ResolvedLists] = []
        for index in 1..<words.count {
            let lists = ResolvedQuery.resolve(words[index - 1], words[index], segment.reader, scratch)
            if lists.isEmpty { return Matches() }
            couples.append(lists)
        }
        couples.sort { $0.postings < $1.postings }
        var matches = Self.union(couples[0])
        matches.isCertain = words.count == 2
        for couple in couples.dropFirst() {
            let totals = Self.frequencies(of: couple, at: matches.passages)
            var kept = 0
            for i in matches.passages.indices where totals[i] > 0 {
                matches.passages[kept] = matches.passages[i]
                matches.frequencies[kept] = min(matches.frequencies[i], totals[i])
                kept += 1
            }
            matches.passages.removeSubrange(kept...)
            matches.frequencies.removeSubrange(kept...)
            if kept == 0 { break }
        }
        return matches
    }

    /// Only passages that hold the phrase, with how often they do.
    func verified() -> Matches {
        var matches = candidates()
        guard !matches.isCertain else { return matches }
        var buffer: [UInt32] = []
        var kept = 0
        for i in matches.passages.indices {
            let count = occurrences(in: Int(matches.passages[i]), &buffer)
            guard count > 0 else { continue }
            matches.passages[kept] = matches.passages[i]
            matches.frequencies[kept] = UInt32(count)
            kept += 1
        }
        matches.passages.removeSubrange(kept...)
        matches.frequencies.removeSubrange(kept...)
        matches.isCertain = true
        return matches
    }

    /// How often a passage holds the phrase, by its stored words.
    func occurrences(in passage: Int, _ buffer: inout [UInt32]) -> Int {
        let text = segment.reader.text
        guard let part = text.part(ofPassage: passage) else { return 0 }
        buffer.removeAll(keepingCapacity: true)
        text.appendOrdinals(text.codes(passage: passage, in: part), part, to: &buffer)
        guard buffer.count >= words.count else { return 0 }
        var found = 0
        let first = words[0]
        for start in 0...(buffer.count - words.count) where first.contains(buffer[start]) {
            var length = 1
            while length < words.count, words[length].contains(buffer[start + length]) { length += 1 }
            if length == words.count { found += 1 }
        }
        return found
    }

    /// The postings of several lists as one, ascending.
    static func union(_ lists: ResolvedLists) -> Matches {
        var matches = Matches()
        let block = PostingBlock()
        if lists.lists.count == 1 {
            let list = lists.lists[0]
            matches.passages.reserveCapacity(list.count)
            matches.frequencies.reserveCapacity(list.count)
            for index in 0..<list.blocks {
                list.decode(block: index, into: block)
                matches.passages.append(contentsOf: UnsafeBufferPointer(start: block.passages, count: block.count))
                matches.frequencies.append(
                    contentsOf: UnsafeBufferPointer(start: block.frequencies, count: block.count))
            }
            return matches
        }
        var all: [UInt64] = []
        all.reserveCapacity(lists.postings)
        for list in lists.lists {
            for index in 0..<list.blocks {
                list.decode(block: index, into: block)
                for i in 0..<block.count { all.append(UInt64(block.passages[i]) << 32 | UInt64(block.frequencies[i])) }
            }
        }
        all.sort()
        for posting in all {
            let passage = UInt32(posting >> 32)
            let frequency = UInt32(truncatingIfNeeded: posting)
            if matches.passages.last == passage {
                matches.frequencies[matches.frequencies.count - 1] &+= frequency
            } else {
                matches.passages.append(passage)
                matches.frequencies.append(frequency)
            }
        }
        return matches
    }

    /// How often the lists together hold each of some ascending passages.
    static func frequencies(of lists: ResolvedLists, at passages: [UInt32]) -> [UInt32] {
        var totals = [UInt32](repeating: 0, count: passages.count)
        let block = PostingBlock()
        for list in lists.lists {
            block.count = 0
            var cursor = PostingCursor(list, block: block)
            for (index, passage) in passages.enumerated() { totals[index] &+= cursor.frequency(of: passage) }
        }
        return totals
    }
}
