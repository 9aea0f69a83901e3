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
        var segments = number.split(separator: "/", omittingEmptySubsequences: true).map { String($0) }
        guard segments.count > 1, let first = segments.first else { return nil }
        segments.removeFirst()
        // 15-CV/TU: the Party's way.
        let party = first.split(separator: "-", maxSplits: 1).map { String($0) }
        sequence = party[0]
        if party.count > 1 { segments.insert(party[1], at: 0) }
        if let next = segments.first, next.utf8.count == 4, next.utf8.allSatisfy({ $0 &- 0x30 < 10 }) {
            year = next
            segments.removeFirst()
        }
        guard let symbol = segments.first else { return }
        let parts = symbol.split(separator: "-", maxSplits: 1).map { String($0) }
        if DocumentType.isSymbol(parts[0]), parts.count + segments.count > 2 {
            typeSymbol = parts[0]
            segments.removeFirst()
            if parts.count > 1 { segments.insert(parts[1], at: 0) }
        }
        agencySymbol = segments.isEmpty ? nil : segments.joined(separator: "/")
    }
}
