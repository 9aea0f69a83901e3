/// What a document says of itself: above its body, and below it.
///
/// A field that is not plainly there is nil or empty; nothing is guessed. Where a value's parts stand apart, as an agency's
/// lines do beside another column, its range runs from the first to the last of them.
public struct DocumentDescription: Sendable, Equatable {
    /// Number and symbol (số, ký hiệu) as spelled behind `Số:`, without spaces, with `-` for any dash.
    public var number: InspectedValue?
    /// The number's parts.
    public var numberParts: NumberParts?
    /// The type's name (loại văn bản); an official letter (công văn) has none.
    public var type: InspectedValue?
    /// Who issued it (cơ quan ban hành), by the name written out, with its place: `Sở Y tế tỉnh Thái Nguyên`.
    public var agency: InspectedValue?
    /// The agency above that one, where the head names it.
    public var superior: InspectedValue?
    /// The day of issue, as `yyyy-mm-dd`.
    public var date: InspectedValue?
    /// The place (địa danh) before the date, without its kind.
    public var place: InspectedValue?
    /// The abstract (trích yếu): what follows the type, or `V/v …`.
    public var title: InspectedValue?
    /// Độ khẩn: `Khẩn`, `Thượng khẩn`, `Hỏa tốc`.
    public var urgency: InspectedValue?
    /// Độ mật: `Mật`, `Tối mật`, `Tuyệt mật`.
    public var secrecy: InspectedValue?
    /// Whom it is addressed to (`Kính gửi:`), in order.
    public var addressees: [InspectedValue] = []
    /// The list under `Nơi nhận:`, without the filing line.
    public var recipients: [InspectedValue] = []
    /// The filing line, `Lưu: VT, …`.
    public var filing: InspectedValue?
    /// Who signed it, in order.
    public var signers: [Signer] = []
    /// The titles of texts issued with it (`Ban hành kèm theo …`), in order.
    public var attachments: [InspectedValue] = []

    /// A description that says nothing.
    public init() {}
}

/// Who signed a document.
public struct Signer: Sendable, Equatable {
    /// The person's name, without rank and degree.
    public var name: InspectedValue
    /// In whose place the person signs: `TM.` on behalf of a body, `KT.` for a superior, `TL.` by order, `TUQ.` by authority,
    /// `Q.` acting; `TM. KT.` where both stand.
    public var capacity: InspectedValue?
    /// The person's own position: `Phó Chủ tịch`.
    public var position: InspectedValue?

    /// A signer by name.
    public init(name: InspectedValue, capacity: InspectedValue? = nil, position: InspectedValue? = nil) {
        self.name = name
        self.capacity = capacity
        self.position = position
    }
}

extension DocumentDescription {
    /// The name people cite the document by, type and abstract: `Quyết định về việc giao chỉ tiêu …`; nil without abstract.
    public var name: String? {
        guard let title = title?.value else { return nil }
        guard let type = type?.value else { return title }
        if title.prefix(type.count).lowercased() == type.lowercased() { return title }
        // A consolidated text's title begins with the type of what it consolidates.
        if type == DocumentType.consolidated { return "\(type) \(title)" }
        for short in ["V/v ", "V/v: ", "v/v ", "V/V "] where title.hasPrefix(short) {
            return "\(type) về việc \(title.dropFirst(short.count))"
        }
        return "\(type) \(Self.continuing(title))"
    }

    /// An abstract as it goes on behind a type's name: its first letter small, unless a proper name begins with it.
    private static func continuing(_ title: String) -> String {
        let words = title.split(separator: " ", maxSplits: 2)
        // Each syllable of a Vietnamese proper name has a capital: `Hà Nội`; but for the state's bodies: `Ủy ban`.
        guard words.count > 1, let second = words[1].first, second.isLowercase, let first = title.first,
            words[0].dropFirst().allSatisfy({ !$0.isUppercase }),
            !stateBodies.contains("\(words[0]) \(words[1])")
        else { return title }
        return first.lowercased() + title.dropFirst()
    }

    private static let stateBodies: Set<String> = [
        "Ủy ban", "Uỷ ban", "Hội đồng", "Chính phủ", "Quốc hội", "Nhà nước", "Thủ tướng", "Chủ tịch",
    ]
}
