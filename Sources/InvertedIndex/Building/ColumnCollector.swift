/// Collects the columns of documents that arrive in order, and writes them; `ColumnTable` has the layout.
struct ColumnCollector {
    private struct Categories {
        var values = StringArena()
        var numbers = StringNumbers()
        /// Document in the high half, number of the value in the low.
        var entries: [UInt64] = []

        mutating func add(_ value: UnsafeRawBufferPointer, _ document: Int) {
            entries.append(UInt64(document) << 32 | UInt64(numbers.number(of: value, in: &values).number))
        }

        var memoryBytes: Int { values.memoryBytes + numbers.memoryBytes + entries.capacity * 8 }
    }

    private struct Integers {
        var documents: [UInt32] = []
        var values: [Int32] = []
    }

    // A handful each: going through them is faster than hashing a name.
    private var categories: [(name: String, column: Categories)] = []
    private var integers: [(name: String, column: Integers)] = []

    init() {}

    var memoryBytes: Int {
        categories.reduce(0) { $0 + 4 * $1.column.memoryBytes }
            + integers.reduce(0) { $0 + $1.column.values.capacity * 8 }
    }

    mutating func addCategory(_ column: String, _ value: UnsafeRawBufferPointer, document: Int) {
        // In place: a copy of the column a document would make it quadratic.
        if let place = categories.firstIndex(where: { $0.name == column }) {
            categories[place].column.add(value, document)
        } else {
            categories.append((column, Categories()))
            categories[categories.count - 1].column.add(value, document)
        }
    }

    mutating func setInteger(_ column: String, _ value: Int32, document: Int) {
        func set(_ column: inout Integers) {
            if column.documents.last == UInt32(document) {
                column.values[column.values.count - 1] = value
            } else {
                column.documents.append(UInt32(document))
                column.values.append(value)
            }
        }
        if let place = integers.firstIndex(where: { $0.name == column }) {
            set(&integers[place].column)
        } else {
            integers.append((column, Integers()))
            set(&integers[integers.count - 1].column)
        }
    }

    /// Writes the three sections of columns for so many documents.
    func write(to writer: SegmentFileWriter, documents: Int) throws(StorageError) {
        var directory = ByteWriter(capacity: 1 << 10)
        var bytes = ByteWriter(capacity: 1 << 16)
        func note(_ name: ColumnName, from start: Int, _ directory: inout ByteWriter, _ bytes: borrowing ByteWriter) {
            directory.append(varint: UInt64(name.kind.rawValue))
            directory.append(varint: UInt64(name.name.utf8.count))
            directory.append(Array(name.name.utf8))
            directory.append(varint: UInt64(start))
            directory.append(varint: UInt64(bytes.count - start))
        }
        let sortedCategories = categories.map { (name: ColumnName(.category, $0.name), column: $0.column) }
            .sorted { $0.name < $1.name }
        for (name, column) in sortedCategories {
            let start = bytes.count
            Self.append(column, documents, to: &bytes)
            note(name, from: start, &directory, bytes)
        }
        try writer.write(.categoryColumns, bytes.bytes)
        bytes.removeAll()
        let sortedIntegers = integers.map { (name: ColumnName(.integer, $0.name), column: $0.column) }
            .sorted { $0.name < $1.name }
        for (name, column) in sortedIntegers {
            let start = bytes.count
            Self.append(column, documents, to: &bytes)
            note(name, from: start, &directory, bytes)
        }
        try writer.write(.integerColumns, bytes.bytes)
        try writer.write(.columns, directory.bytes)
    }

    private static func append(_ column: Categories, _ documents: Int, to bytes: inout ByteWriter) {
        let values = (0..<UInt32(column.values.count)).map { Array(column.values.bytes[column.values.range($0)]) }
        let order = values.indices.sorted { isBelow(values[$0], values[$1]) }
        var ordinals = [UInt32](repeating: 0, count: values.count)
        for (ordinal, number) in order.enumerated() { ordinals[number] = UInt32(ordinal) }
        // Documents ascend already; a document's values are to ascend, each once.
        var entries = column.entries.map { ($0 & ~0xFFFF_FFFF) | UInt64(ordinals[Int($0 & 0xFFFF_FFFF)]) }
        entries.sort()
        var kept = 0
        for place in entries.indices where place == 0 || entries[place] != entries[kept - 1] {
            entries[kept] = entries[place]
            kept += 1
        }
        entries.removeSubrange(kept...)

        var starts = [UInt32](repeating: 0, count: documents + 1)
        var documentsOf = [[UInt32]](repeating: [], count: values.count)
        for entry in entries {
            starts[Int(entry >> 32) + 1] += 1
            documentsOf[Int(entry & 0xFFFF_FFFF)].append(UInt32(entry >> 32))
        }
        for document in 0..<documents { starts[document + 1] += starts[document] }
        var sets = ByteWriter(capacity: 1 << 12)
        var setEnds: [UInt64] = []
        for own in documentsOf {
            if CategoryColumn.isBits(own.count, of: documents) {
                var words = [UInt64](repeating: 0, count: (documents + 63) / 64)
                for document in own { words[Int(document >> 6)] |= 1 << UInt64(document & 63) }
                words.withUnsafeBytes { sets.append($0) }
            } else {
                own.withUnsafeBytes { sets.append($0) }
            }
            setEnds.append(UInt64(sets.count))
        }
        for count in [values.count, entries.count, sets.count, column.values.bytes.count] {
            bytes.append(integer: UInt64(count))
        }
        var end: UInt32 = 0
        for number in order {
            end += UInt32(values[number].count)
            bytes.append(integer: end)
        }
        for own in documentsOf { bytes.append(integer: UInt32(own.count)) }
        setEnds.withUnsafeBytes { bytes.append($0) }
        starts.withUnsafeBytes { bytes.append($0) }
        for entry in entries { bytes.append(integer: UInt32(truncatingIfNeeded: entry)) }
        bytes.append(sets.bytes)
        for number in order { bytes.append(values[number]) }
    }

    private static func append(_ column: Integers, _ documents: Int, to bytes: inout ByteWriter) {
        var values = [Int32](repeating: 0, count: documents)
        var present = [UInt64](repeating: 0, count: (documents + 63) / 64)
        for (document, value) in zip(column.documents, column.values) {
            values[Int(document)] = value
            present[Int(document >> 6)] |= 1 << UInt64(document & 63)
        }
        values.withUnsafeBytes { bytes.append($0) }
        present.withUnsafeBytes { bytes.append($0) }
    }
}
