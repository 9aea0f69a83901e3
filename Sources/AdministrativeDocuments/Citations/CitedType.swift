/// The types of documents as mentions name them, and the symbols that stand for them in numbers.
struct CitedType: Sendable {
    /// The full name; nil for words that name no type (`văn bản số …`).
    let name: String?
    let codes: [UInt64]
    /// Folded symbols of its numbers.
    let symbols: [String]
    /// Named by subject and date (Law 80/2015/QH13: laws and ordinances are cited so).
    let isLaw: Bool

    private init(_ name: String, symbols: String = "", isLaw: Bool = false, isNamed: Bool = true) {
        self.name = isNamed ? name : nil
        codes = name.split(separator: " ").map { Syllable.code(String($0)) }
        self.symbols = symbols.split(separator: " ").map(String.init)
        self.isLaw = isLaw
    }

    /// A longer name stands before the shorter one that ends it or begins it.
    static let all: [CitedType] = [
        CitedType("Bộ luật", isLaw: true), CitedType("Luật", isLaw: true),
        CitedType("Pháp lệnh", symbols: "pl", isLaw: true), CitedType("Hiến pháp", isLaw: true),
        CitedType("Sắc lệnh", symbols: "sl"), CitedType("Sắc luật"), CitedType("Lệnh", symbols: "l lct"),
        CitedType("Nghị quyết liên tịch", symbols: "nqlt"), CitedType("Nghị quyết", symbols: "nq"),
        CitedType("Nghị định", symbols: "nd"), CitedType("Quyết định", symbols: "qd"),
        CitedType("Chỉ thị", symbols: "ct"), CitedType("Thông tư liên tịch", symbols: "ttlt ttlb ttln"),
        CitedType("Thông tư", symbols: "tt"), CitedType("Văn bản hợp nhất", symbols: "vbhn"),
        CitedType("Quy chế", symbols: "qc"), CitedType("Quy định", symbols: "qyd"),
        CitedType("Thông cáo"), CitedType("Thông báo", symbols: "tb"), CitedType("Thông tri"),
        CitedType("Hướng dẫn"), CitedType("Chương trình", symbols: "ctr"), CitedType("Kế hoạch", symbols: "kh"),
        CitedType("Phương án", symbols: "pa"), CitedType("Đề án"), CitedType("Dự án"),
        CitedType("Báo cáo", symbols: "bc"), CitedType("Biên bản", symbols: "bb"),
        CitedType("Tờ trình", symbols: "ttr"), CitedType("Hợp đồng"), CitedType("Công điện", symbols: "cd"),
        CitedType("Công văn", symbols: "cv"), CitedType("Kết luận", symbols: "kl"), CitedType("Điều lệ"),
        CitedType("Giấy phép", symbols: "gp"), CitedType("Bản án"), CitedType("Công thư"), CitedType("Công hàm"),
        CitedType("Giấy mời", symbols: "gm"), CitedType("Quy trình"), CitedType("Quy hoạch"),
        CitedType("Văn bản", isNamed: false),
    ]

    /// The names of `all` in base letters, word by word.
    static let foldedNames: [[String]] = all.map { type in
        type.codes.map { code in
            var key: [UInt8] = []
            Syllable.appendFolded(code, to: &key)
            return String(decoding: key, as: UTF8.self)
        }
    }

    static let code = all[0]
    static let law = all[1]

    var isConstitution: Bool { name == "Hiến pháp" }

    /// Indices by the last syllable of the name, longest first.
    private static let byLast: [UInt64: [Int]] = {
        var table: [UInt64: [Int]] = [:]
        for (index, type) in all.enumerated() {
            if let last = type.codes.last { table[last, default: []].append(index) }
        }
        return table.mapValues { $0.sorted { all[$0].codes.count > all[$1].codes.count } }
    }()

    /// Indices by the first syllable of the name, longest first.
    private static let byFirst: [UInt64: [Int]] = {
        var table: [UInt64: [Int]] = [:]
        for (index, type) in all.enumerated() { table[type.codes[0], default: []].append(index) }
        return table.mapValues { $0.sorted { all[$0].codes.count > all[$1].codes.count } }
    }()

    private static let firsts = CodeSet(
        all.compactMap { $0.name ?? "Văn bản" }.map { String($0.prefix { $0 != " " }) }.joined(separator: " "))

    /// The type whose name ends at a token and the token it begins at, not before `floor`.
    static func ending(at last: Int, from floor: Int, _ reader: SentenceReader) -> (type: Int, first: Int)? {
        guard last >= floor else { return nil }
        let code = reader.code(last)
        guard code != 0, let candidates = byLast[code] else { return nil }
        for index in candidates {
            let first = last - all[index].codes.count + 1
            if first >= floor, reader.matches(first, all[index].codes) { return (index, first) }
        }
        return nil
    }

    /// The type whose name begins at a token with a capital, and the token behind it.
    static func opening(at first: Int, _ reader: SentenceReader) -> (type: Int, end: Int)? {
        let syllable = reader.syllable(first)
        guard syllable.opensWithCapital, firsts.contains(syllable.code) else { return nil }
        // The longest stands first; of those as long, the first.
        for index in byFirst[syllable.code] ?? [] where reader.matches(first, all[index].codes) {
            return (index, first + all[index].codes.count)
        }
        return nil
    }

    /// The type that a number's key says, where its symbol stands for one alone.
    static func symbol(of key: [UInt8]) -> Int? {
        if key.starts(with: "qcvn".utf8) || key.starts(with: "tcvn".utf8) { return nil }
        let letters = typeSymbol(of: key)
        return bySymbol[Array(letters)]
    }

    private static let bySymbol: [[UInt8]: Int] = {
        var table: [[UInt8]: Int] = [:]
        for (index, type) in all.enumerated() { for symbol in type.symbols { table[Array(symbol.utf8)] = index } }
        return table
    }()

    /// The first part of a key's symbol: `qd` of `15/2020/qd-ttg`, `nq` of `36-nq/tw`.
    private static func typeSymbol(of key: [UInt8]) -> ArraySlice<UInt8> {
        var start = 0
        for (index, byte) in key.enumerated() where byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") {
            guard index + 1 < key.count else { break }
            if key[index + 1] &- 0x30 >= 10 {
                start = index + 1
                break
            }
        }
        let end = key[start...].firstIndex { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") } ?? key.count
        return key[start..<end]
    }

    /// What stands behind the type in a key's symbol: `ttg`; the agency, as far as a number says it.
    static func body(of key: [UInt8]) -> ArraySlice<UInt8> {
        let symbol = typeSymbol(of: key)
        return symbol.endIndex < key.count ? key[(symbol.endIndex + 1)...] : symbol
    }
}
