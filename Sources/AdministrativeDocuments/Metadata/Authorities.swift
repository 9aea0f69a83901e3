/// How the names of those who issue documents begin, in lines in capitals.
enum Authorities {
    /// Words that in capitals at a line's start are an agency or its head, never an abstract.
    private static let certain: [StaticString] = [
        "uy ban", "ubnd", "hoi dong", "hdnd", "chu tich", "thu tuong", "chinh phu", "quoc hoi", "thuong truc",
        "bo truong",
        "giam doc", "tong giam doc", "tong cuc", "tong kiem toan", "tong thanh tra", "chanh an", "vien truong",
        "cuc truong", "thong doc",
        "ban chap hanh", "ban thuong vu", "ban bi thu", "bo chinh tri", "kiem toan nha nuoc", "toa an", "doan chu tich",
        "chanh van phong",
        "lien bo", "pho thu tuong", "quyen bo truong", "thu truong", "hieu truong", "vien kiem sat", "truong ban",
    ]

    /// Words that in capitals begin an agency's name as well as an abstract's, and what tells the abstract.
    private static let possible: [StaticString] = [
        "bo", "so", "ban", "tong", "vien", "truong", "cuc", "vu", "khoa", "lien",
    ]
    private static let abstracts: [StaticString] = [
        "so ket", "ban hanh", "tong ket", "bo sung", "bo nhiem", "bo tri", "bo tieu", "bo quy", "so huu", "so tay",
        "ban giao",
        "vien chuc", "vien phi", "vien tro", "truong hop", "khoa hoc", "tong dieu tra", "tong ra soat", "ban bo",
    ]

    /// Whether a line in capitals surely names an agency or its head.
    static func opens(_ folded: FoldedText, _ line: FoldedLine) -> Bool {
        line.isCapitals && folded.opens(line, certain)
    }

    /// Whether it may.
    static func mayOpen(_ folded: FoldedText, _ line: FoldedLine) -> Bool {
        opens(folded, line) || line.isCapitals && folded.opens(line, possible) && !folded.opens(line, abstracts)
    }

    /// Heads of agencies, behind whose position the agency's name follows.
    static let positions: [StaticString] = [
        "bo truong", "quyen bo truong", "chu tich", "giam doc", "tong giam doc", "tong cuc truong", "cuc truong",
        "thong doc", "chanh an",
        "vien truong", "chanh van phong", "truong ban", "hieu truong", "chu nhiem", "tong thanh tra",
    ]
}
