/// The lines above a document's body, where Decree 30/2020/NĐ-CP puts who, what, where and when.
struct HeadText {
    /// What a line was found to be.
    enum Role { case open, rule, nationalName, number, date, type, mark }

    private(set) var folded: FoldedText
    var roles: [Role] = []
    /// Index of the first line that belongs to the body.
    private(set) var bodyLine = 0
    /// Index of the first line of the national name.
    private(set) var nationalLine: Int?

    /// Enough for a head with its national name, agencies, a long abstract and a list of addressees.
    private static let maximumBytes = 4000
    /// A paragraph that no head holds.
    private static let longestLine = 1000

    var lines: UnsafeBufferPointer<FoldedLine> { folded.lines }
    /// The lines above the body.
    var head: Range<Int> { 0..<bodyLine }

    init(_ text: UnsafeRawBufferPointer, in room: FoldedRoom) {
        folded = FoldedText(text, in: room)
        var reader = LineReader(text)
        var checked = 0
        reading: while let line = reader.next(), line.start < Self.maximumBytes {
            let isLong = line.end - line.start > Self.longestLine
            if isLong, checked > 0 || line.end - line.start > Self.maximumBytes { break }
            folded.append(line)
            // A word may be wrapped: a line is known only with the next one.
            while checked + 1 < folded.lines.count {
                if opensBody(folded.lines[checked]) { break reading }
                checked += 1
            }
        }
        bodyLine = folded.lines.firstIndex(where: opensBody) ?? folded.lines.count
        roles = folded.lines.map { $0.isRule ? .rule : .open }
        markNationalName()
    }

    private static let bodyOpenings: [StaticString] = [
        "can cu", "- can cu", "theo de nghi", "xet de nghi", "hom nay", "dieu 1", "chuong i", "phan i", "phan thu nhat",
    ]

    private func opensBody(_ line: FoldedLine) -> Bool {
        if folded.opens(line, Self.bodyOpenings) {
            // `CĂN CỨ …` may be an abstract.
            return !line.isCapitals
        }
        let first = folded.keys[line.keys.lowerBound]
        guard first == UInt8(ascii: "i") || FoldedText.isDigit(first) else { return false }
        if first == UInt8(ascii: "i") {
            return folded.match("i", at: line.keys.lowerBound).map {
                folded.keys[$0] == UInt8(ascii: ".") && folded.isCapital[line.keys.lowerBound]
            } ?? false
        }
        guard let (_, end) = folded.integer(at: line.keys.lowerBound, maximumDigits: 2), end + 2 < line.keys.upperBound
        else { return false }
        return folded.keys[end] == UInt8(ascii: ".") && folded.keys[end + 1] == 0x20
    }

    /// `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM`, `Độc lập - Tự do - Hạnh phúc` and the Party's name, across wraps.
    private mutating func markNationalName() {
        let names: [StaticString] = [
            "cong hoa xa hoi chu nghia viet nam", "viet nam dan chu cong hoa", "dang cong san viet nam",
        ]
        for index in head where roles[index] == .open {
            let line = lines[index]
            if line.isCapitals, let end = folded.match(anyOf: names, at: line.keys.lowerBound) {
                for covered in index..<bodyLine where lines[covered].keys.lowerBound < end {
                    roles[covered] = .nationalName
                }
                if nationalLine == nil { nationalLine = index }
            } else if folded.opens(line, ["doc lap", "hanh phuc"]), line.keys.count < 60 {
                roles[index] = .nationalName
                if nationalLine == nil { nationalLine = index }
            }
        }
    }

    /// Whether a national name or bases (`Căn cứ …`) tell a document of the state.
    var isLegal: Bool {
        nationalLine != nil || bodyLine < lines.count && folded.opens(lines[bodyLine], ["can cu", "- can cu"])
    }

    /// Offset of the body's first byte.
    var bodyStart: Int { bodyLine < lines.count ? lines[bodyLine].start : lines.last?.end ?? 0 }

    /// The line whose cell holds a key.
    func line(of key: Int) -> Int? {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].keys.upperBound <= key { low = middle + 1 } else { high = middle }
        }
        return low < lines.count && lines[low].keys.contains(key) ? low : nil
    }

    /// Marks the lines that a run of keys covers.
    mutating func mark(_ keys: Range<Int>, _ role: Role) {
        for index in lines.indices where lines[index].keys.overlaps(keys) { roles[index] = role }
    }
}
