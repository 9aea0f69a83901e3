/// Writes one document's text, word after word.
///
/// The next word comes from one of three sources. A copy goes on as this document went on before, where the same word
/// stood: so words and phrases recur in a document far more than by chance. A replay goes on as the corpus does. And an
/// innovation takes one of the word's own successors: the one at rank r is drawn from all words by the hash of both, a
/// table of collocations that has no end and needs no memory. Copies and replays run on for a few words.
struct ProseWriter {
    /// A word written: what it was, and where it stands.
    struct Piece {
        var id: UInt32
        var start: UInt32
        var length: UInt16
        var gap: UInt8
        /// Begins a paragraph: no copy runs into it.
        var opens: Bool
        /// Came from earlier in the document.
        var isCopy: Bool
        /// The piece before with an id of the same slot, plus one.
        var previous: UInt32
    }

    static let recentSlots = 1 << 14

    let tables: TextTables
    var random: RandomStream
    var text: [UInt8] = []
    var facts: DocumentFacts
    private(set) var pieces: [Piece] = []
    private var recent: [UInt32]
    /// Where the last paragraph of each kind begins.
    private var lastOpenings: [UInt32?] = Array(repeating: nil, count: ParagraphKind.allCases.count)
    /// The subject: sets which collocations are this document's own.
    private let subject: UInt64
    private let subjectDocuments: [Int]

    init(tables: TextTables, seed: UInt64, facts: DocumentFacts, expecting bytes: Int) {
        self.tables = tables
        random = RandomStream(seed)
        self.facts = facts
        subject = Hashing.mixed(seed, 0x7375_626A)
        recent = Array(repeating: 0, count: Self.recentSlots)
        var chosen: [Int] = []
        for _ in 0..<3 { chosen.append(random.below(tables.documentCount)) }
        subjectDocuments = chosen
        text.reserveCapacity(bytes + 4096)
        pieces.reserveCapacity(bytes / 6)
    }

    /// How the words are drawn: fitted together by hand until made text had the figures of real text (`vanthu benchmark
    /// text`), above all entropy with the word before known, distinct pairs, and distinct terms in 200 tokens.
    ///
    /// Shares are of 65,536.
    enum Share {
        /// Of the places where a source is chosen, those where it is a copy, and a replay of the corpus.
        static let copy: UInt64 = 60_000
        static let replay: UInt64 = 2_200
        /// How often a copy or replay goes on for another word.
        static let goOnCopying: UInt64 = 60_500
        static let goOnReplaying: UInt64 = 42_000
        /// Copies that go on behind a word put in another's place; rare words that stay in a copy.
        static let resume: UInt64 = 50_000
        static let keptRare: UInt64 = 24_000
        /// Paragraphs that begin as the last one of their kind did.
        static let likeBefore: UInt64 = 50_000
        /// Collocations that are the document's own.
        static let ofSubject: UInt64 = 20_000
        /// Innovations behind a comma; numbers of the corpus that keep their digits.
        static let comma: UInt64 = 2_600
        static let keptNumber: UInt64 = 22_000
        /// Words back: nearer nothing is copied, farther the less the farther.
        static let tooNear = 7
        static let nearby = 40
    }

    /// The words of a paragraph of a kind, as many as the corpus' have, without its label and its end mark.
    ///
    /// - Parameter scale: how long it is beside those of the corpus.
    mutating func paragraph(_ kind: ParagraphKind, scale: Double = 1, capitalized: Bool = true) {
        let starts = tables.starts[kind.rawValue]
        guard !starts.isEmpty else {
            words(from: WordId.end, at: nil, about: 14, capitalized: capitalized)
            return
        }
        let count = max(3, Int(Double(starts[random.below(starts.count)].words) * scale))
        // Items of a list, clauses of an article are often put alike.
        if let before = lastOpenings[kind.rawValue], random.next() & 0xFFFF < Share.likeBefore {
            lastOpenings[kind.rawValue] = UInt32(pieces.count)
            return words(from: WordId.end, at: nil, copying: Int(before), about: count, capitalized: capitalized)
        }
        lastOpenings[kind.rawValue] = UInt32(pieces.count)
        var start = starts[random.below(starts.count)]
        for _ in 0..<3 where !subjectDocuments.contains(start.document) { start = starts[random.below(starts.count)] }
        // Abstracts begin in few ways, and readers of documents go by them.
        let isReplayed = random.chance(0.6) || kind == .abstract
        words(from: WordId.end, at: isReplayed ? Int(start.place) : nil, about: count, capitalized: capitalized)
    }

    /// Writes words that follow `id`, from a place in the corpus if one is given, until about `count` stand there.
    private mutating func words(
        from start: UInt32, at place: Int?, copying first: Int? = nil, about count: Int, capitalized: Bool
    ) {
        var id = start
        var replay = place ?? -1
        var copy = first ?? -1
        var resume = -1
        var written = 0
        while written < count + 10 {
            let bits = random.next()
            var next = WordId.end
            var gap: UInt8 = 1
            if copy >= 0 {
                if written > 0 { copy += 1 }
                var goesOn = bits & 0xFFFF < Share.goOnCopying && copy < pieces.count
                if goesOn, written > 0 {
                    // What tells two items of a list apart is the rare word in them.
                    let piece = pieces[copy]
                    goesOn = !piece.opens && (piece.id & WordId.openBit == 0 || bits >> 32 & 0xFFFF < Share.keptRare)
                }
                if !goesOn {
                    // A word is put in another's place, and what stood behind that follows.
                    if copy >= pieces.count || bits >> 16 & 0xFFFF < Share.resume { resume = copy + 1 }
                    copy = -1
                }
            } else if resume >= 0 {
                if resume < pieces.count, !pieces[resume].opens { copy = resume }
                resume = -1
                replay = -1
            } else if replay >= 0, bits & 0xFFFF < Share.goOnReplaying || written == 0 {
                next = tables.sequence[replay]
                gap = tables.sequenceGaps[replay]
                replay = next == WordId.end ? -1 : replay + 1
                if next == WordId.end, written * 2 >= count { break }
            } else {
                replay = -1
            }
            if copy < 0, next == WordId.end {
                let share = bits >> 32 & 0xFFFF
                if share < Share.copy, resume < 0, let found = earlier(id) {
                    copy = found
                } else if share < Share.copy + Share.replay, let found = self.place(after: id, bits >> 48) {
                    next = tables.sequence[found]
                    gap = tables.sequenceGaps[found]
                    replay = found + 1
                }
                if copy < 0, next == WordId.end {
                    replay = -1
                    next = successor(of: id, random.next())
                    gap = bits >> 48 < Share.comma && written > 2 ? 2 : 1
                }
            }
            if copy >= 0 { gap = pieces[copy].gap }
            if written >= count, gap != 1 { break }
            gap = tables.gapOpens[Int(gap)] ? 1 : gap
            if written > 0 { append(gap: gap) }
            if copy >= 0 {
                let piece = pieces[copy]
                appendCopy(of: piece, capitalized: capitalized && written == 0, opens: written == 0)
                id = piece.id
            } else {
                append(next, capitalized: capitalized && written == 0, gap: gap, opens: written == 0)
                id = next
            }
            written += 1
        }
    }

    /// Makes what was written since `start` capitals; no copy is taken of it, since text goes on in small letters.
    mutating func capitalizeAll(from start: Int) {
        LetterForms.capitalizeAll(&text, from: start)
        lastOpenings = lastOpenings.map { $0.flatMap { Int(pieces[Int($0)].start) >= start ? nil : $0 } }
        for index in pieces.indices.reversed() {
            if Int(pieces[index].start) < start { break }
            pieces[index].opens = true
        }
    }

    @inline(__always) private mutating func append(gap: UInt8) {
        if gap == 1 { text.append(0x20) } else { text += tables.gaps[Int(gap)] }
    }

    // MARK: Sources

    /// A piece behind which the word stood earlier in this document; recent ones more often.
    @inline(__always) private mutating func earlier(_ id: UInt32) -> Int? {
        var found = recent[Int(truncatingIfNeeded: (UInt64(id) &* 0x9E37_79B1) >> 12) & (Self.recentSlots - 1)]
        guard found != 0, Int(found) < pieces.count, pieces[Int(found) - 1].id == id else { return nil }
        // What is said now is like what was said just before, more than like what was said pages ago; but not at once.
        while pieces.count - Int(found) < Share.tooNear {
            let previous = pieces[Int(found) - 1].previous
            guard previous != 0, pieces[Int(previous) - 1].id == id else { return nil }
            found = previous
        }
        let distance = pieces.count - Int(found)
        if distance > Share.nearby, random.next() & 0xFFFF > UInt64(65_536 * Share.nearby / distance) { return nil }
        return pieces[Int(found)].opens ? nil : Int(found)
    }

    /// The place behind one of the word's in the corpus.
    @inline(__always) private func place(after id: UInt32, _ bits: UInt64) -> Int? {
        guard id & WordId.openBit == 0 else { return nil }
        let info = tables.words[Int(id)]
        guard info.placeCount > 0 else { return nil }
        var choice = bits
        for _ in 0..<3 {
            let place = Int(tables.places[Int(info.firstPlace) + Int((choice * UInt64(info.placeCount)) >> 16)]) + 1
            if place < tables.sequenceCount, isAtHome(tables.sequence[place]) { return place }
            choice = (choice &* 0x9E37 &+ 0x79B9) & 0xFFFF
        }
        return nil
    }

    /// Whether a word belongs to this document's vocabulary: frequent words belong to all, rare ones to few.
    @inline(__always) private func isAtHome(_ id: UInt32) -> Bool {
        let activity = tables.words[Int(id)].activity
        if activity == .max { return true }
        return Hashing.mixed(subject &+ UInt64(id) &* 0x9E37_79B9_7F4A_7C15) & 0xFFFF < UInt64(activity)
    }

    /// A word of the table of collocations.
    @inline(__always) private func successor(of id: UInt32, _ bits: UInt64) -> UInt32 {
        var share: Float = 1e-7
        var spread: Float = 1.2
        if id & WordId.openBit == 0 {
            share = tables.words[Int(id)].share
            spread = tables.words[Int(id)].spread
        }
        let slot = Int(truncatingIfNeeded: bits & UInt64(TextTables.rankSlots - 1))
        let rank = UInt64(spread * tables.rankScale[slot] * (0.5 + Float(bits >> 12 & 0xFF) * 0x1p-8))
        let isOwn = bits >> 20 & 0xFFFF < Share.ofSubject
        let key = UInt64(id) &* 0x9E37_79B9_7F4A_7C15 &+ (isOwn ? subject : 0)
        var hash = Hashing.mixed(key &+ rank &* 0xD1B5_4A32_D192_ED03)
        // What follows a frequent word often is itself frequent, or rare words would not stay rare.
        let weight = share / spread * tables.rankShare[slot] * 0.6
        var best = WordId.open
        for attempt in 0..<8 {
            best = UInt32(tables.draws[Int(hash & 0xFFFF)])
            if best == WordId.open {
                // Rare words follow rare words as companions; behind a frequent one, each time another.
                return Self.openWord(Hashing.mixed(hash, weight < 1e-6 ? bits >> 36 & 0xF : bits))
            } else if tables.words[Int(best)].share * 4 > weight, isAtHome(best) {
                return best
            }
            hash = attempt & 3 == 3 ? Hashing.mixed(hash &+ rank &+ key) : hash >> 16
        }
        return best
    }

    /// A word of the tail: its rank by the power law that the tail falls by.
    private static func openWord(_ bits: UInt64) -> UInt32 {
        let uniform = (Double(bits >> 11) + 0.5) * 0x1p-53
        // uniform^(-4/3) = 1 / (u · ∛u): the tail's exponent less one is 3/4.
        let rank = Double(RankFrequency.tailRank) / (uniform * cubeRoot(uniform))
        return WordId.openBit | UInt32(min(rank, 2e9))
    }

    /// ∛ by Newton's method from a guess at the exponent; six digits are enough.
    @inline(__always) private static func cubeRoot(_ value: Double) -> Double {
        var root = Double(bitPattern: value.bitPattern / 3 + 0x2A9F_7893_0000_0000)
        for _ in 0..<3 { root = (2 * root + value / (root * root)) / 3 }
        return root
    }

    // MARK: Writing

    private mutating func appendCopy(of piece: Piece, capitalized: Bool, opens: Bool) {
        let start = text.count
        let length = Int(piece.length)
        text.append(contentsOf: repeatElement(0, count: length))
        text.withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            (base + start).copyMemory(from: base + Int(piece.start), byteCount: length)
        }
        if capitalized { capitalize(from: start) }
        note(piece.id, start: start, gap: piece.gap, opens: opens, isCopy: true)
    }

    private mutating func append(_ id: UInt32, capitalized: Bool, gap: UInt8, opens: Bool) {
        let start = text.count
        if id & WordId.openBit != 0 {
            tables.openVocabulary.append(UInt64(id & ~WordId.openBit), to: &text)
        } else if id < WordId.firstLearnt {
            fill(id)
        } else {
            let info = tables.words[Int(id)]
            let bytes = UnsafeBufferPointer(start: tables.bytes + Int(info.start), count: Int(info.length))
            if info.isNumber, random.next() & 0xFFFF >= Share.keptNumber {
                vary(bytes)
            } else {
                text += bytes
            }
        }
        if capitalized { capitalize(from: start) }
        note(id, start: start, gap: gap, opens: opens, isCopy: false)
    }

    private mutating func capitalize(from start: Int) {
        let end = text.count
        guard start < end else { return }
        text.withUnsafeMutableBufferPointer { buffer in
            if let base = buffer.baseAddress { LetterForms.capitalize(base, at: start, end: end) }
        }
    }

    @inline(__always) private mutating func note(_ id: UInt32, start: Int, gap: UInt8, opens: Bool, isCopy: Bool) {
        let slot = Int(truncatingIfNeeded: (UInt64(id) &* 0x9E37_79B1) >> 12) & (Self.recentSlots - 1)
        pieces.append(
            Piece(
                id: id, start: UInt32(truncatingIfNeeded: start),
                length: UInt16(truncatingIfNeeded: min(text.count - start, 65_535)),
                gap: gap, opens: opens, isCopy: isCopy, previous: recent[slot]))
        recent[slot] = UInt32(truncatingIfNeeded: pieces.count)
    }

    /// Writes what a word stands for.
    private mutating func fill(_ id: UInt32) {
        switch id {
        case WordId.number: appendNumber()
        case WordId.citation: facts.appendCitation(to: &text, &random)
        case WordId.citedNumber: facts.appendCitedNumber(to: &text, &random)
        case WordId.date: facts.date(&random).appendLong(to: &text)
        case WordId.shortDate: facts.date(&random).appendShort(to: &text)
        case WordId.province: text += facts.province(&random)
        case WordId.locality: text += facts.locality(&random)
        case WordId.person: text += facts.person(&random)
        default: text += Array("việc".utf8)
        }
    }

    /// A number by itself: mostly small, sometimes a year or an amount.
    fileprivate mutating func appendNumber() {
        switch random.below(20) {
        case ..<14: text.append(number: 1 + random.logarithmic(40))
        case ..<16: text.append(number: random.within(2...31), width: 2)
        case ..<17: text.append(number: facts.year - random.logarithmic(12))
        case ..<19: text.append(number: 1 + random.logarithmic(1_200))
        default:
            text.append(number: 1 + random.logarithmic(900))
            for _ in 0..<random.within(1...2) {
                text.append(UInt8(ascii: "."))
                text.append(number: random.chance(0.5) ? 0 : random.below(1000), width: 3)
            }
        }
    }

    /// A number of the corpus with other digits: years stay near the document's, others keep their shape.
    private mutating func vary(_ bytes: UnsafeBufferPointer<UInt8>) {
        let isYear = bytes.count == 4 && bytes[0] == 0x32 && bytes[1] == 0x30
        if isYear {
            text.append(number: facts.year + 1 - random.logarithmic(8))
            return
        }
        if bytes.count <= 2, bytes.allSatisfy({ $0 &- 0x30 < 10 }) {
            let width = bytes[0] == 0x30 ? 2 : 1
            text.append(number: bytes.count == 1 ? 1 + random.below(9) : 1 + random.logarithmic(60), width: width)
            return
        }
        for (index, byte) in bytes.enumerated() {
            // Round amounts stay round.
            if byte &- 0x30 < 10, byte != 0x30 || random.chance(0.15) {
                text.append(digit: index == 0 ? 1 + random.below(9) : random.below(10))
            } else {
                text.append(byte)
            }
        }
    }
}

extension ProseWriter {
    /// A cell of a table: a number, or nothing.
    mutating func appendCell() {
        if random.chance(0.1) { return }
        appendNumber()
    }
}
