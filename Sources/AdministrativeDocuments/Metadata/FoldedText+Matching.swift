extension FoldedText {
    @inline(__always) static func isLetter(_ key: UInt8) -> Bool { key &- 0x61 < 26 }
    @inline(__always) static func isDigit(_ key: UInt8) -> Bool { key &- 0x30 < 10 }
    @inline(__always) static func isWordKey(_ key: UInt8) -> Bool { key &- 0x61 < 26 || key &- 0x30 < 10 }

    // MARK: From keys to the text

    /// The bytes of a run of keys, without white space at its end.
    func bytes(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return 0..<0 }
        let start = Int(offsets[range.lowerBound])
        var end = range.upperBound < offsets.count ? Int(offsets[range.upperBound]) : text.count
        while end > start, LineReader.isSpace(text[end - 1]) { end -= 1 }
        return start..<end
    }

    /// The text of a run of keys, its wraps healed.
    func healed(_ range: Range<Int>) -> String { Self.healed(text, bytes(range)) }

    /// The text of a range with each run of white space as one space.
    static func healed(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> String {
        String(unsafeUninitializedCapacity: range.count) { buffer in
            var count = 0
            var at = range.lowerBound
            while at < range.upperBound {
                if text[at] > 0x20, text[at] != 0xC2 {
                    buffer[count] = text[at]
                    count += 1
                    at += 1
                    continue
                }
                let isNoBreakSpace = text[at] == 0xC2 && at + 1 < range.upperBound && text[at + 1] == 0xA0
                if !isNoBreakSpace, !LineReader.isSpace(text[at]) {
                    buffer[count] = text[at]
                    count += 1
                } else if count > 0, buffer[count - 1] != 0x20 {
                    buffer[count] = 0x20
                    count += 1
                }
                at += isNoBreakSpace ? 2 : 1
            }
            if count > 0, buffer[count - 1] == 0x20 { count -= 1 }
            return count
        }
    }

    /// A run of keys as a value.
    func value(_ range: Range<Int>, _ confidence: Double) -> InspectedValue {
        let bytes = bytes(range)
        return InspectedValue(
            value: Self.healed(text, bytes), start: bytes.lowerBound, end: bytes.upperBound, confidence: confidence)
    }

    // MARK: Words

    /// The place behind white space and line ends.
    func skippingSpace(_ at: Int) -> Int {
        var at = at
        while at < keys.count, keys[at] == 0x20 || keys[at] == 0x0A { at += 1 }
        return at
    }

    /// The place behind words, which are apart by one space in the pattern and by any white space or wrap here.
    ///
    /// They end where a word ends.
    @inline(__always)
    func match(_ words: StaticString, at start: Int) -> Int? {
        guard start < keys.count, keys[start] == words.utf8Start[0] else { return nil }
        return matchRest(words, at: start)
    }

    private func matchRest(_ words: StaticString, at start: Int) -> Int? {
        var at = start
        let pattern = UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
        for byte in pattern {
            guard at < keys.count else { return nil }
            if byte == 0x20 {
                guard keys[at] == 0x20 || keys[at] == 0x0A else { return nil }
                at = skippingSpace(at)
            } else {
                guard keys[at] == byte else { return nil }
                at += 1
            }
        }
        guard at < keys.count, let last = pattern.last else { return at }
        // A footnote's digit may be stuck to a word, and a number to its label.
        return Self.isLetter(keys[at]) || Self.isDigit(last) && Self.isDigit(keys[at]) ? nil : at
    }

    /// The place behind the first of several phrases that matches.
    func match(anyOf phrases: [StaticString], at start: Int) -> Int? {
        for phrase in phrases {
            if let end = match(phrase, at: start) { return end }
        }
        return nil
    }

    /// Whether a line begins with one of the phrases.
    func opens(_ line: FoldedLine, _ phrases: [StaticString]) -> Bool {
        match(anyOf: phrases, at: line.keys.lowerBound) != nil
    }

    /// Whether a line is these words and nothing else.
    func isExactly(_ line: FoldedLine, _ words: StaticString) -> Bool {
        match(words, at: line.keys.lowerBound) == line.keys.upperBound
    }

    /// The first place in a range where a phrase stands as words.
    func find(_ words: StaticString, in range: Range<Int>) -> Range<Int>? {
        let first = words.utf8Start[0]
        var at = range.lowerBound
        while at < range.upperBound {
            if keys[at] == first, at == 0 || !Self.isWordKey(keys[at - 1]), let end = match(words, at: at),
                end <= range.upperBound
            {
                return at..<end
            }
            at += 1
        }
        return nil
    }

    /// The words of a run of keys.
    func words(_ range: Range<Int>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var at = range.lowerBound
        while at < range.upperBound {
            if Self.isWordKey(keys[at]) {
                let start = at
                while at < range.upperBound, Self.isWordKey(keys[at]) { at += 1 }
                words.append(start..<at)
            } else {
                at += 1
            }
        }
        return words
    }

    /// Whether all letters of a run of keys are capitals.
    func isCapitals(_ range: Range<Int>) -> Bool {
        var hasCapital = false
        for at in range where Self.isLetter(keys[at]) {
            if !isCapital[at] { return false }
            hasCapital = true
        }
        return hasCapital
    }

    /// A number of 1 to `maximumDigits` digits and the place behind it.
    func integer(at start: Int, maximumDigits: Int) -> (value: Int, end: Int)? {
        var at = start
        var value = 0
        while at < keys.count, Self.isDigit(keys[at]) {
            guard at - start < maximumDigits else { return nil }
            value = value * 10 + Int(keys[at] &- 0x30)
            at += 1
        }
        return at > start ? (value, at) : nil
    }
}
