/// Names of places as documents of state bodies spell them.
enum PlaceNames {
    /// Provinces and cities before July 2025, whose names those of today are among, and some older ones.
    static let provinces: [String] = [
        "Hà Nội", "Hà Giang", "Cao Bằng", "Bắc Kạn", "Tuyên Quang", "Lào Cai", "Điện Biên", "Lai Châu", "Sơn La",
        "Yên Bái",
        "Hòa Bình", "Thái Nguyên", "Lạng Sơn", "Quảng Ninh", "Bắc Giang", "Phú Thọ", "Vĩnh Phúc", "Bắc Ninh",
        "Hải Dương",
        "Hải Phòng", "Hưng Yên", "Thái Bình", "Hà Nam", "Nam Định", "Ninh Bình", "Thanh Hóa", "Nghệ An", "Hà Tĩnh",
        "Quảng Bình", "Quảng Trị", "Thừa Thiên Huế", "Huế", "Đà Nẵng", "Quảng Nam", "Quảng Ngãi", "Bình Định",
        "Phú Yên",
        "Khánh Hòa", "Ninh Thuận", "Bình Thuận", "Kon Tum", "Gia Lai", "Đắk Lắk", "Đắk Nông", "Lâm Đồng", "Bình Phước",
        "Tây Ninh", "Bình Dương", "Đồng Nai", "Bà Rịa - Vũng Tàu", "Hồ Chí Minh", "Long An", "Tiền Giang", "Bến Tre",
        "Trà Vinh", "Vĩnh Long", "Đồng Tháp", "An Giang", "Kiên Giang", "Cần Thơ", "Hậu Giang", "Sóc Trăng", "Bạc Liêu",
        "Cà Mau", "Hà Tây", "Hà Bắc", "Hải Hưng", "Nam Hà", "Vĩnh Phú", "Minh Hải", "Sông Bé",
    ]

    private static let spelled: [String: String] = Dictionary(
        provinces.map { (foldedName($0), $0) } + [("hcm", "Hồ Chí Minh")], uniquingKeysWith: { first, _ in first })

    static var foldedProvinces: [String] { Array(spelled.keys) }

    /// What kind of place a name may begin with; a number or a person's name keeps it (Decree 30/2020/NĐ-CP, annex I).
    private static let kinds = [
        "thành phố", "tỉnh", "thị xã", "thị trấn", "huyện", "quận", "phường", "xã", "TP.", "TP", "Tp.", "Tp", "T.P",
    ]

    /// Syllables of what kind of place it is: they may be small.
    private static let syllables: Set<String> = [
        "thành", "phố", "thị", "xã", "trấn", "tỉnh", "huyện", "quận", "phường", "đảo",
    ]

    /// Whether a text looks like a place: each of its few words with a capital, but for what kind of place it is.
    static func isPlace(_ text: String) -> Bool {
        if spelled[foldedName(text)] != nil { return true }
        let words = text.split(separator: " ")
        guard (1...9).contains(words.count), text.utf8.count <= 60, words[0].lowercased() != "tại", words[0] != "Từ"
        else {
            return false
        }
        return text.allSatisfy { $0.isLetter || $0.isNumber || " .-–'’".contains($0) }
            && words.contains { $0.first?.isUppercase ?? false }
            && words.allSatisfy { !($0.first?.isLowercase ?? false) || syllables.contains(String($0)) }
    }

    /// The name without its kind, in the usual spelling where it is known.
    static func canonical(_ text: String) -> String {
        if let known = spelled[foldedName(text)] { return known }
        for kind in kinds where text.count > kind.count && text.prefix(kind.count).lowercased() == kind.lowercased() {
            let rest = text.dropFirst(kind.count).drop { " .".contains($0) }
            guard rest.count < text.count - kind.count || kind.hasSuffix(".") else { continue }
            guard let first = rest.first, first.isUppercase else { continue }
            let name = String(rest)
            return spelled[foldedName(name)] ?? name
        }
        return text
    }

    /// The place as an agency's name spells it, where that has more of its accents.
    static func corrected(_ place: String, by agency: String) -> String {
        let key = foldedName(place)
        guard spelled[key] == nil else { return place }
        let words = agency.split { $0 == " " || $0 == "," }
        let count = place.split(separator: " ").count
        guard count > 0, words.count >= count else { return place }
        for start in 0...(words.count - count) {
            let candidate = words[start..<start + count].joined(separator: " ")
            guard candidate != place, foldedName(candidate) == key else { continue }
            return candidate.utf8.count > place.utf8.count ? candidate : place
        }
        return place
    }

    /// The usual spelling of a province's name; nil for others.
    static func province(_ folded: String) -> String? { spelled[folded] }

    /// Base letters in lower case with single spaces.
    static func foldedName(_ text: String) -> String {
        var key: [UInt8] = []
        var text = text
        text.withUTF8 { bytes in
            let raw = UnsafeRawBufferPointer(bytes)
            key.reserveCapacity(raw.count)
            var at = 0
            while at < raw.count {
                let start = at
                while at < raw.count, raw[at] != 0x20, raw[at] != 0x2D { at += 1 }
                if at > start {
                    if !key.isEmpty { key.append(0x20) }
                    _ = FoldedWord(UnsafeRawBufferPointer(rebasing: raw[start..<at]), into: &key)
                }
                at += 1
            }
        }
        return String(decoding: key, as: UTF8.self)
    }
}
