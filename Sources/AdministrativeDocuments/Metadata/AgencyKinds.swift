/// How names of agencies begin, and whether a line begins another one.
enum AgencyKinds {
    /// Kinds that stand below another agency as well as alone.
    private static let kinds: [StaticString] = [
        "bo", "so", "cuc", "tong cuc", "chi cuc", "van phong", "uy ban nhan dan", "ubnd", "hoi dong", "hdnd", "ban",
        "truong",
        "benh vien", "trung tam", "vien", "toa an", "cong an", "ngan hang", "kho bac", "thanh tra", "kiem toan",
        "bao hiem xa hoi", "lien doan", "tong lien doan", "dang uy", "tinh uy", "thanh uy", "huyen uy", "quan uy",
        "tong cong ty", "cong ty", "tap doan",
        "phong", "dai hoc", "hoc vien", "bo tu lenh", "bo chi huy", "lien hiep", "lien minh", "hiep hoi", "quy",
        "nha xuat ban",
        "doan", "hoi", "vu", "uy ban", "chi nhanh", "dai", "so giao dich", "cang vu", "hat kiem lam", "tong hoi",
    ]
    /// Those that stand above all others.
    private static let highest: [StaticString] = [
        "quoc hoi", "chinh phu", "thu tuong", "chu tich nuoc", "chu tich", "lien bo", "trung uong", "nha nuoc",
        "mat tran",
    ]
    /// Words that open like a kind and go on with a name.
    private static let others: [StaticString] = [
        "bo doi", "hoi chu nghia", "ban hanh", "so huu", "vien thong", "quy dinh", "quy che", "hoi nhap",
    ]

    /// Whether a name begins as an agency's does.
    static func opens(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            let raw = UnsafeRawBufferPointer(bytes)
            var folded = FoldedText(raw)
            folded.append(TextLine(start: 0, end: raw.count, breaks: 1, isWrapArtefact: false))
            guard let line = folded.lines.first else { return false }
            return folded.opens(line, kinds + highest) && !folded.opens(line, others)
        }
    }

    /// Bodies of a body, named before it.
    private static let parts: [String] = [
        "van phong", "hoi dong tham phan", "uy ban thuong vu", "doan chu tich", "thuong truc", "ban thuong vu",
        "ban chap hanh",
        "van phong ban chi dao", "ban thuong truc",
    ]

    /// Whether a line begins another agency, rather than going on with the one before.
    static func beginsAnother(_ folded: FoldedText, _ cell: Range<Int>, behind before: String) -> Bool {
        guard folded.match(anyOf: kinds, at: cell.lowerBound) != nil,
            folded.match(anyOf: others, at: cell.lowerBound) == nil
        else { return false }
        let key = PlaceNames.foldedName(before)
        if !key.contains(" ") { return false }
        if parts.contains(key), folded.match(anyOf: ["ubnd", "uy ban nhan dan"], at: cell.lowerBound) == nil {
            return false
        }
        guard let last = before.last else { return false }
        return !"-–—,".contains(last) && !key.hasSuffix(" va")
    }
}
