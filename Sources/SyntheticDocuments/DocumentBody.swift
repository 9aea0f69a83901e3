extension DocumentWriter {
    // MARK: Chương, Điều, khoản, điểm

    mutating func writeLegal() {
        line(head.issuer.name.uppercased())
        for _ in 0..<prose.random.within(2...6) {
            if prose.random.chance(0.55) {
                prose.text += "Căn cứ ".utf8
                prose.facts.appendCitation(to: &prose.text, &prose.random)
                if prose.random.chance(0.7) {
                    prose.text += " về ".utf8
                    prose.paragraph(.articleTitle, scale: 1.5, capitalized: false)
                }
                line(";")
            } else {
                sentence(.ground, end: ";")
            }
        }
        let isResolution = head.kind == .resolution || head.kind == .legalResolution
        let isAttached = !isResolution && target > 12_000 && (head.kind == .decision || head.kind == .legalDecision)
        if head.kind != .decree && head.kind != .circular { line(isResolution ? "QUYẾT NGHỊ:" : "QUYẾT ĐỊNH:") }
        if isAttached {
            line("Điều 1. Ban hành kèm theo Quyết định này Quy định với các nội dung sau đây.")
            for article in 2...prose.random.within(3...4) { writeArticle(article, titled: false) }
            endBody()
            writeEnd()
            line("QUY ĐỊNH")
            heading(isCapitals: false, kind: .abstract)
            prose.text += "(Kèm theo Quyết định số \(head.number) ".utf8
            head.date.appendLong(to: &prose.text)
            line(" của \(head.issuer.name))")
        }
        writeArticles()
        if isAttached { return }
        endBody()
        writeEnd()
    }

    private mutating func writeArticles() {
        let hasChapters = target > 9_000
        var chapter = 0
        var article = 0
        repeat {
            if hasChapters, article == 0 || prose.random.chance(0.16) {
                chapter += 1
                tightLine("Chương \(Self.roman(chapter))")
                heading(isCapitals: true)
            }
            article += 1
            writeArticle(article, titled: true)
            if prose.random.chance(0.02) { table() }
        } while !isFull
    }

    private mutating func writeArticle(_ number: Int, titled: Bool) {
        prose.text += "Điều \(number). ".utf8
        guard titled else { return sentence(.clause, scale: 1.3) }
        prose.paragraph(.articleTitle, scale: 1.2)
        endParagraph()
        let clauses = prose.random.logarithmic(9)
        if clauses == 0 { return sentence(.prose) }
        for clause in 1...(clauses + 1) {
            prose.text += "\(clause). ".utf8
            if prose.random.chance(0.35) {
                sentence(.clause, scale: 0.7, end: ":")
                writePoints()
            } else {
                sentence(.clause, scale: 1.2)
            }
            if isFull, clause > 2 { break }
        }
    }

    private mutating func writePoints() {
        let last = 2 + prose.random.logarithmic(9)
        for point in 0..<last {
            prose.text += Self.letters[point % Self.letters.count]
            prose.text += ") ".utf8
            sentence(.point, end: point == last - 1 ? "." : ";")
        }
    }

    /// Points are named by the Vietnamese alphabet without ă, â, ê, ơ, ư.
    private static let letters = "abcdđeghiklmnopqrstuvxy".map { Array(String($0).utf8) }

    // MARK: I., 1., 1.1., a), -

    mutating func writeReport() {
        if prose.random.chance(0.7) {
            prose.text += "Thực hiện ".utf8
            prose.facts.appendCitation(to: &prose.text, &prose.random)
            prose.text += ", \(head.issuer.name) \(head.kind.name.lowercased()) như sau:".utf8
            endParagraph()
        } else {
            sentence(.prose)
        }
        let hasParts = target > 3_500
        var part = 0
        var item = 0
        repeat {
            if hasParts, item == 0 || prose.random.chance(0.25) {
                part += 1
                item = 0
                prose.text += "\(Self.roman(part)). ".utf8
                heading(isCapitals: true)
            }
            item += 1
            writeItem(item)
        } while !isFull
        endBody()
        writeEnd()
    }

    private mutating func writeItem(_ item: Int) {
        prose.text += "\(item). ".utf8
        switch prose.random.below(12) {
        case ..<4: sentence(.clause, scale: 1.3)
        case ..<7:
            heading(isCapitals: false)
            for sub in 1...prose.random.within(2...5) {
                prose.text += "\(item).\(sub). ".utf8
                sentence(.clause, scale: 1.1)
            }
        case ..<9:
            heading(isCapitals: false)
            writePoints()
        case ..<11:
            heading(isCapitals: false)
            if prose.random.chance(0.6) { sentence(.prose) }
            for _ in 0..<prose.random.within(2...8) {
                prose.text += prose.random.chance(0.9) ? "- ".utf8 : "+ ".utf8
                sentence(.dash, scale: 1.5, end: prose.random.chance(0.5) ? ";" : ".")
            }
        default:
            heading(isCapitals: false)
            table()
        }
    }

    /// `./.` in place of the last paragraph's mark.
    private mutating func endBody() {
        while let last = prose.text.last, last == 0x0A || last == 0x2E || last == 0x3B || last == 0x3A {
            prose.text.removeLast()
        }
        line("./.")
    }

    static func roman(_ number: Int) -> String {
        var rest = number
        var text = ""
        for (value, letters) in [
            (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ] {
            while rest >= value {
                text += letters
                rest -= value
            }
        }
        return text
    }
}
