/// Reads the words around a document number: type and `số` before it, date and agency behind it.
struct NumberMentionReader {
    let reader: SentenceReader
    let references: [Reference]

    // MARK: Before the number

    struct Opening {
        var first: Int
        var type: Int?
        var hasType: Bool
        /// Whether the words or the symbol say that it is a document: `144/BTTM` may be anything.
        var isNamed = true
    }

    /// Where the mention begins, or nil where the number is a form's or another head's.
    func opening(of number: Int, from floor: Int) -> Opening? {
        let reference = references[number]
        var first = reference.firstToken
        var hasNumberWord = false
        if first > floor, reader.code(first - 1) == Word.so,
            reader.gap(before: first).isSubset(of: [.space, .lineBreak, .paragraph, .colon, .stop])
        {
            first -= 1
            hasNumberWord = true
        }
        let before = reader.gap(before: first)
        let isJoined = before.isSubset(of: [.space, .lineBreak, .paragraph])
        if isJoined || before.isSubset(of: [.space, .colon, .opening]), Self.isForm(reader, first - 1) { return nil }
        if isJoined, let (type, start) = CitedType.ending(at: first - 1, from: floor, reader),
            !before.contains(.paragraph) || hasNumberWord
        {
            return Opening(first: start, type: CitedType.all[type].name == nil ? nil : type, hasType: true)
        }
        let symbol = CitedType.symbol(of: reference.key)
        // The number of a head or a form's head: `Số: 12/QĐ-UBND` on a line of its own.
        if hasNumberWord, reader.syllable(first).opensWithCapital, before.contains(.lineBreak),
            reader.gap(behind: first).contains(.colon)
        {
            return nil
        }
        if let symbol, let start = distantType(symbol, before: first, from: floor) {
            return Opening(first: start, type: symbol, hasType: true)
        }
        return Opening(first: first, type: symbol, hasType: false, isNamed: hasNumberWord || symbol != nil)
    }

    /// `Nghị quyết của Quốc hội số 43/2022/QH15`, `Quyết định của Bộ trưởng số …`: the type that the number's symbol says.
    private func distantType(_ symbol: Int, before first: Int, from floor: Int) -> Int? {
        var at = first - 1
        while at >= max(floor, first - 14) {
            guard reader.gap(behind: at).isSubset(of: [.space, .lineBreak, .dash]) else { return nil }
            let syllable = reader.syllable(at)
            if syllable.opensWithCapital, syllable.code == CitedType.all[symbol].codes[0],
                let (type, end) = CitedType.opening(at: at, reader), type == symbol
            {
                return reader.code(end) == Word.cua ? at : nil
            }
            at -= 1
        }
        return nil
    }

    /// `Mẫu số 02/TTr`, `Phụ lục 01/BC`, `ký hiệu 01/GTGT`: the numbers of forms and tables.
    private static func isForm(_ reader: SentenceReader, _ last: Int) -> Bool {
        forms.contains(reader.code(last)) || forms.contains(reader.code(last - 1), reader.code(last))
    }

    private static let forms = CodeSet(
        """
        mẫu biểu bảng hình phụ_lục tờ_khai ký_hiệu mẫu_biểu biểu_mẫu mã_số tk tài_khoản điện_thoại hóa_đơn hoá_đơn \
        số_hiệu mẫu_sổ biển địa_chỉ ms nhà đường ngõ hộp_thư thửa tờ trang
        """)

    // MARK: Behind the number

    struct Tail {
        var end: Int
        var date: String?
        var agency: Range<Int>?
    }

    /// Date and agency behind a token, in either order.
    func tail(behind token: Int, reference: Int, isJoint: Bool) -> Tail {
        var tail = Tail(end: token)
        var next = reference
        while true {
            let at = tail.end
            if tail.date == nil, let (key, end) = date(at, from: &next) {
                tail.date = key
                tail.end = end
            } else if tail.agency == nil, let agency = agency(at, isJoint: isJoint) {
                tail.agency = agency
                tail.end = agency.upperBound
            } else {
                return tail
            }
        }
    }

    /// `ngày 06/12/2019`, `, ban hành ngày …`, `(ngày …)`.
    private func date(_ first: Int, from next: inout Int) -> (String, Int)? {
        var at = first
        guard at < reader.count else { return nil }
        let gap = reader.gap(before: at)
        guard gap.isSubset(of: [.space, .lineBreak, .paragraph, .comma, .opening]) else { return nil }
        if reader.code(at) == Word.ban, reader.code(at + 1) == Word.hanh {
            at += 2
        } else if reader.code(at) == Word.ky {
            at += 1
        }
        guard at < reader.count, reader.code(at) == Word.ngay else { return nil }
        if gap.contains(.paragraph), gap.contains(.comma) { return nil }
        while next < references.count, references[next].firstToken <= at { next += 1 }
        guard next < references.count, references[next].firstToken == at + 1, references[next].kind == .date,
            references[next].key.count == 10,
            reader.gap(behind: at).isSubset(of: [.space, .lineBreak, .paragraph, .colon])
        else { return nil }
        return (String(decoding: references[next].key, as: UTF8.self), at + 1 + references[next].tokenCount)
    }

    private func agency(_ first: Int, isJoint: Bool) -> Range<Int>? {
        guard first + 1 < reader.count, reader.code(first) == Word.cua,
            reader.gap(before: first).isSubset(of: [.space, .lineBreak, .paragraph, .comma, .closing]),
            reader.gap(behind: first).isSubset(of: [.space, .lineBreak, .paragraph])
        else { return nil }
        let agencies = AgencyReader(reader: reader)
        let start = first + 1
        // `của liên Bộ Y tế - Bộ Tài chính`
        let isUnion = reader.code(start) == Self.union && reader.syllable(start + 1).opensWithCapital
        guard let end = agencies.end(of: isUnion ? start + 1 : start, isJoint: isJoint || isUnion) else { return nil }
        return start..<end
    }

    private static let union = Syllable.code("liên")

    // MARK: Who issued it, said before

    /// `Ủy ban nhân dân tỉnh đã ban hành Quyết định số …`, `Ngày 23 tháng 3 năm 2023, Bộ Tài chính đã có Công văn số …`.
    func issuer(before first: Int, from floor: Int) -> Range<Int>? {
        var at = first - 1
        guard at > floor, reader.gap(behind: at).isSubset(of: .plain) else { return nil }
        if reader.code(at) == Word.hanh, reader.code(at - 1) == Word.ban {
            at -= 2
        } else if reader.code(at) == Word.co {
            at -= 1
        } else {
            return nil
        }
        while at > floor, Self.adverbs.contains(reader.code(at)) { at -= 1 }
        guard at >= floor, reader.gap(behind: at).isSubset(of: .plain) else { return nil }
        return AgencyReader(reader: reader).ending(at: at, from: floor)
    }

    private static let adverbs = CodeSet("đã vừa cũng tiếp tục có mới")
}
