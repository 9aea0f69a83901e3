/// Queries from a seed: of random bytes, of random pieces, of what a person would write, and of that, disturbed.
struct RandomQuery {
    var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    mutating func next() -> String {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return bytes()
        case 1, 2: return pieces()
        case 3, 4:
            var query = ""
            write(&query, depth: 0)
            return query
        default:
            var query = ""
            write(&query, depth: 0)
            return disturbed(query)
        }
    }

    private mutating func bytes() -> String {
        let count = Int.random(in: 0..<40, using: &random)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        for _ in 0..<count {
            if Bool.random(using: &random) {
                bytes.append(UInt8.random(in: 0...255, using: &random))
            } else {
                bytes.append(pick(Self.signBytes))
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func pieces() -> String {
        var query = ""
        for _ in 0..<Int.random(in: 0..<24, using: &random) { query += pick(Self.pieces) }
        return query
    }

    /// A query by the grammar.
    private mutating func write(_ query: inout String, depth: Int) {
        for place in 0..<Int.random(in: 1...4, using: &random) {
            if place > 0 { query += pick(Self.joints) }
            if Int.random(in: 0..<6, using: &random) == 0 { query += pick(Self.fields) }
            switch Int.random(in: 0..<(depth < 20 ? 12 : 9), using: &random) {
            case 0...2: query += pick(Self.words)
            case 3: query += pick(Self.capitals)
            case 4: query += "\"" + pick(Self.words) + " " + pick(Self.words) + "\""
            case 5: query += pick(Self.values)
            case 6: query += pick(Self.words) + "*"
            case 7: query += pick(Self.words) + "~1"
            case 8: query += pick(Self.words) + " " + pick(Self.words)
            default:
                query += "("
                write(&query, depth: depth + 1)
                query += ")"
            }
            if Int.random(in: 0..<6, using: &random) == 0 { query += pick(Self.modifiers) }
        }
    }

    /// The query with some of its scalars missing, doubled, swapped or replaced.
    private mutating func disturbed(_ query: String) -> String {
        var scalars = Array(query.unicodeScalars)
        for _ in 0..<Int.random(in: 1...4, using: &random) where !scalars.isEmpty {
            let at = Int.random(in: 0..<scalars.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: scalars.remove(at: at)
            case 1: scalars.insert(scalars[at], at: Int.random(in: 0...scalars.count, using: &random))
            case 2: scalars.swapAt(at, Int.random(in: 0..<scalars.count, using: &random))
            default: scalars[at] = pick(Self.signs)
            }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: 0..<choices.count, using: &random)]
    }

    private static let signBytes = Array("\"+- a():*~^\\0.".utf8)
    private static let signs = Array(" \"“”„«»()+-:*~^\\.,/_aĐ1²\u{301}\u{A0}\u{0}".unicodeScalars)
    private static let pieces = [
        "đất", "a", "15", " ", " ", "  ", " ", "\"", "“", "”", "«", "»", "„", "+", "-", "–", "(", ")", "(", ")",
        "e\u{301}", "\u{301}", "\u{A0}", "\n", "/", "🇻🇳", "²", "\0", "AND", "OR", " NOT ", " VÀ ", " HOẶC ", " KHÔNG ",
        " AND ", " OR ", "KẾ", "HOẠCH", "loai:", "so:", "ngày:", "nam:", "abc:", "2020", "..", "31/2/2020", "*", "~1",
        "~", "^2", "^", "\\", "\\", ":", "m^2", ",", "_", "UBND", "…", "http://", "\u{200B}", "Ⅳ", "x",
    ]
    private static let joints = [
        " ", " ", " ", " AND ", " OR ", " VÀ ", " HOẶC ", " KHÔNG ", " NOT ", " AND NOT ", " +", " -", "  ", ", ",
        " \\",
    ]
    private static let fields = [
        "loai:", "so:", "cơ-quan:", "ngay:", "NĂM:", "cites:", "-type:", "+nam:", "dieu:", "xyz:", "title:", "loai: ",
    ]
    private static let words = [
        "đất", "đai", "quy", "uỷ ban", "15/2020/QĐ-TTg", "a", "m", "không", "(khoản 2)", "e\u{301}", "điểm a)", "\"x",
        "C++",
        "kinh tế - xã hội", "10:30", "và",
    ]
    private static let capitals = ["UBND", "TỈNH", "KẾ HOẠCH", "VÀ", "AND", "HĐND", "A", "NOT", "SỞ (CŨ)"]
    private static let values = [
        "2020", "2019..2020", "23/6/2020", "..2020", "quyet-dinh", "31/2/2020", "15/NQ-CP", "\"tháng 6/2020\"",
        "2020-06",
    ]
    private static let modifiers = ["^2", "^0.5", "~2", "*", "^0", "~9", "^x", "~", ",", ")", "("]
}
