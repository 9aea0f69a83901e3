/// What a column holds of each document.
public enum ColumnKind: UInt8, Sendable, CaseIterable {
    /// Any number of byte strings, in no order.
    case category = 0
    /// One integer, or none.
    case integer = 1
}

/// A column of an index: its name and what it holds.
///
/// A category and an integer may have one name; they are two columns.
public struct ColumnName: Hashable, Sendable, Comparable {
    /// What it holds.
    public var kind: ColumnKind
    /// Its name.
    public var name: String

    /// Names a column.
    public init(_ kind: ColumnKind, _ name: String) {
        self.kind = kind
        self.name = name
    }

    /// By kind, then by the bytes of the name.
    public static func < (a: ColumnName, b: ColumnName) -> Bool {
        a.kind == b.kind ? isBelow(Array(a.name.utf8), Array(b.name.utf8)) : a.kind.rawValue < b.kind.rawValue
    }
}

/// The columns of a segment: what its documents are filtered, counted and ordered by.
///
/// The section `columns` holds for each, in order of (kind, name): varint kind, varint length of the name, the name, varint
/// offset and varint length of its bytes in the section of its kind (`CategoryColumn`, `IntegerColumn` have the layouts).
struct ColumnTable {
    private(set) var categories: [String: CategoryColumn] = [:]
    private(set) var integers: [String: IntegerColumn] = [:]
    /// All columns, in order.
    private(set) var names: [ColumnName] = []

    /// Reads the directory; as with the other tables sizes are compared, and what they hold is checked where it is used.
    init(_ file: SegmentFile, documents: Int) throws(StorageError) {
        var reader = ByteReader(file.bytes(.columns))
        while reader.remaining > 0 {
            guard let kind = reader.varint().flatMap({ UInt8(exactly: $0) }).flatMap(ColumnKind.init(rawValue:)),
                let length = reader.length(), let bytes = reader.bytes(length), let offset = reader.length(),
                let size = reader.length()
            else { throw .damaged(file.name, "the list of its columns cannot be read") }
            let section = file.bytes(kind == .category ? .categoryColumns : .integerColumns)
            guard offset <= section.count, size <= section.count - offset else {
                throw .damaged(file.name, "a column points outside its section")
            }
            let slice = UnsafeRawBufferPointer(rebasing: section[offset..<offset + size])
            let name = String(decoding: bytes, as: UTF8.self)
            let isWhole: Bool
            switch kind {
            case .category:
                categories[name] = CategoryColumn(slice, documents: documents)
                isWhole = categories[name] != nil
            case .integer:
                integers[name] = IntegerColumn(slice, documents: documents)
                isWhole = integers[name] != nil
            }
            guard isWhole else { throw .damaged(file.name, "the sizes of its column \(name) do not agree") }
            names.append(ColumnName(kind, name))
        }
    }
}
