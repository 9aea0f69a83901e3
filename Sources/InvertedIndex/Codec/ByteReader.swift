/// Reads integers and byte runs from memory, never past its end: what is missing reads as `nil`.
struct ByteReader {
    private(set) var at: UnsafePointer<UInt8>
    let end: UnsafePointer<UInt8>

    init(_ bytes: UnsafeRawBufferPointer) {
        let start = bytes.baseAddress ?? UnsafeRawPointer(emptyByte)
        at = start.assumingMemoryBound(to: UInt8.self)
        end = at + bytes.count
    }

    var remaining: Int { end - at }

    @inline(__always)
    mutating func byte() -> UInt8? {
        guard at < end else { return nil }
        defer { at += 1 }
        return at.pointee
    }

    @inline(__always)
    mutating func varint() -> UInt64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while at < end, shift < 64 {
            let byte = at.pointee
            at += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }

    /// A varint that must fit a count or an offset.
    @inline(__always)
    mutating func length() -> Int? {
        guard let value = varint(), value <= UInt64(Int32.max) << 16 else { return nil }
        return Int(value)
    }

    @inline(__always)
    mutating func integer<T: FixedWidthInteger>(_: T.Type) -> T? {
        guard remaining >= MemoryLayout<T>.size else { return nil }
        defer { at += MemoryLayout<T>.size }
        return T(littleEndian: UnsafeRawPointer(at).loadUnaligned(as: T.self))
    }

    mutating func bytes(_ count: Int) -> UnsafeRawBufferPointer? {
        guard count >= 0, remaining >= count else { return nil }
        defer { at += count }
        return UnsafeRawBufferPointer(start: at, count: count)
    }
}

/// One readable byte, so that an empty buffer still has an address.
private nonisolated(unsafe) let emptyByte: UnsafeMutableRawPointer = .allocate(byteCount: 16, alignment: 16)
