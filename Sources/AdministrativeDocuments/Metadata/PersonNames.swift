/// Names of persons as they stand under documents.
enum PersonNames {
    /// Ranks and degrees before a name.
    private static let ranks: [StaticString] = [
        "dai tuong", "thuong tuong", "trung tuong", "thieu tuong", "dai ta", "thuong ta", "trung ta", "thieu ta",
        "dai uy",
        "thuong uy", "trung uy", "do doc", "pho do doc", "chuan do doc", "gs", "pgs", "ts", "ths", "bs", "ks", "tskh",
        "bac si", "giao su", "tien si", "thay thuoc nhan dan", "thay thuoc uu tu", "ong", "ba", "dai tuong", "luat su",
        "cn",
    ]

    /// Folded first syllables of most family names; others are read with less confidence.
    private static let families: Set<String> = [
        "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo", "duong",
        "ly",
        "dinh", "dao", "doan", "truong", "trinh", "mai", "lam", "luong", "luu", "ta", "tang", "thai", "to", "ton",
        "quach",
        "cao", "chu", "chau", "ha", "kieu", "la", "mac", "nghiem", "nong", "phung", "thach", "tong", "trieu", "uong",
        "vuong",
        "son", "danh", "giang", "hua", "khuc", "ma", "sung", "lau", "moong", "vi", "lo", "ha", "quang", "cam", "dam",
        "an", "bach", "bien",
    ]

    /// Whether a line holds a rank and nothing else.
    static func isRank(_ folded: FoldedText, _ range: Range<Int>) -> Bool {
        folded.match(anyOf: ranks, at: range.lowerBound) == range.upperBound
    }

    /// The name in a line or in it and those it was wrapped to; nil where it is none.
    static func name(_ folded: FoldedText, _ range: Range<Int>) -> InspectedValue? {
        var range = range
        stripping: while true {
            for rank in ranks {
                guard let behind = folded.match(rank, at: range.lowerBound), behind < range.upperBound else { continue }
                var next = behind
                while next < range.upperBound, ByteSet.holds(" .,\n", folded.keys[next]) { next += 1 }
                // `Tạ`, `Bà` and `Ông` are names, too: a rank leaves a whole name behind it.
                guard folded.words(next..<range.upperBound).count >= 2 else { break stripping }
                range = next..<range.upperBound
                continue stripping
            }
            break
        }
        guard range.count <= 40, let family = family(folded, range),
            !Positions.position(folded, at: range.lowerBound)
        else { return nil }
        let isKnown = families.contains(String(decoding: folded.keys[family], as: UTF8.self))
        if !isKnown, isNoName(folded, range) { return nil }
        return folded.value(range, isKnown ? 0.9 : 0.7)
    }

    /// The first of two to six words that are spelled as names are: letters, the first of each a capital.
    private static func family(_ folded: FoldedText, _ range: Range<Int>) -> Range<Int>? {
        var family: Range<Int>?
        var count = 0
        var at = range.lowerBound
        while at < range.upperBound {
            let start = at
            while at < range.upperBound, FoldedText.isLetter(folded.keys[at]) { at += 1 }
            if at == start {
                guard ByteSet.holds(" '-\n", folded.keys[at]) else { return nil }
                at += 1
                continue
            }
            // Words all in capitals are a position or a body.
            guard folded.isCapital[start], at - start <= 8, at - start == 1 || !folded.isCapital[start + 1] else {
                return nil
            }
            if family == nil { family = start..<at }
            count += 1
        }
        return (2...6).contains(count) ? family : nil
    }

    /// Words with capitals that stand in signature blocks and are no names.
    private static func isNoName(_ folded: FoldedText, _ range: Range<Int>) -> Bool {
        folded.match(
            anyOf: [
                "noi nhan", "phu luc", "mau so", "nhu tren", "ky ten", "ha noi", "dieu", "chuong", "bo truong",
                "chu tich", "quyet dinh",
                "thong tu", "bieu mau", "danh muc", "so do", "dong dau", "da ky", "kinh gui", "viet nam",
            ], at: range.lowerBound) != nil
    }
}
