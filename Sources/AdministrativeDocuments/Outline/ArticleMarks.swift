/// Weighs the lines that open with `Điều n`, and what stands between them, and has the sequence chosen.
struct ArticleMarks {
    let text: UnsafeRawBufferPointer
    let blocks: [OutlineBlock]
    let marks: [OutlineMark]

    /// The blocks that are headings of articles, rising, and whether a numbering begins with each.
    func chosen() -> [(block: Int, startsAnew: Bool)] {
        var candidates: [ArticleSequence.Candidate] = []
        var boundaries = 0
        for (index, block) in blocks.enumerated() {
            guard block.mark >= 0 else {
                if block.traits.contains(.opensBoilerplate) { boundaries += 6 }
                if block.traits.contains(.isIssueNote) { boundaries += 6 }
                if block.traits.contains(.isAttachmentTitle) { boundaries += 4 }
                continue
            }
            let mark = marks[Int(block.mark)]
            switch mark.kind {
            case .article:
                guard mark.value.main <= 2000, let worth = worth(index, block, mark) else { continue }
                candidates.append(
                    ArticleSequence.Candidate(
                        block: index, number: mark.value.main, suffix: mark.value.suffix, worth: worth,
                        boundaries: boundaries))
            case .annex, .form:
                if isFresh(block), mark.follower != .small { boundaries += 4 }
            default: break
            }
        }
        return ArticleSequence.chosen(candidates)
    }

    private func isFresh(_ block: OutlineBlock) -> Bool { !block.traits.contains(.joinsPrevious) }

    /// What a line's shape is worth, nil for a plain mention.
    private func worth(_ index: Int, _ block: OutlineBlock, _ mark: OutlineMark) -> Int? {
        var worth: Int
        switch mark.delimiter {
        case UInt8(ascii: "."), UInt8(ascii: ":"): worth = mark.follower == .small ? 5 : 10
        case UInt8(ascii: "-"): worth = 6
        case UInt8(ascii: ","), UInt8(ascii: ";"):
            // `Điều 21, Thanh tra về phòng`: a slip for the stop.
            guard mark.follower == .capital, isFresh(block), !namesLaw(mark.end, block.end) else { return nil }
            worth = 3
        case UInt8(ascii: "/"), UInt8(ascii: ")"): worth = mark.follower == .other ? -4 : 2
        default:
            guard let bare = bareWorth(index, block, mark) else { return nil }
            worth = bare
        }
        if !block.traits.isDisjoint(with: [.isMentioned, .isContents]) { return nil }
        if mark.isDoubtful { worth -= 15 }
        if block.traits.contains(.joinsPrevious) {
            let isBehindTitle =
                index > 0 && LineShape(text: text).isCapitals(blocks[index - 1].start, blocks[index - 1].end)
            if !isBehindTitle { worth -= block.traits.contains(.isWrapped) ? 9 : 5 }
        }
        if block.traits.contains(.mayBeQuoted) { worth -= 12 }
        // In turn only, where the quotation's end was not found.
        if block.traits.contains(.isQuoted) { worth -= 13 }
        if block.traits.contains(.isAnnounced) { worth -= 9 }
        return worth
    }

    /// `Điều 14` alone on its line, or `Điều 14 Phạm vi`; not `Điều 14 của Luật này`, `Điều 14 Luật Đất đai`.
    private func bareWorth(_ index: Int, _ block: OutlineBlock, _ mark: OutlineMark) -> Int? {
        let shape = LineShape(text: text)
        switch mark.follower {
        case .lineEnd:
            let next = shape.skippingSpaces(mark.end, text.count)
            guard next < text.count else { return 2 }
            if shape.opensInLowerCase(next, text.count) || ByteSet.holds(",;)", text[next]) { return nil }
            let isWrapped = index + 1 >= blocks.count || blocks[index + 1].start > next
            return isWrapped && namesLaw(next, min(text.count, next + 40)) ? -2 : 7
        case .capital:
            let next = shape.skippingSpaces(mark.end, block.end)
            if next < block.end, namesLaw(next, block.end) { return nil }
            return 5
        case .other:
            let next = shape.skippingSpaces(mark.end, block.end)
            // `Điều 2 [3]`, `Điều 2 “…`
            return next < block.end && ByteSet.holds(",;)", text[next]) ? nil : 1
        case .small: return nil
        }
    }

    private static let laws: [[StaticString]] = [
        ["luat"], ["bo", "luat"], ["nghi", "dinh"], ["nghi", "quyet"], ["thong", "tu"], ["quyet", "dinh"],
        ["quy", "che"], ["quy", "dinh"], ["dieu", "le"], ["hien", "phap"], ["phap", "lenh"], ["hiep", "dinh"],
        ["cong", "uoc"], ["phu", "luc"], ["khoan"], ["diem"], ["chuong"], ["muc"], ["dieu"], ["hop", "dong"],
        ["blhs"], ["bltths"], ["blds"], ["bltds"], ["tcvn"], ["qcvn"],
    ]

    private func namesLaw(_ start: Int, _ end: Int) -> Bool {
        let shape = LineShape(text: text)
        // A title in capitals may name a law.
        guard Self.laws.contains(where: { shape.opens(start..<end, $0) }) else { return false }
        return !shape.isCapitals(start, min(end, start + 12))
    }
}
