/// Finds where the texts that a document carries begin: at a title over a note of issue, at a title below a signature, or
/// where the articles' numbering begins anew.
struct AttachmentFinder {
    let text: UnsafeRawBufferPointer
    let blocks: [OutlineBlock]
    let marks: [OutlineMark]
    let articles: [(block: Int, startsAnew: Bool)]

    /// A text that is carried: where its title begins, the block behind the title, and the title's first words.
    struct Attachment {
        var block: Int
        var headingEnd: Int
        var name: String
    }

    /// The attachments, rising.
    func attachments() -> [Attachment] {
        var found: [Attachment] = []
        var next = 0
        var isSigned = false
        var lastArticle = -1
        for index in blocks.indices {
            if next < articles.count, articles[next].block == index {
                if articles[next].startsAnew, next > 0, !isDivided(lastArticle, index, found.last) {
                    found.append(unannounced(behind: lastArticle, before: index))
                }
                lastArticle = index
                isSigned = false
                next += 1
                continue
            }
            if OutlineBuilder.opensAnnex(blocks[index], marks) { isSigned = false }
            let traits = blocks[index].traits
            guard !traits.isDisjoint(with: [.isIssueNote, .opensBoilerplate, .isAttachmentTitle]) else { continue }
            // Between two articles of one numbering nothing else begins.
            if next > 0, next < articles.count, !articles[next].startsAnew { continue }
            if traits.contains(.opensBoilerplate) {
                isSigned = true
            } else if traits.contains(.isIssueNote) {
                guard let attachment = titled(byNoteAt: index, isSigned: isSigned) else { continue }
                // The note tells the title better than the line of capitals below the signature did.
                while let last = found.last, last.headingEnd >= attachment.block { found.removeLast() }
                found.append(attachment)
                isSigned = false
            } else if isSigned, !hasNote(behind: index) {
                let end = titleEnd(from: index)
                found.append(Attachment(block: index, headingEnd: end, name: name(index)))
                isSigned = false
            }
        }
        return found
    }

    /// Whether an annex, a form or an attachment begins between two articles.
    private func isDivided(_ last: Int, _ index: Int, _ attachment: Attachment?) -> Bool {
        if let attachment, attachment.block > last { return true }
        return (max(last, 0)..<index).contains { OutlineBuilder.opensAnnex(blocks[$0], marks) }
    }

    /// A text whose numbering begins anew without a title that could be told.
    private func unannounced(behind last: Int, before index: Int) -> Attachment {
        let between = (last + 1)..<index
        if let title = between.last(where: { blocks[$0].traits.contains(.isAttachmentTitle) }) {
            return Attachment(block: title, headingEnd: titleEnd(from: title), name: name(title))
        }
        let container = between.first {
            guard blocks[$0].mark >= 0, !blocks[$0].traits.contains(.isMentioned) else { return false }
            let mark = marks[Int(blocks[$0].mark)]
            return mark.value.isFirst && (mark.kind == .chapter || mark.kind == .part || mark.kind == .section)
        }
        return Attachment(block: container ?? index, headingEnd: container ?? index, name: "")
    }

    private func hasNote(behind index: Int) -> Bool {
        blocks[index...].prefix(9).contains { $0.traits.contains(.isIssueNote) }
    }

    /// The attachment whose title stands over a note; nil where an annex or a form does, or where nothing begins.
    private func titled(byNoteAt note: Int, isSigned: Bool) -> Attachment? {
        var first = note
        while first > 0, note - first < 9 {
            let block = blocks[first - 1]
            if block.mark >= 0 {
                let mark = marks[Int(block.mark)]
                // A number may open a line of a title; an annex's or a part's title is its own.
                if mark.kind == .annex || mark.kind == .form || mark.isTitledBelow { return nil }
                break
            }
            guard block.traits.contains(.isCapitals), !block.traits.contains(.opensBoilerplate) else { break }
            first -= 1
        }
        if first == note {
            // A title in small letters, or of an annex whose mark stands before it.
            guard note > 0 else { return nil }
            let before = blocks[note - 1]
            if before.mark >= 0 || before.end - before.start > 300 || note > 1 && blocks[note - 2].mark >= 0 {
                return nil
            }
            guard AttachmentTitles(text: text).name(before.start, before.end) != nil else {
                return isSigned ? Attachment(block: note, headingEnd: note + 1, name: "") : nil
            }
            return Attachment(block: note - 1, headingEnd: note + 1, name: name(note - 1))
        }
        if let title = (first..<note).first(where: { blocks[$0].traits.contains(.isAttachmentTitle) }) { first = title }
        return Attachment(block: first, headingEnd: note + 1, name: name(first))
    }

    private func titleEnd(from index: Int) -> Int {
        var end = index + 1
        while end < blocks.count, end - index < 6, blocks[end].mark < 0, blocks[end].traits.contains(.isCapitals),
            !blocks[end].traits.contains(.opensBoilerplate)
        {
            end += 1
        }
        return end
    }

    /// What the title says that it is, or its first words.
    private func name(_ index: Int) -> String {
        let block = blocks[index]
        if let name = AttachmentTitles(text: text).name(block.start, block.end) { return name }
        let end = min(block.end, block.start + 400)
        var words = String(decoding: text[block.start..<end], as: UTF8.self).split(whereSeparator: \.isWhitespace)
        // The last one may have been cut apart.
        if end < block.end { words = words.dropLast() }
        var shown = words.prefix(Self.mostWordsOfName).joined(separator: " ").lowercased()
        if words.count > Self.mostWordsOfName, let last = shown.last, ",;:-".contains(last) { shown.removeLast() }
        return shown.prefix(1).uppercased() + shown.dropFirst()
            + (words.count > Self.mostWordsOfName && !shown.isEmpty ? "…" : "")
    }

    /// Most words have two syllables or more: three syllables cut `Thủ tục hành chính` apart.
    private static let mostWordsOfName = 6
}
