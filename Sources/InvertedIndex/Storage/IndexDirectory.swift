/// The one place where the files of an index live: flat names, immutable files, atomic replacement.
///
/// Everything durable is reached through this protocol, so that tests can put a directory in its place that
/// loses what was not synced. Names are plain (no `/`). A file is written once, by appending, and never changed;
/// the only change of a name's content is `rename` over it.
///
/// Two promises are kept apart, as POSIX does: `OutputFile.sync()` makes a file's *bytes* survive a power cut,
/// `sync()` makes the directory's *names* survive it (creations, renames, removals).
public protocol IndexDirectory: AnyObject, Sendable {
    /// Where it is, for messages.
    var displayPath: String { get }

    /// The names of all files (not of directories), sorted by bytes.
    func list() throws(StorageError) -> [String]

    /// Creates an empty file for appending; a leftover of that name is unlinked first.
    ///
    /// Readers that hold the leftover mapped keep its bytes. The name survives a crash only after `sync()`.
    func create(_ name: String) throws(StorageError) -> any OutputFile

    /// The whole file, read-only; it stays readable after the file was removed or replaced.
    func map(_ name: String) throws(StorageError) -> MappedBytes

    /// The whole of a small file.
    func read(_ name: String) throws(StorageError) -> [UInt8]

    /// Size of a file in bytes; `.notFound` where there is none.
    func byteCount(of name: String) throws(StorageError) -> UInt64

    /// Gives a file another name, replacing at once what had that name before.
    func rename(_ from: String, to: String) throws(StorageError)

    /// Removes a file; `.notFound` where there is none.
    func remove(_ name: String) throws(StorageError)

    /// Makes all creations, renames and removals so far survive a power cut.
    func sync() throws(StorageError)

    /// Whether a file of that name is there and may be seen.
    func exists(_ name: String) -> Bool

    /// Takes an exclusive lock that ends with its process, however that ends.
    ///
    /// - Throws: `.locked`, at once, where another holds it; the message names that process where it is known.
    func lock(_ name: String) throws(StorageError) -> any DirectoryLock
}

/// A file being written, from its first byte to its last.
///
/// Used by one thread at a time. After any error the file is spoilt: every later call throws that error again,
/// because nobody can say which of the bytes arrived.
public protocol OutputFile: AnyObject {
    /// Number of bytes appended so far.
    var position: Int { get }

    /// Adds bytes at the end; they may wait in a buffer until `sync()` or `close()`.
    func append(_ bytes: UnsafeRawBufferPointer) throws(StorageError)

    /// Makes all bytes so far survive a power cut (their name needs the directory's `sync()`).
    func sync() throws(StorageError)

    /// Hands all bytes to the system and ends the writing; it does not sync. Closing twice does nothing.
    func close() throws(StorageError)
}

extension OutputFile {
    /// Adds the bytes of an array at the end.
    public func append(_ bytes: [UInt8]) throws(StorageError) {
        var failure: StorageError?
        bytes.withUnsafeBytes { buffer in
            do throws(StorageError) { try append(buffer) } catch { failure = error }
        }
        if let failure { throw failure }
    }
}

/// An exclusive lock, held until `release()` or until the last reference goes.
public protocol DirectoryLock: AnyObject, Sendable {
    /// Lets the next writer in; doing it twice does nothing.
    func release()
}
