/// Reads the name of an agency or an office holder out of a sentence.
///
/// A name opens with a capital and goes on in words of one capital and few small syllables (`Kiểm toán nhà nước`,
/// `Bộ Nông nghiệp và Phát triển nông thôn`) until a verb, a preposition or a sign that cannot belong to it.
struct AgencyReader {
    let reader: SentenceReader

    private static let maximumTokens = 24
    /// `Viện kiểm sát nhân dân tối cao`: no name runs on longer in small letters.
    private static let maximumSmalls = 6

    /// The token behind the name that begins at `first`; nil if none does.
    func end(of first: Int, isJoint: Bool) -> Int? {
        let opening = reader.syllable(first)
        guard opening.opensWithCapital || isAbbreviation(first), !Self.noAgencies.contains(opening.code),
            CitedType.opening(at: first, reader) == nil
        else { return nil }
        let isCapitals = opening.isCapitals && opening.letters > 1 && reader.syllable(first + 1).isCapitals
        if let end = complete(first) { return end }
        var smalls = 0
        var at = first + 1
        // `Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng`
        if reader.matches(first + 2, Self.ordinal) { at = first + 5 }
        var isWhole = false
        if let ministry = ministry(first) { (at, isWhole) = (ministry, true) }
        while at < min(first + Self.maximumTokens, reader.count) {
            let gap = reader.gap(before: at)
            // Behind a ministry's name only another agency follows.
            if isWhole, gap.isSubset(of: [.space, .lineBreak, .paragraph]), reader.code(at) != Word.va { break }
            isWhole = false
            let syllable = reader.syllable(at)
            guard let next = continuation(at, syllable, gap, first: first, isJoint: isJoint, isCapitals: isCapitals)
            else { break }
            at = next
            if reader.syllable(at).opensWithCapital || isAbbreviation(at) { smalls = 0 } else { smalls += 1 }
            if smalls > Self.maximumSmalls { break }
            if let ministry = ministry(at) { (at, isWhole) = (ministry, true) } else { at += 1 }
        }
        return at
    }

    /// The token that goes on with the name: this one, or the one behind an `và`; nil where the name ends.
    private func continuation(
        _ at: Int, _ syllable: Syllable, _ gap: WordGap, first: Int, isJoint: Bool, isCapitals: Bool
    ) -> Int? {
        // Behind a blank line only what plainly goes on does.
        if gap.contains(.paragraph), !syllable.opensWithCapital { return nil }
        if gap.isSubset(of: [.space, .lineBreak, .paragraph]) {
            if syllable.code == Word.va {
                let behind = reader.gap(behind: at).isSubset(of: .plain)
                return behind && goesOn(at + 1, first: first, isJoint: isJoint) ? at + 1 : nil
            }
            if gap.contains(.lineBreak), isCapitals, !syllable.isCapitals { return nil }
            if isStop(at, syllable) { return nil }
            if isDocument(at), !isCapitals { return nil }
            return syllable.code != 0 || isAbbreviation(at) ? at : nil
        }
        if gap.isSubset(of: [.space, .lineBreak, .dash]), gap.contains(.dash) {
            // A dash that opens a line is a list's.
            if gap.contains(.lineBreak), reader.text[reader.end(at - 1)] != 0x20 || gap.contains(.paragraph) {
                return nil
            }
            return goesOn(at, first: first, isJoint: true) ? at : nil
        }
        if gap.isSubset(of: .list) {
            // `Bộ Văn hóa, Thể thao và Du lịch`; or one agency after another, in joint documents.
            if Self.afterComma.contains(syllable.code), syllable.opensWithCapital { return at }
            return isJoint && Self.heads.contains(syllable.code) && syllable.opensWithCapital ? at : nil
        }
        // `TP. Hồ Chí Minh`
        if gap.isSubset(of: [.space, .stop]), Self.abbreviatedPlaces.contains(reader.code(at - 1)) { return at }
        return nil
    }

    private func goesOn(_ at: Int, first: Int, isJoint: Bool) -> Bool {
        let syllable = reader.syllable(at)
        guard syllable.opensWithCapital, !isStop(at, syllable), !isDocument(at) else {
            return false
        }
        // `Bộ Tài chính và Bộ Y tế` are two that issued one document, `Chính phủ và các bộ` are not.
        return isJoint || Self.heads.contains(reader.code(first))
    }

    /// Whether another document begins at a token; `Bộ Kế hoạch và Đầu tư` and `Vụ Kế hoạch` are none.
    private func isDocument(_ at: Int) -> Bool {
        !Self.branches.contains(reader.code(at - 1)) && CitedType.opening(at: at, reader) != nil
    }

    /// Names that end where they end, whatever follows.
    private func complete(_ first: Int) -> Int? {
        for name in Self.completeNames where reader.matches(first, name) { return first + name.count }
        return nil
    }

    /// The token behind a ministry's name.
    private func ministry(_ first: Int) -> Int? {
        guard reader.code(first) == Self.ministry, reader.syllable(first).opensWithCapital else { return nil }
        return Self.ministries.first { name in
            name.indices.allSatisfy {
                reader.code(first + 1 + $0) == name[$0]
                    && reader.gap(before: first + 1 + $0).isSubset(of: [.space, .lineBreak, .dash, .comma])
            }
        }.map { first + 1 + $0.count }
    }

    private static let ministry = Syllable.code("bộ")
    private static let ministries: [[UInt64]] = [
        "Công an", "Quốc phòng", "Ngoại giao", "Nội vụ", "Tư pháp", "Tài chính", "Y tế", "Công Thương", "Xây dựng",
        "Giao thông vận tải", "Kế hoạch và Đầu tư", "Khoa học và Công nghệ", "Giáo dục và Đào tạo",
        "Tài nguyên và Môi trường", "Thông tin và Truyền thông", "Nông nghiệp và Phát triển nông thôn",
        "Lao động Thương binh và Xã hội", "Văn hóa Thể thao và Du lịch",
    ].map { $0.split(separator: " ").map { Syllable.code(String($0)) } }

    private static let completeNames: [[UInt64]] = [
        "Thủ tướng Chính phủ", "Chính phủ", "Ủy ban Thường vụ Quốc hội", "Quốc hội", "Chủ tịch nước", "Bộ Chính trị",
        "Ban Bí thư", "Hội đồng Bộ trưởng", "TTg",
    ].map { $0.split(separator: " ").map { Syllable.code(String($0)) } }

    private func isAbbreviation(_ at: Int) -> Bool {
        guard at >= 0, at < reader.count else { return false }
        let word = reader.word(at)
        return (2...12).contains(word.count)
            && word.allSatisfy { (0x41...0x5A).contains($0) || $0 >= 0x80 || $0 == UInt8(ascii: "&") }
            && (0x41...0x5A).contains(word[0])
    }

    private func isStop(_ at: Int, _ syllable: Syllable) -> Bool {
        if Self.verbs.contains(syllable.code, reader.code(at + 1)) { return true }
        if syllable.opensWithCapital, !syllable.isCapitals { return false }
        // `Cục Hàng không Việt Nam`
        if Self.stops.contains(syllable.code), reader.code(at - 1) != Self.aviation { return true }
        return Self.pairs.contains(syllable.code, reader.code(at + 1))
    }

    // MARK: Before a verb

    /// The agency whose name ends behind a token, as the subject of `ban hành` is; nil where it is not plain.
    func ending(at last: Int, from floor: Int) -> Range<Int>? {
        var best: Range<Int>?
        var first = last
        while first >= max(floor, last - 14) {
            let syllable = reader.syllable(first)
            if syllable.opensWithCapital, Self.heads.contains(syllable.code) || isAbbreviation(first) {
                if let end = end(of: first, isJoint: false), end == last + 1 { best = first..<end } else { break }
            }
            if !reader.gap(before: first).isSubset(of: [.space, .lineBreak, .dash, .comma]) { break }
            first -= 1
        }
        guard let best, reader.code(best.lowerBound - 1) != Word.cua else { return nil }
        return best
    }

    // MARK: Words

    private static let heads = CodeSet(
        """
        bộ sở ủy uỷ hội ban ubnd hđnd chủ phó giám tổng cục vụ viện tòa toà chánh thủ thống ngân văn kiểm chính quốc thanh \
        bảo liên trưởng phòng học trường đảng tỉnh thành huyện mặt đại quận công kho đoàn hiệu
        """)

    private static let ordinal = [Syllable.code("lần"), Syllable.code("thứ")]
    private static let aviation = Syllable.code("hàng")
    private static let branches = CodeSet("bộ sở vụ phòng ban cục trưởng")
    private static let noAgencies = CodeSet("điều khoản điểm mục chương phần phụ mẫu việt nhà pháp")
    private static let afterComma = CodeSet("thể tài")
    private static let abbreviatedPlaces = CodeSet("tp tx tt p q")

    private static let stops = CodeSet(
        """
        của ngày số năm tháng về có được đã thì là nêu này đó trên để trong cho do bị đến kèm từ sau trước phải sẽ nhằm như \
        với khi nếu mà theo vào hoặc bằng gồm còn cũng không chưa đang ký gửi trình khóa khoá kỳ lần căn tại kể bởi nhưng nên \
        cùng khác hết bãi tới thuộc ra nói quyết giai v tạm dành trừ
        """)
    /// Verbs that begin an abstract, with a capital at times.
    private static let verbs = CodeSet(
        "ban_hành quy_định hướng_dẫn sửa_đổi bổ_sung phê_duyệt thay_thế công_bố bãi_bỏ về_việc")
    private static let pairs = CodeSet(
        """
        quy_định quy_đinh hướng_dẫn ban_hành sửa_đổi bổ_sung thay_thế hủy_bỏ huỷ_bỏ phê_duyệt công_bố công_nhận thông_qua \
        thực_hiện triển_khai bảo_đảm đảm_bảo chấm_dứt đối_với yêu_cầu liên_quan đặc_biệt cụ_thể thành_lập hiện_hành \
        phân_công phân_cấp phân_loại đề_nghị chức_năng tiếp_tục chi_tiết giao_chỉ giao_ủy giao_sở giao_bộ giao_các giao_cho giao_kế giao_dự giao_nhiệm đồng_thời \
        xác_định xử_lý xử_phạt điều_chỉnh áp_dụng tổ_chức tăng_cường phục_vụ thu_phí thống_nhất làm_việc trả_lời \
        thu_hồi các_văn các_nội mức_chi chế_độ mức_thu lấy_ý giải_thích giải_quyết kiểm_tra nâng_cao đẩy_mạnh cấp_giấy \
        chấp_thuận cơ_cấu hiệu_lực phối_hợp đồng_ý báo_cáo một_số những_nội nội_dung quản_lý đánh_giá
        """)
}
