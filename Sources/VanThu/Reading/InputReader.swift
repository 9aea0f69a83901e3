internal import Glibc

/// Reads files, folders and standard input as documents.
///
/// Folders are walked recursively, their entries sorted by name. `.jsonl` and `.ndjson` files hold one JSON object a
/// line: `id` (string or integer), `title`, `text`, and anything else as metadata. Any other file that is not binary is
/// one text document under its path as given. `-` is standard input: JSON lines if its first non-space byte is `{`,
/// otherwise one text document with the id `-`. Input that cannot be read is named and left out; the rest goes on.
///
/// Texts are UTF-8, or UTF-16 with a byte order mark, which is transcoded. Invalid UTF-8 leaves a file or line out, its
/// first bad byte named, unless the reader is lenient.
public struct InputReader: Sendable {
    /// Whether each invalid sequence is replaced by U+FFFD instead of leaving the document out.
    public var isLenient: Bool
    /// Bytes of input in a batch, more or less: lines and files are not divided.
    public var batchBytes = 2 << 20
    /// The longest file or line that is read, in bytes; a longer one is named and left out.
    public var maximumDocumentBytes = 1 << 30

    /// A reader that leaves invalid UTF-8 out, or repairs it when `lenient`.
    public init(lenient: Bool = false) { isLenient = lenient }

    /// Reads the paths in order on the calling thread and hands over each document and each refusal.
    ///
    /// - Throws: what `body` throws; troubles of the input are events.
    public func read(_ paths: [String], _ body: (ReadEvent) throws -> Void) throws {
        let batches = batches(of: paths)
        while let batch = batches.next() { try parse(batch, body) }
    }

    /// The paths' input as raw batches, to be parsed by several workers.
    public func batches(of paths: [String]) -> RawBatchReader { RawBatchReader(RawBatchCutter(self, paths)) }

    /// Turns a raw batch into documents, in order; pure, so workers run it side by side.
    public func parse(_ batch: RawBatch, _ body: (ReadEvent) throws -> Void) rethrows {
        for piece in batch.pieces {
            switch piece {
            case .skipped(let skipped): try body(.skipped(skipped))
            case .text(let text): try body(parse(text))
            case .lines(let block): try parse(block, body)
            }
        }
    }

    /// A raw batch's documents and refusals, in order.
    public func parse(_ batch: RawBatch) -> [ReadEvent] {
        var events: [ReadEvent] = []
        parse(batch) { events.append($0) }
        return events
    }

    /// The bytes that reading these paths will take; nil if any is a pipe or standard input.
    public func totalBytes(of paths: [String]) -> Int? {
        var walk = InputWalk(paths)
        var total = 0
        while let step = walk.next() {
            guard case .file(let file) = step else { continue }
            if case .unsupported = file.kind { continue }
            guard let size = file.size else { return nil }
            total += size
        }
        return total
    }

    // MARK: Texts

    private func parse(_ raw: RawText) -> ReadEvent {
        var text = raw.bytes
        var markBytes = 0
        switch text.withUnsafeBytes({ ByteOrderMark($0) }) {
        case .utf8:
            text.removeFirst(3)
            markBytes = 3
        case .utf16(let isBigEndian):
            var decoder = UTF16Decoder(isBigEndian: isBigEndian)
            var decoded: [UInt8] = []
            text.withUnsafeBytes {
                decoder.decode(UnsafeRawBufferPointer(rebasing: $0.dropFirst(2)), isLast: true, into: &decoded)
            }
            text = decoded
        case .utf32, nil: break
        }
        if !text.withUnsafeBytes({ UTF8Validation.isValid($0) }) {
            guard isLenient else {
                let bad = text.withUnsafeBytes { UTF8Validation.firstInvalid(in: $0)?.lowerBound }
                return .skipped(
                    SkippedInput(path: raw.path, byte: bad.map { $0 + markBytes }, reason: "invalid UTF-8"))
            }
            text = text.withUnsafeBytes { UTF8Validation.repaired($0) }
        }
        guard !text.isEmpty else { return .skipped(SkippedInput(path: raw.path, reason: "empty file")) }
        return .document(SourceDocument(id: raw.path, text: text, source: raw.path), inputBytes: raw.bytes.count)
    }

    // MARK: JSON lines

    private func parse(_ block: LineBlock, _ body: (ReadEvent) throws -> Void) rethrows {
        try block.bytes.withUnsafeBytes { stored in
            let bytes = UnsafeRawBufferPointer(rebasing: stored.prefix(block.count))
            guard let base = bytes.baseAddress else { return }
            let isValid = UTF8Validation.isValid(bytes)
            var start = 0
            var line = block.firstLine
            // A mark at the head of the file is no part of its first line.
            if block.offset == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
            while start < bytes.count {
                let newline = memchr(base + start, 0x0A, bytes.count - start)
                let end = newline.map { base.distance(to: UnsafeRawPointer($0)) } ?? bytes.count
                let next = min(end + 1, bytes.count)
                if let event = parse(
                    line: start..<end, of: bytes, isValid: isValid, number: line, block: block, taking: next - start)
                {
                    try body(event)
                }
                start = next
                line += 1
            }
        }
    }

    /// The event of one line; nil for a blank one.
    private func parse(
        line range: Range<Int>, of bytes: UnsafeRawBufferPointer, isValid: Bool, number: Int, block: LineBlock,
        taking inputBytes: Int
    ) -> ReadEvent? {
        guard let base = bytes.baseAddress, !Self.isBlank(bytes, range) else { return nil }
        guard range.count <= maximumDocumentBytes else {
            return skipped(block, number, range.lowerBound, "line longer than \(maximumDocumentBytes) bytes")
        }
        if !isValid {
            let line = UnsafeRawBufferPointer(rebasing: bytes[range])
            if let bad = UTF8Validation.firstInvalid(in: line) {
                guard isLenient else {
                    return skipped(block, number, range.lowerBound + bad.lowerBound, "invalid UTF-8")
                }
                return UTF8Validation.repaired(line).withUnsafeBytes { repaired in
                    guard let base = repaired.baseAddress else { return nil }
                    return document(
                        in: base, 0..<repaired.count, number: number, block: block, inputBytes: inputBytes,
                        faultOffset: { _ in range.lowerBound })
                }
            }
        }
        return document(
            in: base, range, number: number, block: block, inputBytes: inputBytes, faultOffset: { $0 })
    }

    private func document(
        in base: UnsafeRawPointer, _ range: Range<Int>, number: Int, block: LineBlock, inputBytes: Int,
        faultOffset: (Int) -> Int
    ) -> ReadEvent {
        do throws(JSONFault) {
            let document = try JSONLine.document(in: base, range: range, source: "\(block.path):\(number)")
            return .document(document, inputBytes: inputBytes)
        } catch {
            return skipped(block, number, faultOffset(error.offset), error.reason)
        }
    }

    private func skipped(_ block: LineBlock, _ line: Int, _ byte: Int, _ reason: String) -> ReadEvent {
        .skipped(SkippedInput(path: block.path, line: line, byte: block.offset + byte, reason: reason))
    }

    private static func isBlank(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
        for at in range where bytes[at] != 0x20 && bytes[at] != 0x0D && bytes[at] != 0x09 { return false }
        return true
    }
}
