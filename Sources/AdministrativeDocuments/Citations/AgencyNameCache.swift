/// The canonical names of agencies as texts spell them, for documents name the same ones again and again.
///
/// One is for one thread.
final class AgencyNameCache {
    private struct Entry {
        var spelling: [UInt8]
        var name: String
    }

    private var slots: [Entry?] = Array(repeating: nil, count: slotCount)

    /// A spelling is found in its own slot alone; another one that falls there takes its place.
    private static let slotCount = 2048

    /// The canonical name in a range of tokens; it depends on their bytes and on those between them alone.
    func name(_ range: Range<Int>, _ reader: SentenceReader) -> String {
        guard !range.isEmpty else { return "" }
        let bytes = UnsafeRawBufferPointer(
            rebasing: reader.text[reader.start(range.lowerBound)..<reader.end(range.upperBound - 1)])
        let slot = Self.slot(of: bytes)
        if let entry = slots[slot], entry.spelling.count == bytes.count, entry.spelling.elementsEqual(bytes) {
            return entry.name
        }
        let name = AgencyName.canonical(range, reader)
        slots[slot] = Entry(spelling: Array(bytes), name: name)
        return name
    }

    /// FNV-1a over words of eight bytes, folded.
    private static func slot(of bytes: UnsafeRawBufferPointer) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var at = 0
        while at + 8 <= bytes.count {
            hash = (hash ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
            at += 8
        }
        while at < bytes.count {
            hash = (hash ^ UInt64(bytes[at])) &* 0x0000_0100_0000_01B3
            at += 1
        }
        return Int(truncatingIfNeeded: (hash ^ hash >> 29) % UInt64(slotCount))
    }
}
