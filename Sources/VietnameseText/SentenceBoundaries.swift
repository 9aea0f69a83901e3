import CTextKernels

/// Finds where sentences end, as Vietnamese administrative texts write them.
///
/// A sentence ends after `.`, `!`, `?` or `…` and the closing quotes and brackets behind it, where white space or the end
/// follows, unless the mark belongs to an abbreviation (`TP. HCM`, `ThS. Lan`), an initial (`Nguyễn V. A`), a number
/// (`18.015`), a label (`Điều 1.`, `1.1.`, `II.`) or a dotted leader, or the text goes on in lower case. Line ends alone
/// end nothing: real files wrap lines inside sentences.
public struct SentenceBoundaries {
    /// The offsets at which sentences of a part of a text end, in UTF-8 bytes from the start of `text`, rising.
    ///
    /// `range` is taken to begin a line and to end a sentence only where its last one has an end mark. Any bytes; linear.
    public static func ends(in text: UnsafeRawBufferPointer, range: Range<Int>) -> [Int] {
        precondition(range.lowerBound >= 0 && range.upperBound <= text.count, "the range is not inside the text")
        guard let base = text.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return [] }
        var ends: [Int] = []
        let judge = SentenceEndJudge(base: base, lower: range.lowerBound, upper: range.upperBound)
        var position = range.lowerBound
        var decided = range.lowerBound
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { tail in
            while position < range.upperBound {
                let rest = range.upperBound - position
                var window = base + position
                if rest < 64, let copy = tail.baseAddress {
                    copy.update(from: window, count: rest)
                    (copy + rest).update(repeating: 0, count: 64 - rest)
                    window = UnsafePointer(copy)
                }
                var marks = ctext_terminators(window)
                while marks != 0 {
                    let place = position + marks.trailingZeroBitCount
                    marks &= marks &- 1
                    if place < decided { continue }
                    let verdict = judge.judge(markAt: place)
                    decided = verdict.next
                    if let end = verdict.end { ends.append(end) }
                }
                position += 64
            }
        }
        return ends
    }
}
