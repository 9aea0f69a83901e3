/// An agency that issues documents.
struct Issuer: Sendable {
    /// The lines of the head's left column, the superior first.
    var headLines: [String]
    /// As other documents name it.
    var name: String
    /// Its part of a document's symbol.
    var symbol: String
    /// The place before the date.
    var place: String
    /// The place its work is about: `tỉnh Sóc Trăng`; the country's agencies have none.
    var area: String
    /// Who signs, from the widest to the narrowest capacity.
    var signerTitles: [[String]]

    /// An agency that may issue a kind of document.
    static func make(for kind: DocumentKind, _ random: inout RandomStream) -> Issuer {
        switch kind {
        case .decree: government
        case .circular: ministry(&random)
        case .legalDecision: random.chance(0.3) ? primeMinister : provincialCommittee(&random)
        case .legalResolution: council(&random)
        case .resolution: random.chance(0.3) ? government : council(&random)
        case .telegram, .directive: random.chance(0.25) ? primeMinister : anyCommittee(&random)
        case .minutes: localCommittee(&random)
        case .guidance: random.chance(0.3) ? ministry(&random) : department(&random)
        case .submission, .letter, .report, .plan, .notice, .decision, .programme, .project: anyAgency(&random)
        }
    }

    private static func anyAgency(_ random: inout RandomStream) -> Issuer {
        switch random.below(10) {
        case ..<2: ministry(&random)
        case ..<5: department(&random)
        default: anyCommittee(&random)
        }
    }

    private static func anyCommittee(_ random: inout RandomStream) -> Issuer {
        random.chance(0.55) ? provincialCommittee(&random) : localCommittee(&random)
    }

    private static let government = Issuer(
        headLines: ["CHÍNH PHỦ"], name: "Chính phủ", symbol: "CP", place: "Hà Nội", area: "",
        signerTitles: [["TM. CHÍNH PHỦ", "THỦ TƯỚNG"], ["TM. CHÍNH PHỦ", "KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG"]])

    private static let primeMinister = Issuer(
        headLines: ["THỦ TƯỚNG CHÍNH PHỦ"], name: "Thủ tướng Chính phủ", symbol: "TTg", place: "Hà Nội", area: "",
        signerTitles: [["THỦ TƯỚNG"], ["KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG"]])

    private static func ministry(_ random: inout RandomStream) -> Issuer {
        let field = random.pick(Names.fields)
        return Issuer(
            headLines: ["BỘ \(field.ministry.uppercased())"], name: "Bộ \(field.ministry)", symbol: field.symbol,
            place: "Hà Nội", area: "", signerTitles: [["BỘ TRƯỞNG"], ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"]])
    }

    /// A province or city: its name, its kind and name, and the kind and name in capitals.
    private static func province(_ random: inout RandomStream) -> (name: String, full: String) {
        if random.chance(0.12) {
            let city = random.pick(Names.cities)
            return (city, "thành phố \(city)")
        }
        let province = random.pick(Names.provinces)
        return (province, "tỉnh \(province)")
    }

    private static let committeeTitles = [
        ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
    ]

    private static func provincialCommittee(_ random: inout RandomStream) -> Issuer {
        let province = province(&random)
        return Issuer(
            headLines: ["ỦY BAN NHÂN DÂN", province.full.uppercased()], name: "Ủy ban nhân dân \(province.full)",
            symbol: "UBND",
            place: province.name, area: province.full, signerTitles: committeeTitles)
    }

    private static func council(_ random: inout RandomStream) -> Issuer {
        let province = province(&random)
        return Issuer(
            headLines: ["HỘI ĐỒNG NHÂN DÂN", province.full.uppercased()], name: "Hội đồng nhân dân \(province.full)",
            symbol: "HĐND",
            place: province.name, area: province.full, signerTitles: [["CHỦ TỊCH"]])
    }

    private static func department(_ random: inout RandomStream) -> Issuer {
        let province = province(&random)
        let field = random.pick(Names.fields)
        return Issuer(
            headLines: ["UBND \(province.full.uppercased())", "SỞ \(field.department.uppercased())"],
            name: "Sở \(field.department) \(province.full)", symbol: field.departmentSymbol, place: province.name,
            area: province.full, signerTitles: [["GIÁM ĐỐC"], ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]])
    }

    private static func localCommittee(_ random: inout RandomStream) -> Issuer {
        let province = province(&random)
        let local = "\(random.pick(Names.placeWords)) \(random.pick(Names.placeWords))"
        let level = random.pick(["huyện", "huyện", "thị xã", "xã", "phường"])
        let full = "\(level) \(local)"
        return Issuer(
            headLines: ["UBND \(province.full.uppercased())", "ỦY BAN NHÂN DÂN \(full.uppercased())"],
            name: "Ủy ban nhân dân \(full)", symbol: "UBND", place: local, area: full, signerTitles: committeeTitles)
    }
}
