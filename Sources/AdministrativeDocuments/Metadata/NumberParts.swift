/// A document number in its parts, as spelled.
public struct NumberParts: Sendable, Equatable {
    /// The running number: `15`, `01`, `15a`.
    public var sequence: String
    /// The year of a legal document's number: `2020`.
    public var year: String?
    /// The type's symbol: `QĐ`, `TTr`, `TTLT`.
    public var typeSymbol: String?
    /// What stands for agency and unit: `TTg`, `UBND-XD`, `QH14`.
    public var agencySymbol: String?

    /// The parts of a number spelled without spaces (Decree 30/2020/NĐ-CP, annexes I and III); nil for what is none.
    init?(_ number: String) {
        let hyphen = UInt8(ascii: "-")
        var segments = Array(number.utf8).split(separator: UInt8(ascii: "/"))
        guard segments.count > 1 else { return nil }
        let first = segments.removeFirst()
        // 15-CV/TU: the Party's way.
        let party = first.split(separator: hyphen, maxSplits: 1)
        sequence = String(decoding: party.first ?? [], as: UTF8.self)
        if party.count > 1 { segments.insert(party[1], at: 0) }
        if let next = segments.first, next.count == 4, next.allSatisfy({ $0 &- 0x30 < 10 }) {
            year = String(decoding: next, as: UTF8.self)
            segments.removeFirst()
        }
        guard let symbol = segments.first else { return }
        let parts = symbol.split(separator: hyphen, maxSplits: 1)
        let head = String(decoding: parts.first ?? [], as: UTF8.self)
        if DocumentType.isSymbol(head), parts.count + segments.count > 2 {
            typeSymbol = head
            segments.removeFirst()
            if parts.count > 1 { segments.insert(parts[1], at: 0) }
        }
        agencySymbol =
            segments.isEmpty
            ? nil : String(decoding: Array(segments.joined(separator: [UInt8(ascii: "/")])), as: UTF8.self)
    }
}
