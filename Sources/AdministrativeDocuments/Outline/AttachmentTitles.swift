/// Tells the lines that open what a document carries with it, and those that end the document before it.
struct AttachmentTitles {
    let text: UnsafeRawBufferPointer
    private var shape: LineShape { LineShape(text: text) }

    init(text: UnsafeRawBufferPointer) { self.text = text }

    /// What is issued with a decision: folded words, and its name.
    private static let names: [(words: [StaticString], name: String)] = [
        (["quy", "che"], "Quy chế"), (["quy", "dinh"], "Quy định"), (["quy", "trinh"], "Quy trình"),
        (["quy", "chuan"], "Quy chuẩn"), (["quy", "hoach"], "Quy hoạch"), (["quy", "tac"], "Quy tắc"),
        (["dieu", "le"], "Điều lệ"), (["noi", "quy"], "Nội quy"), (["danh", "muc"], "Danh mục"),
        (["ke", "hoach"], "Kế hoạch"), (["de", "an"], "Đề án"), (["chuong", "trinh"], "Chương trình"),
        (["huong", "dan"], "Hướng dẫn"), (["phuong", "an"], "Phương án"), (["bang", "gia"], "Bảng giá"),
        (["chien", "luoc"], "Chiến lược"), (["chuan", "muc"], "Chuẩn mực"), (["he", "thong"], "Hệ thống"),
        (["bo", "tieu", "chi"], "Bộ tiêu chí"), (["tieu", "chuan"], "Tiêu chuẩn"), (["dinh", "muc"], "Định mức"),
        (["danh", "sach"], "Danh sách"), (["hop", "dong"], "Hợp đồng"), (["thoa", "thuan"], "Thỏa thuận"),
        (["hiep", "dinh"], "Hiệp định"), (["nghi", "dinh", "thu"], "Nghị định thư"), (["cong", "uoc"], "Công ước"),
        (["bieu", "muc"], "Biểu mức"), (["bieu", "thue"], "Biểu thuế"), (["bieu", "phi"], "Biểu phí"),
        (["bieu", "khung"], "Biểu khung"), (["bang", "luong"], "Bảng lương"),
    ]

    private static let namesByLetter = byLetter(names, \.words)

    /// Phrases by the first letter of each, from `a`.
    private static func byLetter<Phrase>(_ phrases: [Phrase], _ words: (Phrase) -> [StaticString]) -> [[Phrase]] {
        (0..<26).map { letter in
            phrases.filter { words($0).first.map { Int($0.utf8Start[0]) - 0x61 == letter } ?? false }
        }
    }

    /// The name that a line of capitals opens with.
    func name(_ start: Int, _ end: Int) -> String? {
        let first = text[start]
        guard ByteSet.holds("QĐDNKCHPBST", first) || first == 0xC3 else { return nil }
        // The only letter of these that is not ASCII is Đ.
        for (words, name) in Self.namesByLetter[first < 0x80 ? Int(first | 0x20) - 0x61 : 3] {
            var at = start
            var matches = true
            for word in words {
                guard let behind = shape.opensWithWord(word, at, end) else {
                    matches = false
                    break
                }
                at = behind
            }
            if matches { return name }
        }
        return nil
    }

    /// `(Ban hành kèm theo Quyết định số …)`, `(Kèm theo …)`.
    func isIssueNote(_ start: Int, _ end: Int) -> Bool {
        guard text[start] == UInt8(ascii: "(") else { return false }
        let at = shape.skippingSpaces(start + 1, end)
        guard at < end else { return false }
        switch text[at] | 0x20 {
        case UInt8(ascii: "b"):
            return shape.opens(at..<end, ["ban", "hanh", "kem"]) || shape.opens(at..<end, ["ban", "hanh", "theo"])
                || shape.opens(at..<end, ["ban", "hanh", "cung"])
        case UInt8(ascii: "k"): return shape.opens(at..<end, ["kem", "theo"])
        case UInt8(ascii: "d"):
            return shape.opens(at..<end, ["dinh", "kem"]) || shape.opens(at..<end, ["duoc", "ban", "hanh"])
        default: return false
        }
    }

    /// `STT`, `TT`, `Số TT`: the head of a table's first column.
    func opensTable(_ start: Int, _ end: Int) -> Bool {
        switch text[start] {
        case UInt8(ascii: "S"), UInt8(ascii: "T"):
            let range = start..<end
            return opensAndEnds(range, ["stt"]) || opensAndEnds(range, ["tt"]) || opensAndEnds(range, ["so", "tt"])
        default: return false
        }
    }

    private func opensAndEnds(_ range: Range<Int>, _ words: [StaticString]) -> Bool {
        let letters = words.reduce(words.count - 1) { $0 + $1.utf8CodeUnitCount }
        return range.count <= letters + 6 && shape.opens(range, words)
    }

    /// The signer's position alone on a line of capitals, with a name below it.
    func isPosition(_ start: Int, _ end: Int) -> Bool {
        let first = text[start] | 0x20
        guard end - start < 120, (0x61...0x7A).contains(first),
            Self.positionsByLetter[Int(first) - 0x61].contains(where: { shape.opens(start..<end, $0) })
        else { return false }
        return isName(behind: end)
    }

    private static let positionsByLetter = byLetter(positions) { $0 }

    private static let positions: [[StaticString]] = [
        ["bo", "truong"], ["thu", "truong"], ["chu", "tich"], ["pho", "chu", "tich"], ["thu", "tuong"],
        ["pho", "thu", "tuong"], ["giam", "doc"], ["pho", "giam", "doc"], ["tong", "giam", "doc"], ["cuc", "truong"],
        ["tong", "cuc", "truong"], ["pho", "tong", "cuc", "truong"], ["vien", "truong"], ["chanh", "an"],
        ["thong", "doc"], ["pho", "thong", "doc"], ["tong", "thanh", "tra"], ["tong", "kiem", "toan"], ["bi", "thu"],
        ["chu", "nhiem"], ["pho", "chu", "nhiem"], ["truong", "ban"], ["tong", "bi", "thu"], ["pho", "bi", "thu"],
        ["tm"], ["kt"], ["tl"], ["tuq"], ["pho", "tong", "giam", "doc"], ["pho", "vien", "truong"],
        ["pho", "cuc", "truong"],
        ["pho", "chanh", "an"],
    ]

    /// Whether a person's name stands on the next lines: two to six short words, each with one capital.
    private func isName(behind end: Int) -> Bool {
        var lines = LineReader(UnsafeRawBufferPointer(rebasing: text[end..<min(text.count, end + 400)]))
        for _ in 0..<4 {
            guard let line = lines.next() else { return false }
            let range = (line.start + end)..<(line.end + end)
            // More of the position, or `(Đã ký)`.
            if shape.isCapitals(range.lowerBound, range.upperBound) || text[range.lowerBound] == UInt8(ascii: "(") {
                continue
            }
            if isName(range) { return true }
            guard range.count < 24 else { return false }
        }
        return false
    }

    private func isName(_ range: Range<Int>) -> Bool {
        guard range.count <= 60 else { return false }
        var words = 0
        var at = range.lowerBound
        while at < range.upperBound {
            let start = at
            while at < range.upperBound, !LineReader.isSpace(text[at]) { at += 1 }
            guard LineShape.isLetterByte(text[start]), !shape.opensInLowerCase(start, at),
                text[at - 1] == UInt8(ascii: ".") || LineShape.isLetterByte(text[at - 1])
            else { return false }
            words += 1
            at = shape.skippingSpaces(at, range.upperBound)
        }
        return (2...6).contains(words)
    }
}
