internal import VietnameseText

/// What the abbreviations in names of types, agencies and places stand for: for comparing a name that somebody typed with
/// those that documents have.
///
/// They come from the symbols of documents' numbers (Decree 30/2020/NĐ-CP, annex III, and appendix I to it) and from what people write.
public enum NameAbbreviations {
    /// An abbreviation's meaning.
    public struct Meaning: Sendable {
        /// The exact key of the abbreviation: `hđ`, where `HD` is another one.
        public let key: String
        /// What it stands for, in usual letters.
        public let name: String
    }

    /// The types that a symbol may stand for, by its folded key: `hd` is hướng dẫn (HD) and hợp đồng (HĐ).
    public static func types(_ folded: String) -> [Meaning] { typesByKey[folded] ?? [] }

    /// What words of an agency's or place's name stand for, by their folded keys with spaces between: `ubnd`, `gd dt`.
    public static func names(_ folded: String) -> [Meaning] { namesByKey[folded] ?? [] }

    /// What such a word stands for where it is the whole name: `CP` is the government, but `Công ty CP` is no agency of it.
    public static func wholeNames(_ folded: String) -> [Meaning] { wholeNamesByKey[folded] ?? [] }

    /// The most words that `names` knows as one.
    public static let longest = 3

    private static func table(_ entries: [(symbol: String, name: String)]) -> [String: [Meaning]] {
        var table: [String: [Meaning]] = [:]
        for (symbol, name) in entries {
            let words = symbol.split(separator: " ").map(String.init)
            let folded = words.map { foldedKey(of: $0) }.joined(separator: " ")
            let key = words.map { exactKey(of: $0) }.joined(separator: " ")
            if table[folded]?.contains(where: { $0.key == key && $0.name == name }) == true { continue }
            table[folded, default: []].append(Meaning(key: key, name: name))
        }
        return table
    }

    private static let typesByKey = table(
        DocumentType.symbols.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } + [
            ("CV", "Công văn"), ("L", "Lệnh"), ("LCT", "Lệnh"), ("HP", "Hiến pháp"), ("BL", "Bộ luật"),
        ])

    /// The abbreviations of `AgencyWords`, which are folded, whose letters have bars.
    private static let usualLetters = ["hdnd": "HĐND", "ldld": "LĐLĐ"]

    private static let namesByKey = table(
        AgencyWords.abbreviations.filter { !$0.0.contains(" ") && !$0.0.contains("&") }.map {
            // With the letters that people write: a typed Đ is one.
            (usualLetters[$0.0] ?? $0.0, $0.1)
        } + [
            ("TTg", "Thủ tướng Chính phủ"), ("VPCP", "Văn phòng Chính phủ"), ("UBTVQH", "Ủy ban Thường vụ Quốc hội"),
            ("VPQH", "Văn phòng Quốc hội"), ("VPCTN", "Văn phòng Chủ tịch nước"), ("BCA", "Bộ Công an"),
            ("BCT", "Bộ Công Thương"), ("BGDĐT", "Bộ Giáo dục và Đào tạo"), ("BGTVT", "Bộ Giao thông vận tải"),
            ("BKHCN", "Bộ Khoa học và Công nghệ"), ("BKHĐT", "Bộ Kế hoạch và Đầu tư"),
            ("BLĐTBXH", "Bộ Lao động - Thương binh và Xã hội"), ("BNG", "Bộ Ngoại giao"),
            ("BNNPTNT", "Bộ Nông nghiệp và Phát triển nông thôn"), ("BNN", "Bộ Nông nghiệp và Phát triển nông thôn"),
            ("BNNMT", "Bộ Nông nghiệp và Môi trường"), ("BNV", "Bộ Nội vụ"), ("BQP", "Bộ Quốc phòng"),
            ("BTC", "Bộ Tài chính"), ("BTNMT", "Bộ Tài nguyên và Môi trường"), ("BTP", "Bộ Tư pháp"),
            ("BTTTT", "Bộ Thông tin và Truyền thông"), ("BVHTTDL", "Bộ Văn hóa, Thể thao và Du lịch"),
            ("BXD", "Bộ Xây dựng"), ("BYT", "Bộ Y tế"), ("TTCP", "Thanh tra Chính phủ"),
            ("KTNN", "Kiểm toán nhà nước"), ("TCT", "Tổng cục Thuế"), ("TCHQ", "Tổng cục Hải quan"),
            ("KBNN", "Kho bạc Nhà nước"), ("LĐTBXH", "Lao động - Thương binh và Xã hội"),
            ("GDĐT", "Giáo dục và Đào tạo"), ("GTVT", "Giao thông vận tải"), ("TNMT", "Tài nguyên và Môi trường"),
            ("NNPTNT", "Nông nghiệp và Phát triển nông thôn"), ("KHĐT", "Kế hoạch và Đầu tư"),
            ("KHCN", "Khoa học và Công nghệ"),
            ("TTTT", "Thông tin và Truyền thông"), ("VHTTDL", "Văn hóa, Thể thao và Du lịch"),
            ("TP", "Thành phố"), ("HCM", "Hồ Chí Minh"), ("TPHCM", "Thành phố Hồ Chí Minh"),
            ("TP.HCM", "Thành phố Hồ Chí Minh"),
        ] + halves.flatMap { [("\($0) \($1)", $2), ("\($0) và \($1)", $2)] })

    /// Fields of two halves, which people write with a hyphen, `&` or `và` between: `GD-ĐT`, `NN&PTNT`.
    private static let halves = [
        ("GD", "ĐT", "Giáo dục và Đào tạo"), ("TN", "MT", "Tài nguyên và Môi trường"),
        ("KH", "ĐT", "Kế hoạch và Đầu tư"), ("KH", "CN", "Khoa học và Công nghệ"),
        ("NN", "PTNT", "Nông nghiệp và Phát triển nông thôn"), ("NN", "MT", "Nông nghiệp và Môi trường"),
        ("TT", "TT", "Thông tin và Truyền thông"), ("LĐTB", "XH", "Lao động - Thương binh và Xã hội"),
    ]

    private static let wholeNamesByKey = table([
        ("CP", "Chính phủ"), ("QH", "Quốc hội"), ("CTN", "Chủ tịch nước"), ("HN", "Hà Nội"), ("ĐN", "Đà Nẵng"),
        ("SG", "Sài Gòn"),
    ])
}
