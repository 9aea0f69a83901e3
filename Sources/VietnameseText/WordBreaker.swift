import CICU

/// ICU's word boundaries, for one thread.
final class WordBreaker {
    private let breaker: OpaquePointer

    /// Opens ICU's root word rules, which every build of ICU's data has.
    init() {
        var error: Int32 = 0
        guard let breaker = cicu_word_breaker_open(&error) else {
            fatalError("ICU has no word rules: \(String(cString: cicu_error_name(error)))")
        }
        self.breaker = breaker
    }

    deinit {
        cicu_word_breaker_close(breaker)
    }

    /// The byte offsets of the words with a letter or digit, a start and an end each; valid until the next call.
    ///
    /// Linear in the length of `text`, which is under 512 MiB.
    func words(of text: UnsafeRawBufferPointer) -> UnsafeBufferPointer<UInt32> {
        var error: Int32 = 0
        var edges: UnsafePointer<UInt32>?
        let count = cicu_words(
            breaker, text.baseAddress?.assumingMemoryBound(to: UInt8.self), text.count, &edges, &error)
        precondition(error <= 0, "ICU cannot find words: \(String(cString: cicu_error_name(error)))")
        return UnsafeBufferPointer(start: edges, count: Int(count) * 2)
    }
}
