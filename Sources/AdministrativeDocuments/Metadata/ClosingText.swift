/// What stands below a document's body: recipients, filing line, signatures.
struct ClosingText {
    /// In a room that the next block takes over; nothing is read from it once this one is read.
    private var folded: FoldedText
    private(set) var recipients: [InspectedValue] = []
    private(set) var filing: InspectedValue?
    private(set) var signers: [Signer] = []
    /// Offset behind the last thing read.
    private(set) var end: Int

    /// A signature with the longest list of recipients.
    private static let maximumBytes = 8000
    private static let maximumLines = 160

    /// Most blocks end within so many lines.
    private static let usualLines = 40

    /// Reads the block that begins at an offset.
    init(_ text: UnsafeRawBufferPointer, at start: Int, in room: FoldedRoom) {
        folded = FoldedText(text, in: room)
        end = start
        var reader = LineReader(text, from: start)
        let goesOn = fold(&reader, from: start, lines: Self.usualLines)
        read(from: start)
        // Recipients without their last line or a name below them: the list is longer.
        if goesOn, !recipients.isEmpty, signers.isEmpty || filing == nil {
            _ = fold(&reader, from: start, lines: Self.maximumLines)
            (recipients, filing) = ([], nil)
            read(from: start)
        }
    }

    /// Folds more lines of the block until there are so many; whether there are more.
    private mutating func fold(_ reader: inout LineReader, from start: Int, lines: Int) -> Bool {
        while folded.lines.count < lines {
            guard let line = reader.next(), line.start - start < Self.maximumBytes, line.end - line.start <= 1000 else {
                return false
            }
            folded.append(line)
            // What is attached begins: nothing below it is the document's.
            if let last = folded.lines.last, last.column == 0, folded.opens(last, Self.otherTexts) { return false }
        }
        return true
    }

    private mutating func read(from start: Int) {
        end = start
        // Columns merged in one line are read one by one.
        let isMerged = folded.lines.prefix(12).contains { $0.column > 0 }
        let left = isMerged ? folded.lines.filter { $0.column == 0 } : Array(folded.lines)
        readRecipients(left)
        signers = SignatureReader(folded: folded, lines: left).signers(from: 0).signers
        if isMerged {
            let right = folded.lines.filter { $0.column > 0 }
            signers += SignatureReader(folded: folded, lines: right).signers(from: 0).signers
        }
        for signer in signers { end = max(end, signer.name.end) }
        if let filing { end = max(end, filing.end) }
        if let last = recipients.last { end = max(end, last.end) }
    }

    /// How a text that follows the signature begins.
    private static let otherTexts: [StaticString] = [
        "(ban hanh", "(kem theo", "(phe duyet", "phu luc", "chuong", "dieu 1", "mau so", "can cu",
    ]

    private mutating func readRecipients(_ lines: [FoldedLine]) {
        guard let first = lines.firstIndex(where: { folded.opens($0, ["noi nhan"]) }),
            let label = folded.match("noi nhan", at: lines[first].keys.lowerBound),
            // The recipients of a form that is attached are not the document's.
            !lines[..<first].contains(where: { folded.opens($0, Self.otherTexts) })
        else { return }
        var at = folded.skippingSpace(label)
        var line = first
        if at < folded.keys.count, folded.keys[at] == UInt8(ascii: ":") { at += 1 }
        while line < lines.count, lines[line].keys.upperBound <= at { line += 1 }
        if line < lines.count { at = max(at, lines[line].keys.lowerBound) }
        while at < folded.keys.count, folded.keys[at] == 0x20 { at += 1 }
        let list = ItemList(folded: folded, lines: lines)
        let (items, _) = list.items(from: at, line: line) { folded.match("luu", at: $0.lowerBound) != nil }
        for item in items {
            if folded.match(anyOf: ["luu", "luu:"], at: item.lowerBound) != nil {
                filing = folded.value(item, 0.9)
                break
            }
            recipients.append(folded.value(item, 0.85))
        }
    }
}
