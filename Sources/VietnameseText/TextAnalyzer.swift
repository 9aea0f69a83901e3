/// Finds the tokens of texts and gives each distinct surface form an id, with its keys; one thread at a time.
///
/// Boundaries are ICU's (UAX #29, root rules); a token is a word that holds at least one letter or digit. ICU works out
/// the keys of a form once, when it is first seen; after that its raw bytes find its id. `15/2020/QĐ-TTg` is the four
/// tokens 15, 2020, QĐ and TTg; `18.015` is one.
public final class TextAnalyzer {
    var table = SurfaceTable()
    private let breaker = WordBreaker()
    private let keyMaker = KeyMaker()
    private let competence: FastPathCompetence
    let scratch = TokenScratch()

    /// Makes an analyser that has seen no form yet.
    public convenience init() {
        self.init(competence: .ofLinkedICU)
    }

    /// Makes an analyser that takes the fast path as far as told; `.none` sends every text to ICU.
    init(competence: FastPathCompetence) {
        self.competence = competence
    }

    /// Appends the tokens of a text in order.
    ///
    /// The text may be any bytes under 4 GiB and need not be padded; each ill-formed byte of UTF-8 is a separator. Ranges
    /// are UTF-8 bytes from the start of `text`, they rise and never overlap. Linear in the length of the text.
    public func tokenize(_ text: UnsafeRawBufferPointer, into tokens: inout [RawToken]) {
        precondition(text.count <= Int(UInt32.max), "a text of 4 GiB or more cannot be analysed whole")
        guard let base = text.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
        switch competence {
        case .masks(let colonJoins):
            scan(TextWindows(base: base, count: text.count, colonJoins: colonJoins, tail: scratch.tail), into: &tokens)
        case .none:
            var start = 0
            while start < text.count {
                let end = Self.cut(text, after: start + 1 << 16)
                appendWords(of: text, start..<end, to: &tokens)
                start = end
            }
        }
    }

    /// The place after the first space or line end from `position` on, but not far behind it.
    private static func cut(_ text: UnsafeRawBufferPointer, after position: Int) -> Int {
        var end = min(position, text.count)
        let limit = min(text.count, end + TextWindows.longestStretch)
        while end < limit, text[end - 1] != 0x20, text[end - 1] != 0x0A { end += 1 }
        while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
        return end
    }

    /// Appends the tokens that ICU finds in a part of a text.
    func appendWords(of text: UnsafeRawBufferPointer, _ range: Range<Int>, to tokens: inout [RawToken]) {
        let stretch = UnsafeRawBufferPointer(rebasing: text[range])
        let edges = breaker.words(of: stretch)
        for i in stride(from: 0, to: edges.count, by: 2) {
            let word = UnsafeRawBufferPointer(rebasing: stretch[Int(edges[i])..<Int(edges[i + 1])])
            tokens.append(
                RawToken(
                    start: UInt32(range.lowerBound) + edges[i], end: UInt32(range.lowerBound) + edges[i + 1],
                    surface: intern(word)))
        }
    }

    /// The number of distinct forms seen; ids are below it.
    public var surfaceCount: Int { table.count }

    /// The raw bytes of a form as first seen; valid until the next call that may add a form.
    public func surface(_ id: UInt32) -> UnsafeRawBufferPointer { table.surface(id) }

    /// The exact key of a form; valid until the next call that may add a form.
    ///
    /// Lower case, letters composed with their quality marks, the tone as one combining mark at the end.
    public func exactKey(_ id: UInt32) -> UnsafeRawBufferPointer { table.exactKey(id) }

    /// The folded key of a form, base letters only; valid until the next call that may add a form.
    public func foldedKey(_ id: UInt32) -> UnsafeRawBufferPointer { table.foldedKey(id) }

    /// What a form is.
    public func traits(_ id: UInt32) -> SurfaceTraits { table.traits(id) }

    /// The id of a form, which is added when it is new; any bytes, under 64 MiB.
    public func intern(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        if let id = table.id(at: table.slot(of: bytes)) { return id }
        keyMaker.makeKeys(of: bytes)
        return table.add(bytes, exact: keyMaker.exact, folded: keyMaker.folded, traits: keyMaker.traits)
    }

    /// Forgets every form, to bound the memory; ids start at 0 again.
    public func removeAll() { table.removeAll() }

    /// The bytes that the forms and their keys take in memory.
    public var memoryBytes: Int { table.memoryBytes }
}
