extension SegmentMerger {
    /// Joins the columns of the documents that are kept.
    ///
    /// A value that only deleted documents had goes, and so does a column of which nothing is left.
    func mergeColumns(_ writer: SegmentFileWriter) throws(StorageError) {
        var joined = ColumnCollector()
        for (source, map) in zip(sources, documentMaps) {
            let table = source.reader.columns
            for (name, column) in table.categories {
                for document in map.indices where map[document] != Self.none {
                    column.forEachOrdinal(of: document) { ordinal in
                        joined.addCategory(name, column.value(ordinal), document: Int(map[document]))
                    }
                }
            }
            for (name, column) in table.integers {
                for document in map.indices where map[document] != Self.none {
                    guard let value = column.value(of: document) else { continue }
                    joined.setInteger(name, value, document: Int(map[document]))
                }
            }
        }
        try joined.write(to: writer, documents: documentCount)
    }

    /// Joins the notes of the passages that are kept.
    func mergeNotes(_ writer: SegmentFileWriter) throws(StorageError) {
        var joined = NoteCollector()
        for (source, map) in zip(sources, passageMaps) {
            let table = source.reader.notes
            // The new number of each of the source's notes, none of which has the number 0.
            var numbers = [UInt32](repeating: 0, count: table.count + 1)
            for passage in map.indices where map[passage] != Self.none {
                let number = table.number(of: passage)
                if number > 0, numbers[number] == 0 {
                    let note = table.note(of: passage)
                    if !note.isEmpty { numbers[number] = joined.number(note) }
                }
                joined.add(number: numbers[number])
            }
        }
        try joined.write(to: writer)
    }
}
