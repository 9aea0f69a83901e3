/// An opened segment file: its table is read and checked, its sections are slices of the mapped bytes.
struct SegmentFile: Sendable {
    let name: String
    let mapped: MappedBytes
    private let sections: [SegmentSection: (range: Range<Int>, checksum: UInt32)]
    /// The checksum of header and table.
    let checksum: UInt32

    /// Reads header, footer and table; sections are only checked for lying within the file (`verify` reads them).
    init(_ mapped: MappedBytes, name: String) throws(StorageError) {
        self.name = name
        self.mapped = mapped
        let bytes = mapped.bytes
        let smallest = SegmentSection.headerBytes + SegmentSection.footerBytes
        guard bytes.count >= smallest else {
            throw .damaged(name, byte: bytes.count, "it is shorter than a segment can be")
        }
        guard bytes.loadUnaligned(as: UInt64.self) == SegmentSection.magic else {
            throw .damaged(name, byte: 0, "it does not begin as a segment does")
        }
        let version = bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
        if version == 1, version < SegmentSection.formatVersion {
            throw StorageError(
                .damaged,
                "\(name) has format version 1, which keeps no columns to filter by: index its documents anew with this program"
            )
        }
        guard version == SegmentSection.formatVersion else {
            throw .damaged(name, byte: 8, "format version \(version) is not one this program reads")
        }
        let footer = bytes.count - SegmentSection.footerBytes
        let tableOffset = bytes.loadUnaligned(fromByteOffset: footer, as: UInt64.self)
        let count = Int(bytes.loadUnaligned(fromByteOffset: footer + 8, as: UInt32.self))
        checksum = bytes.loadUnaligned(fromByteOffset: footer + 12, as: UInt32.self)
        guard bytes.loadUnaligned(fromByteOffset: footer + 16, as: UInt64.self) == SegmentSection.magic,
            count <= 1024, count * SegmentSection.entryBytes + SegmentSection.headerBytes <= footer,
            tableOffset == UInt64(footer - count * SegmentSection.entryBytes)
        else {
            throw .damaged(name, byte: footer, "its footer is not whole")
        }
        let table = Int(tableOffset)
        var sum = CRC32C.checksum(UnsafeRawBufferPointer(rebasing: bytes[..<SegmentSection.headerBytes]))
        sum = CRC32C.checksum(UnsafeRawBufferPointer(rebasing: bytes[table..<footer]), continuing: sum)
        guard sum == checksum else { throw .damaged(name, byte: table, "the checksum of its table is wrong") }
        var found: [SegmentSection: (range: Range<Int>, checksum: UInt32)] = [:]
        for index in 0..<count {
            let at = table + index * SegmentSection.entryBytes
            let number = bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)
            let sectionSum = bytes.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self)
            let offset = bytes.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self)
            let length = bytes.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self)
            guard let section = SegmentSection(rawValue: number), offset <= tableOffset,
                length <= tableOffset - offset
            else { throw .damaged(name, byte: at, "an entry of its table points outside the file") }
            found[section] = (Int(offset)..<Int(offset + length), sectionSum)
        }
        for section in SegmentSection.allCases where found[section] == nil {
            throw .damaged(name, byte: table, "section \(section) is missing")
        }
        sections = found
    }

    /// The bytes of a section.
    func bytes(_ section: SegmentSection) -> UnsafeRawBufferPointer {
        guard let range = sections[section]?.range else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(rebasing: mapped.bytes[range])
    }

    /// Bytes of the sections that hold stored text and metadata.
    var storedBytes: Int {
        sections.reduce(0) { $0 + ($1.key.isStored ? $1.value.range.count : 0) }
    }

    /// Reads every byte and compares the checksums; gives a line for each section that is damaged.
    func verify() -> [String] {
        var problems: [String] = []
        for (section, (range, expected)) in sections.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let sum = CRC32C.checksum(UnsafeRawBufferPointer(rebasing: mapped.bytes[range]))
            if sum != expected {
                problems.append(
                    "\(name): section \(section) (bytes \(range.lowerBound) to \(range.upperBound)) is damaged: "
                        + "its checksum is wrong")
            }
        }
        let covered = sections.values.reduce(0) { $0 + $1.range.count }
        let rest =
            SegmentSection.headerBytes + SegmentSection.footerBytes + sections.count * SegmentSection.entryBytes
        if covered + rest != mapped.count {
            problems.append("\(name): its sections do not cover the file")
        }
        return problems
    }
}
