internal import AdministrativeDocuments
internal import InvertedIndex
internal import VietnameseText

/// Turns documents into tokens, terms and passages, and collects them in a segment builder.
///
/// One thread's.
final class DocumentIndexer {
    let builder = SegmentBuilder()
    private let analyzer = TextAnalyzer()
    private var describer = DocumentDescriber()
    private var citationReader = CitationReader()
    private let numbers = DocumentNumberKey()
    private var columns = ColumnFiller()
    private let cutter = PassageCutter()
    private let unit: IndexUnit
    private var tokens: [RawToken] = []
    private var references: [Reference] = []
    private var citations: [Citation] = []
    private var recordTokens: [RawToken] = []
    private var passageTokens: [TextToken] = []
    private var markKey: [UInt8] = []
    /// For each surface form: whether a number or date may begin at it; its term in titles.
    private var triggers: [Bool] = []
    private var titleTerms: [UInt32] = []
    /// The term of each surface form in headings.
    private var headingTerms: [UInt32] = []

    init(unit: IndexUnit) { self.unit = unit }

    /// What it holds and will need to write it, in bytes.
    var memoryBytes: Int { builder.memoryBytes + vocabularyBytes }
    private var vocabularyBytes: Int { analyzer.memoryBytes + builder.vocabularyBytes + triggers.count * 9 }

    /// Whether it is time to write a segment: the memory is used, or the segment as large as it may be.
    func isFull(_ share: Int) -> Bool {
        memoryBytes > share || builder.passageCount >= Self.mostPassages || builder.textByteCount >= Self.mostTextBytes
    }

    /// Far enough below what a segment can hold (2²³ passages, 4 GiB of coded text) for one more document.
    private static let mostSpareTokens = 1 << 20
    private static let mostPassages = 1 << 22
    private static let mostTextBytes = 2 << 30
    /// Passages of one document; where its paragraphs make more, neighbours are joined.
    private static let mostPassagesOfDocument = 1 << 20
    /// Recipients and signatures are scored as if they were so many times as long, so that they stand behind the body.
    private static let boilerplateLength = 8
    /// Of the headings above a passage, the nearest this many count.
    ///
    /// nDCG@10 of documents on the 3,464 tuning questions over `legal`, typed / stripped: passages of paragraphs, which know no
    /// headings, 0.7829 / 0.7812; passages along the outline with 0, 1, 2, 3, 5 headings 0.7846 / 0.7825, 0.7854 / 0.7822,
    /// 0.7860 / 0.7824, 0.7862 / 0.7824, 0.7859 / 0.7821. Of passages on `Corpus/`, each cutting with the judgments derived
    /// for it from the same quotes: 0.855 / 0.844 of paragraphs, 0.877 / 0.860 with 3.
    private static let mostHeadings = 3

    /// Forgets the documents, and the vocabulary if it has grown beyond a share of the memory.
    func removeDocuments(keepingVocabularyBelow limit: Int) {
        builder.removeDocuments()
        guard vocabularyBytes > limit else { return }
        builder.removeVocabulary()
        analyzer.removeAll()
        triggers.removeAll()
        titleTerms.removeAll()
        headingTerms.removeAll()
    }

    /// Adds a document; gives its number of passages and tokens.
    func add(_ document: SourceDocument, sequence: UInt64) -> (passages: Int, tokens: Int) {
        var id = document.id
        id.withUTF8 { builder.beginDocument(identity: UnsafeRawBufferPointer($0), sequence: sequence) }
        let before = (builder.passageCount, builder.tokenCount)
        let fields = document.text.withUnsafeBytes { text in
            read(text)
            return DocumentFields(document, unit == .passages ? description(of: text) : nil)
        }
        let borne = fields.texts(.number).map(numbers.key)
        document.text.withUnsafeBytes { addPassages($0, numbers: borne) }
        columns.fill(builder, fields, numbers: borne, citations: citations)
        addRecord(fields, textLength: document.text.count)
        if tokens.capacity > Self.mostSpareTokens {
            // A giant among documents; the next one needs no such room.
            tokens = []
            references = []
            citations = []
            passageTokens = []
        }
        return (builder.passageCount - before.0, builder.tokenCount - before.1)
    }

    /// Tokens, numbers and dates of a text, and the documents it mentions.
    private func read(_ text: UnsafeRawBufferPointer) {
        tokens.removeAll(keepingCapacity: true)
        analyzer.tokenize(text, into: &tokens)
        addNewWords()
        // Locals: fields of a class would be checked for overlapping access at every number.
        var references = self.references
        self.references = []
        references.removeAll(keepingCapacity: true)
        var recognizer = ReferenceRecognizer()
        tokens.withUnsafeBufferPointer { tokens in
            triggers.withUnsafeBufferPointer { triggers in
                var at = 0
                while at < tokens.count {
                    guard triggers[Int(tokens[at].surface)],
                        let reference = recognizer.recognize(text: text, tokens: tokens, at: at)
                    else {
                        at += 1
                        continue
                    }
                    references.append(reference)
                    at += max(1, reference.tokenCount)
                }
            }
            citations = unit == .passages ? citationReader.read(text, tokens: tokens, references: references) : []
        }
        self.references = references
    }

    /// What the document whose tokens are at hand says of itself.
    private func description(of text: UnsafeRawBufferPointer) -> DocumentDescription {
        tokens.withUnsafeBufferPointer { tokens in
            describer.describe(text, tokens: tokens) { triggers[Int($0)] }
        }
    }

    private func addPassages(_ text: UnsafeRawBufferPointer, numbers: [[UInt8]]) {
        var walk = PassageWalk(numbers: numbers)
        let whole = Passage(start: 0, end: text.count)
        if unit == .whole {
            addPassage(text, whole, stored: 0..<text.count, tokens: 0..<tokens.count, &walk)
            return
        }
        let (outline, cut) = cutter.read(text)
        walk.articles = outline.nodes.filter { $0.level == .article }
        var passages = cut
        if passages.count > Self.mostPassagesOfDocument {
            let group = (passages.count + Self.mostPassagesOfDocument - 1) / Self.mostPassagesOfDocument
            passages = stride(from: 0, to: passages.count, by: group).map { first in
                var joined = passages[first]
                joined.end = passages[min(first + group, passages.count) - 1].end
                return joined
            }
        }
        var token = 0
        var stored = 0
        for (index, passage) in passages.enumerated() {
            // What stands between two passages is stored behind the first.
            let storedEnd = index + 1 < passages.count ? passages[index + 1].start : text.count
            let first = token
            while token < tokens.count, Int(tokens[token].start) < storedEnd { token += 1 }
            addPassage(text, passage, stored: stored..<storedEnd, tokens: first..<token, &walk)
            stored = storedEnd
        }
        if passages.isEmpty, !text.isEmpty {
            addPassage(text, whole, stored: 0..<text.count, tokens: 0..<tokens.count, &walk)
        }
    }

    /// How far the passages of a document have come through what stands in its text.
    private struct PassageWalk {
        /// The document's numbers, until its first passage bears them.
        var numbers: [[UInt8]]
        var reference = 0
        var citation = 0
        var articles: [OutlineNode] = []
        var article = 0
    }

    private func addPassage(
        _ text: UnsafeRawBufferPointer, _ passage: Passage, stored: Range<Int>, tokens range: Range<Int>,
        _ walk: inout PassageWalk
    ) {
        var terms: [UInt32] = []
        while walk.reference < references.count, references[walk.reference].firstToken < range.upperBound {
            terms.append(references[walk.reference].key.withUnsafeBytes { builder.term(exact: $0, folded: $0) })
            walk.reference += 1
        }
        while walk.citation < citations.count, citations[walk.citation].start < stored.upperBound {
            terms.append(markTerm(PassageMark.citationMark, citations[walk.citation].key.utf8))
            walk.citation += 1
        }
        while walk.article < walk.articles.count, walk.articles[walk.article].end <= passage.start { walk.article += 1 }
        for article in walk.articles[walk.article...] {
            guard article.start < passage.end else { break }
            if article.end > passage.start { terms.append(markTerm(PassageMark.articleMark, article.number.utf8)) }
        }
        for number in walk.numbers { terms.append(markTerm(PassageMark.ownNumberMark, number)) }
        walk.numbers = []
        for heading in passage.headings.suffix(Self.mostHeadings) { addTerms(of: heading, to: &terms) }
        fillPassageTokens(range, from: UInt32(stored.lowerBound))
        let note = PassageNote(path: passage.place, isBoilerplate: passage.isBoilerplate).bytes
        passageTokens.withUnsafeBufferPointer { tokens in
            note.withUnsafeBytes {
                builder.addPassage(
                    UnsafeRawBufferPointer(rebasing: text[stored]), start: passage.start, end: passage.end,
                    tokens: tokens, terms: terms, note: $0,
                    lengthFactor: passage.isBoilerplate ? Self.boilerplateLength : 1)
            }
        }
    }

    /// The tokens of a passage by their places in it; written through pointers, as this is done for every token there is.
    private func fillPassageTokens(_ range: Range<Int>, from base: UInt32) {
        passageTokens = [TextToken](unsafeUninitializedCapacity: range.count) { out, count in
            tokens.withUnsafeBufferPointer { tokens in
                for (place, token) in tokens[range].enumerated() {
                    out.initializeElement(
                        at: place, to: TextToken(start: token.start - base, end: token.end - base, word: token.surface))
                }
            }
            count = range.count
        }
    }

    private func markTerm(_ mark: UInt8, _ value: some Sequence<UInt8>) -> UInt32 {
        PassageMark.write(mark, value, to: &markKey)
        return markKey.withUnsafeBytes { builder.term(exact: $0, folded: $0) }
    }

    /// The terms of a heading's words, which tell what a passage below it is about.
    private func addTerms(of heading: Range<Int>, to terms: inout [UInt32]) {
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if Int(tokens[middle].start) < heading.lowerBound { low = middle + 1 } else { high = middle }
        }
        while low < tokens.count, Int(tokens[low].end) <= heading.upperBound {
            terms.append(headingTerm(tokens[low].surface))
            low += 1
        }
    }

    private func headingTerm(_ surface: UInt32) -> UInt32 {
        let known = headingTerms[Int(surface)]
        if known != .max { return known }
        let term = builder.term(exact: analyzer.exactKey(surface), folded: analyzer.foldedKey(surface))
        headingTerms[Int(surface)] = term
        return term
    }

    private func addNewWords() {
        for form in UInt32(builder.wordCount)..<UInt32(analyzer.surfaceCount) {
            builder.addWord(
                analyzer.surface(form), exact: analyzer.exactKey(form), folded: analyzer.foldedKey(form))
            triggers.append(analyzer.traits(form).contains(.triggersReference))
            titleTerms.append(.max)
            headingTerms.append(.max)
        }
    }

    private func addRecord(_ fields: DocumentFields, textLength: Int) {
        var record = Array(fields.title.utf8)
        let titleLength = record.count
        record += DocumentMetadata.encode(fields.metadata)
        recordTokens.removeAll(keepingCapacity: true)
        var terms: [UInt32] = []
        record.withUnsafeBytes { bytes in
            if bytes.count > 0 {
                analyzer.tokenize(UnsafeRawBufferPointer(rebasing: bytes[..<titleLength]), into: &recordTokens)
            }
            let titleTokens = recordTokens.count
            if titleLength < bytes.count {
                var rest: [RawToken] = []
                analyzer.tokenize(UnsafeRawBufferPointer(rebasing: bytes[titleLength...]), into: &rest)
                let base = UInt32(titleLength)
                recordTokens += rest.map { RawToken(start: $0.start + base, end: $0.end + base, surface: $0.surface) }
            }
            addNewWords()
            terms = recordTokens[..<titleTokens].map { titleTerm($0.surface) }
            let storedTokens = recordTokens.map { TextToken(start: $0.start, end: $0.end, word: $0.surface) }
            storedTokens.withUnsafeBufferPointer {
                builder.endDocument(
                    textLength: textLength, titleLength: titleLength, record: bytes, tokens: $0,
                    titleTerms: terms)
            }
        }
    }

    /// Titles are matched folded: many are slugs and file names without diacritics.
    private func titleTerm(_ surface: UInt32) -> UInt32 {
        let known = titleTerms[Int(surface)]
        if known != .max { return known }
        let folded = analyzer.foldedKey(surface)
        let term = builder.term(exact: folded, folded: folded)
        titleTerms[Int(surface)] = term
        return term
    }
}
