/// The types of documents by their names and symbols (Decree 30/2020/NĐ-CP, article 7 and annex III; Law 80/2015/QH13,
/// article 4; the Party's Regulation 66-QĐ/TW).
public enum DocumentType {
    /// Folded words and name; a longer name stands before the shorter one it begins with.
    private static let names: [(words: StaticString, name: String)] = [
        ("hien phap", "Hiến pháp"), ("bo luat", "Bộ luật"), ("luat", "Luật"), ("phap lenh", "Pháp lệnh"),
        ("sac lenh", "Sắc lệnh"), ("lenh", "Lệnh"), ("nghi quyet lien tich", "Nghị quyết liên tịch"),
        ("nghi quyet", "Nghị quyết"), ("nghi dinh", "Nghị định"), ("quyet dinh", "Quyết định"), ("chi thi", "Chỉ thị"),
        ("thong tu lien tich", "Thông tư liên tịch"), ("thong tu lien bo", "Thông tư liên tịch"),
        ("thong tu", "Thông tư"), ("van ban hop nhat", consolidated), ("quy che", "Quy chế"), ("quy dinh", "Quy định"),
        ("thong cao", "Thông cáo"), ("thong bao", "Thông báo"), ("huong dan", "Hướng dẫn"),
        ("chuong trinh", "Chương trình"), ("ke hoach", "Kế hoạch"), ("phuong an", "Phương án"), ("de an", "Đề án"),
        ("du an", "Dự án"), ("bao cao", "Báo cáo"), ("bien ban", "Biên bản"), ("to trinh", "Tờ trình"),
        ("hop dong", "Hợp đồng"), ("cong dien", "Công điện"), ("ket luan", "Kết luận"), ("ban ghi nho", "Bản ghi nhớ"),
        ("ban thoa thuan", "Bản thỏa thuận"), ("giay uy quyen", "Giấy ủy quyền"), ("giay moi", "Giấy mời"),
        ("giay gioi thieu", "Giấy giới thiệu"), ("giay nghi phep", "Giấy nghỉ phép"), ("phieu gui", "Phiếu gửi"),
        ("phieu chuyen", "Phiếu chuyển"), ("phieu bao", "Phiếu báo"),
    ]

    /// An official letter (công văn): the one type whose name no head says.
    public static let officialLetter = "Công văn"

    /// The names of all types.
    static var all: [String] { names.map(\.name) + [officialLetter] }

    /// A text into which later changes were worked: its number tells it, its heading names what was consolidated.
    static let consolidated = "Văn bản hợp nhất"

    /// Symbols in a document's number; case tells CTr from CT.
    static let symbols: [String: String] = [
        "NQ": "Nghị quyết", "NQLT": "Nghị quyết liên tịch", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế",
        "QyĐ": "Quy định", "QĐi": "Quy định", "TC": "Thông cáo", "TB": "Thông báo", "HD": "Hướng dẫn",
        "CTr": "Chương trình", "KH": "Kế hoạch", "PA": "Phương án", "ĐA": "Đề án", "DA": "Dự án", "BC": "Báo cáo",
        "BB": "Biên bản", "TTr": "Tờ trình", "HĐ": "Hợp đồng", "CĐ": "Công điện", "KL": "Kết luận",
        "BGN": "Bản ghi nhớ", "BTT": "Bản thỏa thuận", "GUQ": "Giấy ủy quyền", "GM": "Giấy mời",
        "GGT": "Giấy giới thiệu", "GNP": "Giấy nghỉ phép", "PG": "Phiếu gửi", "PC": "Phiếu chuyển", "PB": "Phiếu báo",
        "NĐ": "Nghị định", "TT": "Thông tư", "TTLT": "Thông tư liên tịch", "VBHN": consolidated, "PL": "Pháp lệnh",
        "SL": "Sắc lệnh",
    ]

    /// Whether a part of a number stands for a type; letters (công văn) of the Party have one, too.
    static func isSymbol(_ part: String) -> Bool { symbols[part] != nil || ["CV", "L", "LCT"].contains(part) }

    /// The type a symbol stands for.
    ///
    /// The Party writes QĐ for quyết định and quy định alike, so its numbers tell less.
    static func named(by parts: NumberParts) -> String? {
        guard let symbol = parts.typeSymbol, let name = symbols[symbol] else { return nil }
        if symbol == "QĐ", let agency = parts.agencySymbol, ["TW", "TU", "HU", "ĐU", "BBT", "BCT"].contains(agency) {
            return nil
        }
        return name
    }

    /// The type whose name begins at a key, and the place behind the name.
    static func match(_ folded: FoldedText, at start: Int) -> (name: String, end: Int)? {
        guard start < folded.keys.count else { return nil }
        let first = folded.keys[start]
        for (words, name) in names where words.utf8Start[0] == first {
            if let end = folded.match(words, at: start) { return (name, end) }
        }
        return nil
    }

    /// `B Á O  C Á O`: a line that is a name with its letters spaced out.
    static func letterSpaced(_ folded: FoldedText, _ line: FoldedLine) -> String? {
        guard line.keys.count >= 7, line.isCapitals, line.digits == 0 else { return nil }
        var letters: [UInt8] = []
        for (place, at) in line.keys.enumerated() {
            if place % 2 == 1 {
                guard folded.keys[at] == 0x20 else { return nil }
            } else {
                guard FoldedText.isLetter(folded.keys[at]) else { return nil }
                letters.append(folded.keys[at])
            }
        }
        return names.first { words, _ in
            words.withUTF8Buffer { buffer in letters.elementsEqual(buffer.lazy.filter { $0 != 0x20 }) }
        }?.name
    }
}
