/// What mentions of one document have in common.
///
/// - With a number: the number's canonical key (`15/2020/qd-ttg`).
/// - A law, code or ordinance by name: `luat dat dai|2024`, type and subject in base letters without punctuation, with the
///   abbreviations of common subjects written out, and the year. The National Assembly passes no two laws of one name in one
///   year, so `Luật Đất đai ngày 18 tháng 01 năm 2024`, `Luật Đất đai năm 2024` and `Luật Đất đai 2024` meet.
/// - The constitution: `hien phap|2013`, whatever else it is called.
/// - Any other type by agency and date: `nghi quyet|hoi dong nhan dan tinh|2023-12-08`; `Bộ trưởng Bộ Y tế` is `Bộ Y tế`.
///
/// A law mentioned by number and by name has two keys: which number a name has is no matter of the text.
enum CitationKey {
    static func law(_ type: CitedType, subject: Range<Int>, year: Substring, _ reader: SentenceReader) -> String {
        var key: [UInt8] = []
        append(type.codes, to: &key)
        if !type.isConstitution {
            for index in subject {
                key.append(0x20)
                appendWord(index, reader, to: &key)
            }
        }
        key.append(UInt8(ascii: "|"))
        key.append(contentsOf: year.utf8)
        return String(decoding: key, as: UTF8.self)
    }

    static func dated(_ type: CitedType, agency: String, date: String) -> String {
        var key: [UInt8] = []
        append(type.codes, to: &key)
        key.append(UInt8(ascii: "|"))
        var words = agency.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map { folded($0) }
        for office in offices where words.count > office.count && words.starts(with: office) {
            words.removeFirst(office.count)
            break
        }
        key.append(contentsOf: words.joined(separator: " ").utf8)
        key.append(UInt8(ascii: "|"))
        key.append(contentsOf: date.utf8)
        return String(decoding: key, as: UTF8.self)
    }

    /// Who heads an agency and signs for it.
    private static let offices = [["bo", "truong"], ["tong", "cuc", "truong"], ["cuc", "truong"], ["giam", "doc"]]

    private static func append(_ codes: [UInt64], to key: inout [UInt8]) {
        for code in codes {
            if !key.isEmpty { key.append(0x20) }
            Syllable.appendFolded(code, to: &key)
        }
    }

    private static let abbreviations: [String: String] = [
        "hdnd": "hoi dong nhan dan", "ubnd": "uy ban nhan dan", "gtgt": "gia tri gia tang", "tncn": "thu nhap ca nhan",
        "tndn": "thu nhap doanh nghiep", "bhxh": "bao hiem xa hoi", "bhyt": "bao hiem y te",
        "nsnn": "ngan sach nha nuoc",
    ]

    private static func appendWord(_ index: Int, _ reader: SentenceReader, to key: inout [UInt8]) {
        let start = key.count
        _ = FoldedWord(reader.word(index), into: &key)
        guard key.count - start == 4, let full = abbreviations[String(decoding: key[start...], as: UTF8.self)] else {
            return
        }
        key.removeLast(key.count - start)
        key.append(contentsOf: full.utf8)
    }

    private static func folded(_ word: Substring) -> String {
        var key: [UInt8] = []
        var bytes = Array(word.utf8)
        bytes.withUnsafeMutableBytes { _ = FoldedWord(UnsafeRawBufferPointer($0), into: &key) }
        return String(decoding: key, as: UTF8.self)
    }
}
