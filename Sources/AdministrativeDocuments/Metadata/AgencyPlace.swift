/// Gives an agency the place that only its superior's name holds.
enum AgencyPlace {
    private static let kinds = ["tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu"]

    /// `Sở Y tế` under `Ủy ban nhân dân tỉnh Thái Nguyên` → `Sở Y tế tỉnh Thái Nguyên`.
    static func name(of agency: String, under superior: String) -> String {
        // A name that says what, not whose.
        if ["Văn phòng", "Thanh tra", "Hội đồng", "Phòng", "Đảng ủy"].contains(agency) {
            return "\(agency) \(superior)"
        }
        guard let place = place(in: superior), isCouncil(superior) else { return agency }
        if isCouncil(agency) {
            return self.place(in: agency) == nil ? "\(agency) \(place)" : "\(agency), \(place)"
        }
        // `Công an tỉnh` under the committee of that province.
        for kind in kinds where agency.hasSuffix(" \(kind)") {
            return place.hasPrefix(kind) ? agency + place.dropFirst(kind.count) : "\(agency) \(place)"
        }
        return self.place(in: agency) == nil ? "\(agency) \(place)" : agency
    }

    private static func isCouncil(_ name: String) -> Bool {
        name.hasPrefix("Ủy ban nhân dân") || name.hasPrefix("Hội đồng nhân dân")
    }

    /// The last part of a name, from its kind of place on.
    static func place(in name: String) -> Substring? {
        var words = name.split(separator: " ")
        // `xã hội` is no commune: a place's name has a capital.
        while let word = words.popLast() {
            guard let first = word.first, first.isUppercase || first.isNumber || word == "-" else {
                let rest = name[word.startIndex...]
                guard let kind = kinds.first(where: { name[..<word.endIndex].hasSuffix(" " + $0) }),
                    rest.count > word.count
                else { return nil }
                return name[name.index(word.endIndex, offsetBy: -kind.count)...]
            }
        }
        return nil
    }
}
