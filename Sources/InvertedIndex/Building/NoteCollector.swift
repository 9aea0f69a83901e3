/// Collects the notes of passages that arrive in order, and writes them; `NoteTable` has the layout.
struct NoteCollector {
    private var notes = StringArena()
    private var numbers = StringNumbers()
    private var passageNotes: [UInt32] = []

    init() {}

    var memoryBytes: Int { notes.memoryBytes + numbers.memoryBytes + passageNotes.capacity * 4 }

    /// Adds the next passage's note, which may be empty.
    mutating func add(_ note: UnsafeRawBufferPointer) { add(number: note.isEmpty ? 0 : number(note)) }

    /// Adds the next passage's note by its number.
    mutating func add(number: UInt32) { passageNotes.append(number) }

    /// The number of a note that is not empty.
    mutating func number(_ note: UnsafeRawBufferPointer) -> UInt32 {
        numbers.number(of: note, in: &notes).number + 1
    }

    mutating func removeAll() {
        notes = StringArena()
        numbers = StringNumbers()
        passageNotes.removeAll(keepingCapacity: true)
    }

    func write(to writer: SegmentFileWriter) throws(StorageError) {
        try writer.write(.notes, array: notes.bytes)
        try writer.write(.noteEnds, array: notes.ends.map { UInt32($0) })
        try writer.write(.passageNotes, array: notes.count == 0 ? [] : passageNotes)
    }
}
