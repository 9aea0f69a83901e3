/// Finds the abstract (trích yếu) in what follows a type's name, and leaves what is none: agencies, bases, addressees.
struct AbstractReader {
    let text: UnsafeRawBufferPointer
    /// The line of place and date, which may stand among the abstract's.
    let dateLine: Range<Int>?

    private var shape: LineShape { LineShape(text: text) }

    /// Longer than any abstract: what is longer is a paragraph of the body.
    private static let maximumBytes = 800

    /// The part of a paragraph that is an abstract; nil where it is something else.
    func abstract(in paragraph: Range<Int>) -> Range<Int>? {
        var found: Range<Int>?
        var isInCapitals = false
        for (line, isWrapped) in lines(of: paragraph) {
            if let known = found {
                if !isInCapitals, isCapitals(line) { break }
                if shape.opens(line, ["can", "cu"]) || shape.opens(line, ["kinh", "gui"]) { break }
                // An agency may be named in the abstract, where a wrap puts it at a line's start.
                if !isWrapped || !isAgency(line), isBeside(line) { break }
                found = known.lowerBound..<line.upperBound
            } else {
                guard !isBeside(line), opensAbstract(line) else { return nil }
                isInCapitals = isCapitals(line)
                found = line
            }
            // Columns that a converter merged cannot be told apart again.
            guard !hasColumnGap(line) else { return nil }
        }
        guard let found, found.count <= Self.maximumBytes, !".,;:!?".utf8.contains(text[found.upperBound - 1]),
            !Self.openWords.contains(where: { Self.ends(text[found], with: $0) })
        else { return nil }
        return found
    }

    /// Words behind which an abstract goes on: where it ends with one, its end was not found.
    private static let openWords: [StaticString] = [
        " của", " CỦA", " và", " VÀ", " về", " VỀ", " các", " CÁC", " theo", " THEO", " GIAI ĐOẠN", " giai đoạn",
    ]

    private static func ends(_ bytes: Slice<UnsafeRawBufferPointer>, with word: StaticString) -> Bool {
        word.withUTF8Buffer { bytes.suffix($0.count).elementsEqual($0) }
    }

    /// Whether a line or paragraph is one of those that may stand between the type and the abstract, or behind it: the
    /// number, place and date, an agency in capitals, a rule.
    func isBeside(_ range: Range<Int>) -> Bool {
        if let dateLine, range.overlaps(dateLine) { return true }
        if shape.opens(range, ["so"]), let colon = text[range].prefix(8).firstIndex(of: UInt8(ascii: ":")) {
            return colon < range.upperBound
        }
        if !text[range].contains(where: { $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }) { return true }
        return isAgency(range)
    }

    private func isAgency(_ range: Range<Int>) -> Bool {
        isCapitals(range) && Self.agencies.contains { shape.opens(range, $0) }
    }

    private static let agencies: [[StaticString]] = [
        ["cua"], ["uy", "ban"], ["ubnd"], ["hoi", "dong"], ["hdnd"], ["chu", "tich"], ["thu", "tuong"],
        ["chinh", "phu"], ["quoc", "hoi"], ["thuong", "truc"], ["bo", "truong"], ["giam", "doc"], ["tong", "giam"],
        ["tong", "cuc"], ["tong", "kiem"], ["chanh", "an"], ["vien", "truong"], ["cuc", "truong"], ["thong", "doc"],
        ["ban", "chap"], ["ban", "thuong"], ["kiem", "toan"], ["toa", "an"], ["cong", "hoa"], ["doc", "lap"],
    ]

    /// Words that in capitals begin an agency's name as well as an abstract's; and what tells the abstract.
    private static let agencyWords: [[StaticString]] = [
        ["bo"], ["so"], ["ban"], ["tong"], ["vien"], ["truong"], ["cuc"], ["vu"], ["khoa"], ["lien"],
    ]
    private static let abstractsInCapitals: [[StaticString]] = [["so", "ket"], ["ban", "hanh"], ["tong", "ket"]]

    private func opensAbstract(_ line: Range<Int>) -> Bool {
        guard text[line.lowerBound] != UInt8(ascii: "("), !shape.opensItem(line.lowerBound, line.upperBound) else {
            return false
        }
        if isCapitals(line), Self.agencyWords.contains(where: { shape.opens(line, $0) }),
            !Self.abstractsInCapitals.contains(where: { shape.opens(line, $0) })
        {
            return false
        }
        return !Self.bodyOpenings.contains { shape.opens(line, $0) }
    }

    private static let bodyOpenings: [[StaticString]] = [
        ["kinh", "gui"], ["can", "cu"], ["hom", "nay"], ["ngay"], ["vao", "hoi"], ["thoi", "gian"],
        ["dia", "diem"], ["chung", "toi"], ["xet", "de"], ["tai", "cuoc"],
    ]

    private func isCapitals(_ range: Range<Int>) -> Bool { shape.isCapitals(range.lowerBound, range.upperBound) }

    private func hasColumnGap(_ line: Range<Int>) -> Bool {
        var spaces = 0
        for at in line {
            spaces = text[at] == 0x20 || text[at] == 0x09 ? spaces + 1 : 0
            if spaces == 3 { return true }
        }
        return false
    }

    /// A paragraph's lines, and whether a wrap surely stands before each.
    private func lines(of range: Range<Int>) -> [(line: Range<Int>, isWrapped: Bool)] {
        var lines: [(Range<Int>, Bool)] = []
        var reader = LineReader(UnsafeRawBufferPointer(rebasing: text[range]))
        while let line = reader.next() {
            let isWrapped =
                line.isWrapArtefact || lines.last.map { shape.endsOpen($0.0.lowerBound, $0.0.upperBound) } ?? false
            lines.append((range.lowerBound + line.start..<range.lowerBound + line.end, isWrapped))
        }
        return lines
    }
}
