/// Names that occur in administrative texts: provinces, fields of work, and the parts of names of persons and villages.
enum Names {
    /// The provinces and cities under the central government, as they were from 2008 to 2025.
    static let provinces = [
        "An Giang", "Bà Rịa - Vũng Tàu", "Bắc Giang", "Bắc Kạn", "Bạc Liêu", "Bắc Ninh", "Bến Tre", "Bình Định",
        "Bình Dương",
        "Bình Phước", "Bình Thuận", "Cà Mau", "Cao Bằng", "Đắk Lắk", "Đắk Nông", "Điện Biên", "Đồng Nai", "Đồng Tháp",
        "Gia Lai", "Hà Giang", "Hà Nam", "Hà Tĩnh", "Hải Dương", "Hậu Giang", "Hòa Bình", "Hưng Yên", "Khánh Hòa",
        "Kiên Giang", "Kon Tum", "Lai Châu", "Lâm Đồng", "Lạng Sơn", "Lào Cai", "Long An", "Nam Định", "Nghệ An",
        "Ninh Bình", "Ninh Thuận", "Phú Thọ", "Phú Yên", "Quảng Bình", "Quảng Nam", "Quảng Ngãi", "Quảng Ninh",
        "Quảng Trị", "Sóc Trăng", "Sơn La", "Tây Ninh", "Thái Bình", "Thái Nguyên", "Thanh Hóa", "Thừa Thiên Huế",
        "Tiền Giang", "Trà Vinh", "Tuyên Quang", "Vĩnh Long", "Vĩnh Phúc", "Yên Bái",
    ]
    static let cities = ["Hà Nội", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh"]

    /// Ministries with their symbols, and the departments of provinces that follow them.
    static let fields: [(ministry: String, symbol: String, department: String, departmentSymbol: String)] = [
        ("Nội vụ", "BNV", "Nội vụ", "SNV"), ("Tài chính", "BTC", "Tài chính", "STC"), ("Y tế", "BYT", "Y tế", "SYT"),
        ("Giáo dục và Đào tạo", "BGDĐT", "Giáo dục và Đào tạo", "SGDĐT"),
        ("Nông nghiệp và Phát triển nông thôn", "BNNPTNT", "Nông nghiệp và Phát triển nông thôn", "SNNPTNT"),
        ("Tài nguyên và Môi trường", "BTNMT", "Tài nguyên và Môi trường", "STNMT"),
        ("Giao thông vận tải", "BGTVT", "Giao thông vận tải", "SGTVT"), ("Xây dựng", "BXD", "Xây dựng", "SXD"),
        ("Công Thương", "BCT", "Công Thương", "SCT"),
        ("Thông tin và Truyền thông", "BTTTT", "Thông tin và Truyền thông", "STTTT"),
        ("Kế hoạch và Đầu tư", "BKHĐT", "Kế hoạch và Đầu tư", "SKHĐT"),
        ("Lao động - Thương binh và Xã hội", "BLĐTBXH", "Lao động - Thương binh và Xã hội", "SLĐTBXH"),
        ("Văn hóa, Thể thao và Du lịch", "BVHTTDL", "Văn hóa, Thể thao và Du lịch", "SVHTTDL"),
        ("Khoa học và Công nghệ", "BKHCN", "Khoa học và Công nghệ", "SKHCN"), ("Tư pháp", "BTP", "Tư pháp", "STP"),
    ]

    /// Units that a letter's symbol names.
    static let units = [
        "KT", "NC", "VX", "TH", "XD", "NN", "TCKT", "VP", "QLHT", "CCHC", "NVY", "KSTT", "ĐT", "TTr", "HTĐT",
    ]

    static let surnames = [
        "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
        "Lý",
        "Đào", "Đoàn", "Lâm", "Trịnh", "Mai", "Tô", "Châu", "Quách", "Thạch", "Sơn", "Kim", "Danh", "Cao", "Tạ", "Hà",
        "Lương",
    ]
    static let middles = [
        "Văn", "Thị", "Hữu", "Đức", "Minh", "Thanh", "Quốc", "Ngọc", "Xuân", "Công", "Hoài", "Bá", "Kim", "Thúy",
        "Hồng", "Gia",
        "Trọng", "Diệp", "Khắc", "Duy", "Mỹ", "Vĩnh",
    ]
    static let givens = [
        "An", "Bình", "Châu", "Dũng", "Đăng", "Giang", "Hà", "Hải", "Hạnh", "Hiếu", "Hoa", "Hòa", "Hùng", "Hương",
        "Khánh", "Khiêm",
        "Khôi", "Lan", "Lành", "Liên", "Linh", "Long", "Mai", "Nam", "Nga", "Nghĩa", "Nhã", "Phong", "Phúc", "Phương",
        "Quang", "Quân",
        "Quyên", "Sơn", "Tâm", "Thạch", "Thảo", "Thắng", "Thịnh", "Thủy", "Toàn", "Trang", "Trí", "Tuấn", "Tuyên",
        "Uyên", "Vinh", "Yến",
    ]
    /// Words that names of districts, communes and villages are put together from.
    static let placeWords = [
        "An", "Bình", "Tân", "Phú", "Long", "Thạnh", "Mỹ", "Hòa", "Đông", "Tây", "Nam", "Bắc", "Vĩnh", "Thuận", "Lộc",
        "Phước", "Trung",
        "Sơn", "Hưng", "Hải", "Xuân", "Thành", "Yên", "Quang", "Minh", "Lâm", "Châu", "Giang", "Hà", "Thới", "Định",
        "Lạc", "Ninh",
        "Thượng", "Hạ", "Kiên", "Đại", "Ngọc", "Cẩm", "Nghĩa", "Tiên", "Thái", "Khánh", "Diên", "Trà", "Bàu", "Cái",
        "Rạch", "Đức", "Liên",
    ]
}
