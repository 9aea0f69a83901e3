/// Cuts a JSON lines stream into blocks of whole lines, in memory bounded by the block's size and the longest line.
final class LineCutter {
    private let stream: InputStream
    private let path: String
    private let blockBytes: Int
    private let maximumLineBytes: Int
    /// What was read and not yet given out: the head of a line, or all that was sniffed at.
    private var carry: [UInt8]
    private var decoder: UTF16Decoder?
    private var line = 1
    private var offset = 0
    private var ended = false

    /// Goes on behind `head`, the bytes already read of the stream (a UTF-16 mark taken off when `decoder` is given).
    init(
        _ stream: InputStream, path: String, head: [UInt8], decoder: UTF16Decoder?, blockBytes: Int,
        maximumLineBytes: Int
    ) {
        self.stream = stream
        self.path = path
        self.blockBytes = min(blockBytes, maximumLineBytes)
        self.maximumLineBytes = maximumLineBytes
        carry = []
        self.decoder = decoder
        if self.decoder != nil {
            head.withUnsafeBytes { self.decoder?.decode($0, isLast: false, into: &carry) }
        } else {
            carry = head
        }
    }

    /// The next block of whole lines (the last may lack its line end), or a line that was left out; nil at the end.
    func next() throws(InputFailure) -> RawPiece? {
        var block = carry
        carry = []
        var searched = 0
        var room = max(blockBytes - block.count, blockBytes / 2)
        while true {
            if !ended, block.count < blockBytes || searched > 0 { try read(room, into: &block) }
            if ended {
                guard !block.isEmpty else {
                    guard stream.hasShrunk else { return nil }
                    throw InputFailure(reason: "became shorter while it was read")
                }
                return give(block, upTo: block.count)
            }
            if let cut = Self.lastLineEnd(in: block, from: searched) { return give(block, upTo: cut) }
            guard block.count <= maximumLineBytes else { return try dropLine(block) }
            searched = block.count
            // Doubling keeps the copying of a long line linear in its length.
            room = min(max(block.count, blockBytes), maximumLineBytes + 1 - block.count)
            room = max(room, 1)
        }
    }

    private func give(_ block: [UInt8], upTo cut: Int) -> RawPiece {
        // The tail stays in the block too: cutting it off would copy the whole.
        let piece = LineBlock(path: path, bytes: block, count: cut, firstLine: line, offset: offset)
        carry = Array(block[cut...])
        line += Self.lineEnds(in: block, upTo: cut)
        offset += cut
        return .lines(piece)
    }

    /// Passes over the rest of a line that is too long to hold.
    private func dropLine(_ head: [UInt8]) throws(InputFailure) -> RawPiece {
        let skipped = SkippedInput(
            path: path, line: line, byte: offset, reason: "line longer than \(maximumLineBytes) bytes")
        offset += head.count
        line += 1
        while !ended {
            var block: [UInt8] = []
            try read(blockBytes, into: &block)
            if let end = block.firstIndex(of: 0x0A) {
                carry = Array(block[(end + 1)...])
                offset += end + 1
                break
            }
            offset += block.count
        }
        return .skipped(skipped)
    }

    private func read(_ count: Int, into block: inout [UInt8]) throws(InputFailure) {
        if decoder == nil {
            try stream.append(count, to: &block)
        } else {
            var raw: [UInt8] = []
            try stream.append(count, to: &raw)
            raw.withUnsafeBytes { decoder?.decode($0, isLast: stream.isAtEnd, into: &block) }
        }
        ended = stream.isAtEnd
    }

    private static func lastLineEnd(in block: [UInt8], from: Int) -> Int? {
        block.withUnsafeBufferPointer { $0[from...].lastIndex(of: 0x0A).map { $0 + 1 } }
    }

    private static func lineEnds(in block: [UInt8], upTo count: Int) -> Int {
        block.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return 0 }
            var ends = 0
            var at = 0
            while at + 8 <= count {
                // Each byte of `found` counts the line feeds in its lane, at most 255 of them before they are added up.
                var found: UInt64 = 0
                let stop = min(count - 7, at + 255 * 8)
                while at < stop {
                    // A byte's high bit stays clear only where the byte is a line feed; no carry crosses bytes.
                    let word = base.loadUnaligned(fromByteOffset: at, as: UInt64.self) ^ 0x0A0A_0A0A_0A0A_0A0A
                    let others = ((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | word
                    found &+= (~others &>> 7) & 0x0101_0101_0101_0101
                    at &+= 8
                }
                let pairs = (found & 0x00FF_00FF_00FF_00FF) &+ ((found &>> 8) & 0x00FF_00FF_00FF_00FF)
                ends += Int((pairs &* 0x0001_0001_0001_0001) &>> 48)
            }
            while at < count {
                if base.load(fromByteOffset: at, as: UInt8.self) == 0x0A { ends += 1 }
                at += 1
            }
            return ends
        }
    }
}
