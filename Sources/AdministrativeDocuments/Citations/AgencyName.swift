/// An agency's name as mentions have it in common: wraps healed, abbreviations written out, well-known names in their case.
enum AgencyName {
    static func canonical(_ range: Range<Int>, _ reader: SentenceReader) -> String {
        let parts = reader.spelled(range).split(separator: " ").map(String.init)
        let isCapitals = parts.count > 3 && parts.allSatisfy { $0 == $0.uppercased() }
        var words: [String] = []
        for part in parts {
            // In capitals, `ĐẦU TƯ` ends with no abbreviation.
            let full = isCapitals ? part : abbreviations[part] ?? part
            words.append(contentsOf: full.split(separator: " ").map(String.init))
        }
        if words.count > 1, words.allSatisfy({ $0 == $0.uppercased() }) {
            words = words.map { $0.lowercased() }
            words[0] = capitalized(words[0])
        }
        for (index, word) in words.enumerated() where word == "Uỷ" { words[index] = "Ủy" }
        return inKnownCase(words).joined(separator: " ")
    }

    private static let abbreviations: [String: String] = [
        "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "HDND": "Hội đồng nhân dân",
        "TTg": "Thủ tướng Chính phủ",
        "TP": "thành phố", "TP.": "thành phố", "Tp.": "thành phố", "TW": "Trung ương", "TƯ": "Trung ương",
        "VPCP": "Văn phòng Chính phủ", "TANDTC": "Tòa án nhân dân tối cao", "VKSNDTC": "Viện kiểm sát nhân dân tối cao",
        "NHNN": "Ngân hàng Nhà nước", "BHXH": "Bảo hiểm xã hội", "LĐTBXH": "Lao động - Thương binh và Xã hội",
        "NN&PTNT": "Nông nghiệp và Phát triển nông thôn", "GD&ĐT": "Giáo dục và Đào tạo", "GTVT": "Giao thông vận tải",
        "TN&MT": "Tài nguyên và Môi trường", "TTTT": "Thông tin và Truyền thông", "KH&ĐT": "Kế hoạch và Đầu tư",
        "KH&CN": "Khoa học và Công nghệ",
    ]

    /// Names whose capitals people set in different ways.
    private static let known: [String: [String]] = {
        let names = [
            "Chính phủ", "Thủ tướng Chính phủ", "Quốc hội", "Ủy ban Thường vụ Quốc hội", "Chủ tịch nước",
            "Bộ Chính trị",
            "Ban Bí thư", "Ban Chấp hành Trung ương", "Hội đồng Bộ trưởng", "Văn phòng Chính phủ", "Văn phòng Quốc hội",
            "Bộ Công an", "Bộ Quốc phòng", "Bộ Ngoại giao", "Bộ Nội vụ", "Bộ Tư pháp", "Bộ Tài chính", "Bộ Y tế",
            "Bộ Công Thương", "Bộ Xây dựng", "Bộ Giao thông vận tải", "Bộ Kế hoạch và Đầu tư",
            "Bộ Khoa học và Công nghệ",
            "Bộ Giáo dục và Đào tạo", "Bộ Tài nguyên và Môi trường", "Bộ Thông tin và Truyền thông",
            "Bộ Nông nghiệp và Phát triển nông thôn", "Bộ Lao động - Thương binh và Xã hội",
            "Bộ Văn hóa, Thể thao và Du lịch", "Ngân hàng Nhà nước Việt Nam", "Ngân hàng Nhà nước",
            "Thanh tra Chính phủ",
            "Ủy ban Dân tộc", "Kiểm toán nhà nước", "Tòa án nhân dân tối cao", "Viện kiểm sát nhân dân tối cao",
            "Bảo hiểm xã hội Việt Nam", "Ủy ban nhân dân tỉnh", "Hội đồng nhân dân tỉnh", "Ủy ban nhân dân thành phố",
            "Hội đồng nhân dân thành phố", "Ủy ban nhân dân huyện", "Tổng cục Thuế", "Tổng cục Hải quan",
        ]
        var table: [String: [String]] = [:]
        for name in names { table[folded(name[...])] = name.split(separator: " ").map(String.init) }
        return table
    }()

    /// Offices that stand before an agency's name, and their folded words.
    private static let offices: [(words: [String], folded: [String])] = [
        "Bộ trưởng", "Chủ tịch", "Phó Chủ tịch", "Thống đốc", "Chánh án", "Viện trưởng", "Tổng cục trưởng",
        "Cục trưởng",
        "Giám đốc", "Tổng Giám đốc", "Chủ nhiệm", "Chánh Văn phòng",
    ].map { office in
        let words = office.split(separator: " ").map(String.init)
        return (words, words.map { folded($0[...]) })
    }

    private static func inKnownCase(_ words: [String]) -> [String] {
        // A word of signs alone has no letters to compare.
        let keys = words.map { folded($0[...]) }
        if let name = known[keys.joined()] { return name }
        for office in offices where words.count > office.words.count && keys.starts(with: office.folded) {
            if let name = known[keys[office.words.count...].joined()] { return office.words + name }
        }
        return words
    }

    private static func folded(_ name: Substring) -> String {
        var key: [UInt8] = []
        for word in name.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            Array(word.utf8).withUnsafeBytes { _ = FoldedWord($0, into: &key) }
            key.append(0x20)
        }
        return String(decoding: key, as: UTF8.self)
    }

    private static func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}
