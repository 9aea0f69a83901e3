import CTextKernels

/// The parts of analysis one by one, for benchmarks; a program that analyses texts wants `TextAnalyzer`.
@_spi(Measuring)
public final class TextKernels {
    private let breaker = WordBreaker()
    private let keyMaker = KeyMaker()
    private let tail = UnsafeMutablePointer<UInt8>.allocate(capacity: TextWindows.reach)

    /// Kernels with scratch of their own.
    public init() { tail.initialize(repeating: 0, count: TextWindows.reach) }

    deinit { tail.deallocate() }

    /// Finds word edges by masks, 64 bytes at a time; gives the number of edges.
    ///
    /// Windows with something that only ICU can decide are passed over, so this is the masks' own time.
    public func wordEdgesByMasks(of text: UnsafeRawBufferPointer) -> Int {
        guard let base = text.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return 0 }
        let windows = TextWindows(base: base, count: text.count, colonJoins: false, tail: tail)
        var edges = 0
        var position = 0
        while position < text.count {
            let masks = ctext_classify(windows.window(at: position), windows.colonJoins)
            let cut = 64 - masks.separators.leadingZeroBitCount
            let words = masks.words & TextWindows.bits(below: cut)
            edges += (words ^ (words << 1)).nonzeroBitCount
            position += cut == 0 ? 64 : cut
        }
        return edges
    }

    /// Finds word edges by ICU; gives the number of edges.
    public func wordEdgesByICU(of text: UnsafeRawBufferPointer) -> Int { breaker.words(of: text).count }

    /// Makes exact and folded key of a form; gives their length together in bytes.
    public func keys(of form: UnsafeRawBufferPointer) -> Int {
        keyMaker.makeKeys(of: form)
        return keyMaker.exact.count + keyMaker.folded.count
    }

    /// The same, by ICU also for forms that are plain ASCII.
    public func keysByICU(of form: UnsafeRawBufferPointer) -> Int {
        keyMaker.makeKeysByICU(of: form)
        return keyMaker.exact.count + keyMaker.folded.count
    }
}
