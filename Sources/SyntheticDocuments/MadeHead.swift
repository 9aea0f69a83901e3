/// What stands above a made document's body, and what others cite it by.
///
/// Worked out from seed and index alone, so that any document can be cited without being made.
struct MadeHead: Sendable {
    var kind: DocumentKind
    var issuer: Issuer
    var date: IssueDate
    /// `1487/QĐ-UBND`, `22/2023/NQ-HĐND`, `735/SNN-TL`.
    var number: String
    /// What the rest of the document is drawn from.
    var seed: UInt64

    init(seed: UInt64, index: Int) {
        self.seed = Hashing.mixed(seed, UInt64(truncatingIfNeeded: index))
        var random = RandomStream(self.seed)
        kind = DocumentKind.kind(forShare: random.below(100))
        issuer = Issuer.make(for: kind, &random)
        // Collections hold more of recent years.
        date = IssueDate.random(in: 2025 - random.logarithmic(19), &random)
        number = Self.number(kind, issuer, date.year, &random)
    }

    private static func number(_ kind: DocumentKind, _ issuer: Issuer, _ year: Int, _ random: inout RandomStream)
        -> String
    {
        let most =
            switch kind {
            case .decree, .circular, .legalDecision, .legalResolution: 160
            case .decision, .letter: 6_000
            case .telegram, .programme, .project, .directive: 40
            default: 480
            }
        let sequence = 1 + random.below(most)
        let head = sequence < 10 ? "0\(sequence)" : String(sequence)
        if kind == .letter { return "\(head)/\(issuer.symbol)-\(random.pick(Names.units))" }
        let symbol = "\(kind.symbol)-\(issuer.symbol)"
        return kind.setsRules ? "\(head)/\(year)/\(symbol)" : "\(head)/\(symbol)"
    }
}
