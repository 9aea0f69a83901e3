internal import AdministrativeDocuments

/// What the index keeps of a passage beside its words: its path, and whether it is boilerplate.
///
/// Bytes: flags (bit 0: boilerplate), then for each step of the path its level, the length of its number in one byte and the
/// number; longer numbers are cut at a letter's end.
struct PassageNote: Equatable {
    var path: [PathElement] = []
    var isBoilerplate = false

    private static let longestNumber = 255

    /// The note's bytes; empty where there is nothing to say.
    var bytes: [UInt8] {
        guard isBoilerplate || !path.isEmpty else { return [] }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1 + 8 * path.count)
        bytes.append(isBoilerplate ? 1 : 0)
        for step in path {
            let count = step.number.utf8.count
            if count <= Self.longestNumber {
                bytes.append(step.level.rawValue)
                bytes.append(UInt8(count))
                bytes.append(contentsOf: step.number.utf8)
                continue
            }
            var number = Array(step.number.utf8.prefix(Self.longestNumber))
            // The last letter may have been cut apart.
            while let last = number.last, last & 0xC0 == 0x80 { number.removeLast() }
            number.removeLast()
            bytes.append(step.level.rawValue)
            bytes.append(UInt8(number.count))
            bytes += number
        }
        return bytes
    }

    init(path: [PathElement] = [], isBoilerplate: Bool = false) {
        self.path = path
        self.isBoilerplate = isBoilerplate
    }

    /// Reads a note; what cannot be read is left out.
    init(_ bytes: [UInt8]) {
        guard let flags = bytes.first else { return }
        isBoilerplate = flags & 1 != 0
        var at = 1
        while at + 2 <= bytes.count {
            let end = at + 2 + Int(bytes[at + 1])
            guard let level = OutlineLevel(rawValue: bytes[at]), end <= bytes.count else { return }
            path.append(PathElement(level: level, number: String(decoding: bytes[at + 2..<end], as: UTF8.self)))
            at = end
        }
    }
}
