/// A fixed set of syllables, or of pairs of them, that is asked often.
struct CodeSet: Sendable {
    private let slots: [UInt64]
    private let mask: Int

    /// Syllables apart by spaces; those of a pair are joined by `_`.
    init(_ words: String) {
        let codes = words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { word in
            let parts = word.split(separator: "_").map { Syllable.code(String($0)) }
            return parts.count == 2 ? Self.pair(parts[0], parts[1]) : parts[0]
        }
        var size = 16
        while size < codes.count * 4 { size *= 2 }
        var slots = [UInt64](repeating: 0, count: size)
        for code in codes {
            var at = Self.slot(code, size - 1)
            while slots[at] != 0, slots[at] != code { at = (at + 1) & (size - 1) }
            slots[at] = code
        }
        self.slots = slots
        mask = size - 1
    }

    func contains(_ code: UInt64) -> Bool {
        guard code != 0 else { return false }
        var at = Self.slot(code, mask)
        while slots[at] != 0 {
            if slots[at] == code { return true }
            at = (at + 1) & mask
        }
        return false
    }

    func contains(_ first: UInt64, _ second: UInt64) -> Bool {
        first != 0 && second != 0 && contains(Self.pair(first, second))
    }

    private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
        (first &* 0x9E37_79B9_7F4A_7C15) ^ (second &* 0xC2B2_AE3D_27D4_EB4F) | 1
    }

    private static func slot(_ code: UInt64, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: (code &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    }
}

/// Syllables that the grammar of citations names one by one.
enum Word {
    static let cua = Syllable.code("của")
    static let ngay = Syllable.code("ngày")
    static let thang = Syllable.code("tháng")
    static let nam = Syllable.code("năm")
    static let so = Syllable.code("số")
    static let nay = Syllable.code("này")
    static let va = Syllable.code("và")
    static let can = Syllable.code("căn")
    static let cu = Syllable.code("cứ")
    static let ban = Syllable.code("ban")
    static let hanh = Syllable.code("hành")
    static let ky = Syllable.code("ký")
    static let luat = Syllable.code("luật")
    static let mot = Syllable.code("một")
    static let duoc = Syllable.code("được")
    static let bi = Syllable.code("bị")
    static let da = Syllable.code("đã")
    static let co = Syllable.code("có")
    static let hieu = Syllable.code("hiệu")
    static let luc = Syllable.code("lực")
    static let het = Syllable.code("hết")
    static let sua = Syllable.code("sửa")
    static let doi = Syllable.code("đổi")
    static let bo = Syllable.code("bổ")
    static let sung = Syllable.code("sung")
    static let thay = Syllable.code("thay")
    static let the = Syllable.code("thế")
    static let bai = Syllable.code("bãi")
    static let boUnmarked = Syllable.code("bỏ")
    static let huong = Syllable.code("hướng")
    static let dan = Syllable.code("dẫn")
    static let quy = Syllable.code("quy")
    static let dinh = Syllable.code("định")
    static let chi = Syllable.code("chi")
    static let tiet = Syllable.code("tiết")
    static let kem = Syllable.code("kèm")
    static let theo = Syllable.code("theo")
    static let dieu = Syllable.code("điều")
    static let chuong = Syllable.code("chương")
}
