/// What a paragraph is in the structure of a document.
enum ParagraphKind: Int, CaseIterable, Sendable {
    /// `Căn cứ …`, `Theo đề nghị …`, `Xét …`.
    case ground
    /// `Điều 7. Tên điều`, when the line is no more than a heading.
    case articleTitle
    /// A short line under `I.` or `1.`, or in capitals.
    case heading
    /// `1. …` and `1.1. …`, when it is a sentence.
    case clause
    /// `a) …`.
    case point
    /// `- …` and `+ …`.
    case dash
    /// A paragraph without a label.
    case prose
    /// What the document is about: the paragraph below its type.
    case abstract
}

/// A paragraph of a real document, its label taken off.
struct CorpusParagraph {
    var kind: ParagraphKind
    var text: Substring
}

/// Reads a document's paragraphs, as far as its lines tell.
///
/// Head, recipients and signature are left out: they are made anew for each document. Wrapped lines are joined.
struct CorpusReader {
    func paragraphs(of document: String) -> [CorpusParagraph] {
        var found: [CorpusParagraph] = []
        var isInBody = false
        var expectsAbstract = false
        for line in joined(document) {
            if line.hasPrefix("Nơi nhận") { isInBody = false }
            let (label, rest) = Self.label(of: line)
            if !isInBody {
                // What a type's name announces a second time (`QUYẾT ĐỊNH:`) is no abstract, nor are the acts it rests on.
                if line.hasPrefix("Căn cứ") || line.hasPrefix("Thực hiện") { expectsAbstract = false }
                if expectsAbstract, label == nil, !Self.isCapitals(line), line.utf8.count > 20 {
                    found.append(CorpusParagraph(kind: .abstract, text: rest))
                    expectsAbstract = false
                    continue
                }
                if Self.isTypeName(line) { expectsAbstract = true }
                guard label.map({ $0.opensBody }) ?? (line.utf8.count > 160 && !Self.isCapitals(line)) else { continue }
                isInBody = true
            }
            let kind = Self.kind(of: label, rest)
            if !rest.isEmpty, !Self.isDamaged(rest), !Self.isCapitals(rest) || rest.utf8.count < 120 {
                found.append(CorpusParagraph(kind: kind, text: rest))
            }
            if line.hasSuffix("./.") { isInBody = false }
        }
        return found
    }

    // MARK: Lines

    /// The lines of a text, those that only wrap joined to the one before.
    private func joined(_ document: String) -> [String] {
        var lines: [String] = []
        var isAfterBlank = true
        for raw in document.split(separator: "\n", omittingEmptySubsequences: false) {
            let words = raw.split(whereSeparator: { $0.isWhitespace || $0 == "*" })
            guard !words.isEmpty else {
                isAfterBlank = true
                continue
            }
            let line = words.joined(separator: " ")
            let wraps = lines.last.map { last in
                Self.label(of: line).0 == nil && !Self.isCapitals(line) && !Self.isCapitals(last)
                    && !(last.last.map { ".;:!?”".contains($0) } ?? true)
                    && (!isAfterBlank || line.first.map(\.isLowercase) ?? false)
            }
            if wraps ?? false {
                lines[lines.count - 1] += " " + line
            } else {
                lines.append(line)
            }
            isAfterBlank = false
        }
        return lines
    }

    private enum Label {
        case chapter, article, roman, number, letter, dash, ground

        var opensBody: Bool { self != .dash && self != .letter }
    }

    private static func label(of line: String) -> (Label?, Substring) {
        for opening in ["Căn cứ ", "Theo đề nghị ", "Xét "] where line.hasPrefix(opening) {
            return (.ground, line[...])
        }
        guard let space = line.firstIndex(of: " ") else { return (nil, line[...]) }
        let first = line[..<space]
        let rest = line[line.index(after: space)...]
        switch first {
        case "Chương" where rest.count < 8: return (.chapter, "")
        case "Điều":
            guard let end = rest.firstIndex(of: "."), rest[..<end].allSatisfy(\.isNumber) else { break }
            return (.article, rest[rest.index(after: end)...].drop { $0 == " " })
        case "-", "+", "–", "•": return (.dash, rest)
        default:
            if first.count <= 6, first.hasSuffix(".") {
                let body = first.dropLast()
                if body.allSatisfy({ "IVX".contains($0) }) { return (.roman, rest) }
                if body.allSatisfy({ $0.isNumber || $0 == "." }) { return (.number, rest) }
            }
            if first.count == 2, first.hasSuffix(")"), first.first.map(\.isLowercase) ?? false {
                return (.letter, rest)
            }
        }
        return (nil, line[...])
    }

    private static func kind(of label: Label?, _ rest: Substring) -> ParagraphKind {
        let isShort = rest.utf8.count < 110 && !(rest.last.map { ".;:".contains($0) } ?? true)
        switch label {
        case .ground: return .ground
        case .article: return isShort ? .articleTitle : .clause
        case .roman, .chapter: return .heading
        case .number: return isShort ? .heading : .clause
        case .letter: return .point
        case .dash: return .dash
        case nil: return isCapitals(rest) ? .heading : .prose
        }
    }

    // MARK: Shapes

    static func isCapitals(_ line: some StringProtocol) -> Bool {
        !line.contains(where: \.isLowercase) && line.contains(where: \.isUppercase)
    }

    private static func isTypeName(_ line: String) -> Bool {
        let letters = line.filter { $0 != " " }
        return isCapitals(line)
            && DocumentKind.allCases.contains { $0.name.uppercased().filter { $0 != " " } == letters }
    }

    /// Whether a text has marks apart from their letters or letters that only look right: nothing to learn spelling from.
    private static func isDamaged(_ text: Substring) -> Bool {
        text.unicodeScalars.contains { (0x300...0x36F).contains($0.value) || $0 == "Ð" || $0 == "…" }
            || text.contains("....")
    }
}
