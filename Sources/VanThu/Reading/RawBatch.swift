/// Raw input cut off for one worker: whole JSON lines or whole files, about two megabytes of them, not yet looked into.
///
/// `InputReader.parse` turns it into documents; any thread may do that, batches know nothing of each other.
public struct RawBatch: Sendable {
    /// The batch's place in the input, from 0.
    public let ordinal: Int
    /// Bytes of input in it, for progress.
    public internal(set) var byteCount = 0
    var pieces: [RawPiece] = []

    init(ordinal: Int) { self.ordinal = ordinal }

    mutating func add(_ piece: RawPiece) {
        switch piece {
        case .lines(let block): byteCount += block.count
        case .text(let text): byteCount += text.bytes.count
        case .skipped: break
        }
        pieces.append(piece)
    }
}

/// One kind of raw input in a batch.
enum RawPiece: Sendable {
    case lines(LineBlock)
    case text(RawText)
    case skipped(SkippedInput)
}

/// Whole lines of a JSON lines file.
struct LineBlock: Sendable {
    var path: String
    /// The lines, and behind them bytes that belong to the next block.
    var bytes: [UInt8]
    /// How many of the bytes are this block's.
    var count: Int
    /// The number of its first line, from 1.
    var firstLine: Int
    /// Where its first byte stands in the file.
    var offset: Int
}

/// All bytes of a text file, as stored.
struct RawText: Sendable {
    var path: String
    var bytes: [UInt8]
}
