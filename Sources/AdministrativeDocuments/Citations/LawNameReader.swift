/// Reads laws, codes and ordinances by their names: `Luật Đất đai ngày 18 tháng 01 năm 2024`, `Bộ luật Hình sự năm 2015`,
/// `Luật Thuế giá trị gia tăng số 13/2008/QH12`, `Hiến pháp năm 2013`.
struct LawNameReader {
    let reader: SentenceReader
    let references: [Reference]

    /// How a name ended.
    enum Ending {
        case number(reference: Int)
        case date(reference: Int)
        case year(token: Int)
        case nothing
    }

    struct Name {
        var type: Int
        var first: Int
        /// The subject's tokens, without `số`, `ngày`, `năm` behind it.
        var subject: Range<Int>
        var ending: Ending
    }

    /// `Luật sửa đổi, bổ sung một số điều của 11 luật có liên quan đến quy hoạch` and longer.
    private static let maximumTokens = 48

    /// Whether a token may open a law's name, by its first two bytes and its length alone: `Luật`, `Pháp`, `Hiến`, `Bộ`.
    @inline(__always)
    static func mayOpen(_ text: UnsafeRawBufferPointer, _ first: UInt8, _ start: Int, _ end: Int) -> Bool {
        let length = end - start
        switch first {
        case UInt8(ascii: "L"): return (5...9).contains(length) && text[start + 1] | 0x20 == UInt8(ascii: "u")
        case UInt8(ascii: "P"): return (5...9).contains(length) && text[start + 1] | 0x20 == UInt8(ascii: "h")
        case UInt8(ascii: "H"): return (5...9).contains(length) && text[start + 1] | 0x20 == UInt8(ascii: "i")
        case UInt8(ascii: "B"):
            guard (3...6).contains(length) else { return false }
            let second = text[start + 1]
            return second == 0xE1 || second | 0x20 == UInt8(ascii: "o") || second == 0xC3
        default: return false
        }
    }

    /// The name that begins at a token; `nextReference` is the first reference at or behind it.
    func name(at first: Int, nextReference: Int) -> Name? {
        guard let (type, end) = CitedType.opening(at: first, reader), CitedType.all[type].isLaw,
            !Self.nouns.contains(reader.code(end)) || reader.syllable(end).opensWithCapital
        else { return nil }
        if reader.code(end) == Word.nay { return nil }
        let isAmending = Self.amending.contains(reader.code(end))
        var reference = nextReference
        var at = end
        var isBehindParenthesis = false
        let limit = min(first + Self.maximumTokens, reader.count)
        while at < limit {
            while reference < references.count, references[reference].firstToken < at { reference += 1 }
            let gap = isBehindParenthesis ? .space : reader.gap(before: at)
            isBehindParenthesis = false
            if !gap.isSubset(of: .list), !(gap.isSubset(of: [.space, .lineBreak, .dash]) && at > end) {
                guard let behind = parenthesis(at, gap) else { break }
                at = behind
                isBehindParenthesis = true
                continue
            }
            if reference < references.count, references[reference].firstToken == at {
                let subject = end..<max(end, at - (reader.code(at - 1) == Word.so ? 1 : 0))
                guard references[reference].kind == .documentNumber,
                    gap.isSubset(of: [.space, .lineBreak, .paragraph, .colon])
                else { break }
                return Name(type: type, first: first, subject: subject, ending: .number(reference: reference))
            }
            let code = reader.code(at)
            if code == Word.so, let found = number(behind: at, from: reference) {
                return Name(type: type, first: first, subject: end..<at, ending: .number(reference: found))
            }
            if code == Word.ngay {
                var next = reference
                while next < references.count, references[next].firstToken <= at { next += 1 }
                guard next < references.count, references[next].firstToken == at + 1, references[next].kind == .date,
                    references[next].key.count == 10
                else { break }
                // `Luật Đất đai năm ngày 29 tháng 11 năm 2013`
                var last = reader.code(at - 1) == Word.nam && at - 1 > end ? at - 1 : at
                if Self.issuing.contains(reader.code(at - 2), reader.code(at - 1)) { last = at - 2 }
                guard !Self.beforeOtherDates.contains(reader.code(at - 1)) || last < at else { break }
                return Name(type: type, first: first, subject: end..<last, ending: .date(reference: next))
            }
            if code == Word.nam, reader.year(at + 1) != nil, reader.gap(behind: at).isSubset(of: .plain) {
                return Name(type: type, first: first, subject: end..<at, ending: .year(token: at + 1))
            }
            if at > end, reader.year(at) != nil, isAlone(at),
                gap.isSubset(of: .plain) || gap.isSubset(of: .list) && endsItem(at)
            {
                return Name(type: type, first: first, subject: end..<at, ending: .year(token: at))
            }
            guard goesOn(at, code, gap, isAmending: isAmending, isFirst: at == end) else { break }
            at += 1
        }
        return Name(type: type, first: first, subject: end..<max(end, at), ending: .nothing)
    }

    /// A short parenthesis in a name: `(HIV/AIDS)`, `(sửa đổi)`.
    private func parenthesis(_ at: Int, _ gap: WordGap) -> Int? {
        guard gap.contains(.opening), gap.isSubset(of: [.space, .lineBreak, .opening]) else { return nil }
        var last = at
        while last < at + 4 {
            let behind = reader.gap(behind: last)
            if behind.contains(.closing) {
                let next = last + 1
                guard behind.isSubset(of: [.closing, .space, .lineBreak]), next < reader.count else { return nil }
                let code = reader.code(next)
                // Only where a number, a date or a year follows at once is it a part of the name.
                return code == Word.ngay || code == Word.so || code == Word.nam ? next : nil
            }
            guard behind.isSubset(of: [.space, .slash, .comma]) else { return nil }
            last += 1
        }
        return nil
    }

    private func number(behind so: Int, from reference: Int) -> Int? {
        var next = reference
        while next < references.count, references[next].firstToken <= so { next += 1 }
        guard next < references.count, references[next].firstToken == so + 1, references[next].kind == .documentNumber,
            reader.gap(behind: so).isSubset(of: [.space, .lineBreak, .paragraph, .colon, .stop])
        else { return nil }
        return next
    }

    /// A year that is no part of a date, a span or a number.
    private func isAlone(_ at: Int) -> Bool {
        let behind = reader.gap(behind: at)
        return behind.isDisjoint(with: [.slash, .dash]) || behind.contains(.space)
    }

    /// Whether a list's item or a sentence ends behind a token: `Luật Quốc phòng, 2006;`.
    private func endsItem(_ at: Int) -> Bool {
        !reader.gap(behind: at).isDisjoint(with: [.semicolon, .stop, .closing, .paragraph])
    }

    private func goesOn(_ at: Int, _ code: UInt64, _ gap: WordGap, isAmending: Bool, isFirst: Bool) -> Bool {
        if gap.contains(.paragraph), !reader.syllable(at).opensWithCapital { return false }
        if Self.stops.contains(code) { return false }
        // `Thực hiện Luật Đấu giá tài sản, Bộ Tư pháp …`
        if gap.contains(.comma), Self.agencies.contains(code), reader.syllable(at).opensWithCapital,
            CitedType.opening(at: at, reader) == nil
        {
            return false
        }
        let next = reader.code(at + 1)
        if Self.stopPairs.contains(code, next), !isFirst { return false }
        if isFirst { return true }
        // `Luật sửa đổi, bổ sung một số điều của Luật Quản lý thuế và Nghị định số 83/2013/NĐ-CP`: only laws are in its name.
        if isAmending { return CitedType.opening(at: at, reader).map { CitedType.all[$0.type].isLaw } ?? true }
        // Another document begins: `Luật Cán bộ, công chức và Luật Viên chức`.
        guard let (_, end) = CitedType.opening(at: at, reader) else { return true }
        return Self.nouns.contains(reader.code(end)) && code == Word.luat
    }

    /// `Luật sư`, `luật gia`: people.
    private static let nouns = CodeSet("sư gia")
    private static let amending = CodeSet("sửa bổ điều bãi")
    private static let agencies = CodeSet("bộ sở ủy uỷ ubnd hđnd chính thủ chủ cục tổng hội ngân văn ban cơ các")
    private static let issuing = CodeSet("ban_hành thông_qua ký_ngày")
    /// `có hiệu lực từ ngày`, `trước ngày`: no day of issue.
    private static let beforeOtherDates = CodeSet("từ đến trước sau vào hết trong tính kể hành lực và là")
    private static let stops = CodeSet("này đó trên thì là khi nếu hết nêu nói trừ mà được đã sẽ tờ")
    private static let stopPairs = CodeSet(
        """
        có_hiệu có_quy quy_định các_văn và_các các_nghị đối_tượng chưa_quy các_quy và_hướng trong_trường kể_từ \
        có_thể để_thực của_bộ do_quốc căn_cứ như_sau chương_i ban_hành_kèm
        """)
}
