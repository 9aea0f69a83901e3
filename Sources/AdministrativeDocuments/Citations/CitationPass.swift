internal import VietnameseText

/// One reading of one text.
struct CitationPass {
    private let reader: SentenceReader
    private let references: [Reference]
    private let names: LawNameReader
    private let numbers: NumberMentionReader
    private var relations: RelationReader
    private let agencies: AgencyNameCache
    private let ownKey: [UInt8]?
    /// The own number without its year, and that year.
    private let shortOwnKey: (key: [UInt8], year: ArraySlice<UInt8>)?
    private var mentions: [Mention] = []
    private var next = 0

    init(_ reader: SentenceReader, _ references: [Reference], _ agencies: AgencyNameCache) {
        self.reader = reader
        self.agencies = agencies
        self.references = references
        names = LawNameReader(reader: reader, references: references)
        numbers = NumberMentionReader(reader: reader, references: references)
        relations = RelationReader(reader: reader)
        ownKey = OwnNumber.find(reader, references)
        let parts = ownKey?.split(separator: UInt8(ascii: "/")) ?? []
        shortOwnKey = parts.count == 3 ? (Array(parts[0]) + [UInt8(ascii: "/")] + parts[2], parts[1]) : nil
    }

    private var floor: Int { mentions.last?.tokens.upperBound ?? 0 }

    mutating func run() {
        var at = 0
        while at < reader.count {
            while next < references.count, references[next].firstToken < at { next += 1 }
            let reference = next < references.count ? references[next].firstToken : reader.count
            at = words(from: at, to: reference)
            guard at == reference, next < references.count else { continue }
            switch references[next].kind {
            case .documentNumber: addNumber(next)
            case .date where references[next].key.count == 10: addDated(next)
            default: break
            }
            at = max(at + max(1, references[next].tokenCount), floor)
        }
    }

    /// Reads the words before a reference, as far as a law's name may open or the first article; where to go on.
    private mutating func words(from start: Int, to end: Int) -> Int {
        let (text, tokens) = (reader.text, reader.tokens)
        var at = start
        while at < end {
            let token = tokens[at]
            let (start, behind) = (Int(token.start), Int(token.end))
            let first = text[start]
            if LawNameReader.mayOpen(text, first, start, behind) {
                // `Bộ luật`, of all that `Bộ` opens.
                let isCode = first != UInt8(ascii: "B") || opensWithL(at + 1)
                if isCode, let name = names.name(at: at, nextReference: next) {
                    addName(name)
                    return max(at + 1, floor)
                }
            } else if first >= 0xC3, first <= 0xC9, relations.firstArticle == .max, behind - start >= 5,
                reader.code(at) == Word.dieu, opensArticle(at)
            {
                relations.firstArticle = at
            }
            at += 1
        }
        return at
    }

    private func opensWithL(_ at: Int) -> Bool {
        at < reader.count && reader.text[reader.start(at)] | 0x20 == UInt8(ascii: "l")
    }

    /// An article's heading, not one quoted from another document.
    private func opensArticle(_ at: Int) -> Bool {
        let gap = reader.gap(before: at)
        return gap.contains(.lineBreak) && !gap.contains(.quote) && reader.isOrdinal(at + 1)
    }

    // MARK: Mentions

    private mutating func addNumber(_ index: Int) {
        let reference = references[index]
        guard let opening = numbers.opening(of: index, from: floor) else { return }
        var mention = Mention(
            tokens: opening.first..<reference.firstToken + reference.tokenCount,
            bytes: reader.start(opening.first)..<reference.end, type: opening.type, number: index)
        // `các Nghị định số 12/2009/NĐ-CP và số 83/2009/NĐ-CP`
        if !opening.hasType, let last = mentions.last, last.number != nil,
            isConnected(last.tokens.upperBound, opening.first), sharesSymbol(last, index)
        {
            mention.type = last.type
        } else if !opening.isNamed, !isPlain(reference) {
            return
        }
        read(&mention, tailFrom: index)
        if mention.agency == nil, opening.hasType, let issuer = numbers.issuer(before: opening.first, from: floor) {
            mention.agency = agencies.name(issuer, reader)
        }
        append(mention)
        shareAgency()
    }

    /// A number that needs no word before it: a standard's, one with a year, or one that a date follows.
    private func isPlain(_ reference: Reference) -> Bool {
        let key = reference.key
        if let first = key.first, first &- 0x30 >= 10 { return true }
        if let slash = key.firstIndex(of: UInt8(ascii: "/")), key.count > slash + 5, key[slash + 5] == key[slash],
            key[(slash + 1)..<(slash + 5)].allSatisfy({ $0 &- 0x30 < 10 })
        {
            return true
        }
        return reader.code(reference.firstToken + reference.tokenCount) == Word.ngay
    }

    private mutating func addName(_ name: LawNameReader.Name) {
        var mention = Mention(
            tokens: name.first..<name.subject.upperBound, bytes: 0..<0, type: name.type, subject: name.subject)
        switch name.ending {
        case .number(let reference):
            mention.number = reference
            let found = references[reference]
            mention.tokens = name.first..<found.firstToken + found.tokenCount
            mention.bytes = reader.start(name.first)..<found.end
            read(&mention, tailFrom: reference)
        case .date(let reference):
            let found = references[reference]
            mention.date = String(decoding: found.key, as: UTF8.self)
            mention.tokens = name.first..<found.firstToken + found.tokenCount
            mention.bytes = reader.start(name.first)..<found.end
            read(&mention, tailFrom: reference)
        case .year(let token):
            mention.date = String(decoding: reader.word(token), as: UTF8.self)
            mention.tokens = name.first..<token + 1
            mention.bytes = reader.start(name.first)..<reader.end(token)
        case .nothing:
            mention.bytes = reader.start(name.first)..<reader.end(name.subject.upperBound - 1)
        }
        append(mention)
    }

    /// `Nghị quyết của Hội đồng nhân dân tỉnh ngày …`, `Chỉ thị ngày … của Thủ tướng Chính phủ`: no number, but all else.
    private mutating func addDated(_ index: Int) {
        let reference = references[index]
        let day = reference.firstToken - 1
        guard day > floor, reader.code(day) == Word.ngay, reader.gap(behind: day).isSubset(of: .plain),
            reader.gap(before: day).isSubset(of: .list)
        else { return }
        let end = reference.firstToken + reference.tokenCount
        var mention = Mention(
            tokens: day..<end, bytes: 0..<reference.end, date: String(decoding: reference.key, as: UTF8.self))
        if let (type, first) = CitedType.ending(at: day - 1, from: floor, reader) {
            guard CitedType.all[type].name != nil, reader.syllable(first).opensWithCapital else { return }
            mention.tokens = first..<end
            mention.type = type
            read(&mention, tailFrom: index)
            guard mention.agency != nil else { return }
        } else {
            guard let (type, first, agency) = typeAndAgency(before: day) else { return }
            mention.tokens = first..<end
            mention.type = type
            mention.agency = agencies.name(agency, reader)
        }
        mention.bytes = reader.start(mention.tokens.lowerBound)..<max(mention.bytes.upperBound, reference.end)
        append(mention)
    }

    private func typeAndAgency(before day: Int) -> (type: Int, first: Int, agency: Range<Int>)? {
        var at = day - 1
        while at > max(floor, day - 16) {
            guard reader.gap(behind: at).isSubset(of: [.space, .lineBreak, .dash, .comma]) else { return nil }
            if reader.code(at) == Word.cua {
                guard let (type, first) = CitedType.ending(at: at - 1, from: floor, reader),
                    CitedType.all[type].name != nil, reader.syllable(first).opensWithCapital,
                    let end = AgencyReader(reader: reader).end(of: at + 1, isJoint: false), end == day
                else { return nil }
                return (type, first, at + 1..<end)
            }
            at -= 1
        }
        return nil
    }

    /// Adds date and agency behind a mention.
    private func read(_ mention: inout Mention, tailFrom reference: Int) {
        let type = mention.type.map { CitedType.all[$0].codes.count } ?? 0
        let tail = numbers.tail(behind: mention.tokens.upperBound, reference: reference, isJoint: type == 4)
        guard tail.end > mention.tokens.upperBound else { return }
        if mention.date == nil { mention.date = tail.date }
        if let agency = tail.agency { mention.agency = agencies.name(agency, reader) }
        mention.tokens = mention.tokens.lowerBound..<tail.end
        mention.bytes = mention.bytes.lowerBound..<reader.end(tail.end - 1)
    }

    private mutating func append(_ mention: Mention) {
        var mention = mention
        relations.isBehindOwn = mentions.last.map { isOwn($0) } ?? false
        mention.relation = relations.relation(of: mention, behind: mentions)
        mentions.append(mention)
    }

    // MARK: Lists

    /// `Chỉ thị số 15/CT-TTg ngày …, Chỉ thị số 16/CT-TTg ngày … của Thủ tướng Chính phủ`: the agency is that of all.
    private mutating func shareAgency() {
        guard let agency = mentions.last?.agency, let number = mentions.last?.number else { return }
        var index = mentions.count - 2
        while index >= 0, mentions[index].agency == nil, let other = mentions[index].number,
            isConnected(mentions[index].tokens.upperBound, mentions[index + 1].tokens.lowerBound),
            CitedType.body(of: references[other].key).elementsEqual(CitedType.body(of: references[number].key))
        {
            mentions[index].agency = agency
            index -= 1
        }
    }

    /// Whether nothing but commas, semicolons and `và` stand between two mentions.
    private func isConnected(_ end: Int, _ first: Int) -> Bool {
        guard first >= end, first - end <= 1 else { return false }
        if first > end, reader.code(end) != Word.va { return false }
        return (end...first).allSatisfy {
            reader.gap(before: $0).isSubset(of: [.space, .lineBreak, .comma, .semicolon])
        }
    }

    private func sharesSymbol(_ last: Mention, _ index: Int) -> Bool {
        guard let number = last.number, last.type != nil else { return false }
        return CitedType.symbol(of: references[number].key) == CitedType.symbol(of: references[index].key)
    }

    // MARK: Citations

    func citations() -> [Citation] {
        var laws = NamedLaws()
        return mentions.compactMap { mention in
            let mention = mention.isCitation ? mention : withoutJoint(mention)
            let type = mention.type.map { CitedType.all[$0] }
            let name = type.flatMap { laws.name($0, mention, reader) }
            var citation = Citation(
                start: mention.bytes.lowerBound, end: mention.bytes.upperBound, type: type?.name,
                agency: mention.agency,
                date: mention.date, relation: mention.relation, key: "")
            if let number = mention.number {
                let reference = references[number]
                if isOwn(reference.key, citation.date) { return nil }
                citation.numberKey = reference.key
                citation.number = reference.start..<reference.end
                citation.key = String(decoding: reference.key, as: UTF8.self)
                if citation.type == nil { citation.type = Self.standards[String(citation.key.prefix(4))] }
            } else if let type, let date = mention.date {
                if let subject = mention.subject {
                    guard !subject.isEmpty || type.isConstitution else { return nil }
                    citation.key = CitationKey.law(type, subject: subject, year: date.prefix(4), reader)
                } else if let agency = mention.agency {
                    citation.key = CitationKey.dated(type, agency: agency, date: date)
                }
            } else if let name, let key = laws.key(of: name) {
                citation.key = key
            }
            if let name, mention.isCitation { laws.add(citation.key, of: name) }
            return citation.key.isEmpty ? nil : citation
        }
    }

    /// `Luật Đất đai và Luật Nhà ở`: a bare name that ran on to the word before another one.
    private func withoutJoint(_ mention: Mention) -> Mention {
        guard let subject = mention.subject, subject.count > 1,
            Self.joints.contains(reader.code(subject.upperBound - 1))
        else { return mention }
        var shorter = mention
        shorter.subject = subject.dropLast()
        shorter.bytes = mention.bytes.lowerBound..<reader.end(subject.upperBound - 2)
        return shorter
    }

    private static let joints = CodeSet("và hoặc")
    private static let standards = ["qcvn": "Quy chuẩn kỹ thuật quốc gia", "tcvn": "Tiêu chuẩn quốc gia"]

    private func isOwn(_ mention: Mention) -> Bool {
        mention.number.map { isOwn(references[$0].key, mention.date) } ?? false
    }

    /// Whether a number is the document's own; notes on its annexes leave out the year.
    private func isOwn(_ key: [UInt8], _ date: String?) -> Bool {
        guard let ownKey else { return false }
        if key == ownKey { return true }
        guard let shortOwnKey, key == shortOwnKey.key else { return false }
        return date?.utf8.starts(with: shortOwnKey.year) ?? true
    }
}
