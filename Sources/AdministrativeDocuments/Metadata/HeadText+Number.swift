internal import VietnameseText

extension HeadText {
    /// What stands before a document's own number.
    private static let labels: [StaticString] = [
        "so", "luat so", "bo luat so", "nghi quyet so", "phap lenh so", "lenh so", "nghi dinh so", "quyet dinh so",
        "thong tu so", "chi thi so", "sac lenh so",
    ]

    /// The number behind `Số:`, and the keys it covers.
    mutating func readNumber(
        _ tokens: UnsafeBufferPointer<RawToken>, _ recognizer: inout ReferenceRecognizer,
        _ mayOpenReference: (UInt32) -> Bool
    ) -> (value: InspectedValue, keys: Range<Int>)? {
        for index in head where roles[index] == .open {
            let line = lines[index]
            guard folded.isCapital[line.keys.lowerBound],
                let label = folded.match(anyOf: Self.labels, at: line.keys.lowerBound)
            else { continue }
            var at = folded.skippingSpace(label)
            let hasColon = at < folded.keys.count && ByteSet.holds(":.", folded.keys[at])
            if hasColon { at = folded.skippingSpace(at + 1) }
            guard at < folded.keys.count, FoldedText.isDigit(folded.keys[at]),
                let found = number(at: at, tokens, &recognizer, mayOpenReference)
            else { continue }
            if !hasColon {
                // `Số 12/QĐ-UBND` alone; a sentence may begin with another document's number.
                guard let last = self.line(of: found.keys.upperBound - 1),
                    found.keys.upperBound == lines[last].keys.upperBound
                else { continue }
            }
            mark(line.keys.lowerBound..<found.keys.upperBound, .number)
            var value = found.value
            if !hasColon { value.confidence = 0.8 }
            return (value, found.keys)
        }
        return nil
    }

    /// The document number that begins at a key.
    func number(
        at key: Int, _ tokens: UnsafeBufferPointer<RawToken>, _ recognizer: inout ReferenceRecognizer,
        _ mayOpenReference: (UInt32) -> Bool
    ) -> (value: InspectedValue, keys: Range<Int>)? {
        guard let token = tokens.firstToken(from: Int(folded.offsets[key])), token < tokens.count,
            Int(tokens[token].start) == Int(folded.offsets[key]), mayOpenReference(tokens[token].surface),
            let reference = recognizer.recognize(text: folded.text, tokens: tokens, at: token),
            reference.kind == .documentNumber
        else { return nil }
        var end = key
        while end < folded.keys.count, Int(folded.offsets[end]) < reference.end { end += 1 }
        let value = InspectedValue(
            value: Self.spelled(folded.text, reference.start..<reference.end), start: reference.start,
            end: reference.end, confidence: 0.95)
        return (value, key..<end)
    }

    /// A number as the document spells it, without the spaces, and with one hyphen and one Đ for all that look alike.
    private static func spelled(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> String {
        var value = ""
        for scalar in String(decoding: text[range], as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0x2010...0x2015, 0x2212: value.unicodeScalars.append("-")
            case 0x00D0, 0x0189: value.unicodeScalars.append("Đ")
            case 0x09...0x0D, 0x20, 0xA0, 0xAD, 0x2000...0x200D, 0x202F, 0x2060, 0xFEFF: break
            default: value.unicodeScalars.append(scalar)
            }
        }
        return value
    }
}

extension UnsafeBufferPointer where Element == RawToken {
    /// The first token that begins at an offset or behind it.
    func firstToken(from offset: Int) -> Int? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if Int(self[middle].start) < offset { low = middle + 1 } else { high = middle }
        }
        return low < count ? low : nil
    }
}
