/// Reads signatures: positions in capitals, and the names under them.
struct SignatureReader {
    let folded: FoldedText
    /// The lines to read, in order; a column of a block whose columns were merged.
    let lines: [FoldedLine]

    private static let mostSigners = 12
    /// Lines between a position and its name, such as `(Đã ký)` and a rank.
    private static let mostLinesBetween = 4

    /// The signers from a line on, and the index of the first line behind the last of them.
    func signers(from first: Int) -> (signers: [Signer], next: Int) {
        var signers: [Signer] = []
        var next = first
        var index = first
        while index < lines.count, signers.count < Self.mostSigners {
            guard Positions.opens(folded, lines[index]) else {
                // Behind a signature only another one goes on.
                if !signers.isEmpty, index - next > 2 { break }
                index += 1
                continue
            }
            var end = index + 1
            while end < lines.count, lines[end].isCapitals, !lines[end].isRule, end - index < 8,
                PersonNames.name(folded, lines[end].keys) == nil
            {
                end += 1
            }
            guard let (name, behind) = name(from: end) else {
                index = end
                continue
            }
            let (capacity, position) = titles(index..<end)
            signers.append(Signer(name: name, capacity: capacity, position: position))
            index = behind
            next = behind
        }
        return (signers, next)
    }

    /// The name in the lines below a position.
    private func name(from start: Int) -> (InspectedValue, Int)? {
        for index in start..<min(lines.count, start + Self.mostLinesBetween) {
            let line = lines[index]
            if line.isRule || isSignedNote(line) { continue }
            guard line.keys.count <= 60, folded.isCapital[line.keys.lowerBound] else { return nil }
            // A wrap may part a name, or a rank from it.
            var end = index
            while end + 1 < lines.count, lines[end + 1].isWrapped, end - index < 2, !isSignedNote(lines[end + 1]),
                folded.words(line.keys.lowerBound..<lines[end + 1].keys.upperBound).count <= 8,
                lines[end + 1].keys.count <= 30, lines[end + 1].isCapitals == false
            {
                end += 1
            }
            for last in stride(from: end, through: index, by: -1) {
                if let name = PersonNames.name(folded, line.keys.lowerBound..<lines[last].keys.upperBound) {
                    return (name, last + 1)
                }
            }
            // A rank alone, the name on the next line.
            if index + 1 < lines.count,
                let name = PersonNames.name(folded, line.keys.lowerBound..<lines[index + 1].keys.upperBound),
                name.start > line.start
            {
                return (name, index + 2)
            }
            return nil
        }
        return nil
    }

    private func isSignedNote(_ line: FoldedLine) -> Bool {
        folded.opens(line, ["(da ky", "da ky", "( da ky", "(signed", "(ky"]) && line.keys.count < 40
    }

    /// Capacity and own position in the lines above a name.
    private func titles(_ range: Range<Int>) -> (capacity: InspectedValue?, position: InspectedValue?) {
        var marks: [String] = []
        var capacityKeys: Range<Int>?
        var own: Range<Int>?
        var isOwn = true
        // A wrap may part a position's words, of which the last ones are a position, too: `PHÓ⏎ THỦ TƯỚNG`.
        var wrappedUntil = 0
        for index in range {
            let line = lines[index]
            if let (mark, behind) = Positions.mark(folded, at: line.keys.lowerBound) {
                marks.append(mark)
                let acting = mark == "Q."
                let end = acting ? behind : line.keys.upperBound
                capacityKeys = (capacityKeys?.lowerBound ?? line.keys.lowerBound)..<end
                isOwn = acting
                own = acting ? min(folded.skippingSpace(behind), line.keys.upperBound)..<line.keys.upperBound : nil
            } else if line.keys.lowerBound >= wrappedUntil,
                let end = Positions.positionEnd(folded, at: line.keys.lowerBound), !endsOpen(before: index, range)
            {
                isOwn = true
                own = line.keys
                wrappedUntil = end
            } else if PersonNames.isRank(folded, line.keys) {
                continue
            } else if isOwn, let known = own {
                own = known.lowerBound..<line.keys.upperBound
            } else if let known = capacityKeys, own == nil {
                capacityKeys = known.lowerBound..<line.keys.upperBound
            }
        }
        let capacity = capacityKeys.map { keys in
            let bytes = folded.bytes(keys)
            return InspectedValue(
                value: marks.joined(separator: " "), start: bytes.lowerBound, end: bytes.upperBound, confidence: 0.9)
        }
        guard let own, !own.isEmpty else { return (capacity, nil) }
        return (capacity, folded.value(own, 0.85))
    }

    /// `KT. TỔNG CỤC⏎ TRƯỞNG`: whether the line before cannot be a whole title.
    private func endsOpen(before index: Int, _ range: Range<Int>) -> Bool {
        guard index > range.lowerBound else { return false }
        let line = lines[index - 1]
        guard let (_, behind) = Positions.mark(folded, at: line.keys.lowerBound) else { return false }
        return folded.skippingSpace(behind) >= line.keys.upperBound
    }
}
