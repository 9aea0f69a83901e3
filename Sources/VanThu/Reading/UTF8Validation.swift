/// Tells valid UTF-8 from other bytes, names the first bad byte, and repairs on request.
///
/// Validation runs a finite automaton whose states are shift counts (after Per Vognsen, "Shift-based DFAs", 2022): each
/// byte's table row holds, for every state, the next one in six bits, so a step is one load and one shift and no branch
/// depends on the text. Vietnamese mixes one-, two- and three-byte letters, which is where branching validators stall.
enum UTF8Validation {
    // The states of the automaton (as multiples of six): between characters; one, two or three continuation bytes
    // missing; behind E0, ED, F0 and F4, whose second byte is restricted (Unicode 15, table 3-7); rejected.
    private static let accept: UInt64 = 0
    private static let reject: UInt64 = 6

    private static let rows: [UInt64] = {
        let need1: UInt64 = 12
        let need2: UInt64 = 18
        let need3: UInt64 = 24
        let afterE0: UInt64 = 30
        let afterED: UInt64 = 36
        let afterF0: UInt64 = 42
        let afterF4: UInt64 = 48
        return (0..<256).map { byte in
            var row: UInt64 = 0
            func set(_ from: UInt64, _ to: UInt64) { row |= to << from }
            let start: UInt64 =
                switch byte {
                case 0x00...0x7F: accept
                case 0xC2...0xDF: need1
                case 0xE0: afterE0
                case 0xE1...0xEC, 0xEE, 0xEF: need2
                case 0xED: afterED
                case 0xF0: afterF0
                case 0xF1...0xF3: need3
                case 0xF4: afterF4
                default: reject
                }
            set(accept, start)
            set(reject, reject)
            let continues = (0x80...0xBF).contains(byte)
            set(need1, continues ? accept : reject)
            set(need2, continues ? need1 : reject)
            set(need3, continues ? need2 : reject)
            set(afterE0, (0xA0...0xBF).contains(byte) ? need1 : reject)
            set(afterED, (0x80...0x9F).contains(byte) ? need1 : reject)
            set(afterF0, (0x90...0xBF).contains(byte) ? need2 : reject)
            set(afterF4, (0x80...0x8F).contains(byte) ? need2 : reject)
            return row
        }
    }()

    /// Whether the bytes are well-formed UTF-8; linear, without branches on the content except to skip plain ASCII.
    static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let base = bytes.baseAddress else { return true }
        return rows.withUnsafeBufferPointer { rows in
            guard let table = rows.baseAddress else { return false }
            var state = accept
            var at = 0
            let count = bytes.count
            while at + 32 <= count {
                if state & 63 == accept {
                    let words =
                        base.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                        | base.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self)
                        | base.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self)
                        | base.loadUnaligned(fromByteOffset: at + 24, as: UInt64.self)
                    if words & 0x8080_8080_8080_8080 == 0 {
                        at += 32
                        continue
                    }
                }
                for offset in at..<at + 32 {
                    state = table[Int(base.load(fromByteOffset: offset, as: UInt8.self))] &>> state
                }
                if state & 63 == reject { return false }
                at += 32
            }
            while at < count {
                state = table[Int(base.load(fromByteOffset: at, as: UInt8.self))] &>> state
                at += 1
            }
            return state & 63 == accept
        }
    }

    /// The first ill-formed sequence at or behind `from`, as the maximal part that Unicode would replace by one U+FFFD.
    static func firstInvalid(in bytes: UnsafeRawBufferPointer, from: Int = 0) -> Range<Int>? {
        var at = from
        while at < bytes.count {
            let lead = bytes[at]
            if lead < 0x80 {
                at += 1
                continue
            }
            let need: Int
            var low: UInt8 = 0x80
            var high: UInt8 = 0xBF
            switch lead {
            case 0xC2...0xDF: need = 1
            case 0xE0...0xEF:
                need = 2
                if lead == 0xE0 { low = 0xA0 }
                if lead == 0xED { high = 0x9F }
            case 0xF0...0xF4:
                need = 3
                if lead == 0xF0 { low = 0x90 }
                if lead == 0xF4 { high = 0x8F }
            default: return at..<at + 1
            }
            var next = at + 1
            for _ in 0..<need {
                guard next < bytes.count, bytes[next] >= low, bytes[next] <= high else { return at..<next }
                next += 1
                low = 0x80
                high = 0xBF
            }
            at = next
        }
        return nil
    }

    /// The bytes with every ill-formed sequence replaced by U+FFFD.
    static func repaired(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 64)
        var at = 0
        while let bad = firstInvalid(in: bytes, from: at) {
            result.append(contentsOf: bytes[at..<bad.lowerBound])
            result.append(contentsOf: [0xEF, 0xBF, 0xBD])
            at = bad.upperBound
        }
        result.append(contentsOf: bytes[at...])
        return result
    }
}
