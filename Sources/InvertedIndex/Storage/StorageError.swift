/// Why a file or a directory of an index could not be read or written.
///
/// `message` is one line meant for people: it names the file and, where known, the byte.
public struct StorageError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What kind of failure it was; a caller decides by this, never by the message.
    public enum Kind: Sendable, Equatable {
        /// The file or directory is not there.
        case notFound
        /// Another writer holds the lock.
        case locked
        /// The bytes are not what was written.
        case damaged
        /// The disk or a quota is full.
        case noSpace
        /// The system does not allow it (rights, a read-only file system).
        case permission
        /// Anything else the system reported.
        case io
    }

    /// The kind of failure.
    public let kind: Kind
    /// One clear line, without a final full stop.
    public let message: String

    /// Makes an error of a kind with its line for people.
    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    /// The message.
    public var description: String { message }

    /// Bytes that are not what was written: names the file and the byte offset where that shows.
    ///
    /// - Parameters:
    ///   - file: the file's name or path.
    ///   - byte: offset from the start of the file, where it is known.
    ///   - reason: what is wrong there.
    public static func damaged(_ file: String, byte: Int? = nil, _ reason: String) -> StorageError {
        let place = byte.map { " at byte \($0)" } ?? ""
        return StorageError(.damaged, "\(file) is damaged\(place): \(reason)")
    }
}
