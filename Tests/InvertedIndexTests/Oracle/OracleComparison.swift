import Testing

@testable import InvertedIndex

/// A random index and the oracle over the same documents.
struct ComparedIndex {
    var segments: [[SampleDocument]] = []
    var deleted: [Set<Int>] = []
    let snapshot: Snapshot
    let oracle: Oracle
    let words: [SampleWord]
    let texts: [[SampleWord]]

    init(
        seed: UInt64, passages: ClosedRange<Int>, vocabulary: Int, longestPassage: Int, segmentCount: Int,
        perDocument: ClosedRange<Int> = 0...6
    ) throws {
        var maker = SampleMaker(
            seed: seed, vocabulary: vocabulary, longestPassage: longestPassage, skew: [0.5, 1, 2][Int(seed % 3)])
        var left = Int.random(in: passages, using: &maker.random)
        var sequence: UInt64 = 0
        let perSegment = left / segmentCount + 1
        var opened: [(reader: SegmentReader, deletions: DeletionSet?)] = []
        for _ in 0..<segmentCount {
            var documents: [SampleDocument] = []
            var room = min(left, perSegment)
            while room > 0 {
                let count = min(room, Int.random(in: perDocument, using: &maker.random))
                documents.append(
                    maker.document(identity: Array("d\(sequence)".utf8), sequence: sequence, passages: count))
                sequence += 1
                room -= count
                left -= count
            }
            var gone: Set<Int> = []
            if Int.random(in: 0..<2, using: &maker.random) == 0 {
                gone = Set(documents.indices.filter { _ in Int.random(in: 0..<4, using: &maker.random) == 0 })
            }
            var deletions: DeletionSet?
            if !gone.isEmpty || Bool.random(using: &maker.random) {
                var set = DeletionSet(documents: documents.count)
                for document in gone { set.insert(document) }
                deletions = set
            }
            opened.append((try documents.segment(), deletions))
            segments.append(documents)
            deleted.append(gone)
        }
        snapshot = Snapshot(opened, generation: 1)
        oracle = Oracle(segments, deleted: deleted)
        words = maker.words
        texts = segments.flatMap { $0.flatMap { $0.passages.map(\.words) } }.filter { !$0.isEmpty }
    }
}

extension ComparedIndex {
    /// An index whose documents are all live.
    init(segments: [[SampleDocument]], snapshot: Snapshot, words: [SampleWord]) {
        self.segments = segments
        deleted = segments.map { _ in [] }
        self.snapshot = snapshot
        self.words = words
        oracle = Oracle(segments, deleted: deleted)
        texts = segments.flatMap { $0.flatMap { $0.passages.map(\.words) } }.filter { !$0.isEmpty }
    }
}

/// Holds answers of a searcher to the oracle's.
struct OracleComparison {
    let index: ComparedIndex
    let searcher: Searcher
    let passageNumbers: [[Int: Int]]
    let documentNumbers: [[Int: Int]]

    init(_ index: ComparedIndex) {
        self.index = index
        searcher = Searcher(index.snapshot)
        var passages = [[Int: Int]](repeating: [:], count: index.snapshot.segments.count)
        var documents = passages
        for (number, passage) in index.oracle.passages.enumerated() {
            passages[passage.segment][passage.number] = number
        }
        for (number, document) in index.oracle.documents.enumerated() {
            documents[document.segment][document.number] = number
        }
        passageNumbers = passages
        documentNumbers = documents
    }

    /// Float sums of up to some 30 parts, against doubles.
    static func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-4 * max(abs(a), abs(b), 0.01) }

    func compare(_ query: RankedQuery, limit: Int, _ what: Comment) {
        let answer = index.oracle.answer(query)
        compareSums(query, answer, what)
        comparePassages(query, answer, limit, what)
        compareDocuments(query, answer, limit, what)
    }

    /// The 16-bit sums, by which candidates are chosen, are zero where nothing matches and near the score where it does.
    private func compareSums(_ query: RankedQuery, _ answer: Oracle.Answer, _ what: Comment) {
        let resolved = ResolvedQuery(query, index.snapshot, gatherer: searcher.gatherer)
        let table = searcher.table(query)
        for (number, segment) in index.snapshot.segments.enumerated() where segment.reader.passageCount > 0 {
            let hasAny = searcher.sum(resolved, number, table)
            var worst = 0.0
            var isSameMatch = true
            for passage in 0..<segment.reader.passageCount {
                guard let place = passageNumbers[number][passage],
                    segment.isLive(segment.reader.documents.document(of: passage))
                else { continue }
                let sum = hasAny ? searcher.sums.sums[passage] : 0
                isSameMatch = isSameMatch && (sum > 0) == (answer.scores[place] != nil)
                guard let score = answer.scores[place] else { continue }
                worst = max(worst, abs(Double(sum) * Double(resolved.unit) - score))
            }
            #expect(isSameMatch, what)
            #expect(worst <= answer.error, what)
        }
    }

    private func comparePassages(_ query: RankedQuery, _ answer: Oracle.Answer, _ limit: Int, _ what: Comment) {
        let result = searcher.passages(query, limit: limit, countTotal: true)
        let matches = answer.scores
        if result.totalIsExact {
            #expect(result.total == matches.count, what)
        } else {
            #expect(result.total >= matches.count, what)
        }
        #expect(result.hits.count == min(limit, matches.count), what)
        var returned: Set<Int> = []
        for hit in result.hits {
            guard let number = passageNumbers[hit.segment][hit.passage], let score = matches[number] else {
                Issue.record("passage \(hit.passage) of segment \(hit.segment) does not match: \(what)")
                continue
            }
            #expect(Self.isClose(Double(hit.score), score), "\(hit.score), not \(score): \(what)")
            #expect(documentNumbers[hit.segment][hit.document] == index.oracle.passages[number].document, what)
            #expect(returned.insert(number).inserted, what)
        }
        for (a, b) in zip(result.hits, result.hits.dropFirst()) {
            #expect(a.score > b.score || a.score == b.score && (a.segment, a.passage) < (b.segment, b.passage), what)
        }
        guard let last = result.hits.last, result.hits.count == limit else { return }
        // With no more matches than candidates all are scored in floating point. Else a passage may be missed whose sum
        // was not among the best: it and the worst candidate's sum are each off by the bound at most.
        let allowed = matches.count <= Searcher.candidates(for: limit) ? 0 : 2 * answer.error
        for (number, score) in matches where !returned.contains(number) {
            #expect(
                score <= (Double(last.score) + allowed) * 1.0001 + 1e-6, "missed \(score) above \(last.score): \(what)")
        }
    }

    private func compareDocuments(_ query: RankedQuery, _ answer: Oracle.Answer, _ limit: Int, _ what: Comment) {
        let found = index.oracle.documents(query, answer)
        let result = searcher.documents(query, limit: limit, countTotal: true)
        #expect(result.total == found.count, what)
        #expect(result.hits.count == min(limit, found.count), what)
        // The passage shown is the best by its sum: its score may be below the best one's by twice the bound.
        let slack = 2 * answer.error
        var returned: Set<Int> = []
        for hit in result.hits {
            guard let number = documentNumbers[hit.segment][hit.document], let document = found[number],
                let passage = passageNumbers[hit.segment][hit.passage]
            else {
                Issue.record("document \(hit.document) of segment \(hit.segment) does not match: \(what)")
                continue
            }
            #expect(index.oracle.passages[passage].document == number, what)
            let expected = (document.passages[passage] ?? 0) + document.whole
            #expect(Self.isClose(Double(hit.score), expected), "\(hit.score), not \(expected): \(what)")
            #expect(expected >= document.score - slack, what)
            #expect(returned.insert(number).inserted, what)
        }
        for (a, b) in zip(result.hits, result.hits.dropFirst()) { #expect(a.score >= b.score, what) }
        guard let last = result.hits.last, result.hits.count == limit else { return }
        for (number, document) in found where !returned.contains(number) {
            #expect(
                document.score <= (Double(last.score) + 2 * slack) * 1.0001 + 1e-6,
                "missed \(document.score) above \(last.score): \(what)")
        }
    }
}
