/// One document as it was read: its identity, its text byte for byte, and what the input said about it.
public struct SourceDocument: Sendable {
    /// The identity: the `id` of a JSON line, the path as given for a file, `-` for a text on standard input.
    public var id: String
    /// The title the input gives, empty for plain files.
    public var title: String
    /// Valid UTF-8, without a byte order mark, otherwise byte for byte as read; UTF-16 input is transcoded.
    public var text: [UInt8]
    /// Every other field of a JSON line, in order of first appearance, its value as raw JSON text.
    public var metadata: [(key: String, value: String)]
    /// Where it was read: a path, with `:line` for JSON lines (lines count from 1).
    public var source: String

    /// Puts a document together; readers do, and so may a program that has its texts in memory.
    public init(
        id: String, title: String = "", text: [UInt8], metadata: [(key: String, value: String)] = [],
        source: String = ""
    ) {
        self.id = id
        self.title = title
        self.text = text
        self.metadata = metadata
        self.source = source
    }
}

/// A piece of input that was left out, and why.
public struct SkippedInput: Sendable, Equatable, CustomStringConvertible {
    /// The path as given, or the given folder's path joined with the way down to the file.
    public var path: String
    /// The line of a JSON lines file, from 1.
    public var line: Int?
    /// The offending byte's offset from the start of the file, from 0 (of the UTF-8 form, for UTF-16 input).
    public var byte: Int?
    /// What was wrong, in a few words.
    public var reason: String

    /// Names a piece of input that was left out.
    public init(path: String, line: Int? = nil, byte: Int? = nil, reason: String) {
        self.path = path
        self.line = line
        self.byte = byte
        self.reason = reason
    }

    /// `path:line: reason (byte n)`.
    public var description: String {
        let place = line.map { "\(path):\($0)" } ?? path
        let offset = byte.map { " (byte \($0))" } ?? ""
        return "\(place): \(reason)\(offset)"
    }
}

/// What a reader meets: a document, or input that it had to leave out.
public enum ReadEvent: Sendable {
    /// A document, and the bytes of input it took (a JSON line with its line end; a whole file).
    case document(SourceDocument, inputBytes: Int)
    /// Input left out; reading goes on behind it.
    case skipped(SkippedInput)
}
