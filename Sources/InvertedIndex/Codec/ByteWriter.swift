/// A growing run of bytes that encoders append to without bounds checks per byte.
///
/// It owns its memory. `reserve(_:)` is the border: after it the given number of bytes may be written at `end`.
struct ByteWriter: ~Copyable {
    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var capacity: Int
    private(set) var count: Int

    init(capacity: Int = 4096) {
        self.capacity = max(capacity, 64)
        base = .allocate(capacity: self.capacity)
        count = 0
    }

    deinit { base.deallocate() }

    /// The bytes written so far; valid until the next append.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

    /// Makes room for `extra` more bytes and returns where they begin.
    @inline(__always)
    mutating func reserve(_ extra: Int) -> UnsafeMutablePointer<UInt8> {
        if count + extra > capacity { grow(extra) }
        return base + count
    }

    /// Counts bytes in that were written behind `reserve(_:)`.
    @inline(__always)
    mutating func advance(_ written: Int) { count += written }

    private mutating func grow(_ extra: Int) {
        let larger = max(capacity * 2, count + extra)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.update(from: base, count: count)
        base.deallocate()
        base = moved
        capacity = larger
    }

    mutating func removeAll() { count = 0 }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)[0] = byte
        count += 1
    }

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress, bytes.count > 0 else { return }
        UnsafeMutableRawPointer(reserve(bytes.count)).copyMemory(from: source, byteCount: bytes.count)
        count += bytes.count
    }

    mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBytes { append($0) } }

    /// Appends an integer, little endian.
    @inline(__always)
    mutating func append<T: FixedWidthInteger>(integer value: T) {
        UnsafeMutableRawPointer(reserve(MemoryLayout<T>.size))
            .storeBytes(of: value.littleEndian, as: T.self)
        count += MemoryLayout<T>.size
    }

    /// Appends seven bits a byte, low ones first, the high bit saying that more follow (LEB128).
    @inline(__always)
    mutating func append(varint value: UInt64) {
        let at = reserve(10)
        var rest = value
        var n = 0
        while rest >= 0x80 {
            at[n] = UInt8(truncatingIfNeeded: rest) | 0x80
            rest >>= 7
            n += 1
        }
        at[n] = UInt8(truncatingIfNeeded: rest)
        count += n + 1
    }
}
