import Glibc
import SyntheticDocuments
import VanThu

/// Some documents in a row, made and encoded by one thread.
struct GeneratedBlock: Sendable {
    /// A document or passage: its place among the block's bytes.
    struct Piece: Sendable {
        var id: String
        var textBytes: Int
        var start: Int
        var end: Int
        /// Whether a document begins with it.
        var opensDocument: Bool
    }

    /// Enough that threads seldom meet, little enough that few blocks fill no memory.
    static let documents = 4

    private(set) var pieces: [Piece] = []
    private(set) var bytes: [UInt8] = []

    init(_ generator: DocumentGenerator, block: Int, unit: GeneratedUnit, asFiles: Bool) {
        for index in block * Self.documents..<(block + 1) * Self.documents {
            let document = generator.document(index)
            let units = unit == .passages ? document.passages() : [document]
            for (number, unit) in units.enumerated() {
                let start = bytes.count
                if asFiles { bytes += unit.text } else { unit.appendJSONLine(to: &bytes) }
                pieces.append(
                    Piece(
                        id: unit.id, textBytes: unit.text.count, start: start, end: bytes.count,
                        opensDocument: number == 0))
            }
        }
    }
}

/// How much was made.
struct GeneratedAmount {
    var textBytes = 0
    var documents = 0
    var pieces = 0

    func json(seconds: Double) -> JSON {
        [
            "documents": .integer(documents), "lines": .integer(pieces), "text_bytes": .integer(textBytes),
            "seconds": .measured(seconds),
        ]
    }

    func summary(seconds: Double) -> String {
        let rate = Amounts.bytes(Int(Double(textBytes) / max(seconds, 1e-6)))
        return
            "made \(Amounts.count(documents, "document")), \(Amounts.bytes(textBytes)) of text, in \(Amounts.duration(seconds)) (\(rate)/s)\n"
    }
}

/// Where to stop.
struct GenerationLimit {
    var bytes: Int?
    var documents: Int?
    var passages: Int?

    /// What there is to be done, in the unit of the limit.
    var total: Int { bytes ?? documents ?? passages ?? 1 }

    func done(_ made: GeneratedAmount) -> Int {
        bytes != nil ? made.textBytes : documents != nil ? made.documents : made.pieces
    }

    /// The pieces that are still within the limit, and whether it is reached.
    func accept(
        _ pieces: [GeneratedBlock.Piece], after made: inout GeneratedAmount
    ) -> (ArraySlice<GeneratedBlock.Piece>, isLast: Bool) {
        for (index, piece) in pieces.enumerated() {
            let isReached =
                bytes.map { made.textBytes >= $0 } ?? passages.map { made.pieces >= $0 }
                ?? documents.map { piece.opensDocument && made.documents >= $0 } ?? false
            if isReached { return (pieces[..<index], true) }
            made.textBytes += piece.textBytes
            made.pieces += 1
            if piece.opensDocument { made.documents += 1 }
        }
        let isLast = bytes.map { made.textBytes >= $0 } ?? passages.map { made.pieces >= $0 } ?? false
        return (pieces[...], isLast)
    }
}

/// Takes what is made: a file of JSON lines, or a folder of texts.
struct GeneratedSink: ~Copyable {
    let isFolder: Bool
    private let path: String
    private var descriptor: Int32 = -1

    init(_ path: String) throws(VanThuError) {
        self.path = path
        var status = stat()
        isFolder = path.hasSuffix("/") || (stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR)
        if isFolder {
            guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw Self.failure(path) }
        } else {
            descriptor = path == "-" ? STDOUT_FILENO : open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
            guard descriptor >= 0 else { throw Self.failure(path) }
        }
    }

    deinit { if descriptor > STDERR_FILENO { close(descriptor) } }

    private static func failure(_ path: String) -> VanThuError {
        .system("\(path): \(String(cString: strerror(errno)))")
    }

    private var pending: [UInt8] = []

    mutating func write(_ piece: GeneratedBlock.Piece, of block: GeneratedBlock) throws(VanThuError) {
        guard isFolder else {
            pending += block.bytes[piece.start..<piece.end]
            if pending.count >= 1 << 20 { try flush() }
            return
        }
        let name = piece.id.split(separator: "#").joined(separator: "-") + ".txt"
        let file = path.hasSuffix("/") ? path + name : path + "/" + name
        let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Self.failure(file) }
        defer { close(descriptor) }
        try writeAll(Array(block.bytes[piece.start..<piece.end]), to: descriptor, name: file)
    }

    mutating func finish() throws(VanThuError) { if !isFolder { try flush() } }

    private mutating func flush() throws(VanThuError) {
        try writeAll(pending, to: descriptor, name: path == "-" ? "standard output" : path)
        pending.removeAll(keepingCapacity: true)
    }
}
