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
        onTexts("passages", "documents cut into passages") {
            let cutter = PassageCutter()
            return { cutter.cut($0).count }
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
