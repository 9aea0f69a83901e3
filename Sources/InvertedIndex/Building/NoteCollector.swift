/// Collects the notes of passages that arrive in order, and writes them; `NoteTable` has the layout.
struct NoteCollector {
    private var notes = StringArena()
    private var numbers: [[UInt8]: UInt32] = [:]
    private var passageNotes: [UInt32] = []

    init() {}

    var memoryBytes: Int { notes.memoryBytes + numbers.count * 80 + passageNotes.capacity * 4 }

    /// Adds the next passage's note, which may be empty.
    mutating func add(_ note: UnsafeRawBufferPointer) { add(number: note.isEmpty ? 0 : number(note)) }

    /// Adds the next passage's note by its number.
    mutating func add(number: UInt32) { passageNotes.append(number) }

    /// The number of a note that is not empty.
    mutating func number(_ note: UnsafeRawBufferPointer) -> UInt32 {
        let key = [UInt8](note)
        if let known = numbers[key] { return known }
        let number = notes.append(note) + 1
        numbers[key] = number
        return number
    }

    mutating func removeAll() {
        notes = StringArena()
        numbers.removeAll()
        passageNotes.removeAll(keepingCapacity: true)
    }

    func write(to writer: SegmentFileWriter) throws(StorageError) {
        try writer.write(.notes, array: notes.bytes)
        try writer.write(.noteEnds, array: notes.ends.map { UInt32($0) })
        try writer.write(.passageNotes, array: notes.count == 0 ? [] : passageNotes)
    }
}
