import CTextKernels

extension TextAnalyzer {
    /// Appends the tokens of a text whose word edges come from masks, 64 bytes at a time, and whose ids come from the
    /// raw bytes; what the masks cannot decide goes to ICU, between two separators.
    ///
    /// Everything the loops touch stands in locals: fields of a class would be read again for every token.
    func scan(_ windows: TextWindows, into tokens: inout [RawToken]) {
        let found = scratch.tokens
        var foundCount = 0
        var slots = table.slots
        var slotMask = table.slotMask
        let seed = table.seed
        let colonJoins = windows.colonJoins
        var position = 0

        while position < windows.count {
            let window = windows.window(at: position)
            let masks = ctext_classify(window, colonJoins)
            var cut = 64 - masks.separators.leadingZeroBitCount
            var cause = 0
            if cut == 0 {
                let leader = windows.leader(in: window, masks)
                if leader > 0 {
                    position += leader
                    continue
                }
            }
            let hard = masks.hard & TextWindows.bits(below: cut)
            let needsICU = hard != 0 || cut == 0
            if hard != 0 {
                cause = hard.trailingZeroBitCount
                cut = 64 - (masks.separators & TextWindows.bits(below: cause)).leadingZeroBitCount
            }

            // A word mask ends before a separator, so every start has its end.
            let words = masks.words & TextWindows.bits(below: cut)
            var starts = words & ~(words << 1)
            var ends = ~words & (words << 1)
            while starts != 0 {
                let start = starts.trailingZeroBitCount
                let end = ends.trailingZeroBitCount
                starts &= starts &- 1
                ends &= ends &- 1
                // Underscores alone are a word to the rules, but no token.
                if masks.wordly &>> UInt64(start) & 1 == 0 {
                    if (masks.wordly & TextWindows.bits(below: end)) >> UInt64(start) == 0 { continue }
                }
                let length = end &- start
                var id: UInt32?
                if length <= 16 {
                    let word = ctext_load_word(window + start, length)
                    var slot = Int(truncatingIfNeeded: ctext_hash_word(word, seed)) & slotMask
                    while true {
                        let entry = slots[slot]
                        if entry.low == word.low && entry.high == word.high {
                            id = entry.id
                            break
                        }
                        if entry.low == 0 && entry.high == 0 { break }
                        slot = (slot &+ 1) & slotMask
                    }
                }
                let surface: UInt32
                if let id {
                    surface = id
                } else {
                    surface = intern(UnsafeRawBufferPointer(start: window + start, count: length))
                    slots = table.slots
                    slotMask = table.slotMask
                }
                found[foundCount] = RawToken(
                    start: UInt32(truncatingIfNeeded: position &+ start),
                    end: UInt32(truncatingIfNeeded: position &+ end), surface: surface)
                foundCount &+= 1
            }

            if needsICU || foundCount > TokenScratch.tokenCapacity - 64 {
                tokens.append(contentsOf: UnsafeBufferPointer(start: found, count: foundCount))
                foundCount = 0
            }
            if needsICU {
                let end = windows.stretchEnd(from: position + cut, cause: position + cause)
                appendWords(
                    of: UnsafeRawBufferPointer(start: windows.base, count: windows.count), position + cut..<end,
                    to: &tokens)
                slots = table.slots
                slotMask = table.slotMask
                position = end
            } else {
                position += cut
            }
        }
        tokens.append(contentsOf: UnsafeBufferPointer(start: found, count: foundCount))
    }
}
