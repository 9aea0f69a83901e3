internal import VietnameseText

/// Draws places of a corpus and the queries that begin there, for one shape of query.
struct PlaceDraw {
    private let shape: QueryShape
    private let seed: UInt64
    private let counts: WordCounts
    private var bands: [BandSample]

    init(_ shape: QueryShape, seed: UInt64, count: Int, counts: WordCounts) {
        self.shape = shape
        self.seed = seed
        self.counts = counts
        bands = QueryBand.allCases.map { BandSample(count: $0 == .common ? count - count / 3 * 2 : count / 3) }
    }

    mutating func add(_ words: PassageWords, passage: Int) {
        let stream = QueryShape.allCases.firstIndex(of: shape) ?? 0
        for start in words.tokens.indices where words.runs[start] > 0 {
            var random = SplitMix(seed: seed, passage: passage, token: start, stream: stream)
            let priority = random.next()
            guard bands.contains(where: { priority < $0.threshold }) else { continue }
            switch shape {
            case .term: offer(words, [start..<start + 1], priority)
            case .words:
                let length = 2 + random.next(below: 4)
                if words.runs[start] >= length { offer(words, [start..<start + length], priority) }
            case .questions: offerQuestion(words, start, priority, &random)
            }
        }
    }

    private mutating func offerQuestion(
        _ words: PassageWords, _ start: Int, _ priority: UInt64, _ random: inout SplitMix
    ) {
        let frame = QuestionFrame.all[random.next(below: QuestionFrame.all.count)]
        let lengths = QuestionFrame.lengths
        let length = lengths.lowerBound + random.next(below: lengths.count)
        var spans: [Range<Int>] = []
        for count in frame.spans(ofQuestion: length) {
            // Long spans fit in few places: some tries keep long questions from being rare.
            var place = spans.isEmpty ? start : random.next(below: words.tokens.count)
            var tries = Self.mostTries
            while words.runs[place] < count || spans.contains(where: { $0.overlaps(place..<place + count) }) {
                tries -= 1
                if tries == 0 { return }
                place = random.next(below: words.tokens.count)
            }
            spans.append(place..<place + count)
        }
        offer(words, spans, priority, frame: frame)
    }

    private static let mostTries = 8

    private mutating func offer(
        _ words: PassageWords, _ spans: [Range<Int>], _ priority: UInt64, frame: QuestionFrame? = nil
    ) {
        var rarest = Int.max
        for span in spans {
            for token in words.tokens[span] { rarest = min(rarest, counts.count(token.surface)) }
        }
        let band = QueryBand(share: Double(rarest) / Double(max(1, counts.passages)))
        guard let place = QueryBand.allCases.firstIndex(of: band), priority < bands[place].threshold else { return }
        let texts = spans.map { words.span($0.lowerBound, $0.count) }
        bands[place].offer(frame?.question(texts) ?? texts[0], priority: priority)
    }

    func finish() -> MadeQueries {
        var all: [(band: QueryBand, text: String, priority: UInt64)] = []
        for (band, sample) in zip(QueryBand.allCases, bands) {
            all += sample.finish().map { (band, $0.text, $0.priority) }
        }
        // Priorities of a scarce band are spread wider than those of a plentiful one: a number of the text's own mixes them.
        let order = all.indices.sorted { Self.shuffle(all[$0].priority, seed) < Self.shuffle(all[$1].priority, seed) }
        let queries = order.enumerated().map { place, index in
            let number = String(place + 1)
            let id = all[index].band.rawValue + String(repeating: "0", count: max(0, 5 - number.count)) + number
            return BenchmarkQuery(id: id, text: all[index].text)
        }
        return MadeQueries(shape: shape, queries: queries)
    }

    private static func shuffle(_ priority: UInt64, _ seed: UInt64) -> UInt64 {
        var random = SplitMix(seed: priority ^ seed)
        return random.next()
    }
}
