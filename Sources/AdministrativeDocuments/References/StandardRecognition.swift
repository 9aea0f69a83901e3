/// Reads the numbers of technical regulations and standards: `QCVN 06:2022/BXD`, `TCVN ISO/IEC 17025:2017`,
/// `QCVN 01-119:2012/BNNPTNT`.
struct StandardRecognition {
    let reader: TokenReader

    /// The standard that begins at a token `QCVN` or `TCVN`; `key` is scratch space.
    func standard(at first: Int, key: inout [UInt8]) -> Reference? {
        key.removeAll(keepingCapacity: true)
        _ = FoldedWord(reader.word(first), into: &key)
        var last = first
        // TCVN ISO 9001, TCVN ISO/IEC 17025
        for body in ["iso", "iec", "iso"] as [StaticString] where last + 1 < reader.count {
            let gap = reader.gap(behind: last)
            guard FoldedWord.matches(reader.word(last + 1), body), gap.isSpace || gap.mark == .slash else { continue }
            if gap.mark == .slash { key.append(UInt8(ascii: "/")) }
            _ = FoldedWord(reader.word(last + 1), into: &key)
            last += 1
        }
        let gap = reader.gap(behind: last)
        // `QCVN:01-2008/BLĐTBXH`
        guard gap.isSpace || (gap.mark == .dash && gap.isTight) || gap.mark == .colon && !gap.hasBreakBefore,
            last + 1 < reader.count,
            reader.word(last + 1).first.map({ $0 &- 0x30 < 10 }) == true, append(last + 1, to: &key)
        else { return nil }
        last += 1
        // Parts: 7303-2-3, 09-MT
        while last + 1 < reader.count {
            let gap = reader.gap(behind: last)
            guard gap.mark == .dash, gap.isTight, !isYearBeforeAgency(last + 1) else { break }
            let mark = key.count
            key.append(UInt8(ascii: "-"))
            guard append(last + 1, to: &key) else {
                key.removeLast(key.count - mark)
                break
            }
            last += 1
        }
        appendYear(behind: &last, key: &key)
        appendAgency(behind: &last, key: &key)
        return Reference(
            kind: .documentNumber, key: Array(key), start: reader.range(first).lowerBound,
            end: reader.range(last).upperBound, firstToken: first, tokenCount: last - first + 1)
    }

    /// A part of a standard's number: digits, or few capitals.
    private func append(_ index: Int, to key: inout [UInt8]) -> Bool {
        let word = reader.word(index)
        guard word.count <= 8 else { return false }
        let mark = key.count
        let part = FoldedWord(word, into: &key)
        guard !part.hasOther, !part.hasTone, part.smalls <= 1, part.count <= 6 else {
            key.removeLast(key.count - mark)
            return false
        }
        return true
    }

    private func appendYear(behind last: inout Int, key: inout [UInt8]) {
        let gap = reader.gap(behind: last)
        // `QCVN 10-MT/2015/BTNMT` and `QCVN 01-2008/BLĐTBXH` are spelled so, too.
        let isYear =
            gap.mark == .colon || gap.mark == .slash && gap.isTight || gap.mark == .dash && isYearBeforeAgency(last + 1)
        guard isYear, !gap.hasBreakBefore, let year = reader.year(last + 1) else { return }
        key.append(UInt8(ascii: ":"))
        key.append(contentsOf: [year / 1000, year / 100 % 10, year / 10 % 10, year % 10].map { UInt8(0x30 + $0) })
        last += 1
    }

    private func isYearBeforeAgency(_ index: Int) -> Bool {
        guard reader.year(index) != nil else { return false }
        let gap = reader.gap(behind: index)
        return gap.mark == .slash && gap.isTight
    }

    private func appendAgency(behind last: inout Int, key: inout [UInt8]) {
        let gap = reader.gap(behind: last)
        guard gap.mark == .slash, !gap.hasBreakBefore, last + 1 < reader.count else { return }
        let mark = key.count
        key.append(UInt8(ascii: "/"))
        let agency = FoldedWord(reader.word(last + 1), into: &key)
        let isAbbreviation = agency.startsWithCapital && agency.capitals >= 2
        let isTyped = agency.capitals == 0 && gap.isTight && (2...10).contains(agency.count)
        guard agency.startsWithLetter, !agency.hasOther, !agency.hasTone, isAbbreviation || isTyped else {
            key.removeLast(key.count - mark)
            return
        }
        last += 1
        // BNN&PTNT is BNNPTNT.
        while last + 1 < reader.count {
            let joint = reader.gap(behind: last)
            guard joint.mark == .ampersand, joint.isTight else { return }
            _ = FoldedWord(reader.word(last + 1), into: &key)
            last += 1
        }
    }
}
