internal import InvertedIndex

/// Where a page of hits ends, so that the next one can begin behind it: text of letters, digits and points.
///
/// It holds the last hit's score or date and its place in the order of arrival, so it means the same after further documents were added:
/// what is behind it is shown, and nothing twice. It belongs to one query and one way of asking.
public struct PagePlace: Equatable, Sendable, CustomStringConvertible {
    /// Whether the last hit was found by bare forms alone.
    var isBare: Bool
    var place: RankedQuery.Place
    /// How many hits came before the next page.
    var shown: Int
    /// Of the query and the options that decide the order.
    var question: UInt64

    init(isBare: Bool, place: RankedQuery.Place, shown: Int, question: UInt64) {
        self.isBare = isBare
        self.place = place
        self.shown = shown
        self.question = question
    }

    /// Reads a place as `description` gives it; nil where it is none.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 6, let kind = parts[0].first, parts[0].count == 1,
            let value = UInt32(parts[1], radix: 36), let sequence = UInt64(parts[2], radix: 36),
            let passage = Int(parts[3], radix: 36), passage >= 0, let shown = Int(parts[4], radix: 36), shown >= 0,
            let question = UInt64(parts[5], radix: 36)
        else { return nil }
        let key: RankedQuery.Place.Key
        switch kind {
        case "s", "b":
            let score = Float(bitPattern: value)
            guard score.isFinite else { return nil }
            key = .score(score)
        case "d": key = .integer(Int32(bitPattern: value))
        case "n": key = .missing
        default: return nil
        }
        isBare = kind == "b"
        place = RankedQuery.Place(key: key, sequence: sequence, passage: passage)
        self.shown = shown
        self.question = question
    }

    /// The place as text.
    public var description: String {
        let kind: String
        let value: UInt32
        switch place.key {
        case .score(let score): (kind, value) = (isBare ? "b" : "s", score.bitPattern)
        case .integer(let integer): (kind, value) = ("d", UInt32(bitPattern: integer))
        case .missing: (kind, value) = ("n", 0)
        }
        let numbers = [UInt64(value), place.sequence, UInt64(place.passage), UInt64(shown), question]
        return kind + numbers.map { "." + String($0, radix: 36) }.joined()
    }

    /// Whether it was given with an answer to this query under these options.
    public func belongs(to query: String, _ options: SearchOptions) -> Bool {
        question == Self.question(query, options)
    }

    /// A fingerprint (FNV-1a, 64 bits) of what decides which hits there are and in which order.
    static func question(_ query: String, _ options: SearchOptions) -> UInt64 {
        let ranking = options.ranking
        let text =
            "\(query)\u{0}\(options.filter)\u{0}\(options.by)\u{0}\(options.match)\u{0}\(options.order)\u{0}"
            + "\([ranking.k1, ranking.b, ranking.pairWeight, ranking.titleWeight, ranking.documentPairWeight])"
        return text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
