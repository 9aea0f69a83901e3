/// A few bytes to look for, without a collection made of them.
enum ByteSet {
    /// Whether a byte is one of these.
    @inline(__always) static func holds(_ bytes: StaticString, _ byte: UInt8) -> Bool {
        for place in 0..<bytes.utf8CodeUnitCount where bytes.utf8Start[place] == byte { return true }
        return false
    }
}
