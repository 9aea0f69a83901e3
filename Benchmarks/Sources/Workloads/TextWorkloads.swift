import AdministrativeDocuments
@_spi(Measuring) import VietnameseText

extension Workload {
    /// From bytes to keys.
    static let texts: [Workload] = [
        onTexts("word-edges", "word edges by masks, 64 bytes at a time") {
            let kernels = TextKernels()
            return { kernels.wordEdgesByMasks(of: $0) }
        },
        onTexts("word-edges-icu", "the same edges by ICU, for the ratio") {
            let kernels = TextKernels()
            return { kernels.wordEdgesByICU(of: $0) }
        },
        onTexts("tokenize", "tokens with ids of their forms; every form is known") {
            let analyzer = TextAnalyzer()
            var tokens: [RawToken] = []
            for text in try CorpusText.shared.get().documents {
                text.withUnsafeBytes { analyzer.tokenize($0, into: &tokens) }
            }
            return { text in
                tokens.removeAll(keepingCapacity: true)
                analyzer.tokenize(text, into: &tokens)
                return tokens.count
            }
        },
        Workload(
            "tokenize-new", "tokens of texts whose forms are all new to the analyser",
            amount: { (try CorpusText.shared.get().byteCount, "bytes") },
            prepare: {
                let documents = try CorpusText.shared.get().documents
                return {
                    let analyzer = TextAnalyzer()
                    var tokens: [RawToken] = []
                    for text in documents { text.withUnsafeBytes { analyzer.tokenize($0, into: &tokens) } }
                    return tokens.count + analyzer.surfaceCount
                }
            }),
        Workload(
            "keys", "exact and folded key of every distinct form", amount: { (try forms().count, "forms") },
            prepare: {
                let all = try forms()
                let kernels = TextKernels()
                return { all.reduce(0) { sum, form in sum + form.withUnsafeBytes { kernels.keys(of: $0) } } }
            }),
        Workload(
            "form-interning", "ids of every token's form, by its bytes",
            amount: { (try words().ranges.count, "tokens") },
            prepare: {
                let (bytes, ranges) = try words()
                let analyzer = TextAnalyzer()
                return {
                    bytes.withUnsafeBytes { bytes in
                        ranges.reduce(0) { $0 &+ Int(analyzer.intern(UnsafeRawBufferPointer(rebasing: bytes[$1]))) }
                    }
                }
            }),
        onTexts("passages", "documents cut into passages along their outlines") {
            let cutter = PassageCutter()
            return { cutter.cut($0).count }
        },
        onTexts("outline", "outlines alone: parts, chapters, articles, clauses and points") {
            let reader = OutlineReader()
            return { reader.read($0).nodes.count }
        },
        onTokens("describe", "what documents say of themselves: head, title, recipients, signatures") {
            var describer = DocumentDescriber()
            return { document in
                document.text.withUnsafeBytes { text in
                    document.tokens.withUnsafeBufferPointer { tokens in
                        let description = describer.describe(text, tokens: tokens) { document.triggers.contains($0) }
                        return description.signers.count + (description.number?.end ?? 0)
                    }
                }
            }
        },
        onTokens("references", "document numbers, dates and numbers among the tokens") {
            var recognizer = ReferenceRecognizer()
            return { $0.findReferences(&recognizer).count }
        },
        onTokens("citations", "mentions of other documents, and what is done with each") {
            var reader = CitationReader()
            return { document in
                document.text.withUnsafeBytes { text in
                    document.tokens.withUnsafeBufferPointer {
                        reader.read(text, tokens: $0, references: document.references).count
                    }
                }
            }
        },
        onTexts("sentences", "ends of sentences") { { SentenceBoundaries.ends(in: $0, range: 0..<$0.count).count } },
    ]

    /// A workload that goes over the corpus, text by text.
    private static func onTexts(
        _ name: String, _ summary: String,
        prepare: @escaping @Sendable () throws -> (UnsafeRawBufferPointer) -> Int
    ) -> Workload {
        Workload(
            name, summary, amount: { (try CorpusText.shared.get().byteCount, "bytes") },
            prepare: {
                let documents = try CorpusText.shared.get().documents
                let work = try prepare()
                return { documents.reduce(0) { sum, text in sum + text.withUnsafeBytes(work) } }
            })
    }

    /// A workload that goes over the corpus with tokens and references at hand, text by text.
    private static func onTokens(
        _ name: String, _ summary: String,
        prepare: @escaping @Sendable () throws -> (TokenizedText) -> Int
    ) -> Workload {
        Workload(
            name, summary, amount: { (try CorpusText.shared.get().byteCount, "bytes") },
            prepare: {
                let analyzer = TextAnalyzer()
                let documents = try CorpusText.shared.get().documents.map { TokenizedText($0, analyzer) }
                let work = try prepare()
                return { documents.reduce(0) { sum, document in sum + work(document) } }
            })
    }

    /// The distinct forms of the corpus, as written, in order of appearance.
    static func forms() throws -> [[UInt8]] {
        let analyzer = TextAnalyzer()
        var tokens: [RawToken] = []
        for text in try CorpusText.shared.get().documents {
            text.withUnsafeBytes { analyzer.tokenize($0, into: &tokens) }
        }
        return (0..<UInt32(analyzer.surfaceCount)).map { [UInt8](analyzer.surface($0)) }
    }

    /// Every token of the corpus, as written: all texts in one, and where its tokens stand.
    private static func words() throws -> (bytes: [UInt8], ranges: [Range<Int>]) {
        let bytes = Array(try CorpusText.shared.get().documents.joined())
        var tokens: [RawToken] = []
        bytes.withUnsafeBytes { TextAnalyzer().tokenize($0, into: &tokens) }
        return (bytes, tokens.map { Int($0.start)..<Int($0.end) })
    }
}
