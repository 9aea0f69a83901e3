/// The sections of a segment file, by the number they have in its table.
///
/// A segment file is, in this order: 8 bytes of magic, UInt32 format version, UInt32 zero; the sections, back to back;
/// the table, 24 bytes a section (UInt32 number, UInt32 CRC-32C of its bytes, UInt64 offset, UInt64 length); a footer of
/// 24 bytes: UInt64 offset of the table, UInt32 number of sections, UInt32 CRC-32C of header and table, 8 bytes of magic.
/// All integers are little-endian. The table's checksum covers the sections' checksums, so it stands for the whole file.
enum SegmentSection: UInt32, CaseIterable {
    /// `SegmentCounts`.
    case counts = 1
    /// One length class a passage (`LengthClass`).
    case norms = 2
    /// Exact terms in groups of one folded form (`TermDictionary`), and the blocks' index.
    case terms = 3
    case termBlocks = 4
    /// Adjacent pairs (`PairDictionary`): for each first term where its pairs begin; blocks' index; blocks.
    case pairStarts = 5
    case pairBlocks = 6
    case pairs = 7
    /// Posting lists of terms and of pairs.
    case postings = 8
    case pairPostings = 9
    /// Titles: one length class a document, their terms and lists (documents in place of passages).
    case titleNorms = 10
    case titleTerms = 11
    case titleTermBlocks = 12
    case titlePostings = 13
    /// For each document its first passage (UInt32), and one past the last document.
    case documentStarts = 14
    /// Tokens of each document (UInt32).
    case documentTokens = 15
    /// What documents are filtered, counted and ordered by (`ColumnTable`): the list of columns, those of each kind.
    case columns = 16
    case categoryColumns = 17
    case integerColumns = 18

    // From here on: what is stored for showing, not for ranking (`storedBytes`).

    /// Stored text: parts with vocabularies of their own (`StoredText`).
    case textParts = 32
    case textVocabularies = 33
    case text = 34
    case textEnds = 35
    case records = 36
    case recordEnds = 37
    /// Start and end of each passage in its document's text (2 × UInt32).
    case passageRanges = 38
    /// Identities: bytes, ends (UInt32 a document), documents in order of the identity's hash (UInt32 each).
    case identities = 39
    case identityEnds = 40
    case identityOrder = 41
    /// Sequence number (UInt64), length of the text and of the title (UInt32 each) of each document.
    case documentFacts = 42
    /// Notes of passages (`NoteTable`): bytes, ends, the number of each passage's.
    case notes = 43
    case noteEnds = 44
    case passageNotes = 45

    /// Whether it counts as stored text and metadata.
    var isStored: Bool { rawValue >= 32 }

    static let magic: UInt64 = 0x6753_7568_546E_6156  // "VanThuSg"
    /// 2: columns and notes.
    ///
    /// Version 1 is not read: a filter over segments without columns would find too little and not say so.
    static let formatVersion: UInt32 = 2
    static let headerBytes = 16
    static let entryBytes = 24
    static let footerBytes = 24
}

/// The counts of a segment, as its first section holds them (UInt64 each, in this order).
struct SegmentCounts: Equatable, Sendable {
    var documents: UInt64 = 0
    var passages: UInt64 = 0
    var tokens: UInt64 = 0
    var terms: UInt64 = 0
    var groups: UInt64 = 0
    var pairs: UInt64 = 0
    var titleTokens: UInt64 = 0
    var titleTerms: UInt64 = 0
    /// Bytes of the documents' texts.
    var textBytes: UInt64 = 0

    static let byteCount = 72

    var fields: [UInt64] {
        [documents, passages, tokens, terms, groups, pairs, titleTokens, titleTerms, textBytes]
    }

    init() {}

    /// Whether a segment can hold so much; sums of a million such segments do not overflow.
    var isPossible: Bool {
        let large: UInt64 = 1 << 40
        return documents < Self.unitLimit && passages < Self.unitLimit && (documents > 0 || passages == 0)
            && terms < 1 << 24 && groups <= terms && titleTerms < 1 << 24 && pairs < 1 << 32
            && tokens < large && titleTokens < large && textBytes < large
    }

    /// Documents and passages of a segment are fewer: gaps of lists are below 2²⁴, and sums of 128 gaps fit 32 bits.
    static let unitLimit: UInt64 = 1 << 23

    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == Self.byteCount else { return nil }
        var reader = ByteReader(bytes)
        var read: [UInt64] = []
        while let value = reader.integer(UInt64.self) { read.append(value) }
        guard read.count == 9 else { return nil }
        (documents, passages, tokens, terms, groups) = (read[0], read[1], read[2], read[3], read[4])
        (pairs, titleTokens, titleTerms, textBytes) = (read[5], read[6], read[7], read[8])
    }
}
