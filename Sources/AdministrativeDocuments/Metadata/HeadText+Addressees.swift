extension HeadText {
    /// Those behind `Kính gửi:`, or those that a telegram's `… điện:` names.
    func readAddressees(isTelegram: Bool) -> [InspectedValue] {
        guard let (line, start) = addressStart(isTelegram: isTelegram) else { return [] }
        let (items, _) = ItemList(folded: folded, lines: Array(lines)).items(from: start, line: line)
        return items.flatMap(parts).map { folded.value($0, 0.85) }
    }

    private func addressStart(isTelegram: Bool) -> (line: Int, key: Int)? {
        for index in lines.indices {
            let line = lines[index]
            if let behind = folded.match("kinh gui", at: line.keys.lowerBound), folded.isCapital[line.keys.lowerBound] {
                var at = folded.skippingSpace(behind)
                guard at < folded.keys.count else { return nil }
                if folded.keys[at] == UInt8(ascii: ":") { at = folded.skippingSpace(at + 1) }
                guard let line = self.line(of: at) else { return nil }
                return (line, at)
            }
            if isTelegram, line.smalls > 0, line.smalls <= 5, index + 1 < lines.count,
                folded.keys[line.keys].suffix(5).elementsEqual("dien:".utf8), line.capitals > 10
            {
                return (index + 1, lines[index + 1].keys.lowerBound)
            }
        }
        return nil
    }

    /// One sentence may name several, with semicolons.
    private func parts(_ item: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = item.lowerBound
        for at in item.lowerBound...item.upperBound
        where at == item.upperBound || folded.keys[at] == UInt8(ascii: ";") {
            var part = start..<at
            while let first = part.first, ByteSet.holds(" -+\n", folded.keys[first]) { part.removeFirst() }
            while let last = part.last, ByteSet.holds(" \n", folded.keys[last]) { part.removeLast() }
            if !part.isEmpty { parts.append(part) }
            start = at + 1
        }
        return parts
    }
}
