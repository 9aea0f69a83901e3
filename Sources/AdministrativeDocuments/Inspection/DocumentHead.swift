/// A value read from a document, where it stands, and how sure the reading is.
public struct InspectedValue: Sendable, Equatable {
    /// The value: a canonical number or date, a type's full name, or the text with its wraps healed.
    public var value: String
    /// Offset of its first byte in the text.
    public var start: Int
    /// Offset behind its last byte.
    public var end: Int
    /// From 0 to 1: how plainly it stood where Decree 30/2020/NĐ-CP puts it; a judgement, not a measured share.
    public var confidence: Double
}

/// What stands above a document's body.
///
/// A field that is not plainly there is nil; nothing is guessed.
public struct DocumentHead: Sendable, Equatable {
    /// Number and symbol (số, ký hiệu) as spelled behind `Số:`, without spaces, with `-` for any dash.
    public var number: InspectedValue?
    /// The type's name (loại văn bản) from a line of its own.
    public var type: InspectedValue?
    /// The day of issue, as `yyyy-mm-dd`, from the line of place and date.
    public var date: InspectedValue?
    /// The place (địa danh) before the date.
    public var place: InspectedValue?
    /// The abstract (trích yếu): what follows the type, or `V/v …`.
    public var title: InspectedValue?

    /// A head that says nothing.
    public init() {}

    /// The name people cite the document by, type and abstract: `Quyết định về việc giao chỉ tiêu …`; nil without abstract.
    public var name: String? {
        guard let title = title?.value else { return nil }
        guard let type = type?.value else { return title }
        if title.prefix(type.count).lowercased() == type.lowercased() { return title }
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
