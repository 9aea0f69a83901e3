internal import Glibc
internal import Synchronization

/// Reads the input and cuts it into raw batches; one thread at a time reads, any thread may ask.
///
/// Opening, reading and finding line ends is all it does, several gigabytes a second: the work worth sharing is
/// `InputReader.parse`. A worker's loop is `while let batch = batches.next() { reader.parse(batch) { … } }`.
public final class RawBatchReader: Sendable {
    private let state: Mutex<RawBatchCutter>

    init(_ cutter: sending RawBatchCutter) { state = Mutex(cutter) }

    /// The next batch, nil when the input is at its end; waits for another thread's call to finish.
    public func next() -> RawBatch? { state.withLock { $0.next() } }
}

/// The state behind `RawBatchReader`.
struct RawBatchCutter {
    private let reader: InputReader
    private var walk: InputWalk
    private var lines: (cutter: LineCutter, path: String)?
    private var ordinal = 0

    init(_ reader: InputReader, _ paths: [String]) {
        self.reader = reader
        walk = InputWalk(paths)
    }

    mutating func next() -> RawBatch? {
        var batch = RawBatch(ordinal: ordinal)
        while batch.byteCount < reader.batchBytes, batch.pieces.count < 4096, let piece = nextPiece() {
            batch.add(piece)
        }
        guard !batch.pieces.isEmpty else { return nil }
        ordinal += 1
        return batch
    }

    private mutating func nextPiece() -> RawPiece? {
        while true {
            if let (cutter, path) = lines {
                do throws(InputFailure) {
                    if let piece = try cutter.next() { return piece }
                    lines = nil
                } catch {
                    lines = nil
                    return .skipped(SkippedInput(path: path, reason: error.reason))
                }
            }
            switch walk.next() {
            case .file(let file):
                do throws(InputFailure) {
                    if let piece = try open(file) { return piece }
                } catch {
                    return .skipped(SkippedInput(path: file.path, reason: error.reason))
                }
            case .skipped(let skipped): return .skipped(skipped)
            case nil: return nil
            }
        }
    }

    /// A whole text, or nil when the file turned out to be lines, which come next.
    private mutating func open(_ file: InputFile) throws(InputFailure) -> RawPiece? {
        if case .unsupported(let reason) = file.kind { throw InputFailure(reason: reason) }
        let stream = try InputStream(file)
        var head: [UInt8] = []
        try stream.append(Self.headBytes(expecting: stream.size), to: &head)
        guard !head.isEmpty else {
            throw InputFailure(reason: stream.hasShrunk ? "became shorter while it was read" : "empty file")
        }
        let mark = head.withUnsafeBytes { ByteOrderMark($0) }
        var decoder: UTF16Decoder?
        var markBytes = 0
        switch mark {
        case .utf32: throw InputFailure(reason: "UTF-32 is not read")
        case .utf16(let isBigEndian):
            decoder = UTF16Decoder(isBigEndian: isBigEndian)
            markBytes = 2
        case .utf8, nil: break
        }
        let isLines =
            switch file.kind {
            case .jsonLines: true
            case .standardInput: Self.opensWithBrace(head)
            default: false
            }
        if decoder == nil, !isLines || !Self.opensWithBrace(head), let zero = Self.firstZero(in: head) {
            throw InputFailure(reason: "binary file (NUL at byte \(zero))")
        }
        if isLines {
            let cutter = LineCutter(
                stream, path: file.path, head: Array(head.dropFirst(markBytes)), decoder: decoder,
                blockBytes: reader.batchBytes, maximumLineBytes: reader.maximumDocumentBytes)
            lines = (cutter, file.path)
            return nil
        }
        return .text(RawText(path: file.path, bytes: try readRest(of: stream, behind: head)))
    }

    private func readRest(of stream: InputStream, behind head: [UInt8]) throws(InputFailure) -> [UInt8] {
        var bytes = head
        let maximum = reader.maximumDocumentBytes
        while !stream.isAtEnd {
            guard bytes.count <= maximum, stream.size ?? 0 <= maximum else {
                throw InputFailure(reason: "longer than \(maximum) bytes")
            }
            // One byte more than expected, so that the end is seen in the same pass.
            let expected = (stream.size ?? 0) + 1 - bytes.count
            let room = max(expected, bytes.count, 1 << 16)
            try stream.append(min(room, maximum + 1 - bytes.count), to: &bytes)
        }
        if stream.hasShrunk { throw InputFailure(reason: "became shorter while it was read") }
        guard bytes.count <= maximum else { throw InputFailure(reason: "longer than \(maximum) bytes") }
        return bytes
    }

    /// A first block is enough of a file to tell binary data; most texts end within it.
    private static func headBytes(expecting size: Int?) -> Int { min((size ?? 1 << 16) + 1, 1 << 18) }

    private static func firstZero(in head: [UInt8]) -> Int? {
        head.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let zero = memchr(base, 0, bytes.count) else { return nil }
            return base.distance(to: UnsafeRawPointer(zero))
        }
    }

    /// Whether the first byte behind marks, spaces and UTF-16's zeros is `{`.
    private static func opensWithBrace(_ head: [UInt8]) -> Bool {
        let passed: Set<UInt8> = [0x00, 0x09, 0x0A, 0x0D, 0x20, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF]
        return head.first { !passed.contains($0) } == UInt8(ascii: "{")
    }
}
