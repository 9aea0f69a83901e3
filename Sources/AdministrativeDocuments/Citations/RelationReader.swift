/// Says what the citing document does with each document it mentions, from the words before and behind the mention.
///
///     basis     = line start "Căn cứ" [filler] mention *(connector mention)
///     object    = subject verbs [filler] mention *(connector mention)
///     subject   = type "này" …  | start of an article, clause or title
///     passive   = mention … ("hết hiệu lực" | "bị bãi bỏ" | "được thay thế bằng" type "này")
///     list      = (basis | object | passive) ":" *(item mention)
///
/// A verb whose subject is another document, or that stands in the passive before the mention (`được sửa đổi bởi`), says
/// nothing of the citing document.
struct RelationReader {
    let reader: SentenceReader
    /// Where the first article's heading stands; the end of the text where there is none.
    var firstArticle = Int.max
    /// Whether the last mention is of the citing document itself: `Thông tư số 2 (this one) sửa đổi Thông tư số 1`.
    var isBehindOwn = false
    /// The first mention that is a basis.
    var firstBasis = Int.max

    private enum Governor {
        case relation(CitationRelation)
        /// As the mention before.
        case sibling
        /// The words before say that it is no object of the citing document.
        case other
        case none
    }

    private static let maximumFillers = 40

    /// The relation of a mention that follows `mentions`; `floor` is the token behind the last of them.
    mutating func relation(of mention: Mention, behind mentions: [Mention]) -> CitationRelation? {
        let floor = mentions.last?.tokens.upperBound ?? 0
        let first = mention.tokens.lowerBound
        switch governor(of: first, from: floor) {
        case .relation(let relation):
            if relation == .basis, firstBasis == .max { firstBasis = first }
            return relation
        case .sibling: return mentions.last?.relation
        case .other: return nil
        case .none: break
        }
        if let inherited = inherited(mention, mentions) { return inherited }
        if opensClause(first), let relation = listHeader(before: first, from: floor) { return relation }
        return opensClause(clauseStart(first, from: floor)) ? passive(behind: mention) : nil
    }

    /// `2. Điều 9 Nghị định số 1 … hết hiệu lực`: where the part of the document begins that a sentence speaks of.
    private func clauseStart(_ first: Int, from floor: Int) -> Int {
        var at = first
        while at > max(floor, first - 12), !opensClause(at), reader.gap(before: at).isSubset(of: .list),
            Self.fillers.contains(reader.code(at - 1)) || reader.isOrdinal(at - 1)
        {
            at -= 1
        }
        return at
    }

    // MARK: Before the mention

    private func governor(of first: Int, from floor: Int) -> Governor {
        var at = first - 1
        var isAccordingTo = false
        let limit = max(floor, first - Self.maximumFillers)
        while at >= limit {
            let gap = reader.gap(behind: at)
            guard gap.isDisjoint(with: [.semicolon, .colon, .stop, .other, .opening, .closing]),
                !gap.contains(.paragraph)
            else { return .none }
            let code = reader.code(at)
            if code == Word.cu, reader.code(at - 1) == Word.can {
                return opensLine(at - 1) ? .relation(.basis) : .other
            }
            if let verb = RelationVerbs.joined(endingAt: at, from: floor, reader) {
                // `Bổ sung tờ khai theo mẫu tại Thông tư số …` changes no circular.
                if isAccordingTo || Self.nounMarks.contains(reader.code(at + 1)) { return .other }
                return isOwn(verb.relation, verbAt: verb.first, from: floor) ? .relation(verb.relation) : .other
            }
            // `bãi bỏ Quy chế … ban hành kèm theo Quyết định số …`
            if code == Word.theo, reader.code(at - 1) == Word.kem { return attachment(at - 2, from: floor) }
            guard Self.fillers.contains(code) || reader.isOrdinal(at) else { return .none }
            if code == Word.theo { isAccordingTo = true }
            at -= 1
        }
        guard at < floor, floor > 0 else { return .none }
        let joint = reader.gap(behind: at)
        return joint.isDisjoint(with: .clauseEnds) && !joint.contains(.paragraph) ? .sibling : .none
    }

    /// The governor of an attached text whose decision is mentioned.
    private func attachment(_ last: Int, from floor: Int) -> Governor {
        var at = last
        while at >= max(floor, last - 30) {
            guard reader.gap(behind: at).isDisjoint(with: [.semicolon, .colon, .stop, .other]),
                reader.code(at) != Word.theo
            else { return .none }
            if let verb = RelationVerbs.joined(endingAt: at, from: floor, reader) {
                return isOwn(verb.relation, verbAt: verb.first, from: floor) ? .relation(verb.relation) : .other
            }
            at -= 1
        }
        return .none
    }

    /// Whether the citing document is the subject of a verb.
    private func isOwn(_ relation: CitationRelation, verbAt verb: Int, from floor: Int) -> Bool {
        let before = verb - 1
        let code = reader.code(before)
        if code == Word.duoc || code == Word.bi { return false }
        let isHead = verb < firstBasis && verb < firstArticle && verb < 700
        if opensClause(verb) || opensTitle(verb) {
            if isHead { return true }
            return verb > firstArticle && reader.syllable(verb).opensWithCapital && relation != .guides && !isTask(verb)
        }
        if verb > firstArticle, relation != .guides, followsVerb(verb, from: floor) { return true }
        if isHead, Self.titleWords.contains(reader.code(before - 1), code) { return true }
        // `Bộ trưởng Bộ Y tế ban hành Thông tư hướng dẫn …` between the bases and the first article.
        if verb < firstArticle, isHead || verb > firstBasis, before >= floor,
            let (_, start) = CitedType.ending(at: before, from: floor, reader), reader.syllable(start).opensWithCapital
        {
            return reader.code(start - 1) == Word.hanh || isHead
        }
        return subjectIsThis(verb, from: floor)
    }

    /// `- Sửa đổi Nghị định số …` and `Kiến nghị: Sửa đổi …` are tasks of a plan: what takes effect is numbered.
    private func isTask(_ verb: Int) -> Bool {
        let gap = reader.gap(before: verb)
        // `Điều 1: Sửa đổi …`, `1- Sửa đổi …`
        if reader.isOrdinal(verb - 1), !gap.contains(.lineBreak) { return false }
        return !gap.isDisjoint(with: [.dash, .colon])
    }

    /// `1. Bổ sung cụm từ, bãi bỏ khoản tại Nghị định số …`: whether another verb opens the clause.
    private func followsVerb(_ verb: Int, from floor: Int) -> Bool {
        guard reader.gap(before: verb).contains(.comma) || reader.code(verb - 1) == Word.va else { return false }
        var at = verb - 1
        while at > max(floor, verb - 10), !opensClause(at), reader.gap(before: at).isSubset(of: .list) { at -= 1 }
        return opensClause(at) && reader.syllable(at).opensWithCapital
            && RelationVerbs.ending(at: at + 1, reader)?.first == at
    }

    /// Whether `Quyết định này` stands before a verb in its sentence, and no other document between.
    private func subjectIsThis(_ verb: Int, from floor: Int) -> Bool {
        var at = verb - 1
        while at >= max(floor, verb - 45) {
            let gap = reader.gap(behind: at)
            guard gap.isDisjoint(with: [.semicolon, .colon, .stop, .other]), !gap.contains(.paragraph) else { break }
            let code = reader.code(at)
            if Self.conditions.contains(code) { return false }
            if code == Word.nay, let (_, start) = CitedType.ending(at: at - 1, from: floor, reader) {
                return reader.syllable(start).opensWithCapital
            }
            at -= 1
        }
        if at < floor, floor > 0, isBehindOwn { return true }
        // `Quyết định có hiệu lực kể từ ngày ký và thay thế …`
        guard at + 1 < verb, let (_, end) = CitedType.opening(at: at + 1, reader) else { return false }
        return reader.code(end) == Word.co && reader.code(end + 1) == Word.hieu
    }

    // MARK: Lists

    /// What a mention has from the one before it in a list: behind `và`, a comma, a semicolon or as the next item.
    private func inherited(_ mention: Mention, _ mentions: [Mention]) -> CitationRelation? {
        let first = mention.tokens.lowerBound
        guard let last = mentions.last, first - last.tokens.upperBound <= 150,
            let related = mentions.suffix(6).last(where: { $0.relation != nil }), let relation = related.relation
        else { return nil }
        var at = first - 1
        var gaps = reader.gap(behind: at)
        var hasOrdinal = false
        if reader.code(at) == Word.va {
            at -= 1
            gaps.formUnion(reader.gap(behind: at))
            // `Căn cứ Nghị định số 1 sửa đổi Nghị định số 2 … và Nghị định số 3`: the third is changed, too.
            if last.relation == nil, isLaw(mention) || !isLaw(last) { return nil }
            gaps.insert(.comma)
        }
        while first - at < 4, at >= last.tokens.upperBound, reader.isOrdinal(at),
            !gaps.isDisjoint(with: [.closing, .stop, .slash])
        {
            at -= 1
            hasOrdinal = true
            gaps.formUnion(reader.gap(behind: at))
        }
        let isItem = gaps.contains(.semicolon) || (gaps.contains(.lineBreak) && (gaps.contains(.dash) || hasOrdinal))
        guard isItem || gaps.contains(.comma) else { return nil }
        // Between the mentions stands what the first is about, and nothing else.
        var sentence = related.tokens.upperBound - 1
        while sentence < at {
            let gap = reader.gap(behind: sentence)
            if !gap.isDisjoint(with: [.semicolon, .colon]) || gap.contains(.stop) && gap.contains(.space) {
                guard isItem, relation == .basis || isItem, isItemBoundary(sentence, mentions) else { return nil }
            }
            sentence += 1
        }
        return relation
    }

    private func isLaw(_ mention: Mention) -> Bool { mention.type.map { CitedType.all[$0].isLaw } ?? false }

    /// Whether a sentence's end between related mentions is that of an item which a mention follows at once.
    private func isItemBoundary(_ token: Int, _ mentions: [Mention]) -> Bool {
        mentions.suffix(6).contains { mention in
            mention.tokens.lowerBound > token && mention.tokens.lowerBound - token <= 3
        }
    }

    /// The relation of a list's first item: what the words before the colon say.
    private func listHeader(before first: Int, from floor: Int) -> CitationRelation? {
        var colon = first - 1
        while colon >= floor, !reader.gap(behind: colon).contains(.colon) {
            guard first - colon <= 3, reader.isOrdinal(colon) else { return nil }
            colon -= 1
        }
        guard colon >= floor else { return nil }
        var at = colon
        while at >= max(floor, colon - 40) {
            if at < colon, !reader.gap(behind: at).isDisjoint(with: [.semicolon, .colon, .stop, .other]) { return nil }
            let code = reader.code(at)
            if code == Word.hieu, reader.code(at - 1) == Word.het { return .expires }
            if code == Word.cu, reader.code(at - 1) == Word.can { return opensLine(at - 1) ? .basis : nil }
            // `thay thế các văn bản hướng dẫn sau đây:`: the verb behind a noun belongs to it.
            if let verb = RelationVerbs.joined(endingAt: at, from: floor, reader),
                !Self.documents.contains(reader.code(verb.first - 1))
            {
                if reader.code(verb.first - 1) == Word.bi { return verb.relation }
                return isOwn(verb.relation, verbAt: verb.first, from: floor) ? verb.relation : nil
            }
            at -= 1
        }
        return nil
    }

    // MARK: Behind the mention

    /// `Quyết định số 1 … hết hiệu lực kể từ ngày Quyết định này có hiệu lực`, `… bị bãi bỏ`, `… được thay thế bằng Quyết định này`.
    private func passive(behind mention: Mention) -> CitationRelation? {
        var at = mention.tokens.upperBound
        let limit = min(reader.count, at + 100)
        while at < limit {
            let gap = reader.gap(before: at)
            if !gap.isDisjoint(with: [.semicolon, .colon]) || gap.contains(.stop) && gap.contains(.space)
                || gap.contains(.paragraph)
            {
                return nil
            }
            switch reader.code(at) {
            case Word.hieu where Self.endings.contains(reader.code(at - 1)):
                return reader.code(at + 1) == Word.luc ? .expires : nil
            case Word.bi, Word.duoc:
                if let verb = RelationVerbs.ending(at: at + 2, reader), verb.first == at + 1 {
                    if verb.relation == .repeals { return .repeals }
                    if verb.relation == .replaces, endsInThis(at + 3) { return .replaces }
                    return nil
                }
            default: break
            }
            at += 1
        }
        return nil
    }

    /// Whether `… bằng Quyết định này` stands at a token.
    private func endsInThis(_ first: Int) -> Bool {
        var at = first
        while at < min(reader.count, first + 8) {
            if reader.code(at) == Word.nay { return true }
            at += 1
        }
        return false
    }

    // MARK: Starts

    /// Whether a token opens a line or an item.
    private func opensLine(_ at: Int) -> Bool {
        guard reader.syllable(at).opensWithCapital else { return false }
        let gap = reader.gap(before: at)
        return at == 0 || gap.contains(.lineBreak) || !gap.isDisjoint(with: .clauseEnds)
            || (gap.contains(.closing) && reader.isOrdinal(at - 1))
    }

    /// Whether a token opens a sentence, an item, or what follows an item's number.
    private func opensClause(_ at: Int) -> Bool {
        if at == 0 { return true }
        let gap = reader.gap(before: at)
        if !gap.isDisjoint(with: .clauseEnds) || gap.contains(.paragraph) { return true }
        if gap.contains(.closing), reader.isOrdinal(at - 1) { return true }
        if gap.contains(.lineBreak), gap.contains(.dash) { return true }
        if Self.plurals.contains(reader.code(at - 1)) { return opensClause(at - 1) }
        // `Kể từ ngày Thông tư này có hiệu lực, Thông tư số …`
        return gap.contains(.comma) && (reader.code(at - 1) == Word.luc || reader.code(at - 1) == Word.hanh)
    }

    /// Whether a verb in capitals goes on with a title in capitals.
    private func opensTitle(_ verb: Int) -> Bool {
        reader.syllable(verb).isCapitals && reader.gap(before: verb).contains(.lineBreak)
            && CitedType.ending(at: verb - 1, from: 0, reader) != nil
    }

    // MARK: Words

    private static let fillers = CodeSet(
        """
        các những một số điều khoản điểm tiết mục chương phần của và hoặc toàn bộ đoạn phụ lục nội dung quy định tại việc thi \
        hành thực hiện biện pháp áp dụng vào theo cùng tiểu cụm từ tên gạch đầu dòng thứ nhất hai ba cả cho bảng biểu mẫu \
        phạm vi trong cuối đối với
        """)
    private static let documents = CodeSet("bản liệu cứ lệnh tư định quyết luật")
    private static let nounMarks = CodeSet("tại theo của bởi bằng trong")
    private static let conditions = CodeSet("khi nếu chưa không trường đề trình kiến")
    private static let endings = CodeSet("hết còn dứt")
    private static let plurals = CodeSet("các những")
    private static let titleWords = CodeSet("về_việc v_v")
}
