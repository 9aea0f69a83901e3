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
        "tap chi", "cong doan",
    ]
    /// Those that stand above all others.
    private static let highest: [StaticString] = [
        "quoc hoi", "chinh phu", "thu tuong", "chu tich nuoc", "chu tich", "lien bo", "trung uong", "nha nuoc",
        "mat tran",
    ]
    /// Words that open like a kind and go on with a name.
    private static let others: [StaticString] = [
        "bo doi", "hoi chu nghia", "ban hanh", "so huu", "vien thong", "hoi nhap", "bo luat", "hoi nghi", "dai hoi",
        "bo phan", "bo tieu", "quy hoach", "quy dinh", "quy che", "quy chuan", "quy trinh", "quy pham", "quy tac",
        "phong, chong",
        "phong chong", "chinh phu nuoc", "so tay", "truong hop",
    ]

    /// First words that without their accents are other words, too, as they are spelled in names.
    private static let spellings: [String: [String]] = [
        "quy": ["quỹ", "quĩ"], "so": ["sở"], "hoi": ["hội"], "vien": ["viện"], "vu": ["vụ"], "dai": ["đài", "đại"],
        "doan": ["đoàn", "đòan"], "bo": ["bộ"], "cuc": ["cục"], "phong": ["phòng"], "truong": ["trường"],
        "lien": ["liên"],
        "nha": ["nhà"], "tong": ["tổng"], "chi": ["chi"], "cong": ["công"],
    ]

    /// Whether a name begins as an agency's does.
    static func opens(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            let raw = UnsafeRawBufferPointer(bytes)
            var folded = FoldedText(raw)
            folded.append(TextLine(start: 0, end: raw.count, breaks: 1, isWrapArtefact: false))
            guard let line = folded.lines.first else { return false }
            return folded.opens(line, kinds + highest) && !folded.opens(line, others) && line.keys.count <= longestName
                && !folded.keys[line.keys].contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "(") }
        } && isSpelled(text)
    }

    /// Longer than any name; of joint circulars there are many issuers.
    private static let longestName = 220

    private static func isSpelled(_ text: String) -> Bool {
        let first = text.prefix { $0.isLetter }.lowercased()
        let key = PlaceNames.foldedName(first)
        guard let spellings = spellings[key] else { return true }
        // Optical recognition may have lost the accents of all.
        return first == key || spellings.contains(first)
    }

    /// A name without what follows it in the same line: the term of a council, the country.
    static func withoutTail(_ folded: FoldedText, _ keys: Range<Int>) -> Range<Int> {
        var end = keys.upperBound
        for tail in ["khoa", "ky hop", "nuoc cong hoa", "cong hoa", "ve viec"] as [StaticString] {
            if let found = folded.find(tail, in: keys), found.lowerBound > keys.lowerBound {
                end = min(end, found.lowerBound)
            }
        }
        while end > keys.lowerBound, !FoldedText.isWordKey(folded.keys[end - 1]) { end -= 1 }
        return keys.lowerBound..<max(end, keys.lowerBound)
    }

    /// Whether a wrap parted a known phrase: `BỘ QUỐC⏎ PHÒNG`, `BỘ TÀI NGUYÊN VÀ MÔI⏎ TRƯỜNG`.
    private static func isWithinPhrase(_ before: String, _ folded: FoldedText, _ cell: Range<Int>) -> Bool {
        let left = before.split(separator: " ").suffix(6)
        let right = folded.words(cell).prefix(4).map { String(decoding: folded.keys[$0], as: UTF8.self) }
        for count in 1...max(1, left.count) {
            let head = left.suffix(count).joined(separator: " ")
            var phrase = head
            for word in right {
                phrase += " " + word
                if let known = AgencyWords.phrases[phrase], !known.isPosition { return true }
            }
        }
        return false
    }

    /// Bodies of a body, named before it.
    private static let parts: [String] = [
        "van phong", "hoi dong tham phan", "uy ban thuong vu", "doan chu tich", "thuong truc", "ban thuong vu",
        "ban chap hanh",
        "van phong ban chi dao", "ban thuong truc", "trung uong",
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
        if isWithinPhrase(key, folded, cell) { return false }
        guard let last = before.last else { return false }
        return !"-–—,".contains(last) && !key.hasSuffix(" va")
    }
}
