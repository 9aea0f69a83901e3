/// Turns UTF-16 bytes into UTF-8 as they come, in blocks of any size.
///
/// A lone surrogate becomes its three-byte form and an odd last byte becomes `FF`: neither is UTF-8, so the one validation
/// behind this decoder finds, names or repairs them like any other bad sequence.
struct UTF16Decoder {
    private let isBigEndian: Bool
    private var pendingByte: UInt8?
    private var pendingHigh: UInt32?

    init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

    /// Appends the UTF-8 of the next bytes of input; `isLast` flushes what waits for a partner.
    mutating func decode(_ input: UnsafeRawBufferPointer, isLast: Bool, into output: inout [UInt8]) {
        output.reserveCapacity(output.count + input.count / 2 * 3 + 8)
        for byte in input {
            guard let first = pendingByte else {
                pendingByte = byte
                continue
            }
            pendingByte = nil
            append(isBigEndian ? UInt32(first) << 8 | UInt32(byte) : UInt32(byte) << 8 | UInt32(first), to: &output)
        }
        guard isLast else { return }
        if let high = pendingHigh { Self.encode(high, into: &output) }
        if pendingByte != nil { output.append(0xFF) }
        pendingHigh = nil
        pendingByte = nil
    }

    private mutating func append(_ unit: UInt32, to output: inout [UInt8]) {
        if let high = pendingHigh {
            pendingHigh = nil
            if unit & 0xFC00 == 0xDC00 {
                Self.encode(0x10000 + (high & 0x3FF) << 10 + (unit & 0x3FF), into: &output)
                return
            }
            Self.encode(high, into: &output)
        }
        if unit & 0xFC00 == 0xD800 {
            pendingHigh = unit
        } else {
            Self.encode(unit, into: &output)
        }
    }

    private static func encode(_ scalar: UInt32, into output: inout [UInt8]) {
        switch scalar {
        case ..<0x80:
            output.append(UInt8(scalar))
        case ..<0x800:
            output.append(UInt8(0xC0 | scalar >> 6))
            output.append(UInt8(0x80 | scalar & 0x3F))
        case ..<0x10000:
            output.append(UInt8(0xE0 | scalar >> 12))
            output.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            output.append(UInt8(0x80 | scalar & 0x3F))
        default:
            output.append(UInt8(0xF0 | scalar >> 18))
            output.append(UInt8(0x80 | scalar >> 12 & 0x3F))
            output.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            output.append(UInt8(0x80 | scalar & 0x3F))
        }
    }
}

/// The encodings a byte order mark can announce.
enum ByteOrderMark {
    case utf8
    case utf16(isBigEndian: Bool)
    case utf32

    /// The mark's length in bytes.
    var count: Int {
        switch self {
        case .utf8: 3
        case .utf16: 2
        case .utf32: 4
        }
    }

    /// Looks at the first bytes of a file.
    ///
    /// `FF FE 00 00` is taken for UTF-32: UTF-16 text does not open with NUL.
    init?(_ head: UnsafeRawBufferPointer) {
        let bytes = head.prefix(4)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            self = .utf8
        } else if bytes.elementsEqual([0xFF, 0xFE, 0, 0]) || bytes.elementsEqual([0, 0, 0xFE, 0xFF]) {
            self = .utf32
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            self = .utf16(isBigEndian: false)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            self = .utf16(isBigEndian: true)
        } else {
            return nil
        }
    }
}
