/// Puts a document together: head, grounds, body by kind, recipients and signature (Decree 30/2020/NĐ-CP, annex I).
struct DocumentWriter {
    let head: MadeHead
    var prose: ProseWriter
    /// Bytes the body goes on to.
    let target: Int

    /// What stands before and behind a paragraph: blank lines.
    mutating func line(_ text: String) {
        prose.text += text.utf8
        endParagraph()
    }

    mutating func endParagraph() {
        prose.text.append(UInt8(ascii: "\n"))
        prose.text.append(UInt8(ascii: "\n"))
    }

    /// A line that the next one stands right below.
    mutating func tightLine(_ text: String) {
        prose.text += text.utf8
        prose.text.append(UInt8(ascii: "\n"))
    }

    var isFull: Bool { prose.text.count >= target }

    mutating func write() -> String {
        writeHead()
        let title = writeTitle()
        if head.kind.isLegal {
            writeLegal()
        } else {
            writeReport()
        }
        return title
    }

    // MARK: Head

    private mutating func writeHead() {
        for name in head.issuer.headLines { tightLine(name) }
        tightLine("-------")
        endLine()
        tightLine("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        tightLine("Độc lập - Tự do - Hạnh phúc")
        line("---------------")
        if head.kind == .letter { return }
        line("Số: \(head.number)")
        writeDate()
        if head.kind == .telegram { line(prose.random.pick(["HỎA TỐC", "KHẨN", "THƯỢNG KHẨN"])) }
    }

    private mutating func endLine() { prose.text.append(UInt8(ascii: "\n")) }

    private mutating func writeDate() {
        prose.text += "\(head.issuer.place), ".utf8
        head.date.appendLong(to: &prose.text)
        endParagraph()
    }

    /// Type and abstract; gives the title that a collection lists the document by.
    private mutating func writeTitle() -> String {
        if head.kind == .letter {
            tightLine("Số: \(head.number)")
            prose.text += "V/v ".utf8
            let abstract = writeAbstract(capitalized: false)
            endParagraph()
            writeDate()
            prose.text += "Kính gửi: ".utf8
            prose.paragraph(.dash, scale: 0.5)
            prose.text.append(UInt8(ascii: "."))
            endParagraph()
            return "Công văn số \(head.number) V/v \(abstract)"
        }
        line(head.kind.name.uppercased())
        let abstract = writeAbstract(capitalized: true)
        endParagraph()
        return "\(head.kind.name) số \(head.number) \(abstract)"
    }

    private mutating func writeAbstract(capitalized: Bool) -> String {
        let start = prose.text.count
        if !capitalized || head.kind == .telegram || head.kind == .directive || prose.random.chance(0.2) {
            if capitalized { prose.text += "Về việc ".utf8 }
            prose.paragraph(.articleTitle, scale: 1.5, capitalized: false)
        } else {
            prose.paragraph(.abstract)
        }
        if !head.issuer.area.isEmpty, prose.random.chance(0.5) {
            prose.text += " trên địa bàn \(head.issuer.area)".utf8
        }
        if prose.random.chance(0.3) || endsOpen(from: start) { prose.text += " năm \(head.date.year)".utf8 }
        return String(decoding: prose.text[start...], as: UTF8.self)
    }

    /// Whether the text ends with a word behind which a line goes on; no abstract does.
    private func endsOpen(from start: Int) -> Bool {
        let last = prose.text[start...].split(separator: UInt8(ascii: " ")).last ?? []
        return ["của", "các", "theo", "và", "do", "với", "tại", "về", "có", "cho"].contains {
            last.elementsEqual($0.utf8)
        }
    }

    // MARK: Parts

    mutating func sentence(_ kind: ParagraphKind, scale: Double = 1, end: Character = ".") {
        prose.paragraph(kind, scale: scale)
        prose.text.append(end.asciiValue ?? UInt8(ascii: "."))
        endParagraph()
    }

    mutating func heading(isCapitals: Bool, kind: ParagraphKind = .heading) {
        let start = prose.text.count
        prose.paragraph(kind, scale: 0.8)
        if isCapitals { prose.capitalizeAll(from: start) }
        endParagraph()
    }

    /// A table flattened to a line a row, as it is copied out of a document.
    mutating func table() {
        let columns = prose.random.within(2...5)
        prose.text += "TT".utf8
        for _ in 0..<columns {
            prose.text += " | ".utf8
            prose.paragraph(.heading, scale: 0.4)
        }
        endLine()
        for row in 1...prose.random.within(4...24) {
            prose.text.append(number: row)
            prose.text += " | ".utf8
            prose.paragraph(.heading, scale: 0.5)
            for _ in 1..<columns {
                prose.text += " | ".utf8
                prose.appendCell()
            }
            endLine()
        }
        endLine()
    }

    mutating func writeEnd(attached: Bool = false) {
        tightLine("Nơi nhận:")
        tightLine(
            head.kind.isLegal && head.kind != .decree ? "- Như Điều \(prose.random.within(2...4));" : "- Như trên;")
        for place in Self.recipients.shuffled(&prose.random).prefix(prose.random.within(2...6)) {
            tightLine("- \(place);")
        }
        line("- Lưu: VT, \(prose.random.pick(Names.units)).")
        for title in prose.random.pick(head.issuer.signerTitles) { tightLine(title) }
        endLine()
        line(DocumentFacts.personName(&prose.random))
    }

    private static let recipients = [
        "Văn phòng Chính phủ", "Bộ Nội vụ", "TT. Tỉnh ủy, TT. HĐND tỉnh", "CT, các PCT UBND tỉnh",
        "Các sở, ban, ngành tỉnh",
        "UBND các huyện, thị xã, thành phố", "Cục Kiểm tra VBQPPL (Bộ Tư pháp)", "Đoàn ĐBQH tỉnh", "Kiểm toán nhà nước",
        "UBMTTQVN tỉnh", "Công báo; Cổng TTĐT tỉnh", "Các phòng, ban trực thuộc", "TAND tối cao; VKSND tối cao",
        "Kho bạc Nhà nước",
    ]
}

extension Array {
    /// The elements in an order drawn from a stream (Fisher and Yates).
    func shuffled(_ random: inout RandomStream) -> [Element] {
        var elements = self
        for last in stride(from: elements.count - 1, to: 0, by: -1) { elements.swapAt(last, random.below(last + 1)) }
        return elements
    }
}
