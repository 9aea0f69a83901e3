public import VietnameseText

/// Reads what documents say of themselves from text alone, whose tokens are at hand; reads head and signature block only, and
/// beyond them looks at how lines begin.
///
/// What it does not read: numbers outside the grammar (`Số: 1322 QĐ/TLĐ`, `66.16/2026/NQ-CP`); what a converter lost; heads of
/// standards (TCVN) and treaties, which are none of Decree 30/2020/NĐ-CP's; the agency of a text whose head is lost, unless abstract,
/// place and signature agree (`SignedAgency`). One is for one thread and any number of documents.
public struct DocumentDescriber {
    private var recognizer = ReferenceRecognizer()
    private var names = AgencyNames()
    private let headRoom = FoldedRoom(keys: 8192)
    private let closingRoom = FoldedRoom(keys: 8192)
    private let lineRoom = FoldedRoom()

    /// A describer with scratch space of its own.
    public init() {}

    /// What a text says of itself.
    ///
    /// - Parameters:
    ///   - text: Valid UTF-8 of less than 4 GiB.
    ///   - tokens: The text's tokens in order, at least those of its head.
    ///   - mayOpenReference: Whether a surface form has `SurfaceTraits.triggersReference`.
    public mutating func describe(
        _ text: UnsafeRawBufferPointer, tokens: UnsafeBufferPointer<RawToken>, mayOpenReference: (UInt32) -> Bool
    ) -> DocumentDescription {
        var description = DocumentDescription()
        var head = HeadText(text, in: headRoom)
        let number = head.readNumber(tokens, &recognizer, mayOpenReference)
        description.number = number?.value
        (description.urgency, description.secrecy) = head.readMarks()
        if let (place, date) = head.readPlaceAndDate() {
            description.place = place
            description.date = date
        }
        let type = head.readType()
        description.type = type.map { found in
            let bytes = head.folded.bytes(found.keys)
            return InspectedValue(
                value: found.name, start: bytes.lowerBound, end: bytes.upperBound, confidence: found.confidence)
        }
        readTitle(head, type, &description)
        readAgency(head, &description)
        readLostHead(head, tokens, mayOpenReference, &description)
        description.numberParts = description.number.flatMap { NumberParts($0.value) }
        settleType(head, text, &description)
        description.addressees = head.readAddressees(isTelegram: description.type?.value == "Công điện")
        readClosing(text, from: head.bodyStart, &description)
        settleAgency(head, text, &description)
        for index in description.signers.indices {
            if let position = description.signers[index].position?.value {
                description.signers[index].position?.value = names.name(position)
            }
        }
        if description.date == nil, description.type?.value == "Biên bản" { description.date = head.dayOfMinutes() }
        if let place = description.place, let agency = description.agency {
            description.place?.value = PlaceNames.corrected(place.value, by: agency.value)
        }
        return description
    }

    private func readTitle(_ head: HeadText, _ type: HeadText.FoundType?, _ description: inout DocumentDescription) {
        let reader = TitleReader(head: head)
        if let type { description.title = reader.title(behind: type) }
        if type == nil || description.title == nil { description.title = description.title ?? reader.subject() }
    }

    private mutating func readAgency(_ head: HeadText, _ description: inout DocumentDescription) {
        guard let found = head.readAgency(&names) else { return }
        description.agency = found.name
        description.superior = found.superior
    }

    /// `CỦA CHÍNH PHỦ SỐ 51/2002/NĐ-CP NGÀY 26 THÁNG 4 NĂM 2002 …`: collections that lost a document's head keep it in one line.
    private mutating func readLostHead(
        _ head: HeadText, _ tokens: UnsafeBufferPointer<RawToken>, _ mayOpenReference: (UInt32) -> Bool,
        _ description: inout DocumentDescription
    ) {
        guard description.number == nil || description.date == nil || description.agency == nil else { return }
        let folded = head.folded
        guard
            let line = head.head.prefix(12).first(where: {
                head.lines[$0].isCapitals && folded.opens(head.lines[$0], ["cua"])
            })
        else { return }
        let start = head.lines[line].keys.lowerBound
        let reader = TitleReader(head: head)
        guard let behind = reader.behindNumberAndDay(from: start),
            let label = folded.find("so", in: start..<behind), let day = folded.firstDay(in: label.upperBound..<behind)
        else { return }
        var at = folded.skippingSpace(label.upperBound)
        if at < behind, folded.keys[at] == UInt8(ascii: ":") { at = folded.skippingSpace(at + 1) }
        let number = at < behind ? head.number(at: at, tokens, &recognizer, mayOpenReference)?.value : nil
        if description.number == nil, var number {
            number.confidence = 0.7
            description.number = number
        }
        if description.date == nil, number == nil || number?.value == description.number?.value {
            description.date = day.value(folded, 0.7)
        }
        if description.agency == nil, let of = folded.match("cua", at: start) {
            var from = folded.skippingSpace(of)
            if let position = folded.match(anyOf: Authorities.positions, at: from) {
                from = folded.skippingSpace(position)
            }
            if from < label.lowerBound { setAgency(folded, from..<label.lowerBound, 0.7, &description) }
        }
        if description.title == nil, let first = head.line(of: behind) {
            description.title = reader.title(from: behind, line: first)
        }
    }

    private mutating func setAgency(
        _ folded: FoldedText, _ keys: Range<Int>, _ confidence: Double, _ description: inout DocumentDescription
    ) {
        var value = folded.value(AgencyKinds.withoutTail(folded, keys), confidence)
        guard let name = names.agency(value.value) else { return }
        value.value = name
        description.agency = value
    }

    /// The type by the number's symbol or the enacting words where its line is lost.
    private func settleType(
        _ head: HeadText, _ text: UnsafeRawBufferPointer, _ description: inout DocumentDescription
    ) {
        let named = description.numberParts.flatMap(DocumentType.named(by:))
        let consolidated = named == DocumentType.consolidated ? description.number : head.consolidatedText()
        if let mark = consolidated, let type = description.type {
            // What was consolidated is named where others have their type: it belongs to the title.
            if let title = description.title, title.start >= type.end {
                description.title?.value = "\(type.value) \(title.value)"
                description.title?.start = type.start
            }
            description.type = InspectedValue(
                value: DocumentType.consolidated, start: mark.start, end: mark.end, confidence: 0.9)
        } else if description.type == nil, let named, let number = description.number {
            description.type = InspectedValue(value: named, start: number.start, end: number.end, confidence: 0.7)
            if description.title == nil { description.title = TitleReader(head: head).titleBelowNumber() }
        } else if description.type == nil, description.number == nil, head.isLegal {
            description.type = HeadText.enactingType(in: text)
        } else if let named, let type = description.type, named != type.value {
            // One of the two was mistyped.
            description.type?.confidence = min(type.confidence, 0.6)
        }
    }

    private mutating func readClosing(
        _ text: UnsafeRawBufferPointer, from start: Int, _ description: inout DocumentDescription
    ) {
        var finder = ClosingFinder(text, from: start, in: lineRoom)
        var pending: ClosingText?
        var isClosed = false
        let attachments = AttachmentReader(text: text, room: lineRoom)
        while let (landmark, at) = finder.next() {
            switch landmark {
            case .recipients where !isClosed && pending == nil:
                let closing = ClosingText(text, at: at, in: closingRoom)
                guard !closing.signers.isEmpty || !closing.recipients.isEmpty else { continue }
                finder.skip(to: closing.end)
                if closing.signers.isEmpty {
                    pending = closing
                } else {
                    take(closing, &description)
                    isClosed = true
                }
            case .signature where !isClosed:
                let closing = ClosingText(text, at: at, in: closingRoom)
                guard !closing.signers.isEmpty else { continue }
                if let known = pending, at - known.end < Self.mostBytesBetween { take(known, &description) }
                take(closing, &description)
                isClosed = true
                readDateOfEnd(text, before: at, &description)
                finder.skip(to: closing.end)
            case .signedNote where !isClosed:
                guard let signer = signer(text, before: at, finder.lines(before: at, atMost: 2)) else { continue }
                description.signers.append(signer)
            case .attachmentNote:
                guard description.attachments.count < Self.mostAttachments,
                    let title = attachments.title(
                        above: at, lines: finder.lines(before: at, atMost: AttachmentReader.mostLines))
                else { continue }
                if !description.signers.isEmpty { isClosed = true }
                description.attachments.append(title)
            default: continue
            }
            finder.seeksSignature = !isClosed
        }
        // Recipients without a signature are the document's where it ends with them; elsewhere they are a form's.
        if !isClosed, description.signers.isEmpty, let known = pending, text.count - known.end < Self.mostBytesBetween {
            take(known, &description)
        }
    }

    /// From recipients to a signature, or to the text's end.
    private static let mostBytesBetween = 1500
    private static let mostAttachments = 64

    private func take(_ closing: ClosingText, _ description: inout DocumentDescription) {
        if description.recipients.isEmpty { description.recipients = closing.recipients }
        if description.filing == nil { description.filing = closing.filing }
        if !closing.signers.isEmpty { description.signers = closing.signers }
    }

    private func signer(_ text: UnsafeRawBufferPointer, before note: Int, _ starts: [Int]) -> Signer? {
        // A wrap may have left the family name on the line before.
        for start in starts.reversed() where start < note {
            var folded = FoldedText(text, in: lineRoom)
            var reader = LineReader(text, from: start)
            while let line = reader.next(), line.end <= note { folded.append(line) }
            guard let first = folded.lines.first, let last = folded.lines.last,
                folded.lines.count == 1 || folded.words(first.keys).count == 1
            else { continue }
            if let name = PersonNames.name(folded, first.keys.lowerBound..<last.keys.upperBound) {
                return Signer(name: name)
            }
        }
        return nil
    }

    /// Types that an assembly passes.
    private static let passed: Set<String> = ["Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Nghị quyết"]

    /// The day in `Luật này … thông qua ngày 17 tháng 6 năm 2010.` above the signature.
    private func readDateOfEnd(
        _ text: UnsafeRawBufferPointer, before end: Int, _ description: inout DocumentDescription
    ) {
        guard description.date == nil, let type = description.type?.value, Self.passed.contains(type) else { return }
        var start = max(0, end - 700)
        while start < end, text[start] != 0x0A { start += 1 }
        var folded = FoldedText(text, in: lineRoom)
        var reader = LineReader(text, from: start)
        while let line = reader.next(), line.end <= end { folded.append(line) }
        guard let passed = folded.find("thong qua", in: 0..<folded.keys.count),
            let day = folded.firstDay(in: passed.upperBound..<min(folded.keys.count, passed.upperBound + 60))
        else { return }
        description.date = day.value(folded, 0.7)
    }

    /// The agency where the head does not name it, and the chairman's own documents.
    private mutating func settleAgency(
        _ head: HeadText, _ text: UnsafeRawBufferPointer, _ description: inout DocumentDescription
    ) {
        if description.agency == nil { readAuthority(head, &description) }
        if description.agency == nil, let range = SignedAgency.range(in: text, description) {
            let words = String(decoding: text[range], as: UTF8.self)
            if let name = names.agency(words.split(whereSeparator: \.isWhitespace).joined(separator: " ")) {
                description.agency = InspectedValue(
                    value: name, start: range.lowerBound, end: range.upperBound, confidence: 0.7)
            }
        }
        // A directive or telegram that its chairman signs in his own name is his, not his committee's.
        guard let agency = description.agency, agency.value.hasPrefix("Ủy ban nhân dân"),
            let type = description.type?.value, type == "Chỉ thị" || type == "Công điện",
            let signer = description.signers.first, signer.capacity?.value.contains("TM.") != true,
            let position = signer.position?.value, PlaceNames.foldedName(position).contains("chu tich")
        else { return }
        description.agency?.value = "Chủ tịch " + agency.value
        description.agency?.confidence = min(agency.confidence, 0.8)
    }

    /// `BỘ TRƯỞNG BỘ NỘI VỤ` above the bases.
    private mutating func readAuthority(_ head: HeadText, _ description: inout DocumentDescription) {
        let folded = head.folded
        for index in head.head where head.roles[index] == .open && Authorities.opens(folded, head.lines[index]) {
            var keys = head.lines[index].keys
            var last = index
            while last + 1 < head.bodyLine, head.lines[last + 1].isWrapped, head.lines[last + 1].isCapitals {
                last += 1
            }
            keys = keys.lowerBound..<head.lines[last].keys.upperBound
            if let position = folded.match(anyOf: Authorities.positions, at: keys.lowerBound) {
                let next = folded.skippingSpace(position)
                guard next < keys.upperBound else { return }
                keys = next..<keys.upperBound
            }
            setAgency(folded, keys, 0.7, &description)
            return
        }
    }
}
