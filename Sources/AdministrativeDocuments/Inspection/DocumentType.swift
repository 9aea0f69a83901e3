/// The types of documents by their names (Decree 30/2020/NĐ-CP, article 7 and annex III; Law 80/2015/QH13, article 4).
enum DocumentType {
    /// Folded words and name; a longer name stands before the shorter one it begins with.
    private static let names: [(words: [StaticString], name: String)] = [
        (["hien", "phap"], "Hiến pháp"), (["bo", "luat"], "Bộ luật"), (["luat"], "Luật"),
        (["phap", "lenh"], "Pháp lệnh"),
        (["lenh"], "Lệnh"), (["nghi", "quyet", "lien", "tich"], "Nghị quyết liên tịch"),
        (["nghi", "quyet"], "Nghị quyết"),
        (["nghi", "dinh"], "Nghị định"), (["quyet", "dinh"], "Quyết định"), (["chi", "thi"], "Chỉ thị"),
        (["thong", "tu", "lien", "tich"], "Thông tư liên tịch"), (["thong", "tu"], "Thông tư"),
        (["van", "ban", "hop", "nhat"], "Văn bản hợp nhất"), (["quy", "che"], "Quy chế"),
        (["quy", "dinh"], "Quy định"),
        (["thong", "cao"], "Thông cáo"), (["thong", "bao"], "Thông báo"), (["huong", "dan"], "Hướng dẫn"),
        (["chuong", "trinh"], "Chương trình"), (["ke", "hoach"], "Kế hoạch"), (["phuong", "an"], "Phương án"),
        (["de", "an"], "Đề án"), (["du", "an"], "Dự án"), (["bao", "cao"], "Báo cáo"), (["bien", "ban"], "Biên bản"),
        (["to", "trinh"], "Tờ trình"), (["hop", "dong"], "Hợp đồng"), (["cong", "dien"], "Công điện"),
        (["ban", "ghi", "nho"], "Bản ghi nhớ"), (["ban", "thoa", "thuan"], "Bản thỏa thuận"),
        (["giay", "uy", "quyen"], "Giấy ủy quyền"), (["giay", "moi"], "Giấy mời"),
        (["giay", "gioi", "thieu"], "Giấy giới thiệu"), (["giay", "nghi", "phep"], "Giấy nghỉ phép"),
        (["phieu", "gui"], "Phiếu gửi"), (["phieu", "chuyen"], "Phiếu chuyển"), (["phieu", "bao"], "Phiếu báo"),
    ]

    /// The type whose name, in capitals, is a paragraph's first line, and the offset behind it.
    static func opening(_ text: UnsafeRawBufferPointer, _ paragraph: Range<Int>) -> (name: String, end: Int)? {
        let shape = LineShape(text: text)
        guard let first = paragraph.first, !shape.opensInLowerCase(first, paragraph.upperBound) else { return nil }
        var second = first + 1
        while second < paragraph.upperBound, text[second] & 0xC0 == 0x80 { second += 1 }
        // Most paragraphs open with one capital: no name needs to be looked at.
        if second < paragraph.upperBound, shape.opensInLowerCase(second, paragraph.upperBound) { return nil }
        if let spaced = spacedOpening(text, paragraph) { return spaced }
        for (words, name) in names {
            guard text[first] >= 0x80 || text[first] | 0x20 == words[0].utf8Start[0] else { continue }
            var at = paragraph.lowerBound
            var end = at
            var matches = true
            for word in words {
                while at < paragraph.upperBound, LineReader.isSpace(text[at]) { at += 1 }
                let start = at
                while at < paragraph.upperBound, text[at] >= 0x80 || (text[at] | 0x20) &- 0x61 < 26 { at += 1 }
                guard at > start, FoldedWord.matches(UnsafeRawBufferPointer(rebasing: text[start..<at]), word) else {
                    matches = false
                    break
                }
                end = at
            }
            guard matches, shape.isCapitals(paragraph.lowerBound, end) else { continue }
            // The name alone on its line: what follows on it would make it a heading or a sentence.
            var next = end
            while next < paragraph.upperBound, text[next] == 0x20 { next += 1 }
            if next >= paragraph.upperBound || text[next] == 0x0A || text[next] == 0x0D { return (name, end) }
        }
        return nil
    }

    /// `B Á O  C Á O`: a name with its letters spaced out, alone on the first line.
    private static func spacedOpening(
        _ text: UnsafeRawBufferPointer, _ paragraph: Range<Int>
    ) -> (name: String, end: Int)? {
        let start = paragraph.lowerBound
        var end = start
        while end < paragraph.upperBound, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
        while end > start, text[end - 1] == 0x20 { end -= 1 }
        let line = text[start..<end]
        guard line.count <= 120, line.contains(0x20) else { return nil }
        var letters: [UInt8] = []
        for word in line.split(separator: 0x20) {
            let folded = FoldedWord(UnsafeRawBufferPointer(rebasing: word), into: &letters)
            guard folded.count == 1, folded.capitals == 1, !folded.hasOther else { return nil }
        }
        for (words, name) in names {
            var rest = letters[...]
            for word in words {
                let isNext = word.withUTF8Buffer { rest.starts(with: $0) }
                guard isNext else { break }
                rest = rest.dropFirst(word.utf8CodeUnitCount)
            }
            if rest.isEmpty, letters.count == words.reduce(0, { $0 + $1.utf8CodeUnitCount }) { return (name, end) }
        }
        return nil
    }
}
