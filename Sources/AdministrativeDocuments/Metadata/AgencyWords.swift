/// The words that names of agencies and positions are made of, in their usual letters.
enum AgencyWords {
    /// A phrase that has one spelling.
    struct Phrase {
        var name: String
        /// Whether a name of its own follows it.
        var isKind: Bool
        /// Whether it is what an agency is for: a name of its own behind a kind only.
        var isField = false
        /// Whether it is a person's position, not a body's name.
        var isPosition = false
    }

    /// By their folded words.
    static let phrases: [String: Phrase] = {
        var phrases: [String: Phrase] = [:]
        for name in kinds { phrases[PlaceNames.foldedName(name)] = Phrase(name: name, isKind: true) }
        for name in positions {
            phrases[PlaceNames.foldedName(name)] = Phrase(name: name, isKind: true, isPosition: true)
        }
        for name in fields {
            phrases[PlaceNames.foldedName(name)] = Phrase(name: name, isKind: false, isField: true)
        }
        for name in wholes { phrases[PlaceNames.foldedName(name)] = Phrase(name: name, isKind: false) }
        for name in small { phrases[PlaceNames.foldedName(name)] = Phrase(name: name, isKind: false) }
        for (short, name, isKind) in abbreviations { phrases[short] = Phrase(name: name, isKind: isKind) }
        return phrases
    }()

    /// Kinds of places, whose names follow.
    static let placeKinds: [String: String] = [
        "tinh": "tỉnh", "thanh pho": "thành phố", "tp": "thành phố", "huyen": "huyện", "quan": "quận",
        "thi xa": "thị xã",
        "thi tran": "thị trấn", "xa": "xã", "phuong": "phường", "dac khu": "đặc khu", "huyen dao": "huyện đảo",
    ]

    /// How many words the longest phrase, kind of place or province has that begins with a word.
    static let longest: [String: Int] = {
        var longest: [String: Int] = [:]
        for key in [Array(phrases.keys), Array(placeKinds.keys), PlaceNames.foldedProvinces].joined() {
            let words = key.split(separator: " ", omittingEmptySubsequences: false)
            longest[String(words[0]), default: 1] = max(longest[String(words[0])] ?? 1, words.count)
        }
        return longest
    }()

    /// Provinces whose folded names are ordinary words as well.
    static func isAlsoWord(_ key: String) -> Bool { ["hoa binh", "thai binh", "ha nam"].contains(key) }

    /// Whether a word is no syllable: more consonants than one ends or begins with, as in `VBQPPL`.
    static func isAbbreviation(_ key: String) -> Bool {
        guard key.utf8.count >= 2 else { return false }
        return !key.utf8.contains { ByteSet.holds("aeiouy", $0) } || knownAbbreviations.contains(key)
    }

    private static let knownAbbreviations: Set<String> = [
        "oda", "hiv", "aids", "asean", "evn", "imo", "xii", "xiii", "xiv", "xvi", "xvii", "viii",
    ]

    static let abbreviations: [(String, String, Bool)] = [
        ("ubnd", "Ủy ban nhân dân", true), ("hdnd", "Hội đồng nhân dân", true),
        ("ubmttq", "Ủy ban Mặt trận Tổ quốc", true),
        ("tw", "Trung ương", false), ("ldld", "Liên đoàn Lao động", true), ("ptnt", "Phát triển nông thôn", false),
        ("nong nghiep va ptnt", "Nông nghiệp và Phát triển nông thôn", false),
        ("nn va ptnt", "Nông nghiệp và Phát triển nông thôn", false),
        ("bhxh", "Bảo hiểm xã hội", true), ("nhnn", "Ngân hàng Nhà nước", true),
        ("gd&dt", "Giáo dục và Đào tạo", false),
        ("tn&mt", "Tài nguyên và Môi trường", false), ("vp", "Văn phòng", true), ("tand", "Tòa án nhân dân", true),
        ("vksnd", "Viện kiểm sát nhân dân", true), ("vksndtc", "Viện kiểm sát nhân dân tối cao", false),
        ("tandtc", "Tòa án nhân dân tối cao", false),
    ]

    private static let kinds = [
        "Ủy ban nhân dân", "Hội đồng nhân dân", "Thường trực Hội đồng nhân dân", "Bộ", "Sở", "Cục", "Tổng cục",
        "Chi cục", "Vụ", "Viện",
        "Văn phòng", "Ban", "Ủy ban", "Trường", "Trường Đại học", "Trường Cao đẳng", "Đại học", "Học viện",
        "Bệnh viện", "Bệnh viện Đa khoa", "Trung tâm", "Phòng", "Công an", "Chi nhánh", "Thanh tra", "Công ty",
        "Tổng công ty",
        "Tập đoàn", "Hội", "Liên đoàn", "Tổng Liên đoàn", "Hiệp hội", "Liên hiệp", "Liên minh", "Đoàn", "Quỹ",
        "Nhà xuất bản", "Bảo hiểm xã hội", "Ban Quản lý", "Ban Chỉ đạo", "Ban Chỉ huy", "Ban Tổ chức", "Bộ Tư lệnh",
        "Bộ Chỉ huy",
        "Bộ Tổng Tham mưu", "Kho bạc Nhà nước", "Tòa án nhân dân", "Viện kiểm sát nhân dân", "Ủy ban Mặt trận Tổ quốc",
        "Đảng ủy",
        "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Đài", "Trạm", "Ngân hàng", "Đoàn Đại biểu Quốc hội",
        "Tổng hội", "Liên bộ", "Cảng vụ", "Hạt Kiểm lâm",
    ]

    /// Positions that sign.
    private static let positions = [
        "Bộ trưởng", "Thứ trưởng", "Chủ tịch", "Phó Chủ tịch", "Giám đốc", "Phó Giám đốc", "Tổng Giám đốc",
        "Phó Tổng Giám đốc", "Cục trưởng", "Phó Cục trưởng", "Tổng cục trưởng", "Phó Tổng cục trưởng", "Chi cục trưởng",
        "Phó Chi cục trưởng", "Vụ trưởng", "Phó Vụ trưởng", "Chánh án", "Phó Chánh án", "Viện trưởng",
        "Phó Viện trưởng",
        "Chánh Văn phòng", "Phó Chánh Văn phòng", "Thống đốc", "Phó Thống đốc", "Trưởng ban", "Phó Trưởng ban",
        "Hiệu trưởng",
        "Phó Hiệu trưởng", "Chủ nhiệm", "Phó Chủ nhiệm", "Chánh Thanh tra", "Phó Chánh Thanh tra", "Trưởng phòng",
        "Phó Trưởng phòng",
        "Bí thư", "Phó Bí thư", "Tư lệnh", "Phó Tư lệnh", "Chính ủy", "Tổng Thư ký", "Thư ký", "Chủ tọa", "Tổ trưởng",
        "Đội trưởng",
        "Tổng Thanh tra", "Phó Tổng Thanh tra", "Tổng Biên tập", "Thường trực", "Ủy viên", "Quyền", "Chỉ huy trưởng",
        "Trưởng đoàn", "Phó Tổng Kiểm toán", "Phó Tổng Kiểm toán nhà nước",
    ]

    /// Bodies whose names are whole.
    private static let wholes = [
        "Quốc hội", "Chính phủ", "Trung ương Đoàn", "Thủ tướng Chính phủ", "Thủ tướng", "Phó Thủ tướng",
        "Phó Thủ tướng Chính phủ",
        "Chủ tịch nước",
        "Chủ tịch Quốc hội", "Phó Chủ tịch Quốc hội", "Ủy ban Thường vụ Quốc hội", "Văn phòng Chính phủ",
        "Văn phòng Quốc hội",
        "Văn phòng Chủ tịch nước", "Hội đồng Nhà nước", "Hội đồng Bộ trưởng", "Hội đồng Chính phủ",
        "Tòa án nhân dân tối cao",
        "Hội đồng Thẩm phán", "Hội đồng", "Viện kiểm sát nhân dân tối cao", "Kiểm toán nhà nước",
        "Tổng Kiểm toán nhà nước",
        "Ngân hàng Nhà nước Việt Nam", "Ngân hàng Nhà nước",
        "Thanh tra Chính phủ", "Thanh tra Nhà nước", "Ủy ban Dân tộc", "Bảo hiểm xã hội Việt Nam", "Bộ Chính trị",
        "Ban Bí thư", "Ban Chấp hành Trung ương", "Ban Chấp hành Trung ương Đoàn",
        "Ban Chấp hành", "Ban Thường vụ", "Đoàn Chủ tịch", "Tổng Bí thư", "Đảng", "Nhà nước", "Việt Nam", "Trung ương",
        "Quốc gia", "Phó Chủ tịch nước",
        "Bộ đội Biên phòng", "Quân đội nhân dân Việt Nam", "Mặt trận Tổ quốc Việt Nam", "Tổ quốc",
        "Thường trực Ban Bí thư", "Hội đồng quản lý", "Hội đồng quản trị", "Hội đồng thành viên",
    ]

    /// What ministries and departments are for.
    private static let fields = [
        "Giáo dục và Đào tạo", "Nông nghiệp và Phát triển nông thôn",
        "Nông nghiệp và Môi trường", "Tài nguyên và Môi trường",
        "Lao động - Thương binh và Xã hội", "Khoa học và Công nghệ",
        "Khoa học, Công nghệ và Môi trường",
        "Văn hóa, Thể thao và Du lịch", "Văn hóa và Thể thao", "Văn hóa - Thông tin", "Văn hóa, Thông tin",
        "Văn hóa và Thông tin", "Thông tin và Truyền thông",
        "Bưu chính, Viễn thông", "Kế hoạch và Đầu tư", "Giao thông vận tải", "Công Thương", "Công nghiệp", "Thương mại",
        "Thương mại và Du lịch", "Xây dựng", "Tài chính", "Nội vụ", "Tư pháp", "Y tế", "Ngoại giao", "Ngoại vụ",
        "Quốc phòng", "Công an",
        "Thủy sản", "Du lịch", "Dân tộc", "Dân tộc và Tôn giáo", "Quy hoạch - Kiến trúc", "Thuế", "Hải quan",
        "Thống kê",
        "Thi hành án dân sự", "Dân số", "Kế hoạch", "Nông nghiệp", "Lâm nghiệp", "Thủy lợi", "Giáo dục", "Lao động",
        "Thể dục thể thao", "Tiêu chuẩn Đo lường Chất lượng", "Bưu điện", "Địa chính", "Đường bộ", "Hàng không",
        "Hàng hải",
        "Chứng khoán Nhà nước", "Chính sách xã hội", "Quản lý Dược", "Phát triển nông thôn", "Khí tượng Thủy văn",
        "Dự trữ Nhà nước",
    ]

    /// Words that only look like kinds.
    private static let small = [
        "xã hội", "thị trường", "môi trường", "công đoàn", "quản lý", "quan hệ", "quan trắc", "ban hành", "viễn thông",
        "bộ phận", "hội nhập",
        "phường hội",
        "cơ quan", "hợp tác xã",
    ]
}
