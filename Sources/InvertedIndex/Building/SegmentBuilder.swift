/// A token of a text that is added: where it stands, in bytes of that text, and which word it is.
public struct TextToken: Sendable {
    /// First byte, in the text that is added.
    public var start: UInt32
    /// One past the last byte.
    public var end: UInt32
    /// The word, by the number that `SegmentBuilder.addWord` gave.
    public var word: UInt32

    /// Makes a token.
    public init(start: UInt32, end: UInt32, word: UInt32) {
        self.start = start
        self.end = end
        self.word = word
    }
}

/// Collects documents in memory and turns them into a segment: sorted lists of terms and pairs, and the text.
///
/// One thread's. Texts arrive as tokens that name words; a word is added once, with the keys of its term, and its number is
/// valid until `removeVocabulary()`. While documents arrive only a log of symbols grows (4 bytes a token, and as much for
/// what is not a single space between); at `write` two counting sorts of the log give all lists (2.7 to 6.7
/// nanoseconds a token for terms, 6.9 for pairs, without a hash or a comparison).
public final class SegmentBuilder {
    var vocabulary = Vocabulary()

    // Symbols of all passages, one after another: words as they are, separators with the high bit. Same for records.
    var log = IntegerLog(capacity: 1 << 16)
    var passageEnds: [Int] = []
    var recordLog = IntegerLog(capacity: 1 << 10)
    var recordEnds: [Int] = []
    /// Terms beside the words of a passage (numbers, dates): passage, term.
    var extras: [(passage: UInt32, term: UInt32)] = []
    /// Terms of titles: document, term; and how many each title has.
    var titleTerms: [(document: UInt32, term: UInt32)] = []
    var titleLengths: [UInt32] = []

    var tokens = 0
    var textBytes = 0
    var passageTokens: [UInt32] = []
    var passageRanges: [UInt32] = []
    var documentStarts: [UInt32] = []
    var documentTokens: [UInt32] = []
    var identities = StringArena()
    var sequences: [UInt64] = []
    var textLengths: [UInt32] = []
    var titleByteCounts: [UInt32] = []
    var columns = ColumnCollector()
    var notes = NoteCollector()

    static let separatorBit: UInt32 = 1 << 31

    /// An empty builder.
    public init() {}

    // MARK: Vocabulary

    /// Number of words so far; the next has this number.
    public var wordCount: Int { vocabulary.words.count }

    /// Adds a word that was not there: its bytes as they stand in texts, and the keys of its term.
    public func addWord(
        _ surface: UnsafeRawBufferPointer, exact: UnsafeRawBufferPointer, folded: UnsafeRawBufferPointer
    ) {
        _ = vocabulary.addWord(surface, exact: exact, folded: folded)
    }

    /// The number of a term that stands beside words or in a title.
    public func term(exact: UnsafeRawBufferPointer, folded: UnsafeRawBufferPointer) -> UInt32 {
        vocabulary.term(exact: exact, folded: folded)
    }

    /// Forgets all words and terms; the builder must hold no documents.
    public func removeVocabulary() {
        precondition(documentCount == 0, "documents still name words")
        vocabulary = Vocabulary()
    }

    // MARK: Documents

    /// Documents collected.
    public var documentCount: Int { sequences.count }
    /// Passages collected.
    public var passageCount: Int { passageEnds.count }
    /// Tokens collected.
    public var tokenCount: Int { tokens }
    /// Bytes of the texts collected.
    public var textByteCount: Int { textBytes }
    /// Bytes of vocabulary.
    public var vocabularyBytes: Int { vocabulary.memoryBytes }

    /// What `write` will need at its highest, in bytes, beside what the vocabulary holds.
    public var memoryBytes: Int {
        // The log may be half empty after growing; lists take 4 bytes a token, pairs 16, counted one after the other.
        log.capacity * 4 + recordLog.capacity * 4 + tokens * 20 + extras.capacity * 8 + titleTerms.capacity * 8
            + passageEnds.capacity * 8 + passageCount * 20 + documentCount * 60 + identities.memoryBytes
            + vocabulary.termOfWord.count * 32 + columns.memoryBytes + notes.memoryBytes
    }

    /// Begins a document.
    ///
    /// - Parameters:
    ///   - identity: what names it; a later document of the same identity replaces it.
    ///   - sequence: its place in the order of arrival over the whole index.
    public func beginDocument(identity: UnsafeRawBufferPointer, sequence: UInt64) {
        documentStarts.append(UInt32(passageCount))
        documentTokens.append(0)
        _ = identities.append(identity)
        sequences.append(sequence)
    }

    /// Adds the next passage of the document.
    ///
    /// - Parameters:
    ///   - text: the document's text from where the passage before was stored up to where this one is.
    ///   - start: first byte of the passage in the document's text.
    ///   - end: one past its last.
    ///   - tokens: the words of `text` in order, offsets in it.
    ///   - terms: terms that stand beside the words, by number.
    ///   - note: bytes to be read back with the passage; the index makes nothing of them.
    ///   - lengthFactor: it is scored as a passage so many times as long: what counts less than others is given more than 1.
    public func addPassage(
        _ text: UnsafeRawBufferPointer, start: Int, end: Int, tokens: UnsafeBufferPointer<TextToken>,
        terms: [UInt32] = [], note: UnsafeRawBufferPointer = UnsafeRawBufferPointer(start: nil, count: 0),
        lengthFactor: Int = 1
    ) {
        notes.add(note)
        appendSymbols(text, tokens, to: &log)
        for term in terms { extras.append((UInt32(passageCount), term)) }
        passageEnds.append(log.count)
        passageTokens.append(UInt32(clamping: tokens.count * lengthFactor))
        passageRanges.append(UInt32(start))
        passageRanges.append(UInt32(end))
        documentTokens[documentTokens.count - 1] += UInt32(tokens.count)
        self.tokens += tokens.count
    }

    /// Gives the document that was begun one more value in a category; a value it has already changes nothing.
    public func addCategory(_ column: String, _ value: [UInt8]) {
        value.withUnsafeBytes { addCategory(column, $0) }
    }

    /// The same with a value that stands somewhere in memory.
    public func addCategory(_ column: String, _ value: UnsafeRawBufferPointer) {
        precondition(documentCount > 0, "no document was begun")
        columns.addCategory(column, value, document: documentCount - 1)
    }

    /// Gives the document that was begun its value in a column of integers, in place of one it may have.
    public func setInteger(_ column: String, _ value: Int32) {
        precondition(documentCount > 0, "no document was begun")
        columns.setInteger(column, value, document: documentCount - 1)
    }

    /// Ends the document.
    ///
    /// - Parameters:
    ///   - textLength: bytes of its text.
    ///   - titleLength: bytes of `record` that are its title; the rest is metadata.
    ///   - record: title and metadata.
    ///   - tokens: the words of `record`, only so that it is stored as texts are.
    ///   - titleTerms: the terms of the title, by number.
    public func endDocument(
        textLength: Int, titleLength: Int, record: UnsafeRawBufferPointer, tokens: UnsafeBufferPointer<TextToken>,
        titleTerms terms: [UInt32]
    ) {
        let document = UInt32(documentCount - 1)
        appendSymbols(record, tokens, to: &recordLog)
        recordEnds.append(recordLog.count)
        for term in terms { titleTerms.append((document, term)) }
        titleLengths.append(UInt32(terms.count))
        textLengths.append(UInt32(textLength))
        titleByteCounts.append(UInt32(titleLength))
        textBytes += textLength
    }

    private func appendSymbols(
        _ text: UnsafeRawBufferPointer, _ tokens: UnsafeBufferPointer<TextToken>, to log: inout IntegerLog
    ) {
        guard let base = text.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
        let out = log.reserve(2 * tokens.count + 1)
        var n = 0
        var position = 0
        var afterWord = false
        for token in tokens {
            let start = Int(token.start)
            let gap = start - position
            if !(gap == 1 && afterWord && base[position] == 0x20), gap > 0 || afterWord {
                out[n] = vocabulary.separator(base + position, gap) | Self.separatorBit
                n += 1
            }
            out[n] = token.word
            n += 1
            position = Int(token.end)
            afterWord = true
        }
        if position < text.count {
            out[n] = vocabulary.separator(base + position, text.count - position) | Self.separatorBit
            n += 1
        }
        log.advance(n)
    }

    /// Forgets the documents and keeps the vocabulary.
    public func removeDocuments() {
        log.removeAll()
        recordLog.removeAll()
        passageEnds.removeAll(keepingCapacity: true)
        recordEnds.removeAll(keepingCapacity: true)
        extras.removeAll(keepingCapacity: true)
        titleTerms.removeAll(keepingCapacity: true)
        titleLengths.removeAll(keepingCapacity: true)
        tokens = 0
        textBytes = 0
        passageTokens.removeAll(keepingCapacity: true)
        passageRanges.removeAll(keepingCapacity: true)
        documentStarts.removeAll(keepingCapacity: true)
        documentTokens.removeAll(keepingCapacity: true)
        identities = StringArena()
        sequences.removeAll(keepingCapacity: true)
        textLengths.removeAll(keepingCapacity: true)
        titleByteCounts.removeAll(keepingCapacity: true)
        columns = ColumnCollector()
        notes.removeAll()
    }
}
