#if canImport(Glibc)
    internal import Glibc
#endif

/// A model as tables that a writer reads: made once, never changed, read by any number of threads.
///
/// Plain pointers, since a bounds check and a reference count a word would be most of the time that making text takes.
final class TextTables: @unchecked Sendable {
    /// Slots of the tables that draw words: each holds a word's number, as many slots as its share.
    static let drawSlots = 1 << 16
    /// Places of the table of ranks.
    static let rankSlots = 1 << 12
    /// How fast the words that follow a word get rarer: the one at rank r has a share of (1 + r/spread)^-(1 + fall).
    static let successorFall = 0.62
    /// The share of words that are numbers made anew.
    static let numberShare = 0.022

    let words: UnsafeMutablePointer<WordInfo>
    let wordTotal: Int
    let bytes: UnsafeMutablePointer<UInt8>
    /// Words by share.
    let draws: UnsafeMutablePointer<UInt16>
    /// For a uniform number: rank / spread of a successor, and how its share compares with the first one's.
    let rankScale: UnsafeMutablePointer<Float>
    let rankShare: UnsafeMutablePointer<Float>
    /// The corpus as one sequence of words with the gaps before them, each paragraph ended by `WordId.end`.
    let sequence: UnsafeMutablePointer<UInt32>
    let sequenceGaps: UnsafeMutablePointer<UInt8>
    let sequenceCount: Int
    /// Where each word stands in the sequence, words in order.
    let places: UnsafeMutablePointer<UInt32>

    /// Paragraphs by kind: where they start, and how many words they have.
    let starts: [[(place: UInt32, words: Int, document: Int)]]
    let gaps: [[UInt8]]
    /// Gaps that hold a bracket or a quote, which a jump must not leave open.
    let gapOpens: [Bool]
    let documentCount: Int
    let openVocabulary: OpenVocabulary
    let learntTokens: Int
    let learntWords: Int

    init(_ learning: TextLearning) {
        var texts = learning.words
        var lowerShare: [String: Int] = [:]
        for (word, count) in zip(texts, learning.counts) where Self.isPlain(word) {
            lowerShare[word.lowercased(), default: 0] += count
        }
        var known = Set(texts)
        // A word seen only with a capital is drawn as it would be without.
        for word in lowerShare.keys.sorted() where !known.contains(word) {
            texts.append(word)
            known.insert(word)
        }
        learntWords = lowerShare.count
        let syllables = SyllableInventory.all().filter { !known.contains($0) }
        let (shares, tail) = RankFrequency.shares()
        let room = max(0, shares.count - lowerShare.count)
        texts += syllables.prefix(room)

        var ranked: [(word: Int, count: Int)] = []
        for (index, word) in texts.enumerated() {
            if index >= learning.words.count + (texts.count - learning.words.count - min(room, syllables.count)) {
                ranked.append((index, 0))
            } else if let count = lowerShare[word], word == word.lowercased() {
                ranked.append((index, count))
            }
        }
        ranked.sort { $0.count != $1.count ? $0.count > $1.count : $0.word < $1.word }

        let total = texts.count + Int(WordId.firstLearnt)
        wordTotal = total
        words = .allocate(capacity: total)
        words.initialize(
            repeating: WordInfo(
                start: 0, length: 0, isNumber: false, share: 1e-7, spread: 2, firstPlace: 0, placeCount: 0),
            count: total)
        let arena = texts.map { Array($0.utf8.prefix(200)) }
        bytes = .allocate(capacity: arena.reduce(1) { $0 + $1.count })
        var end = 0
        for (index, word) in arena.enumerated() {
            let id = index + Int(WordId.firstLearnt)
            words[id].start = UInt32(end)
            words[id].length = UInt16(word.count)
            words[id].isNumber = word.contains { $0 &- 0x30 < 10 }
            for byte in word {
                (bytes + end).initialize(to: byte)
                end += 1
            }
        }
        for (rank, entry) in ranked.enumerated() {
            words[entry.word + Int(WordId.firstLearnt)].share = Float(rank < shares.count ? shares[rank] : 1e-7)
        }
        for id in 0..<total {
            // Successors grow in number as the root of a word's occurrences, as types do with tokens.
            words[id].spread = max(1.2, 3_600 * pow(words[id].share, 0.75))
        }

        // The table of draws has two bytes a word; a corpus with more words than that draws the first ones.
        let drawn = Array(
            ranked.lazy.map { $0.word + Int(WordId.firstLearnt) }.filter { $0 <= Int(UInt16.max) }
                .prefix(shares.count).map { UInt16($0) })
        for (rank, id) in drawn.enumerated() {
            words[Int(id)].activity = UInt16(65_535 * RankFrequency.activity(rank))
        }
        let ids = Dictionary(
            texts.enumerated().map { ($1, UInt32($0) + WordId.firstLearnt) }, uniquingKeysWith: { first, _ in first })
        for (index, text) in texts.enumerated() {
            let id = index + Int(WordId.firstLearnt)
            words[id].plain = ids[text.lowercased()] ?? UInt32(id)
            let plain = Int(words[id].plain)
            if plain != id {
                words[id].share = words[plain].share * 0.2
                words[id].activity = words[plain].activity
            }
        }
        draws = .allocate(capacity: Self.drawSlots)
        draws.initialize(repeating: 0, count: Self.drawSlots)
        Self.fill(draws, drawn, shares, tail)
        (rankScale, rankShare) = Self.ranks()

        (sequence, sequenceGaps, sequenceCount) = Self.sequence(learning)
        places = Self.places(sequence, sequenceCount, words, total)

        var starts: [[(place: UInt32, words: Int, document: Int)]] = ParagraphKind.allCases.map { _ in [] }
        var place = 1
        for paragraph in learning.paragraphs {
            starts[paragraph.kind.rawValue].append((UInt32(place), paragraph.words.count, paragraph.document))
            place += paragraph.words.count
        }
        self.starts = starts
        gaps = learning.gaps.map { Array($0.utf8) }
        gapOpens = learning.gaps.map { gap in gap.contains { "()[]{}“”\"‘’".contains($0) } }
        documentCount = learning.documentCount
        learntTokens = learning.wordCount
        openVocabulary = OpenVocabulary(
            syllables: ranked.prefix(1500).map { Array(texts[$0.word].utf8) })
        calibrate(drawn, shares, tail)
    }

    deinit {
        words.deallocate()
        bytes.deallocate()
        draws.deallocate()
        rankScale.deallocate()
        rankShare.deallocate()
        sequence.deallocate()
        sequenceGaps.deallocate()
        places.deallocate()
    }

    private static func isPlain(_ word: String) -> Bool { !word.isEmpty && word.allSatisfy(\.isLetter) }

    // MARK: Tables

    private static func fill(
        _ table: UnsafeMutablePointer<UInt16>, _ ranked: [UInt16], _ weights: [Double], _ tail: Double
    ) {
        let numbers = Int(numberShare * Double(drawSlots))
        for slot in 0..<numbers { table[slot] = UInt16(WordId.number) }
        // The place of each share in the cumulated sum, so that rounding loses nothing.
        let scale = Double(drawSlots - numbers) / (weights.reduce(0, +) + tail)
        var sum = 0.0
        var slot = numbers
        for (word, weight) in zip(ranked, weights) {
            sum += weight
            let end = min(drawSlots, numbers + Int((sum * scale).rounded()))
            while slot < end {
                table[slot] = word
                slot += 1
            }
        }
        while slot < drawSlots {
            table[slot] = UInt16(WordId.open)
            slot += 1
        }
    }

    /// Fits what innovations draw to what replays and collocations bring by themselves, so that in the end the word of each
    /// rank has its share: iterative proportional fitting over text made for the purpose.
    private func calibrate(_ drawn: [UInt16], _ shares: [Double], _ tail: Double) {
        var weights = shares
        for round in 0..<Self.calibrationRounds {
            var counts = Array(repeating: 0.0, count: wordTotal)
            var total = 0.0
            for document in 0..<Self.calibrationDocuments {
                let index = round * Self.calibrationDocuments + document
                let head = MadeHead(seed: 0, index: index)
                var random = RandomStream(UInt64(index))
                let facts = DocumentFacts(head: head, seed: 0, index: 0, &random)
                var prose = ProseWriter(tables: self, seed: random.next(), facts: facts, expecting: 24_000)
                while prose.text.count < 24_000 {
                    for kind in [ParagraphKind.clause, .point, .dash, .heading, .clause, .prose] {
                        prose.paragraph(kind)
                    }
                }
                for piece in prose.pieces {
                    total += 1
                    if piece.id & WordId.openBit == 0 { counts[Int(words[Int(piece.id)].plain)] += 1 }
                }
            }
            for (rank, id) in drawn.enumerated() {
                let ratio = (shares[rank] * total + 6) / (counts[Int(id)] + 6)
                weights[rank] *= pow(min(4, max(0.2, ratio)), 0.8)
            }
            Self.fill(draws, drawn, weights, Self.tailStretch * tail * weights.reduce(0, +) / shares.reduce(0, +))
        }
    }

    /// Copies leave rare words behind: more of them must be drawn than are to stand there.
    private static let tailStretch = 3.8
    private static let calibrationRounds = 4
    private static let calibrationDocuments = 40

    private static func ranks() -> (UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>) {
        let scale = UnsafeMutablePointer<Float>.allocate(capacity: rankSlots)
        let share = UnsafeMutablePointer<Float>.allocate(capacity: rankSlots)
        for slot in 0..<rankSlots {
            let uniform = (Double(slot) + 0.5) / Double(rankSlots)
            let stretch = pow(uniform, -1 / successorFall)
            (scale + slot).initialize(to: Float(stretch - 1))
            (share + slot).initialize(to: Float(pow(stretch, -1 - successorFall)))
        }
        return (scale, share)
    }

    private static func sequence(_ learning: TextLearning) -> (
        UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<UInt8>, Int
    ) {
        let count = learning.paragraphs.reduce(2) { $0 + $1.words.count }
        let sequence = UnsafeMutablePointer<UInt32>.allocate(capacity: count)
        let gaps = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
        sequence.initialize(repeating: WordId.end, count: count)
        gaps.initialize(repeating: 0, count: count)
        var place = 1
        for paragraph in learning.paragraphs {
            for (word, gap) in zip(paragraph.words, paragraph.gaps) {
                sequence[place] = word
                gaps[place] = gap
                place += 1
            }
        }
        return (sequence, gaps, count)
    }

    /// The places of each word, by counting sort.
    private static func places(
        _ sequence: UnsafeMutablePointer<UInt32>, _ count: Int, _ words: UnsafeMutablePointer<WordInfo>, _ total: Int
    ) -> UnsafeMutablePointer<UInt32> {
        let places = UnsafeMutablePointer<UInt32>.allocate(capacity: count)
        places.initialize(repeating: 0, count: count)
        for place in 0..<count { words[Int(sequence[place])].placeCount += 1 }
        var first: UInt32 = 0
        for word in 0..<total {
            words[word].firstPlace = first
            first += words[word].placeCount
            words[word].placeCount = 0
        }
        for place in 0..<count {
            let word = Int(sequence[place])
            places[Int(words[word].firstPlace + words[word].placeCount)] = UInt32(place)
            words[word].placeCount += 1
        }
        return places
    }
}
