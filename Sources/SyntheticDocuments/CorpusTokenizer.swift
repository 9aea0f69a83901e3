/// A word of the corpus with what stands before it.
struct CorpusToken {
    var word: String
    /// What stands between the word before and this one: spaces and marks.
    var gap: String
    /// A word to be filled in, or nil for the word itself.
    var slot: UInt32?
}

/// Cuts a paragraph into words and finds what varies from document to document: numbers, dates, names, citations.
struct CorpusTokenizer {
    private struct Chunk {
        var lead: Substring
        var core: Substring
        var trail: Substring
    }

    private let provinces = (Names.provinces + Names.cities).map { $0.split(separator: " ").map(String.init) }
    private let types: [[String]] = Set(DocumentKind.allCases.map(\.name)).sorted().map {
        $0.split(separator: " ").map(String.init)
    }
    private static let localities: Set<String> = [
        "huyện", "quận", "xã", "phường", "trấn", "ấp", "thôn", "khóm", "bản", "buôn", "làng", "sông", "kênh", "cống",
        "hồ", "đường",
    ]

    func tokens(of text: Substring) -> [CorpusToken] {
        let chunks = text.split(separator: " ").map(Self.chunk)
        var found: [CorpusToken] = []
        var pending = ""
        var at = 0
        while at < chunks.count {
            let first = chunks[at]
            guard !first.core.isEmpty else {
                pending += " " + first.lead
                at += 1
                continue
            }
            let match = slot(in: chunks, at: at)
            let last = chunks[at + (match?.count ?? 1) - 1]
            found.append(
                CorpusToken(
                    word: String(first.core), gap: pending + (at == 0 ? "" : " ") + first.lead, slot: match?.slot))
            pending = String(last.trail)
            at += match?.count ?? 1
        }
        if let last = pending.last, !found.isEmpty, ".;:".contains(last) {
            found.append(CorpusToken(word: "", gap: pending, slot: WordId.end))
        } else {
            found.append(CorpusToken(word: "", gap: "", slot: WordId.end))
        }
        return found
    }

    private static func chunk(_ text: Substring) -> Chunk {
        guard let start = text.firstIndex(where: { $0.isLetter || $0.isNumber }),
            let end = text.lastIndex(where: { $0.isLetter || $0.isNumber || "%‰".contains($0) })
        else { return Chunk(lead: text, core: "", trail: "") }
        return Chunk(lead: text[..<start], core: text[start...end], trail: text[text.index(after: end)...])
    }

    // MARK: What varies

    private func slot(in chunks: [Chunk], at: Int) -> (slot: UInt32, count: Int)? {
        let core = chunks[at].core
        if core.first?.isUppercase ?? false {
            for type in types where Self.matches(type, chunks, at) {
                let number = at + type.count + 1
                guard number < chunks.count, chunks[number - 1].core == "số", Self.isDocumentNumber(chunks[number].core)
                else { continue }
                let date = Self.dateCount(chunks, number + 1)
                return (WordId.citation, number + 1 + date - at)
            }
            for province in provinces where Self.matches(province, chunks, at) {
                return (WordId.province, province.count)
            }
            if at > 0, chunks[at].lead.isEmpty, chunks[at - 1].trail.isEmpty {
                let before = chunks[at - 1].core
                let run = Self.capitalRun(chunks, at)
                if run >= 2, ["ông", "bà", "Ông", "Bà"].contains(before) { return (WordId.person, run) }
                if run >= 1, run <= 3, Self.localities.contains(String(before)) { return (WordId.locality, run) }
            }
            return nil
        }
        if Self.isDocumentNumber(core) { return (WordId.citedNumber, 1) }
        if core == "ngày" {
            let count = Self.dateCount(chunks, at)
            if count == 6 { return (WordId.date, 6) }
        }
        if core.filter({ $0 == "/" }).count == 2, core.allSatisfy({ $0.isNumber || $0 == "/" }) {
            return (WordId.shortDate, 1)
        }
        return nil
    }

    private static func matches(_ words: [String], _ chunks: [Chunk], _ at: Int) -> Bool {
        guard at + words.count <= chunks.count else { return false }
        for (index, word) in words.enumerated() {
            let chunk = chunks[at + index]
            let isSame = chunk.core == word || (word == "-" && chunk.core.isEmpty && chunk.lead == "-")
            guard isSame, index == 0 || chunk.lead.isEmpty || word == "-",
                index == words.count - 1 || chunk.trail.isEmpty
            else { return false }
        }
        return true
    }

    /// `96/KH-UBND`, `30/2020/NĐ-CP`, `735/SNN-TL`.
    private static func isDocumentNumber(_ core: Substring) -> Bool {
        guard core.first?.isNumber ?? false, core.contains("/"), core.contains("-") || core.contains("QH") else {
            return false
        }
        return core.contains(where: \.isUppercase)
    }

    /// The chunks of `ngày 23 tháng 6 năm 2020` or `ngày 23/6/2020`; 0 where no date stands.
    private static func dateCount(_ chunks: [Chunk], _ at: Int) -> Int {
        guard at + 1 < chunks.count, chunks[at].core == "ngày", chunks[at].lead.isEmpty else { return 0 }
        if chunks[at + 1].core.contains("/") { return 2 }
        guard at + 5 < chunks.count, chunks[at + 2].core == "tháng", chunks[at + 4].core == "năm" else { return 0 }
        return 6
    }

    private static func capitalRun(_ chunks: [Chunk], _ at: Int) -> Int {
        var count = 0
        while at + count < chunks.count, chunks[at + count].core.first?.isUppercase ?? false,
            count == 0 || chunks[at + count].lead.isEmpty
        {
            count += 1
            if !chunks[at + count - 1].trail.isEmpty { break }
        }
        return count
    }
}
