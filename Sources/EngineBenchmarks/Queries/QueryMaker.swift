public import VanThu
internal import VietnameseText

/// Queries of one shape, in the order in which they are asked.
public struct MadeQueries: Sendable {
    /// What they are like.
    public var shape: QueryShape
    /// Bands in random order, so that no part of a pass has one band only.
    public var queries: [BenchmarkQuery]

    /// Queries that are there already.
    public init(shape: QueryShape, queries: [BenchmarkQuery]) {
        self.shape = shape
        self.queries = queries
    }
}

/// Makes queries of a corpus's own words.
///
/// Words are letters only; words of a span stand side by side in the text, one space between them. Places are drawn at random
/// over the whole corpus, so frequent words come in proportion; each band of rarity has a third of the queries, or what there
/// is of it. The same corpus, seed and count give the same queries.
public struct QueryMaker {
    private let seed: UInt64
    private let count: Int

    /// - Parameters:
    ///   - seed: another one gives other queries.
    ///   - count: how many queries of each shape.
    public init(seed: UInt64, count: Int) {
        self.seed = seed
        self.count = count
    }

    /// Goes through the corpus twice: once to count words, once to draw.
    ///
    /// - Parameter progress: is told the bytes read, each time from 0.
    public func make(
        from corpus: CorpusPassages, progress: (Int) -> Void = { _ in }
    ) throws(VanThuError) -> (sets: [MadeQueries], totals: CorpusPassages.Totals) {
        let counts = WordCounts()
        let totals = try corpus.forEach(progress: progress) { _, text in counts.add(text) }
        var draws = QueryShape.allCases.map { PlaceDraw($0, seed: seed, count: count, counts: counts) }
        var tokens: [RawToken] = []
        try corpus.forEach(progress: progress) { passage, text in
            tokens.removeAll(keepingCapacity: true)
            counts.analyzer.tokenize(text, into: &tokens)
            let words = PassageWords(text, tokens, counts)
            for index in draws.indices { draws[index].add(words, passage: passage) }
        }
        return (draws.map { $0.finish() }, totals)
    }
}

/// One passage's tokens, and how far plain words go on from each.
struct PassageWords {
    let text: UnsafeRawBufferPointer
    let tokens: [RawToken]
    /// For each token: the plain words, one space apart, that begin with it.
    private(set) var runs: [Int]

    init(_ text: UnsafeRawBufferPointer, _ tokens: [RawToken], _ counts: WordCounts) {
        self.text = text
        self.tokens = tokens
        runs = [Int](repeating: 0, count: tokens.count)
        for at in tokens.indices.reversed() where counts.isPlain[Int(tokens[at].surface)] {
            let end = Int(tokens[at].end)
            let goesOn = at + 1 < tokens.count && Int(tokens[at + 1].start) == end + 1 && text[end] == 0x20
            runs[at] = 1 + (goesOn ? runs[at + 1] : 0)
        }
    }

    func span(_ start: Int, _ length: Int) -> String {
        let range = Int(tokens[start].start)..<Int(tokens[start + length - 1].end)
        return String(decoding: UnsafeRawBufferPointer(rebasing: text[range]), as: UTF8.self)
    }
}
