/// How signatures begin: in whose place, and as what, someone signs.
enum Positions {
    /// Whether a cell opens a signature.
    static func opens(_ folded: FoldedText, _ line: FoldedLine) -> Bool {
        guard line.isCapitals || line.capitals >= 4 && line.smalls <= 1 else { return false }
        return mark(folded, at: line.keys.lowerBound) != nil || position(folded, at: line.keys.lowerBound)
    }

    /// `TM.`, `KT.`, `TL.`, `TUQ.`, `Q.` and the place behind it.
    static func mark(_ folded: FoldedText, at start: Int) -> (name: String, end: Int)? {
        for (words, name) in marks {
            guard let end = folded.match(words, at: start), end < folded.keys.count else { continue }
            // `T/M BAN CHẤP HÀNH`; the others need their stop.
            let stop = folded.skippingSpace(end)
            if stop < folded.keys.count, folded.keys[stop] == UInt8(ascii: ".") { return (name, stop + 1) }
            if words.utf8CodeUnitCount == 3, folded.keys[end] == 0x20 || folded.keys[end] == 0x0A,
                folded.isCapital[start]
            {
                return (name, end)
            }
        }
        return nil
    }

    private static let marks: [(StaticString, String)] = [
        ("tm", "TM."), ("t/m", "TM."), ("kt", "KT."), ("k/t", "KT."), ("tl", "TL."), ("t/l", "TL."), ("tuq", "TUQ."),
        ("q", "Q."),
    ]

    static func position(_ folded: FoldedText, at start: Int) -> Bool { positionEnd(folded, at: start) != nil }

    /// The place behind a position's name.
    static func positionEnd(_ folded: FoldedText, at start: Int) -> Int? { folded.match(anyOf: positions, at: start) }

    private static let positions: [StaticString] = [
        "bo truong", "thu truong", "chu tich", "pho chu tich", "giam doc", "pho giam doc", "tong giam doc",
        "pho tong giam doc",
        "cuc truong", "pho cuc truong", "cuc pho", "tong cuc truong", "pho tong cuc truong", "chi cuc truong",
        "pho chi cuc truong", "vu truong",
        "pho vu truong", "chanh an", "pho chanh an", "vien truong", "pho vien truong", "chanh van phong",
        "pho chanh van phong",
        "thu tuong", "pho thu tuong", "thong doc", "pho thong doc", "tong kiem toan", "pho tong kiem toan",
        "tong thanh tra",
        "pho tong thanh tra", "truong ban", "pho truong ban", "hieu truong", "pho hieu truong", "chu nhiem",
        "pho chu nhiem",
        "chanh thanh tra", "pho chanh thanh tra", "truong phong", "pho truong phong", "tong bi thu", "bi thu",
        "pho bi thu",
        "thuong truc ban bi thu", "thuong truc", "tu lenh", "pho tu lenh", "chinh uy", "tong thu ky", "thu ky",
        "chu toa", "chu tri", "to truong",
        "doi truong", "tong bien tap", "chi huy truong", "truong doan", "thu truong", "quyen bo truong", "bo truong",
        "uy vien",
        "tong cuc pho", "hieu pho", "pho hieu", "pho tong", "pho truong", "vien pho", "quyen giam doc", "chu nhiem",
    ]
}
