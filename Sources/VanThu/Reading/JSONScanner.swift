internal import Glibc

/// What is wrong with a JSON text, and at which byte of it.
struct JSONFault: Error {
    var offset: Int
    var reason: String
}

/// A JSON string where it stands: the bytes between its quotes, and whether any of them is an escape.
struct JSONStringRange {
    var start: Int
    var end: Int
    var hasEscapes: Bool
}

/// Walks over one JSON text (RFC 8259) that is already known to be valid UTF-8.
///
/// Scanning checks everything, escapes and surrogate pairs included, so that taking a scanned string out cannot fail.
/// Plain runs are searched eight bytes at a time. The bytes must outlive the scanner.
struct JSONScanner {
    /// Deeper nesting is refused, as Foundation's reader does, so that a hostile line cannot exhaust the stack.
    static let maximumDepth = 512

    private let base: UnsafeRawPointer
    let end: Int
    var at: Int

    init(_ base: UnsafeRawPointer, range: Range<Int>) {
        self.base = base
        at = range.lowerBound
        end = range.upperBound
    }

    /// The byte at the cursor, nil at the end.
    @inline(__always) var current: UInt8? {
        at < end ? base.load(fromByteOffset: at, as: UInt8.self) : nil
    }

    @inline(__always) func byte(_ offset: Int) -> UInt8 { base.load(fromByteOffset: offset, as: UInt8.self) }

    @inline(__always) mutating func skipSpace() {
        while at < end {
            switch byte(at) {
            case 0x20, 0x09, 0x0A, 0x0D: at += 1
            default: return
            }
        }
    }

    /// Steps over `expected`, which must stand at the cursor.
    mutating func expect(_ expected: Unicode.Scalar) throws(JSONFault) {
        guard let found = current else {
            throw JSONFault(offset: end, reason: "the line ends where '\(expected)' should stand")
        }
        guard found == UInt8(ascii: expected) else {
            throw JSONFault(offset: at, reason: "expected '\(expected)'")
        }
        at += 1
    }

    /// Steps over the string at the cursor.
    mutating func scanString() throws(JSONFault) -> JSONStringRange {
        guard current == UInt8(ascii: "\"") else { throw JSONFault(offset: at, reason: "expected a string") }
        let start = at + 1
        var place = start
        var hasEscapes = false
        while true {
            place = Self.firstSpecial(base, from: place, end: end)
            guard place < end else { throw JSONFault(offset: start - 1, reason: "string without an end") }
            switch byte(place) {
            case UInt8(ascii: "\""):
                at = place + 1
                return JSONStringRange(start: start, end: place, hasEscapes: hasEscapes)
            case UInt8(ascii: "\\"):
                hasEscapes = true
                place = try checkEscape(at: place)
            default:
                throw JSONFault(offset: place, reason: "control character in a string")
            }
        }
    }

    /// The offset of the first quote, backslash or control character; `end` if there is none.
    @inline(__always)
    private static func firstSpecial(_ base: UnsafeRawPointer, from: Int, end: Int) -> Int {
        var at = from
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        while at + 8 <= end {
            let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            let quotes = word ^ (ones &* 0x22)
            let slashes = word ^ (ones &* 0x5C)
            // Each term sets the high bit of a byte that is zero (or below 0x20); a borrow can only add bits above the
            // first true one, so the lowest set bit is right.
            let found =
                (((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes) | ((word &- (ones &* 0x20)) & ~word))
                & highs
            if found != 0 { return at + found.trailingZeroBitCount >> 3 }
            at += 8
        }
        while at < end {
            let byte = base.load(fromByteOffset: at, as: UInt8.self)
            if byte < 0x20 || byte == 0x22 || byte == 0x5C { return at }
            at += 1
        }
        return end
    }

    private func checkEscape(at place: Int) throws(JSONFault) -> Int {
        guard place + 1 < end else { throw JSONFault(offset: place, reason: "the line ends inside an escape") }
        switch byte(place + 1) {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return place + 2
        case UInt8(ascii: "u"):
            let unit = try hexUnit(at: place)
            if unit & 0xFC00 == 0xDC00 { throw JSONFault(offset: place, reason: "lone surrogate") }
            guard unit & 0xFC00 == 0xD800 else { return place + 6 }
            guard place + 8 <= end, byte(place + 6) == UInt8(ascii: "\\"), byte(place + 7) == UInt8(ascii: "u"),
                try hexUnit(at: place + 6) & 0xFC00 == 0xDC00
            else { throw JSONFault(offset: place, reason: "lone surrogate") }
            return place + 12
        default:
            throw JSONFault(offset: place, reason: "unknown escape")
        }
    }

    /// The code unit of the `\uXXXX` that starts at `place`.
    private func hexUnit(at place: Int) throws(JSONFault) -> UInt32 {
        guard place + 6 <= end else { throw JSONFault(offset: place, reason: "the line ends inside an escape") }
        var unit: UInt32 = 0
        for offset in place + 2..<place + 6 {
            guard let digit = Self.hexDigit(byte(offset)) else {
                throw JSONFault(offset: offset, reason: "not a hexadecimal digit")
            }
            unit = unit << 4 | digit
        }
        return unit
    }

    private static func hexDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46: UInt32(byte - 0x41 + 10)
        case 0x61...0x66: UInt32(byte - 0x61 + 10)
        default: nil
        }
    }

    /// Steps over any value and returns where it stood; nested values are checked, not kept.
    mutating func scanValue(depth: Int = 1) throws(JSONFault) -> Range<Int> {
        let start = at
        guard let first = current else {
            throw JSONFault(offset: end, reason: "the line ends where a value should stand")
        }
        switch first {
        case UInt8(ascii: "\""): _ = try scanString()
        case UInt8(ascii: "{"), UInt8(ascii: "["): try scanContainer(isObject: first == UInt8(ascii: "{"), depth: depth)
        case UInt8(ascii: "t"): try scanLiteral("true")
        case UInt8(ascii: "f"): try scanLiteral("false")
        case UInt8(ascii: "n"): try scanLiteral("null")
        default: try scanNumber()
        }
        return start..<at
    }

    private mutating func scanContainer(isObject: Bool, depth: Int) throws(JSONFault) {
        guard depth < Self.maximumDepth else { throw JSONFault(offset: at, reason: "nested too deeply") }
        let close = UInt8(ascii: isObject ? "}" : "]")
        at += 1
        skipSpace()
        if current == close {
            at += 1
            return
        }
        while true {
            if isObject {
                _ = try scanString()
                skipSpace()
                try expect(":")
                skipSpace()
            }
            _ = try scanValue(depth: depth + 1)
            skipSpace()
            if current == close {
                at += 1
                return
            }
            try expect(",")
            skipSpace()
        }
    }

    private mutating func scanLiteral(_ literal: StaticString) throws(JSONFault) {
        let count = literal.utf8CodeUnitCount
        guard at + count <= end, memcmp(base + at, literal.utf8Start, count) == 0 else {
            throw JSONFault(offset: at, reason: "unknown word")
        }
        at += count
    }

    /// Steps over the number at the cursor; true if it is an integer without fraction or exponent.
    @discardableResult
    mutating func scanNumber() throws(JSONFault) -> Bool {
        let start = at
        if current == UInt8(ascii: "-") { at += 1 }
        let firstDigit = at
        let digits = skipDigits()
        guard digits > 0 else {
            throw JSONFault(offset: at, reason: at == start ? "expected a value" : "number without digits")
        }
        if digits > 1, byte(firstDigit) == UInt8(ascii: "0") {
            throw JSONFault(offset: firstDigit, reason: "number with a leading zero")
        }
        var isInteger = true
        if current == UInt8(ascii: ".") {
            isInteger = false
            at += 1
            guard skipDigits() > 0 else { throw JSONFault(offset: at, reason: "number without digits") }
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            isInteger = false
            at += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { at += 1 }
            guard skipDigits() > 0 else { throw JSONFault(offset: at, reason: "number without digits") }
        }
        return isInteger
    }

    private mutating func skipDigits() -> Int {
        let start = at
        while let byte = current, byte &- 0x30 < 10 { at += 1 }
        return at - start
    }

    // MARK: Taking scanned strings out

    /// The bytes of a scanned string, escapes resolved; plain runs are copied whole.
    func bytes(of string: JSONStringRange) -> [UInt8] {
        let count = string.end - string.start
        guard count > 0 else { return [] }
        let source = base + string.start
        // An escape is never shorter than what it stands for, so the raw length is room enough.
        return [UInt8](unsafeUninitializedCapacity: count) { target, written in
            guard let room = target.baseAddress else { return }
            if string.hasEscapes {
                written = Self.unescape(source, count: count, into: room)
            } else {
                memcpy(room, source, count)
                written = count
            }
        }
    }

    /// A scanned string as text.
    func text(of string: JSONStringRange) -> String {
        if string.hasEscapes { return String(decoding: bytes(of: string), as: UTF8.self) }
        return String(
            decoding: UnsafeRawBufferPointer(start: base + string.start, count: string.end - string.start),
            as: UTF8.self)
    }

    /// The raw text of a scanned value.
    func rawText(_ range: Range<Int>) -> String {
        String(decoding: UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count), as: UTF8.self)
    }

    /// Whether a scanned string is exactly these ASCII bytes, written without escapes.
    @inline(__always)
    func isPlain(_ string: JSONStringRange, _ literal: StaticString) -> Bool {
        !string.hasEscapes && string.end - string.start == literal.utf8CodeUnitCount
            && memcmp(base + string.start, literal.utf8Start, literal.utf8CodeUnitCount) == 0
    }

    private static func unescape(_ source: UnsafeRawPointer, count: Int, into target: UnsafeMutablePointer<UInt8>)
        -> Int
    {
        var from = 0
        var written = 0
        while from < count {
            let slash = memchr(source + from, 0x5C, count - from)
            let run = slash.map { source.distance(to: UnsafeRawPointer($0)) - from } ?? count - from
            memcpy(target + written, source + from, run)
            written += run
            from += run
            guard slash != nil else { break }
            let kind = source.load(fromByteOffset: from + 1, as: UInt8.self)
            if kind == UInt8(ascii: "u") {
                var scalar = unit(source + from)
                from += 6
                if scalar & 0xFC00 == 0xD800 {
                    scalar = 0x10000 + (scalar & 0x3FF) << 10 + unit(source + from) & 0x3FF
                    from += 6
                }
                written += encode(scalar, target + written)
            } else {
                target[written] =
                    switch kind {
                    case UInt8(ascii: "b"): 0x08
                    case UInt8(ascii: "f"): 0x0C
                    case UInt8(ascii: "n"): 0x0A
                    case UInt8(ascii: "r"): 0x0D
                    case UInt8(ascii: "t"): 0x09
                    default: kind
                    }
                written += 1
                from += 2
            }
        }
        return written
    }

    private static func unit(_ escape: UnsafeRawPointer) -> UInt32 {
        (2..<6).reduce(0) { $0 << 4 | (hexDigit(escape.load(fromByteOffset: $1, as: UInt8.self)) ?? 0) }
    }

    private static func encode(_ scalar: UInt32, _ target: UnsafeMutablePointer<UInt8>) -> Int {
        switch scalar {
        case ..<0x80:
            target[0] = UInt8(truncatingIfNeeded: scalar)
            return 1
        case ..<0x800:
            target[0] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
            target[1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
            return 2
        case ..<0x10000:
            target[0] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
            target[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
            target[2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
            return 3
        default:
            target[0] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
            target[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
            target[2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
            target[3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
            return 4
        }
    }
}
