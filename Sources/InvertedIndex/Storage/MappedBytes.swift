import Glibc

/// Read-only bytes that stay where they are as long as somebody holds this object: a mapped file or heap memory.
///
/// The object owns the memory and gives it back when the last reference goes, so whoever keeps a pointer into it
/// keeps the object too. Nothing is promised about the bytes past the end: a mapped file is padded with zeros to
/// the page's end, heap memory is not, so read in blocks only up to `count`. `base` of a mapping stands at a page's start.
public final class MappedBytes: @unchecked Sendable {
    // Unchecked: the memory is never written after the object was made, and both fields are constants.

    /// The first byte.
    public let base: UnsafeRawPointer
    /// Number of bytes.
    public let count: Int
    private let isMapping: Bool

    /// Takes over heap memory made by `UnsafeMutableRawBufferPointer.allocate`, which is deallocated with the object.
    public init(adopting buffer: UnsafeMutableRawBufferPointer) {
        if let address = buffer.baseAddress {
            base = UnsafeRawPointer(address)
        } else {
            base = UnsafeRawPointer(UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 16))
        }
        count = buffer.count
        isMapping = false
    }

    /// Holds a copy of the bytes in heap memory, 64-byte aligned.
    public convenience init(copying bytes: UnsafeRawBufferPointer) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
        buffer.copyMemory(from: bytes)
        self.init(adopting: buffer)
    }

    /// Takes over the result of `mmap`; `count` is above zero.
    init(mapping address: UnsafeMutableRawPointer, count: Int) {
        base = UnsafeRawPointer(address)
        self.count = count
        isMapping = true
    }

    deinit {
        let address = UnsafeMutableRawPointer(mutating: base)
        if isMapping {
            munmap(address, count)
        } else {
            address.deallocate()
        }
    }

    /// All bytes; valid as long as somebody holds this object.
    ///
    /// A temporary is gone before its bytes are read: `Array(try directory.map(name).bytes)` crashes. Keep the
    /// object in a property, or use `withBytes`.
    public var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

    /// Gives all bytes to a body, and keeps this object until it is done.
    public func withBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        defer { withExtendedLifetime(self) {} }
        return try body(bytes)
    }

    /// Tells the system that the file is not read again soon.
    ///
    /// Its pages leave the process's resident memory, and come back when they are read. Only advice, and none at all for heap
    /// memory.
    public func releasePages() {
        guard isMapping else { return }
        madvise(UnsafeMutableRawPointer(mutating: base), count, MADV_DONTNEED)
    }
}
