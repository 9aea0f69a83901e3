@testable import InvertedIndex

/// A word as it stands in a text, with the keys of its term.
struct SampleWord: Hashable {
    var surface: [UInt8]
    var exact: [UInt8]
    var folded: [UInt8]
}

/// A document as plain arrays: what a segment is built from and what the oracle scores.
struct SampleDocument {
    struct Passage {
        var words: [SampleWord] = []
        /// Terms that stand beside the words.
        var extras: [SampleWord] = []
        /// Range in the document's text.
        var range = 0..<0
        /// What is stored for it: up to where the next passage begins, the first one from the document's start.
        var unit = 0..<0
        /// The words' ranges in the document's text.
        var places: [Range<Int>] = []
        var note: [UInt8] = []
    }

    var identity: [UInt8]
    var sequence: UInt64
    var text: [UInt8] = []
    var passages: [Passage] = []
    var title: [UInt8] = []
    var titleWords: [SampleWord] = []
    var metadata: [UInt8] = []
    /// Column and value, in any order, some twice.
    var categories: [(column: String, value: [UInt8])] = []
    var integers: [String: Int32] = [:]

    /// The values of a category, ascending, each once.
    func values(of column: String) -> [[UInt8]] {
        Set(categories.filter { $0.column == column }.map(\.value)).sorted { $0.lexicographicallyPrecedes($1) }
    }
}

/// Makes random documents over a small vocabulary, so that ties, dense lists, sparse lists and several forms all occur.
struct SampleMaker {
    var random: SeededRandom
    let words: [SampleWord]
    private let cumulative: [Double]
    private let longestPassage: Int
    private let oddSeparators: Bool

    init(seed: UInt64, vocabulary: Int, longestPassage: Int = 24, oddSeparators: Bool = true, skew: Double = 1) {
        random = SeededRandom(seed: seed)
        self.longestPassage = longestPassage
        self.oddSeparators = oddSeparators
        var words: [SampleWord] = []
        var folded = 0
        var forms = 0
        // Keys that are prefixes of each other, groups of one to five forms, surfaces in two cases.
        while words.count < vocabulary {
            if forms == 0 {
                folded += 1
                forms = Int.random(in: 1...5, using: &random) / 2 + 1
            }
            let key = "t" + String(folded, radix: 3)
            let exact = forms == 1 ? key : key + String(repeating: "\u{301}", count: forms % 3) + "\(forms)"
            words.append(
                SampleWord(surface: Array(exact.utf8), exact: Array(exact.utf8), folded: Array(key.utf8)))
            forms -= 1
        }
        self.words = words.shuffled(using: &random)
        var sum = 0.0
        cumulative = (0..<words.count).map {
            sum += 1 / Double.pow($0 + 1, skew)
            return sum
        }
    }

    mutating func word() -> SampleWord {
        let wanted = Double.random(in: 0..<cumulative[cumulative.count - 1], using: &random)
        var word = words[cumulative.firstIndex { $0 > wanted } ?? 0]
        // The same term in capitals is another surface.
        if Int.random(in: 0..<8, using: &random) == 0 { word.surface = word.surface.map { $0 == 0x74 ? 0x54 : $0 } }
        return word
    }

    private mutating func separator() -> [UInt8] {
        guard oddSeparators else { return [0x20] }
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return []
        case 1: return [0x20, 0x20]
        case 2: return [0x0A]
        case 3: return [0x00]
        case 4: return Array(", ".utf8)
        case 5: return (0..<Int.random(in: 1...40, using: &random)).map { _ in .random(in: 0...255, using: &random) }
        case 6: return [UInt8](repeating: 0x2E, count: Int.random(in: 1...300, using: &random) / 8)
        default: return [0x20]
        }
    }

    mutating func document(identity: [UInt8], sequence: UInt64, passages: Int) -> SampleDocument {
        var document = SampleDocument(identity: identity, sequence: sequence)
        // A gap stands before the first passage, between two, and after the last.
        var gap = Bool.random(using: &random) ? separator() : []
        for number in 0..<passages {
            document.text += gap
            var passage = SampleDocument.Passage()
            let start = document.text.count
            let count = Int.random(in: 0...longestPassage, using: &random)
            for place in 0..<count {
                if place > 0 { document.text += separator() }
                let word = word()
                passage.places.append(document.text.count..<document.text.count + word.surface.count)
                document.text += word.surface
                passage.words.append(word)
            }
            if Int.random(in: 0..<4, using: &random) == 0 { passage.extras.append(self.word()) }
            if count == 0 { document.text += [0x2D] }
            passage.range = start..<document.text.count
            passage.unit = (number == 0 ? 0 : start)..<document.text.count
            gap = separator()
            passage.note = note()
            document.passages.append(passage)
        }
        document.text += gap
        for number in document.passages.indices {
            let last = number + 1 == document.passages.count
            let end = last ? document.text.count : document.passages[number + 1].range.lowerBound
            document.passages[number].unit = document.passages[number].unit.lowerBound..<end
        }
        for _ in 0..<Int.random(in: 0...5, using: &random) {
            let word = word()
            if !document.title.isEmpty { document.title += separator() }
            document.title += word.surface
            document.titleWords.append(word)
        }
        addColumns(&document)
        document.metadata = (0..<Int.random(in: 0...20, using: &random)).map { _ in .random(in: 0...255, using: &random)
        }
        return document
    }
}

extension SampleMaker {
    /// The columns that documents have: some in nearly all, some in few; `both` is two columns.
    static let categoryColumns = ["kind", "tags", "rare", "both"]
    static let integerColumns = ["year", "both", "extreme"]

    /// A value of a category, of which there are few or many; some are prefixes of others, one is empty.
    static func category(_ column: String, _ random: inout SeededRandom) -> [UInt8] {
        switch column {
        case "kind":
            return Array(
                ["order", "plan", "planning", "\u{111}\u{1EC1}"].randomElement(using: &random)?.utf8 ?? "".utf8)
        case "tags": return Array(String(Int.random(in: 0..<200, using: &random), radix: 3).utf8.dropFirst())
        default: return [0xFF, .random(in: 0...3, using: &random)]
        }
    }

    static func integer(_ column: String, _ random: inout SeededRandom) -> Int32 {
        switch column {
        case "year": return .random(in: 2000...2012, using: &random)
        case "extreme": return [.min, .min + 1, -1, 0, 1, .max].randomElement(using: &random) ?? 0
        default: return .random(in: -1_000_000...1_000_000, using: &random)
        }
    }

    private mutating func note() -> [UInt8] {
        guard Int.random(in: 0..<5, using: &random) > 0 else { return [] }
        return (0..<Int.random(in: 0...3, using: &random)).map { _ in .random(in: 0...2, using: &random) }
    }

    private mutating func addColumns(_ document: inout SampleDocument) {
        if Int.random(in: 0..<8, using: &random) > 0 {
            document.categories.append(("kind", Self.category("kind", &random)))
        }
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            document.categories.append(("tags", Self.category("tags", &random)))
        }
        for column in ["rare", "both"] where Int.random(in: 0..<20, using: &random) == 0 {
            document.categories.append((column, Self.category(column, &random)))
        }
        for (column, share) in [("year", 6), ("both", 2), ("extreme", 3)]
        where Int.random(in: 0..<share, using: &random) > 0 {
            document.integers[column] = Self.integer(column, &random)
        }
        document.categories.shuffle(using: &random)
    }
}

extension Double {
    /// A power without the C library: exponents in steps of a half are all the tests need.
    static func pow(_ base: Int, _ exponent: Double) -> Double {
        var value = 1.0
        for _ in 0..<Int(exponent) { value *= Double(base) }
        return exponent - exponent.rounded(.down) >= 0.5 ? value * Double(base).squareRoot() : value
    }
}

extension Array<SampleDocument> {
    /// The documents as one segment.
    func segment(_ name: String = "sample") throws -> SegmentReader {
        let file = MemoryOutputFile()
        let builder = SegmentBuilder()
        var numbers: [[UInt8]: UInt32] = [:]
        for document in self { builder.add(document, &numbers) }
        _ = try builder.write(to: file, name: name)
        return try SegmentReader(file.contents(), name: name)
    }
}

extension SegmentBuilder {
    /// Adds a document; `numbers` holds the words by their surfaces, as an analyser does.
    func add(_ document: SampleDocument, _ numbers: inout [[UInt8]: UInt32]) {
        func number(_ word: SampleWord) -> UInt32 {
            if let known = numbers[word.surface] { return known }
            let new = UInt32(wordCount)
            word.surface.withUnsafeBytes { surface in
                word.exact.withUnsafeBytes { exact in
                    word.folded.withUnsafeBytes { addWord(surface, exact: exact, folded: $0) }
                }
            }
            numbers[word.surface] = new
            return new
        }
        func term(_ exact: [UInt8], _ folded: [UInt8]) -> UInt32 {
            exact.withUnsafeBytes { exact in folded.withUnsafeBytes { self.term(exact: exact, folded: $0) } }
        }
        document.identity.withUnsafeBytes { beginDocument(identity: $0, sequence: document.sequence) }
        for passage in document.passages {
            let tokens = zip(passage.words, passage.places).map { word, place in
                TextToken(
                    start: UInt32(place.lowerBound - passage.unit.lowerBound),
                    end: UInt32(place.upperBound - passage.unit.lowerBound), word: number(word))
            }
            let extras = passage.extras.map { term($0.exact, $0.folded) }
            Array(document.text[passage.unit]).withUnsafeBytes { text in
                tokens.withUnsafeBufferPointer {
                    tokens in
                    passage.note.withUnsafeBytes {
                        addPassage(
                            text, start: passage.range.lowerBound, end: passage.range.upperBound, tokens: tokens,
                            terms: extras, note: $0)
                    }
                }
            }
        }
        for (column, value) in document.categories { addCategory(column, value) }
        for (column, value) in document.integers {
            // The last value given is the one that counts.
            setInteger(column, 7)
            setInteger(column, value)
        }
        // Titles are stored as texts are; their words need no tokens to come back byte for byte.
        // Which terms of a folded key a title names does not matter.
        let titleTerms = document.titleWords.enumerated().map { place, word in
            place % 3 == 0 ? term(word.exact, word.folded) : term(word.folded, word.folded)
        }
        var tokens: [TextToken] = []
        if let first = document.titleWords.first, document.title.starts(with: first.surface) {
            tokens = [TextToken(start: 0, end: UInt32(first.surface.count), word: number(first))]
        }
        (document.title + document.metadata).withUnsafeBytes { record in
            tokens.withUnsafeBufferPointer {
                endDocument(
                    textLength: document.text.count, titleLength: document.title.count, record: record, tokens: $0,
                    titleTerms: titleTerms)
            }
        }
    }
}
