import CTextKernels

/// A text seen through windows of 64 bytes that begin after a separator and are used up to their last one, so that
/// nothing is carried from window to window.
struct TextWindows {
    /// Bytes that must be readable from a window's start on: the window itself and the two words of its last token.
    static let reach = 80
    /// A stretch for ICU longer than this is cut between any two characters, so that no input takes unbounded memory.
    static let longestStretch = 1 << 20

    let base: UnsafePointer<UInt8>
    let count: Int
    let colonJoins: UInt64
    /// `reach` bytes of scratch: the text is not padded, so its last windows are copied there.
    let tail: UnsafeMutablePointer<UInt8>

    init(base: UnsafePointer<UInt8>, count: Int, colonJoins: Bool, tail: UnsafeMutablePointer<UInt8>) {
        self.base = base
        self.count = count
        self.colonJoins = colonJoins ? ~0 : 0
        self.tail = tail
    }

    /// The `reach` bytes at a position, with zeros (which are separators) behind the text's end.
    @inline(__always)
    func window(at position: Int) -> UnsafePointer<UInt8> {
        position + Self.reach <= count ? base + position : copiedWindow(at: position)
    }

    private func copiedWindow(at position: Int) -> UnsafePointer<UInt8> {
        let rest = max(0, min(count - position, Self.reach))
        tail.update(from: base + min(position, count), count: rest)
        (tail + rest).update(repeating: 0, count: Self.reach - rest)
        return UnsafePointer(tail)
    }

    /// The bits below `index`, 0 to 64.
    @inline(__always)
    static func bits(below index: Int) -> UInt64 { (1 << UInt64(index)) &- 1 }

    /// The place in a window without separators up to which nothing is part of a word, such as a dotted leader; 0 if none.
    func leader(in window: UnsafePointer<UInt8>, _ masks: ctext_masks) -> Int {
        // Three bytes short of the end, because the masks look that far ahead.
        var end = 61
        while window[end] & 0xC0 == 0x80, end > 57 { end -= 1 }
        return (masks.words | masks.hard) & Self.bits(below: end) == 0 ? end : 0
    }

    /// The end of the stretch that begins at `start` and is left to ICU because of what stands at `cause`.
    ///
    /// It ends after a separator; words that need ICU, too, and follow at once belong to it, since each call of ICU
    /// costs more than a word.
    func stretchEnd(from start: Int, cause: Int) -> Int {
        var position = cause
        var end = 0
        while position < count {
            let masks = ctext_classify(window(at: position), colonJoins)
            guard masks.separators != 0 else {
                position += 64
                if position - start > Self.longestStretch { return end > 0 ? end : characterBoundary(after: position) }
                continue
            }
            let next = position + masks.separators.trailingZeroBitCount + 1
            if end > 0, masks.hard & Self.bits(below: next - position) == 0 { return end }
            end = next
            position = next
            if end - start > Self.longestStretch { break }
        }
        return min(end > 0 && position < count ? end : count, count)
    }

    private func characterBoundary(after position: Int) -> Int {
        var end = min(position, count)
        let limit = min(count, end + 3)
        while end < limit, base[end] & 0xC0 == 0x80 { end += 1 }
        return end
    }
}

/// Memory that an analyser reuses for every text: the copied end of a text, and tokens on their way to an array.
final class TokenScratch {
    static let tokenCapacity = 4096

    let tail = UnsafeMutablePointer<UInt8>.allocate(capacity: TextWindows.reach)
    let tokens = UnsafeMutablePointer<RawToken>.allocate(capacity: TokenScratch.tokenCapacity)

    deinit {
        tail.deallocate()
        tokens.deallocate()
    }
}
