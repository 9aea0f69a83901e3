/// The laws that a text has named with number, date or year so far, for those it names by their bare names later.
///
/// `Luật Đất đai` behind `Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024` is that law. Where a text names two of one name, as
/// those do that replace one by the other, a bare name says neither.
struct NamedLaws {
    /// By name; an empty key where there are two.
    private var keys: [String: String] = [:]

    /// A law's name as mentions have it in common; nil for what is named in another way.
    func name(_ type: CitedType, _ mention: Mention, _ reader: SentenceReader) -> String? {
        // Before the first full name a bare one has nothing to be compared with.
        guard type.isLaw, let subject = mention.subject, !subject.isEmpty, mention.isCitation || !keys.isEmpty else {
            return nil
        }
        return CitationKey.law(type, subject: subject, year: "", reader)
    }

    func key(of name: String) -> String? { keys[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// Adds a full mention.
    ///
    /// One by number and one by year are of one law where the number is of that year.
    mutating func add(_ key: String, of name: String) {
        guard !key.isEmpty else { return }
        guard let known = keys[name] else {
            keys[name] = key
            return
        }
        if known != key, Self.year(known) != Self.year(key) || Self.isName(known) == Self.isName(key) {
            keys[name] = ""
        }
    }

    private static func isName(_ key: String) -> Bool { key.utf8.contains(UInt8(ascii: "|")) }

    /// `2013` of `luat dat dai|2013` and of `45/2013/qh13`.
    private static func year(_ key: String) -> Substring? {
        let parts = key.split { $0 == "|" || $0 == "/" }
        return parts.count > 1 ? parts[1] : nil
    }
}
